// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <compare>
#include <string>
#include <string_view>

#include "core/base/exact.hpp"
#include "core/base/message.hpp"
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
    std::string_view limit;   ///< key of a limit, before its suffix; also its English word
    std::string_view limit_zh;
    std::string_view en;
    std::string_view zh;
    double reader;  ///< of them make one of the unit that people read: kilometres, minutes
    std::string_view reader_en;
    std::string_view reader_zh;
    std::string_view way_en;  ///< what is measured
    std::string_view way_zh;
};
inline constexpr std::array cost_units{
    CostUnitInfo{CostUnit::metres, "m", "_m", "radius", "半径", "m", "米", 1000.0, "km", "公里", "distance",
                 "距离"},
    CostUnitInfo{CostUnit::seconds, "s", "_s", "limit", "时限", "s", "秒", 60.0, "min", "分钟", "time",
                 "时间"},
    CostUnitInfo{CostUnit::table, "", "", "threshold", "限值", "", "", 1.0, "", "", "cost", "费用"},
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

/// The name of a key or column that holds costs: "nearest_m", "nearest_s".
[[nodiscard]] std::string unit_key(std::string_view stem, CostUnit unit);
/// The same of a limit: "radius_m", "limit_s".
[[nodiscard]] std::string limit_key(CostUnit unit);

/// A length as a cost, to a micrometre. What is longer than any route on Earth becomes `Cost::largest`.
[[nodiscard]] Cost cost_of(Metres length);

/// \return "800 m", "1.5 km", "15 min" and "15 分钟", or the bare number of a table
[[nodiscard]] Message to_text(CostValue cost, CostUnit unit);
[[nodiscard]] Message to_text(const CostLimit& limit);

/// \return kilometres or minutes to one decimal, without the unit
[[nodiscard]] std::string reader_figure(CostValue cost, CostUnit unit);

}  // namespace yiquan
