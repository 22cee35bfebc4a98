// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/exact.hpp"
#include "core/coverage/cost_source.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::relocation {

/// A row of the list of households. It may stand for several, which then move together.
struct Household {
    std::string id;  ///< unique
    std::string name;
    std::string village;  ///< whom to keep together; blank: this row alone
    std::string above;    ///< where the village lies: county, township; tells villages of one name apart
    std::string county;   ///< or whatever is to agree with the site's; blank agrees with none
    std::optional<geo::LonLat> place;
    std::int64_t people = 1;  ///< heads, at least one
    std::int64_t households = 1;
    std::optional<Cost> farthest;  ///< its own limit, beside the common one
};

/// Where people may move to.
struct Site {
    std::string id;  ///< unique
    std::string name;
    std::string county;
    std::optional<geo::LonLat> place;
    std::int64_t capacity = 0;   ///< heads
    std::optional<Price> price;  ///< of opening it; none: costs nothing
    bool allowed = true;         ///< false where screening did not pass it
};

/// Who may move where.
struct Problem {
    std::vector<Household> households;
    std::vector<Site> sites;
    std::shared_ptr<const coverage::CostSource> costs;  ///< from households, in rows, to sites
    std::optional<Cost> farthest;                       ///< the limit included
    bool within_county = false;
    bool keep_villages = false;

    /// True where all rows of the household's village move as one.
    [[nodiscard]] bool moves_as_village(const Household& household) const {
        return keep_villages && !household.village.empty();
    }
    /// \throws Error{input} for no households, no sites, repeated ids, a row without people, or sums too
    ///         large to count
    void check() const;
};

}  // namespace yiquan::relocation
