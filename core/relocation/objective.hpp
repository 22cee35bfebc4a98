// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace yiquan::relocation {

/// What counts once as many people as possible are placed.
enum class Objective { travel, worst, sites, cost };

struct ObjectiveInfo {
    Objective objective;
    std::string_view id;
    std::string_view en;
    std::string_view zh;
    std::string_view unit_en;
    std::string_view unit_zh;
};

/// One row per objective, in the order of the enumeration.
inline constexpr std::array objectives{
    ObjectiveInfo{Objective::travel, "travel", "Least travel of all people together.",
                  "全体人员的路程合计最小。", "person-km", "人·公里"},
    ObjectiveInfo{Objective::worst, "worst", "Least worst travel, then least travel of all.",
                  "最远者的路程最小，其次全体路程最小。", "m", "米"},
    ObjectiveInfo{Objective::sites, "sites", "Fewest sites opened, then less travel.",
                  "启用的安置点最少，其次路程较小。", "sites", "处"},
    ObjectiveInfo{Objective::cost, "cost", "Least sum of the prices of opened sites, then less travel.",
                  "启用安置点的造价合计最小，其次路程较小。", "price", "造价"},
};

[[nodiscard]] constexpr const ObjectiveInfo& info(Objective objective) {
    return objectives[static_cast<std::size_t>(objective)];
}
/// \throws Error{usage} for an unknown id
[[nodiscard]] Objective objective_from(std::string_view id);

}  // namespace yiquan::relocation
