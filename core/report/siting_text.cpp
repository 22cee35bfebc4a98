// SPDX-License-Identifier: MIT
#include "core/report/siting_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

#include "core/base/number_text.hpp"
#include "core/base/quantity.hpp"
#include "core/report/method_words.hpp"
#include "core/siting/answer.hpp"

namespace yiquan::report {
namespace {

/// What a proof of a model says: "no other 20 places …".
struct ModelClaim {
    std::string_view model;
    PlanMeasure measure;
    std::string_view en;
    std::string_view zh;
};

constexpr std::array model_claims{
    ModelClaim{"mclp", PlanMeasure::people, "serve more people", "都不可能覆盖更多人口"},
    ModelClaim{"capacitated-mclp", PlanMeasure::people, "serve more people", "都不可能服务更多人口"},
    ModelClaim{"backup", PlanMeasure::people, "serve more people twice", "都不可能让更多人口得到双重覆盖"},
    ModelClaim{"lscp", PlanMeasure::fewest, "serve everyone within reach", "无法覆盖全部可覆盖的人口"},
    ModelClaim{"partial", PlanMeasure::fewest, "reach the share asked for", "无法达到要求的覆盖率"},
    ModelClaim{"p-median", PlanMeasure::mean_trip, "make the mean trip shorter", "平均出行距离都不可能更短"},
    ModelClaim{"capacitated-p-median", PlanMeasure::mean_trip, "make the mean trip shorter",
               "平均出行距离都不可能更短"},
    ModelClaim{"p-center", PlanMeasure::worst_trip, "make the longest trip shorter",
               "最远出行距离都不可能更短"},
    ModelClaim{"equity", PlanMeasure::worst_share, "serve the worst-served zones better",
               "覆盖最差的单元都不可能更好"},
};

const ModelClaim& claim_of(const SitingRecord& plan) {
    for (const ModelClaim& claim : model_claims) {
        if (claim.model == plan.model) return claim;
    }
    static constexpr ModelClaim any{"", PlanMeasure::people, "do better", "都不可能更好"};
    return any;
}

std::size_t choices(const SitingRecord& plan) {
    return plan.proposals.size() + plan.candidates;
}

Message radius_words(const SitingRecord& plan) {
    if (!plan.radius) return {};
    const std::string radius = to_text(*plan.radius);
    return {fmt::format("within {}", radius), fmt::format("{} 以内", radius)};
}

}  // namespace

PlanMeasure measure_of(const SitingRecord& plan) {
    return claim_of(plan).measure;
}

Message siting_title(const SitingRecord& plan) {
    const std::size_t count = plan.proposals.size();
    return {fmt::format("Where next: {} proposed {}", count, count == 1 ? "place" : "places"),
            fmt::format("下一步建在哪里：新增 {} 处建议", count)};
}

Message proof_sentence(const SitingRecord& plan) {
    const ModelClaim& claim = claim_of(plan);
    const std::size_t count = plan.proposals.size();
    if (!plan.proved) {
        const double more = std::abs(plan.bound - plan.objective);
        if (claim.measure == PlanMeasure::people) {
            return {fmt::format("Not proved to be the best: at most {} more people could be served ({}).",
                                grouped(std::ceil(more)), percent(plan.gap)),
                    fmt::format("尚未证明最优：至多还能多覆盖 {} 人（差距 {}）。", grouped(std::ceil(more)),
                                percent(plan.gap))};
        }
        return {fmt::format("Not proved to be the best: at most {} from it.", percent(plan.gap)),
                fmt::format("尚未证明最优：与最优的差距不超过 {}。", percent(plan.gap))};
    }
    const Message margin = siting::proof_margin(plan.tolerance);
    if (claim.measure == PlanMeasure::fewest) {
        const bool priced = plan.objective != static_cast<double>(count);
        if (priced) {
            return {fmt::format("Proved optimal{}: no cheaper places {}.", margin.en, claim.en),
                    fmt::format("已证明最优{}：造价更低的方案{}。", margin.zh, claim.zh)};
        }
        return {fmt::format("Proved optimal{}: fewer than {} of the {} candidates cannot {}.", margin.en,
                            count, choices(plan), claim.en),
                fmt::format("已证明最优{}：{} 处候选点中少于 {} 处{}。", margin.zh, choices(plan), count,
                            claim.zh)};
    }
    if (plan.budget) {
        return {fmt::format("Proved optimal{}: no other of the {} candidates for the same budget {}.",
                            margin.en, choices(plan), claim.en),
                fmt::format("已证明最优{}：同样预算内，{} 处候选点的任何组合{}。", margin.zh, choices(plan),
                            claim.zh)};
    }
    return {fmt::format("Proved optimal{}: no other {} of the {} candidates {}.", margin.en, count,
                        choices(plan), claim.en),
            fmt::format("已证明最优{}：从 {} 处候选点中任选 {} 处，{}。", margin.zh, choices(plan), count,
                        claim.zh)};
}

Message effect_sentence(const SitingRecord& plan) {
    if (plan.served) {
        const ServedPeople& people = *plan.served;
        const Message where = radius_words(plan);
        const std::string before = percent(share(people.before, people.total));
        const std::string after = percent(share(people.after, people.total));
        const std::string gained = grouped((people.after - people.before).value());
        return {fmt::format("People served{}{}: {} now, {} then; {} more.", where.en.empty() ? "" : " ",
                            where.en, before, after, gained),
                fmt::format("{}{}覆盖率由 {} 升至 {}，新覆盖 {} 人。", where.zh, where.zh.empty() ? "" : "的",
                            before, after, gained)};
    }
    const std::string figure = objective_figure(plan, plan.objective);
    if (measure_of(plan) == PlanMeasure::worst_trip) {
        return {fmt::format("The longest way to the nearest site becomes {}.", figure),
                fmt::format("到最近站点的最远距离将为 {}。", figure)};
    }
    return {fmt::format("The mean way to the nearest site becomes {}.", figure),
            fmt::format("到最近站点的平均距离将为 {}。", figure)};
}

Message method_line(const SitingRecord& plan, const AuditRecord& audit) {
    Clauses clauses({fmt::format("Siting: model {}", plan.model), fmt::format("选址：模型 {}", plan.model)});
    if (plan.radius) {
        const std::string radius = to_text(*plan.radius);
        clauses.add("radius " + radius, "半径 " + radius);
    }
    if (plan.budget) clauses.add("budget " + grouped(*plan.budget), "预算 " + grouped(*plan.budget));
    clauses.add(fmt::format("{} new of {} candidates beside {} existing", plan.proposals.size(),
                            choices(plan), plan.standing.size()),
                fmt::format("{} 处候选点中新增 {} 处，现有 {} 处", choices(plan), plan.proposals.size(),
                            plan.standing.size()));
    const Message took = duration_words(plan.took);
    clauses.add("solved in " + took.en, "求解用时 " + took.zh);
    if (!plan.version.empty()) clauses.add("Yiquan " + plan.version, "驿圈 " + plan.version);
    Message line = clauses.sentence();
    if (plan.uncoverable.ticks() > 0) {
        const std::string people = grouped(plan.uncoverable.value());
        line.en += fmt::format(" {} people are beyond the reach of every candidate.", people);
        line.zh += fmt::format("有 {} 人任何候选点都无法覆盖。", people);
    }
    const CostLimit& audited = audit.ledger.ledger.limit;
    if (plan.radius && CostLimit{cost_of(*plan.radius), CostUnit::metres} != audited) {
        const CostUnitInfo& unit = info(audited.unit);
        line.en += fmt::format(" The audit's own {} is {}.", unit.limit, to_text(audited).en);
        line.zh += fmt::format("注意：审计本身的{}为 {}。", unit.limit_zh, to_text(audited).zh);
    }
    return line;
}

std::string objective_figure(const SitingRecord& plan, double objective) {
    constexpr double metres = 1000.0;
    switch (measure_of(plan)) {
        case PlanMeasure::people:
            return percent(plan.demand.ticks() == 0 ? 0.0 : objective / plan.demand.value());
        case PlanMeasure::fewest:
            return grouped(objective);
        case PlanMeasure::mean_trip:
            return fmt::format("{:.1f} km",
                               plan.demand.ticks() == 0 ? 0.0 : objective / plan.demand.value() / metres);
        case PlanMeasure::worst_trip:
            return fmt::format("{:.1f} km", objective / metres);
        case PlanMeasure::worst_share:
            return percent(objective);
    }
    return {};
}

}  // namespace yiquan::report
