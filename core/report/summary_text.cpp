// SPDX-License-Identifier: MIT
#include "core/report/summary_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/number_text.hpp"
#include "core/demand/zone_names.hpp"

namespace yiquan::report {
namespace {

/// A zone or parent with its figures, by name.
struct Unit {
    std::string name;
    const audit::Figures* figures = nullptr;
};

/// Parents where there are any, else zones; only those with people.
std::vector<Unit> inhabited_units(const audit::StoredLedger& ledger) {
    std::vector<Unit> units;
    for (const audit::Ledger::Parent& parent : ledger.ledger.parents)
        units.push_back({parent.name, &parent.figures});
    if (units.empty()) {
        const std::vector<std::string> names = demand::telling_names(ledger.zones);
        for (std::size_t z = 0; z < ledger.zones.size(); ++z)
            units.push_back({names[z], &ledger.ledger.zones[z]});
    }
    std::erase_if(units, [](const Unit& unit) { return unit.figures->demand.ticks() == 0; });
    return units;
}

Message served(const AuditRecord& record) {
    const audit::Figures& total = record.ledger.ledger.total;
    const std::string all = grouped(total.demand.value());
    if (total.demand.ticks() == 0) {
        return {fmt::format("Under the standard \"{}\" there is no demand to count.", record.standard.en),
                fmt::format("按“{}”标准，本次没有可统计的需求人口。", record.standard.zh)};
    }
    if (total.gap.ticks() == 0 && total.unreachable.ticks() == 0) {
        return {fmt::format("Under the standard \"{}\" all {} people are served.", record.standard.en, all),
                fmt::format("按“{}”标准，{} 人全部覆盖。", record.standard.zh, all)};
    }
    const Persons missed = total.demand - total.covered;
    const std::string share = percent_number(total.covered_share());
    const std::string missed_share = percent_number(yiquan::share(missed, total.demand));
    return {
        fmt::format("Under the standard \"{}\", {} of {} people ({} %) are served; {} ({} %) are not.",
                    record.standard.en, grouped(total.covered.value()), all, share, grouped(missed.value()),
                    missed_share),
        fmt::format("按“{}”标准，{} 人中有 {} 人（{}%）已覆盖，{} 人（{}%）尚未覆盖。", record.standard.zh,
                    all, grouped(total.covered.value()), share, grouped(missed.value()), missed_share)};
}

void add_range(const AuditRecord& record, std::vector<Message>& out) {
    const std::vector<Unit> units = inhabited_units(record.ledger);
    if (units.size() < 2) return;
    const auto [worst, best] = std::minmax_element(
        units.begin(), units.end(),
        [](const Unit& a, const Unit& b) { return a.figures->covered_share() < b.figures->covered_share(); });
    if (worst->figures->covered_share() == best->figures->covered_share()) return;
    const std::string most = percent_number(best->figures->covered_share());
    const std::string least = percent_number(worst->figures->covered_share());
    out.push_back(
        {fmt::format("The share is highest in {} ({} %) and lowest in {} ({} %).", best->name, most,
                     worst->name, least),
         fmt::format("覆盖率最高的是{}（{}%），最低的是{}（{}%）。", best->name, most, worst->name, least)});
}

void add_target(const AuditRecord& record, std::vector<Message>& out) {
    if (!record.ledger.target_share) return;
    const std::vector<Unit> units = inhabited_units(record.ledger);
    const auto met = std::count_if(units.begin(), units.end(),
                                   [](const Unit& unit) { return unit.figures->meets_target == true; });
    const std::string target = percent_number(*record.ledger.target_share);
    const bool whole = record.ledger.ledger.total.meets_target == true;
    out.push_back({fmt::format("The target of {} % is {} overall; {} of {} units meet it.", target,
                               whole ? "met" : "missed", met, units.size()),
                   fmt::format("总体{} {}% 的目标；{} 个单元中有 {} 个达标。", whole ? "达到" : "未达到",
                               target, units.size(), met)});
}

void add_gaps(const AuditRecord& record, std::vector<Message>& out) {
    constexpr std::size_t most = 3;
    std::string en;
    std::string zh;
    std::map<std::string_view, std::string> names;  // by code
    const std::vector<std::string> telling = demand::telling_names(record.ledger.zones);
    for (std::size_t z = 0; z < telling.size(); ++z) names.emplace(record.ledger.zones[z].code, telling[z]);
    std::size_t named = 0;
    for (const RecordedGap& gap : record.gaps) {
        if (named == most || gap.people.ticks() == 0) break;
        ++named;
        const std::string people = grouped(gap.people.value());
        const auto known = names.find(gap.zone_code);
        const std::string& zone = known == names.end() ? gap.zone_name : known->second;
        en += fmt::format("{}{} ({})", en.empty() ? "" : ", ", zone, people);
        zh += fmt::format("{}{}（{} 人）", zh.empty() ? "" : "、", zone, people);
    }
    if (named == 0) return;
    out.push_back({fmt::format("The gaps with the most unserved people are in {}.", en),
                   fmt::format("未覆盖人口最多的空白区位于{}。", zh)});
}

void add_distance(const AuditRecord& record, std::vector<Message>& out) {
    const auto& nearest = record.ledger.ledger.total.nearest;
    if (!nearest) return;
    const CostUnitInfo& unit = info(record.ledger.ledger.limit.unit);
    const std::string mean = reader_figure(nearest->mean, unit.unit);
    const std::string p90 = reader_figure(nearest->p90, unit.unit);
    const std::string worst = reader_figure(nearest->worst, unit.unit);
    out.push_back(
        {fmt::format(
             "The nearest facility is {} {} away on average; nine in ten people have one within {} {}; "
             "the farthest have {} {} to go.",
             mean, unit.reader_en, p90, unit.reader_en, worst, unit.reader_en),
         fmt::format("到最近设施的{}平均为 {} {}，九成的人不超过 {} {}，最远 {} {}。", unit.way_zh, mean,
                     unit.reader_zh, p90, unit.reader_zh, worst, unit.reader_zh)});
}

void add_single(const AuditRecord& record, std::vector<Message>& out) {
    const audit::Figures& total = record.ledger.ledger.total;
    if (total.single.ticks() == 0) return;
    const std::string people = grouped(total.single.value());
    const std::string share = percent_number(yiquan::share(total.single, total.demand));
    out.push_back(
        {fmt::format("{} people ({} %) depend on one facility only and would lose service if it closed.",
                     people, share),
         fmt::format("{} 人（{}%）只有一处设施服务，该处一旦停用即失去服务。", people, share)});
}

void add_empty_zones(const AuditRecord& record, std::vector<Message>& out) {
    const audit::StoredLedger& ledger = record.ledger;
    constexpr std::size_t most = 5;
    std::size_t count = 0;
    std::string en;
    std::string zh;
    const std::vector<std::string> names = demand::telling_names(ledger.zones);
    for (std::size_t z = 0; z < ledger.zones.size(); ++z) {
        const audit::Figures& figures = ledger.ledger.zones[z];
        if (figures.demand.ticks() == 0 || figures.covered.ticks() > 0) continue;
        if (++count > most) continue;
        en += fmt::format("{}{}", en.empty() ? "" : ", ", names[z]);
        zh += fmt::format("{}{}", zh.empty() ? "" : "、", names[z]);
    }
    if (count == 0) return;
    const bool more = count > most;
    out.push_back({fmt::format("Nobody is served in {} zone{}: {}{}.", count, count == 1 ? "" : "s", en,
                               more ? " and others" : ""),
                   fmt::format("{} 个统计单元完全没有覆盖：{}{}。", count, zh, more ? "等" : "")});
}

void add_outside(const AuditRecord& record, std::vector<Message>& out) {
    const Persons outside = record.ledger.ledger.outside.demand;
    if (outside.ticks() == 0) return;
    const std::string people = grouped(outside.value());
    out.push_back({fmt::format("{} people live outside all zones and are counted in the total.", people),
                   fmt::format("另有 {} 人在所有统计单元之外，已计入合计。", people)});
}

void add_findings(const AuditRecord& record, std::vector<Message>& out) {
    if (record.finding_count == 0) {
        out.push_back({"No faults were found in the data.", "数据中未发现问题。"});
        return;
    }
    const std::string count = grouped(static_cast<double>(record.finding_count));
    out.push_back(
        {fmt::format("{} finding{} in the data {} listed with row and reason.", count,
                     record.finding_count == 1 ? "" : "s", record.finding_count == 1 ? "is" : "are"),
         fmt::format("数据中发现 {} 处问题，均列出行号和原因。", count)});
}

/// The file of a path or a QGIS source, without folders, layer and options; of a database nothing that is
/// private.
std::string_view file_name(std::string_view path) {
    if (path.starts_with("PG:")) return "PostgreSQL";
    path = path.substr(0, path.find_first_of("?|"));
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

std::vector<Message> summary_sentences(const AuditRecord& record) {
    std::vector<Message> sentences{served(record)};
    add_range(record, sentences);
    add_target(record, sentences);
    add_gaps(record, sentences);
    add_empty_zones(record, sentences);
    add_distance(record, sentences);
    add_single(record, sentences);
    add_outside(record, sentences);
    add_findings(record, sentences);
    return sentences;
}

Message zones_line(const AuditRecord& record) {
    for (const features::InputRecord& input : record.inputs) {
        if (input.role != "zones") continue;
        const std::string_view file = file_name(input.path);
        return {fmt::format("zones {}", file), fmt::format("统计单元 {}", file)};
    }
    return {};
}

Message source_line(const AuditRecord& record) {
    Message line;
    for (const features::InputRecord& input : record.inputs) {
        const Message role = input.role == "facilities" ? Message{"facilities", "设施"}
                             : input.role == "demand"   ? Message{"demand", "需求"}
                                                        : Message{"zones", "统计单元"};
        const std::string_view file = file_name(input.path);
        line.en += fmt::format("{}{} {}", line.en.empty() ? "" : "; ", role.en, file);
        line.zh += fmt::format("{}{} {}", line.zh.empty() ? "" : "；", role.zh, file);
    }
    return line;
}

}  // namespace yiquan::report
