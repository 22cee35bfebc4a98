// SPDX-License-Identifier: MIT
#include "cli/ledger_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/text_table.hpp"
#include "core/audit/ledger_columns.hpp"
#include "core/base/number_text.hpp"
#include "core/demand/zone_names.hpp"

namespace yiquan::cli {
namespace {

/// What a terminal has room for.
struct Shown {
    std::string_view key;
    Message heading;  ///< that of a cost is followed by its unit
};
std::span<const Shown> shown() {
    static const std::vector<Shown> columns{
        {"facilities", {"Facilities", "设施"}},   {"demand", {"People", "人口"}},
        {"covered", {"Covered", "已覆盖"}},       {"gap", {"Gap", "空白"}},
        {"covered_share", {"Share", "覆盖率"}},   {"single", {"One only", "仅一处"}},
        {"nearest_mean", {"Mean", "平均"}},       {"nearest_p90", {"p90", "90%"}},
        {"gap_area_km2", {"Gap km²", "空白km²"}}, {"meets_target", {"Target", "达标"}}};
    return columns;
}

std::string cell_text(audit::FigureKind kind, std::optional<double> value, CostUnit unit, Language language) {
    if (!value) return "–";
    switch (kind) {
        case audit::FigureKind::people:
        case audit::FigureKind::area:
            return grouped(*value);
        case audit::FigureKind::count:
            return fmt::format("{:.0f}", *value);
        case audit::FigureKind::cost:
            return reader_figure(CostValue{*value}, unit);
        case audit::FigureKind::share:
            return percent(*value);
        case audit::FigureKind::ratio:
            return fmt::format("{:.2f}", *value);
        case audit::FigureKind::flag:
            return (*value > 0.0 ? Message{"yes", "是"} : Message{"no", "否"}).in(language);
    }
    return {};
}

/// Rounds running sums instead of single figures, so that whole people still add up down a column.
class RunningRound {
public:
    double next(Persons people) {
        sum_ += people;
        const double rounded = std::round(sum_.value());
        return rounded - std::exchange(last_, rounded);
    }

private:
    Persons sum_;
    double last_ = 0.0;
};

struct Rounding {
    RunningRound demand;
    RunningRound covered;
};

std::vector<std::string> cells(const std::string& name, const audit::Figures& f, Rounding& rounding,
                               CostUnit unit, Language language) {
    const double people = rounding.demand.next(f.demand);
    const double covered = rounding.covered.next(f.covered);
    const std::map<std::string_view, double> rounded{
        {"demand", people}, {"covered", covered}, {"gap", people - covered}};
    std::vector<std::string> row{name};
    for (const Shown& column : shown()) {
        const audit::LedgerColumn& figure = audit::ledger_column(column.key);
        const auto whole = rounded.find(column.key);
        row.push_back(cell_text(
            figure.kind, whole != rounded.end() ? whole->second : audit::number(figure, f), unit, language));
    }
    return row;
}

}  // namespace

std::string ledger_table(const audit::Report& report, Language language) {
    const auto say = [&](const char* en, const char* zh) {
        return std::string{language == Language::chinese ? zh : en};
    };
    using Align = TextTable::Align;
    const audit::Ledger& ledger = report.result.ledger();
    std::vector<TextTable::Column> headings{
        {ledger.parents.empty() ? say("Zone", "单元") : say("Prefecture", "上级单元"), Align::left}};
    const CostUnitInfo& unit = info(ledger.limit.unit);
    const bool chinese = language == Language::chinese;
    for (const Shown& column : shown()) {
        std::string heading = column.heading.in(language);
        if (audit::ledger_column(column.key).kind == audit::FigureKind::cost)
            heading += chinese ? std::string{unit.reader_zh} : fmt::format(" {}", unit.reader_en);
        headings.push_back({std::move(heading), Align::right});
    }
    TextTable table(std::move(headings));
    Rounding rows;
    for (const audit::Ledger::Parent& parent : ledger.parents) {
        table.add(cells(parent.name, parent.figures, rows, unit.unit, language));
    }
    // Zones without a parent, which is all of them where the zones name none.
    for (std::size_t z = 0; z < report.zones.size(); ++z) {
        if (report.zones[z].parent.empty())
            table.add(cells(report.zones[z].name, ledger.zones[z], rows, unit.unit, language));
    }
    if (ledger.outside.demand.ticks() > 0 || ledger.outside.facilities > 0) {
        table.add(cells(say("outside zones", "单元之外"), ledger.outside, rows, unit.unit, language));
    }
    Rounding total;
    table.add_total(cells(say("Total", "合计"), ledger.total, total, unit.unit, language));
    return table.text();
}

std::string worst_gaps(const audit::Report& report, std::size_t most, Language language) {
    std::string out;
    const CostUnitInfo& unit = info(report.result.ledger().limit.unit);
    const std::vector<std::string> names = demand::telling_names(report.zones);
    for (std::size_t i = 0; i < report.result.gaps.size() && i < most; ++i) {
        const coverage::Gap& gap = report.result.gaps[i];
        if (gap.people.ticks() == 0) break;
        const std::string people = grouped(gap.people.value());
        const std::string& zone = names[gap.zone];
        const CostValue cost = gap.remotest.cost;
        const std::string farthest = reader_figure(cost, unit.unit);
        const std::string far = !std::isfinite(cost.value()) ? ""
                                : language == Language::chinese
                                    ? fmt::format("，最远处距设施 {} {}", farthest, unit.reader_zh)
                                    : fmt::format(", up to {} {} from a facility", farthest, unit.reader_en);
        out += language == Language::chinese
                   ? fmt::format("  {}. {}：{} 人{}\n", i + 1, zone, people, far)
                   : fmt::format("  {}. {}: {} people{}\n", i + 1, zone, people, far);
    }
    return out;
}

std::string finding_summary(const features::FindingList& findings, Language language) {
    std::string out;
    for (const features::FindingKindInfo& kind : features::finding_kinds) {
        if (findings.count(kind.kind) == 0) continue;
        out += fmt::format("  {}{}{}\n", language == Language::chinese ? kind.zh : kind.en,
                           language == Language::chinese ? "：" : ": ",
                           grouped(static_cast<double>(findings.count(kind.kind))));
    }
    return out;
}

}  // namespace yiquan::cli
