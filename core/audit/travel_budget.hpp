// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/base/quantity.hpp"
#include "core/settings/toml_table.hpp"

namespace yiquan::audit {

/// How people get there.
struct TravelMode {
    std::string_view id;
    std::string_view en;
    std::string_view zh;
};
inline constexpr std::array travel_modes{
    TravelMode{"walk", "on foot", "步行"},
    TravelMode{"ebike", "by e-bike", "电动自行车"},
    TravelMode{"drive", "by car", "驾车"},
};

/// A limit on the way through a street network.
struct TravelBudget {
    std::string_view mode;  ///< id of a row above
    Seconds budget;
};

/// The keys `mode` and `budget` of a run file or a standard; nothing where neither is there.
/// \throws Error{usage} for an unknown mode, with the nearest one, and for one key without the other
[[nodiscard]] std::optional<TravelBudget> read_travel_budget(settings::TomlTable& table);

}  // namespace yiquan::audit
