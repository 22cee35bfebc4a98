// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/quantity.hpp"
#include "core/geo/ellipsoid.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::intake {

/// Tells of each listed place whether one of the same name stands already within a short distance.
///
/// Only places that repeat none are remembered, so those of one name lie apart and each grid cell holds a
/// few: O(1) a place, for 10,000 copies of one row as for 100,000 places of one name.
class RepeatFinder {
public:
    explicit RepeatFinder(Metres reach) : reach_(reach) {}

    struct Repeat {
        std::size_t first;  ///< number of the earlier place, counting calls of `add`
        Metres distance;
    };
    /// The nearest remembered place of that name within reach, ties by the earlier one; else remembers this.
    [[nodiscard]] std::optional<Repeat> add(std::string_view name, geo::LonLat place);

private:
    struct First {
        std::string name;
        geo::LonLat place;
        std::size_t number;
        std::uint32_t next;  // in the same cell
    };

    Metres reach_;
    std::size_t added_ = 0;
    std::vector<First> firsts_;
    std::unordered_map<std::uint64_t, std::uint32_t> cells_;  // hash of name and cell to its newest entry
};

}  // namespace yiquan::intake
