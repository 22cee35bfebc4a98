// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <optional>
#include <vector>

#include "core/coverage/table_distances.hpp"
#include "core/relocation/problem.hpp"
#include "core/relocation/rules.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::relocation {

struct Shape {
    std::size_t households = 7;
    std::size_t sites = 4;
    std::size_t villages = 3;
    std::size_t counties = 2;
    std::size_t most_people = 6;
    double room = 1.1;   ///< capacity of all sites, as a share of all people
    bool limits = true;  ///< a farthest distance, and some sites that may not be used
};

/// Places on a map of 100 m by 100 m, with whole metres between them.
inline Problem random_problem(test::Dice& dice, const Shape& shape) {
    Problem out;
    struct Place {
        double x, y;
    };
    const auto place = [&] { return Place{dice.between(0.0, 100.0), dice.between(0.0, 100.0)}; };
    std::vector<Place> homes;
    std::vector<Place> sites;
    std::int64_t people = 0;
    for (std::size_t h = 0; h < shape.households; ++h) {
        homes.push_back(place());
        Household household;
        household.id = fmt::format("h{:05}", h);
        household.people = static_cast<std::int64_t>(1 + dice.below(shape.most_people));
        household.village = fmt::format("v{}", dice.below(shape.villages));
        household.county = fmt::format("c{}", dice.below(shape.counties));
        if (shape.limits && dice.below(4) == 0)
            household.farthest = Cost::whole(20 + std::int64_t(dice.below(60)));
        people += household.people;
        out.households.push_back(std::move(household));
    }
    const double mean = shape.room * static_cast<double>(people) / static_cast<double>(shape.sites);
    for (std::size_t s = 0; s < shape.sites; ++s) {
        sites.push_back(place());
        Site site;
        site.id = fmt::format("s{:03}", s);
        site.county = fmt::format("c{}", dice.below(shape.counties));
        site.capacity = static_cast<std::int64_t>(std::round(mean * dice.between(0.4, 1.6)));
        site.price = Price::whole(static_cast<std::int64_t>(1 + dice.below(9)));
        site.allowed = !shape.limits || dice.below(6) != 0;
        out.sites.push_back(std::move(site));
    }
    std::vector<double> metres;
    for (const Place& home : homes) {
        for (const Place& site : sites) {
            metres.push_back(std::floor(std::hypot(home.x - site.x, home.y - site.y)));
        }
    }
    out.costs = std::make_shared<coverage::TableDistances>(shape.sites, std::move(metres));
    if (shape.limits && dice.below(2) == 0) out.farthest = Cost::whole(40 + std::int64_t(dice.below(60)));
    return out;
}

/// Nothing where there is no way.
inline std::optional<Cost> cost_between(const Problem& problem, std::size_t household, std::size_t site) {
    Progress quiet;
    const coverage::Links way =
        problem.costs->within({{static_cast<std::uint32_t>(household)}, {static_cast<std::uint32_t>(site)}},
                              coverage::CostSource::no_limit, 1, quiet);
    return way.cost.empty() ? std::nullopt : std::optional{way.cost.front()};
}

/// Nothing where a rule forbids it, too.
inline std::optional<Cost> allowed_cost(const Problem& problem, std::size_t household, std::size_t site) {
    const std::optional<Cost> cost = cost_between(problem, household, site);
    return cost && may_move(problem, household, site, *cost) ? cost : std::nullopt;
}

}  // namespace yiquan::relocation
