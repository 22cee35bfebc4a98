// SPDX-License-Identifier: MIT
#include "core/report/relocation_text.hpp"

#include <fmt/format.h>

#include "core/base/number_text.hpp"
#include "core/report/method_words.hpp"

namespace yiquan::report {
namespace {

constexpr double metres_per_km = 1000.0;

std::string whole(std::int64_t count) {
    return grouped(static_cast<double>(count));
}

std::string kilometres(Metres length) {
    return fmt::format("{:.1f} km", length.value() / metres_per_km);
}

Message objective_words(const RelocationRecord& record, double value) {
    switch (record.objective) {
        case relocation::Objective::travel:
            return {fmt::format("{:.1f} person-km", value), fmt::format("{:.1f} 人·公里", value)};
        case relocation::Objective::worst:
            return {fmt::format("{:.3f} km", value / metres_per_km),
                    fmt::format("{:.3f} 公里", value / metres_per_km)};
        case relocation::Objective::sites:
            return {fmt::format("{} sites", grouped(value)), fmt::format("{} 处", grouped(value))};
        case relocation::Objective::cost:
            return {fmt::format("{}", value), fmt::format("{}", value)};
    }
    return {};
}

}  // namespace

Message relocation_title(const RelocationRecord& record) {
    const std::string people = whole(record.placed.people);
    const std::size_t sites = record.opened();
    if (sites == 0) return {"Who moves where: nobody can be placed", "搬到哪里：没有人能够安置"};
    return {fmt::format("Who moves where: {} {} for {} people", sites, sites == 1 ? "site" : "sites", people),
            fmt::format("搬到哪里：{} 处安置点，安置 {} 人", sites, people)};
}

Message relocation_proof(const RelocationRecord& record) {
    const relocation::ObjectiveInfo& objective = relocation::info(record.objective);
    if (record.proved) {
        if (record.placed.people == 0)
            return {"Proved: no plan places anybody.", "已证明：任何方案都无法安置任何人。"};
        if (record.placed.people == record.all.people) {
            return {
                fmt::format("Proved optimal: no other plan that places everybody {}.", objective.rival_en),
                fmt::format("已证明最优：安置全部人员的任何方案{}。", objective.rival_zh)};
        }
        return {
            fmt::format("Proved optimal: no plan places more people, and none that places as many {}.",
                        objective.rival_en),
            fmt::format("已证明最优：不可能安置更多的人，安置同样人数的任何方案{}。", objective.rival_zh)};
    }
    const std::int64_t more = record.placeable - record.placed.people;
    if (more > 0) {
        return {
            fmt::format("Not proved to be the best: at most {} more people could be placed.", whole(more)),
            fmt::format("尚未证明最优：至多还可能多安置 {} 人。", whole(more))};
    }
    return {
        fmt::format("Not proved to be the best: as many people as possible are placed, within {} of the {}.",
                    percent(record.gap), objective.counts_en),
        fmt::format("尚未证明最优：安置人数已达上限，与{}的方案相差不超过 {}。", objective.counts_zh,
                    percent(record.gap))};
}

Message relocation_effect(const RelocationRecord& record) {
    const std::int64_t staying = record.all.people - record.placed.people;
    const double placed = static_cast<double>(record.placed.people) / static_cast<double>(record.all.people);
    Message out{fmt::format("{} of {} people ({}) have a place, {} stay", whole(record.placed.people),
                            whole(record.all.people), percent(placed), whole(staying)),
                fmt::format("{} 人中 {} 人（{}）得到安置，{} 人未能安置", whole(record.all.people),
                            whole(record.placed.people), percent(placed), whole(staying))};
    if (staying == 0) {
        out = {fmt::format("All {} people have a place", whole(record.all.people)),
               fmt::format("{} 人全部得到安置", whole(record.all.people))};
    }
    if (record.mean && record.worst) {
        out.en += fmt::format("; they move {} on average, {} at most", kilometres(*record.mean),
                              kilometres(*record.worst));
        out.zh += fmt::format("；平均搬迁 {}，最远 {}", kilometres(*record.mean), kilometres(*record.worst));
    }
    return {out.en + ".", out.zh + "。"};
}

Message relocation_method(const RelocationRecord& record) {
    const relocation::ObjectiveInfo& objective = relocation::info(record.objective);
    const Message value = objective_words(record, record.value);
    const Message bound = objective_words(record, record.bound);
    Clauses clauses({fmt::format("Relocation: as many people as possible, then {}", objective.counts_en),
                     fmt::format("搬迁：先使安置人数最多，再使{}", objective.counts_zh)});
    clauses.add(fmt::format("objective {}, bound {}, gap {}", value.en, bound.en, percent(record.gap)),
                fmt::format("目标值 {}，界 {}，差距 {}", value.zh, bound.zh, percent(record.gap)));
    if (record.farthest) {
        const std::string farthest = to_text(*record.farthest);
        clauses.add("at most " + farthest, "最远 " + farthest);
    }
    if (!record.within.empty())
        clauses.add(fmt::format("within one {}", record.within), fmt::format("{} 相同", record.within));
    if (!record.together.empty()) {
        clauses.add(fmt::format("rows of the same {} together", record.together),
                    fmt::format("{} 相同者一起搬", record.together));
    }
    const Message took = duration_words(record.took);
    clauses.add("solved in " + took.en, "求解用时 " + took.zh);
    if (!record.version.empty()) clauses.add("Yiquan " + record.version, "驿圈 " + record.version);
    const Message line = clauses.sentence();
    const Message lists = lists_sentence(record.inputs);
    return {line.en + lists.en, line.zh + lists.zh};
}

}  // namespace yiquan::report
