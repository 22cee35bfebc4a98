// SPDX-License-Identifier: MIT
#include "core/relocation/place_most.hpp"

#include <algorithm>
#include <numeric>

#include "core/relocation/make_room.hpp"
#include "core/relocation/packing.hpp"
#include "core/relocation/plan_program.hpp"
#include "core/relocation/split_units.hpp"

namespace yiquan::relocation {
namespace {

struct Rounded {
    Assignment plan;
    std::vector<std::uint32_t> order;
};

/// Each unit where most of it went; those that were split least come first.
Rounded rounded(const Instance& instance, const SplitPlan& split) {
    Rounded out;
    out.plan.assign(instance.units.size(), nowhere);
    std::vector<std::int64_t> strayed(out.plan.size(), 0);
    for (std::size_t u = 0; u < out.plan.size(); ++u) {
        const auto& shares = split.shares[u];
        const auto best = std::min_element(shares.begin(), shares.end(), [](const auto& a, const auto& b) {
            return std::pair{-a.heads, a.site} < std::pair{-b.heads, b.site};
        });
        if (best == shares.end()) continue;
        out.plan[u] = best->site == SplitPlan::stays ? nowhere : best->site;
        strayed[u] = instance.units[u].people - best->heads;
    }
    out.order.resize(out.plan.size());
    std::iota(out.order.begin(), out.order.end(), 0U);
    std::stable_sort(out.order.begin(), out.order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return strayed[a] < strayed[b]; });
    return out;
}

}  // namespace

Placement place_most(const Instance& instance, const optimize::IntegerSolver* solver,
                     const optimize::SearchLimits& limits, std::int64_t enough) {
    Placement out;
    out.split = split_units(instance, instance.people, limits);
    out.placeable = out.split.complete ? instance.people - out.split.stayed : instance.people;
    const Rounded start = rounded(instance, out.split);
    Packing packing(instance, out.split.price);
    packing.adopt(start.plan, start.order);
    packing.fill();
    packing.improve([&] { return limits.over(); });
    const auto placed = [&] { return instance.people - packing.score().left_out; };
    if (placed() < std::min(out.placeable, enough) && !limits.over()) {
        packing.adopt(make_room(instance, packing.plan(), [&] { return limits.over(); }), start.order);
        packing.improve([&] { return limits.over(); });
    }
    if (placed() < std::min(out.placeable, enough) && solver != nullptr &&
        instance.links.size() <= most_links_to_prove && !limits.over()) {
        const ProgramResult found = most_people(instance, packing.score().left_out, *solver, limits);
        out.placeable = std::min(out.placeable, found.bound);
        if (!found.plan.empty() && sums_of(instance, found.plan).placed > placed()) {
            packing.adopt(found.plan, start.order);
            packing.fill();
            packing.improve([&] { return limits.over(); });
        }
    }
    out.plan = packing.plan();
    out.placed = placed();
    out.travel = packing.score().travel;
    return out;
}

}  // namespace yiquan::relocation
