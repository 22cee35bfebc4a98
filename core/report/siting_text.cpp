// SPDX-License-Identifier: MIT
#include "core/report/siting_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "core/base/number_text.hpp"
#include "core/base/quantity.hpp"
#include "core/report/method_words.hpp"
#include "core/siting/answer.hpp"
#include "core/siting/model.hpp"

namespace yiquan::report {
namespace {

/// What no other choice does.
Message rival_of(const SitingRecord& plan) {
    const siting::Model& model = siting::model_of_document(plan.model);
    return {std::string{model.rival_en},
            fmt::format(fmt::runtime(model.rival_zh), fmt::arg("way", info(plan.unit).way_zh))};
}

std::size_t choices(const SitingRecord& plan) {
    return plan.proposals.size() + plan.candidates;
}

Message limit_words(const SitingRecord& plan) {
    if (!plan.limit) return {};
    const Message limit = to_text(CostLimit{*plan.limit, plan.unit});
    return {fmt::format("within {}", limit.en), fmt::format("{} 以内", limit.zh)};
}

}  // namespace

siting::Measure measure_of(const SitingRecord& plan) {
    return siting::model_of_document(plan.model).measure;
}

Message siting_title(const SitingRecord& plan) {
    const std::size_t count = plan.proposals.size();
    return {fmt::format("Where next: {} proposed {}", count, count == 1 ? "place" : "places"),
            fmt::format("下一步建在哪里：新增 {} 处建议", count)};
}

Message proof_sentence(const SitingRecord& plan) {
    const Message rival = rival_of(plan);
    const siting::Measure measure = measure_of(plan);
    const std::size_t count = plan.proposals.size();
    if (!plan.proved) {
        const double more = std::abs(plan.bound - plan.objective);
        if (measure == siting::Measure::people) {
            return {fmt::format("Not proved to be the best: at most {} more people could be served ({}).",
                                grouped(std::ceil(more)), percent(plan.gap)),
                    fmt::format("尚未证明最优：至多还能多覆盖 {} 人（差距 {}）。", grouped(std::ceil(more)),
                                percent(plan.gap))};
        }
        return {fmt::format("Not proved to be the best: within {} of the best.", percent(plan.gap)),
                fmt::format("尚未证明最优：与最优的差距不超过 {}。", percent(plan.gap))};
    }
    const Message margin = siting::proof_margin(plan.tolerance);
    if (measure == siting::Measure::fewest) {
        const bool priced = plan.objective != static_cast<double>(count);
        if (priced) {
            return {fmt::format("Proved optimal{}: no cheaper places {}.", margin.en, rival.en),
                    fmt::format("已证明最优{}：造价更低的方案{}。", margin.zh, rival.zh)};
        }
        return {fmt::format("Proved optimal{}: fewer than {} of the {} candidates cannot {}.", margin.en,
                            count, choices(plan), rival.en),
                fmt::format("已证明最优{}：{} 处候选点中少于 {} 处{}。", margin.zh, choices(plan), count,
                            rival.zh)};
    }
    if (plan.budget) {
        return {fmt::format("Proved optimal{}: no other of the {} candidates for the same budget {}.",
                            margin.en, choices(plan), rival.en),
                fmt::format("已证明最优{}：同样预算内，{} 处候选点的任何组合{}。", margin.zh, choices(plan),
                            rival.zh)};
    }
    return {fmt::format("Proved optimal{}: no other {} of the {} candidates {}.", margin.en, count,
                        choices(plan), rival.en),
            fmt::format("已证明最优{}：从 {} 处候选点中任选 {} 处，{}。", margin.zh, choices(plan), count,
                        rival.zh)};
}

Message effect_sentence(const SitingRecord& plan) {
    if (plan.served) {
        const ServedPeople& people = *plan.served;
        const Message where = limit_words(plan);
        const std::string before = percent(share(people.before, people.total));
        const std::string after = percent(share(people.after, people.total));
        const std::string gained = grouped((people.after - people.before).value());
        return {fmt::format("People served{}{}: {} now, {} then; {} more.", where.en.empty() ? "" : " ",
                            where.en, before, after, gained),
                fmt::format("{}{}覆盖率由 {} 升至 {}，新覆盖 {} 人。", where.zh, where.zh.empty() ? "" : "的",
                            before, after, gained)};
    }
    const std::string figure = objective_figure(plan, plan.objective);
    const std::string_view way = info(plan.unit).way_zh;
    if (measure_of(plan) == siting::Measure::worst_trip) {
        return {fmt::format("The longest trip to the nearest site becomes {}.", figure),
                fmt::format("到最近站点的最远{}将为 {}。", way, figure)};
    }
    return {fmt::format("The mean trip to the nearest site becomes {}.", figure),
            fmt::format("到最近站点的平均{}将为 {}。", way, figure)};
}

Message method_line(const SitingRecord& plan, const AuditRecord& audit) {
    Clauses clauses({fmt::format("Siting: model {}", plan.model), fmt::format("选址：模型 {}", plan.model)});
    if (plan.limit) {
        const CostUnitInfo& unit = info(plan.unit);
        const Message limit = to_text(CostLimit{*plan.limit, plan.unit});
        clauses.add(fmt::format("{} {}", unit.limit, limit.en),
                    fmt::format("{} {}", unit.limit_zh, limit.zh));
    }
    if (plan.budget) clauses.add("budget " + grouped(*plan.budget), "预算 " + grouped(*plan.budget));
    clauses.add(fmt::format("{} new of {} candidates on top of {} existing", plan.proposals.size(),
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
    if (plan.limit && CostLimit{*plan.limit, plan.unit} != audited) {
        const CostUnitInfo& unit = info(audited.unit);
        line.en += fmt::format(" The audit's own {} is {}.", unit.limit, to_text(audited).en);
        line.zh += fmt::format("注意：审计本身的{}为 {}。", unit.limit_zh, to_text(audited).zh);
    }
    return line;
}

std::string objective_figure(const SitingRecord& plan, double objective) {
    const auto figure = [&](double cost) {
        return fmt::format("{} {}", reader_figure(CostValue{cost}, plan.unit), info(plan.unit).reader_en);
    };
    const double people = plan.demand.value();
    switch (measure_of(plan)) {
        case siting::Measure::people:
            return percent(people == 0.0 ? 0.0 : objective / people);
        case siting::Measure::fewest:
            return grouped(objective);
        case siting::Measure::mean_trip:
            return figure(people == 0.0 ? 0.0 : objective / people);
        case siting::Measure::worst_trip:
            return figure(objective);
        case siting::Measure::worst_share:
            return percent(objective);
    }
    return {};
}

}  // namespace yiquan::report
