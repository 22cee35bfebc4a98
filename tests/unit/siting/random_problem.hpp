// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <vector>

#include "core/coverage/matrix_costs.hpp"
#include "core/siting/locate.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::siting {

/// A problem as a table that a test can look at.
struct Table {
    std::vector<std::vector<double>> cost;  ///< by demand and site
    std::vector<double> weight;
    std::vector<Site> sites;
    std::vector<std::uint32_t> zone;  ///< may be empty

    [[nodiscard]] Problem problem() const {
        Problem out;
        out.sites = sites;
        coverage::Links links;
        for (std::size_t d = 0; d < cost.size(); ++d) {
            out.demand.ids.push_back(fmt::format("d{:03}", d));
            out.demand.weights.push_back(Persons::nearest(weight[d]));
            for (std::uint32_t s = 0; s < sites.size(); ++s) {
                links.column.push_back(s);
                links.cost.push_back(Cost::nearest(cost[d][s]));
            }
            links.first.push_back(links.column.size());
        }
        out.demand.zone = zone;
        for (const std::uint32_t z : zone) {
            while (out.demand.zones.size() <= z) {
                out.demand.zones.emplace_back().code = fmt::format("z{}", out.demand.zones.size());
            }
        }
        out.costs = std::make_shared<coverage::MatrixCosts>(std::move(links));
        return out;
    }
};

struct TableShape {
    std::size_t demands = 12;
    std::size_t sites = 8;
    bool roles = true;  ///< some sites stay, are forced or forbidden
};

/// Places on a map of 100 by 100, with whole distances and weights; a few weights are zero.
inline Table random_table(test::Dice& dice, const TableShape& shape) {
    Table out;
    struct Place {
        double x, y;
    };
    const auto place = [&] { return Place{dice.between(0.0, 100.0), dice.between(0.0, 100.0)}; };
    std::vector<Place> sites;
    for (std::size_t s = 0; s < shape.sites; ++s) {
        sites.push_back(place());
        Site site;
        site.id = fmt::format("s{:03}", s);
        site.price = Price::whole(static_cast<std::int64_t>(1 + dice.below(6)));
        site.seats = Persons::whole(static_cast<std::int64_t>(5 + dice.below(30)));
        if (shape.roles) {
            const std::size_t fate = dice.below(12);
            if (fate == 0) site.role = Role::stays;
            if (fate == 1) site.forced = true;
            if (fate == 2) site.forbidden = true;
            if (fate == 3) site.role = Role::may_close;
        }
        out.sites.push_back(std::move(site));
    }
    for (std::size_t d = 0; d < shape.demands; ++d) {
        const Place at = place();
        out.weight.push_back(static_cast<double>(dice.below(10)));
        out.cost.emplace_back();
        for (const Place& site : sites) {
            out.cost.back().push_back(std::floor(std::hypot(at.x - site.x, at.y - site.y)));
        }
        out.zone.push_back(static_cast<std::uint32_t>(dice.below(3)));
    }
    out.weight[0] = 7.0;
    return out;
}

}  // namespace yiquan::siting
