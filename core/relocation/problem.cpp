// SPDX-License-Identifier: MIT
#include "core/relocation/problem.hpp"

#include <fmt/format.h>

#include <limits>
#include <string_view>
#include <unordered_set>

#include "core/base/error.hpp"

namespace yiquan::relocation {
namespace {

[[noreturn]] void refuse_list(const std::string& en, const std::string& zh) {
    throw Error{ErrorKind::input, {en, zh}};
}

constexpr std::int64_t most_heads = 100'000'000;

}  // namespace

void Problem::check() const {
    if (households.empty()) refuse_list("There are no households to move.", "没有需要搬迁的农户。");
    if (sites.empty()) refuse_list("There are no sites to move to.", "没有可供搬迁的安置点。");
    std::unordered_set<std::string_view> seen;
    std::int64_t people = 0;
    for (const Household& household : households) {
        if (!seen.insert(household.id).second) {
            refuse_list(fmt::format("Household \"{}\" is listed twice; keep one row.", household.id),
                        fmt::format("农户“{}”重复；请只保留一行。", household.id));
        }
        if (household.people < 1 || household.people > most_heads) {
            refuse_list(
                fmt::format("Household \"{}\" has {} people; give 1 to {}.", household.id, household.people,
                            most_heads),
                fmt::format("农户“{}”有 {} 人；应为 1 到 {}。", household.id, household.people, most_heads));
        }
        people += household.people;
        if (people > most_heads) {
            refuse_list(fmt::format("The households have more than {} people; divide the list.", most_heads),
                        fmt::format("农户总人数超过 {}；请拆分名单。", most_heads));
        }
    }
    seen.clear();
    constexpr std::int64_t most_ticks = std::numeric_limits<std::int64_t>::max() / 8;
    std::int64_t ticks = 0;
    for (const Site& site : sites) {
        if (site.price && site.price->ticks() > most_ticks - ticks) {
            refuse_list(
                "The sites' prices are too large to be summed exactly; use a larger unit, such as 万元.",
                "造价过大，无法精确合计；请换用更大的单位，例如万元。");
        }
        if (site.price) ticks += site.price->ticks();
        if (!seen.insert(site.id).second) {
            refuse_list(fmt::format("Site \"{}\" is listed twice; keep one row.", site.id),
                        fmt::format("安置点“{}”重复；请只保留一行。", site.id));
        }
        if (site.capacity < 0 || site.capacity > most_heads) {
            refuse_list(
                fmt::format("Site \"{}\" has a capacity of {}; give 0 to {}.", site.id, site.capacity,
                            most_heads),
                fmt::format("安置点“{}”的容量为 {}；应为 0 到 {}。", site.id, site.capacity, most_heads));
        }
    }
}

}  // namespace yiquan::relocation
