// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/message.hpp"
#include "core/base/quantity.hpp"
#include "core/features/input_record.hpp"
#include "core/geo/lonlat.hpp"
#include "core/relocation/objective.hpp"

namespace yiquan::report {

/// A place that people may move to, and who does.
struct LoadedSite {
    std::string id;    ///< by which reasons call it
    std::string name;  ///< or its id
    std::optional<geo::LonLat> place;
    std::int64_t capacity = 0;
    std::int64_t load = 0;  ///< heads
    std::int64_t households = 0;
    bool allowed = true;  ///< false where screening did not pass it
};

/// A row of the list that stays.
struct UnplacedHousehold {
    std::string id;
    std::string name;     ///< or its id
    std::string village;  ///< or what whoever moves with it is called; may be empty
    std::int64_t people = 0;
    std::string reason;                ///< id
    Message why;                       ///< with the one constraint that would place it, in a sentence
    std::optional<geo::LonLat> place;  ///< filled in from the layers
};

/// Rows that stay for one reason: a village that moves together, or a household.
struct StayingUnit {
    std::string name;
    std::int64_t people = 0;
    Message why;
};

struct MovedPeople {
    std::int64_t households = 0;
    std::int64_t people = 0;
};

/// Everything that a finished `yiquan relocate` tells, read back.
struct RelocationRecord {
    std::string version;  ///< of the Yiquan that made it; may be empty
    relocation::Objective objective{};
    bool proved = false;
    double value = 0.0;  ///< of the objective, in its unit
    double bound = 0.0;
    double gap = 0.0;
    Seconds took;
    std::optional<Metres> farthest;  ///< that anybody may move; none: no such limit for all
    std::string within;              ///< column that had to agree; may be empty
    std::string together;            ///< column whose rows move together; may be empty
    MovedPeople all;
    MovedPeople placed;
    std::int64_t placeable = 0;               ///< no plan places more heads
    std::int64_t capacity = 0;                ///< of the sites that may be used
    double person_km = 0.0;                   ///< travel of all who move
    std::optional<Metres> mean;               ///< way of those who move; none where nobody does
    std::optional<Metres> worst;              ///< likewise
    std::vector<LoadedSite> sites;            ///< by id
    std::vector<UnplacedHousehold> unplaced;  ///< by id
    std::vector<StayingUnit> stays;           ///< the same by unit, most people first
    std::vector<features::InputRecord> inputs;
    geo::Box extent;       ///< of households and sites; filled in from the layers
    std::size_t rows = 0;  ///< of the list of households

    [[nodiscard]] std::size_t opened() const;
    /// Whether those at the sites and those who stay are all: nobody was lost, or counted twice.
    [[nodiscard]] bool balances() const;
};

}  // namespace yiquan::report
