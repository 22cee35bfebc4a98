// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace yiquan::relocation {

/// What counts once as many people as possible are placed.
enum class Objective { travel, worst, sites, cost };

/// An objective with what is said of it.
struct ObjectiveInfo {
    Objective objective;
    std::string_view id;
    std::string_view en;  ///< one sentence
    std::string_view zh;
    std::string_view unit_en;
    std::string_view unit_zh;
    std::string_view aim_en;  ///< what is chosen
    std::string_view aim_zh;
    std::string_view counts_en;  ///< "as many people as possible, then …"
    std::string_view counts_zh;
    std::string_view rival_en;  ///< "no plan that places as many …"
    std::string_view rival_zh;
    std::string_view proof_en;  ///< the claim of a proof, with {value}
    std::string_view proof_zh;
};

/// One row per objective, in the order of the enumeration.
inline constexpr std::array objectives{
    ObjectiveInfo{.objective = Objective::travel,
                  .id = "travel",
                  .en = "Least total travel of all people.",
                  .zh = "全体人员的路程合计最小。",
                  .unit_en = "person-km",
                  .unit_zh = "人·公里",
                  .aim_en = "least total travel",
                  .aim_zh = "总路程最少",
                  .counts_en = "least total travel",
                  .counts_zh = "总路程最小",
                  .rival_en = "has less travel",
                  .rival_zh = "的总路程都不可能更小",
                  .proof_en = "these people cannot be placed with less travel than {value}.",
                  .proof_zh = "安置这些人，总路程不可能少于 {value}。"},
    ObjectiveInfo{.objective = Objective::worst,
                  .id = "worst",
                  .en = "Least worst travel, then least total travel.",
                  .zh = "最远者的路程最小，其次全体路程最小。",
                  .unit_en = "m",
                  .unit_zh = "米",
                  .aim_en = "shortest longest move",
                  .aim_zh = "最远者路程最短",
                  .counts_en = "shortest longest move",
                  .counts_zh = "最远路程最小",
                  .rival_en = "has a shorter longest move",
                  .rival_zh = "的最远路程都不可能更短",
                  .proof_en = "however these people are placed, somebody moves {value} or farther.",
                  .proof_zh = "无论怎样安置这些人，总有人要搬 {value} 或更远。"},
    ObjectiveInfo{.objective = Objective::sites,
                  .id = "sites",
                  .en = "Fewest sites opened, then less travel.",
                  .zh = "启用的安置点最少，其次路程较小。",
                  .unit_en = "sites",
                  .unit_zh = "处",
                  .aim_en = "fewest sites",
                  .aim_zh = "启用安置点最少",
                  .counts_en = "fewest sites",
                  .counts_zh = "启用安置点最少",
                  .rival_en = "opens fewer sites",
                  .rival_zh = "启用的安置点都不可能更少",
                  .proof_en = "fewer than {value} cannot take these people.",
                  .proof_zh = "少于 {value} 无法容纳这些人。"},
    ObjectiveInfo{.objective = Objective::cost,
                  .id = "cost",
                  .en = "Lowest total price of opened sites, then less travel.",
                  .zh = "启用安置点的造价合计最小，其次路程较小。",
                  .unit_en = "price",
                  .unit_zh = "造价",
                  .aim_en = "cheapest sites",
                  .aim_zh = "安置点造价最低",
                  .counts_en = "least cost of sites",
                  .counts_zh = "造价最低",
                  .rival_en = "costs less",
                  .rival_zh = "的造价都不可能更低",
                  .proof_en = "no sites that take these people cost less than {value}.",
                  .proof_zh = "能容纳这些人的安置点，造价不可能低于 {value}。"},
};

[[nodiscard]] constexpr const ObjectiveInfo& info(Objective objective) {
    return objectives[static_cast<std::size_t>(objective)];
}
/// \throws Error{usage} for an unknown id
[[nodiscard]] Objective objective_from(std::string_view id);

}  // namespace yiquan::relocation
