// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <compare>
#include <string_view>

#include "core/base/exact.hpp"
#include "core/base/quantity.hpp"

namespace yiquan {

/// In what the way between two places is counted.
enum class CostUnit {
    metres,   ///< by air, or along streets
    seconds,  ///< along streets
    table,    ///< of a table of costs; only its author knows
};

struct CostUnitInfo {
    CostUnit unit;
    std::string_view id;      ///< as documents write it
    std::string_view suffix;  ///< of keys and columns, as in `radius_m`
    std::string_view en;
    std::string_view zh;
};
inline constexpr std::array cost_units{
    CostUnitInfo{CostUnit::metres, "m", "_m", "m", "米"},
    CostUnitInfo{CostUnit::seconds, "s", "_s", "s", "秒"},
    CostUnitInfo{CostUnit::table, "", "", "", ""},
};
[[nodiscard]] constexpr const CostUnitInfo& info(CostUnit unit) {
    return cost_units[static_cast<std::size_t>(unit)];
}

/// What it takes to get from one place to another, in the unit of its source and exact to six decimals. By
/// air it is a whole number of millimetres, along streets of milliseconds, in a table whatever stands there.
using Cost = Exact<struct CostAmount>;

/// A cost that was measured or averaged and not rounded, in the unit that stands beside it.
using CostValue = Quantity<struct CostValueUnit>;

/// A cost that stands alone: how far counts as served.
struct CostLimit {
    Cost amount;
    CostUnit unit = CostUnit::metres;

    friend constexpr bool operator==(const CostLimit&, const CostLimit&) = default;
};

}  // namespace yiquan
