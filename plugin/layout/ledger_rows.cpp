// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/ledger_rows.hpp"
#include "plugin/layout/paper_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/base/number_text.hpp"

namespace yiquan::plugin {
namespace {

Persons missed(const audit::Figures& figures) {
    return figures.demand - figures.covered;
}

/// The parts that get a row of their own; the others stand together.
struct Division {
    std::vector<PageUnit> named;
    std::size_t left_out = 0;
    audit::Figures rest;
};

/// \param room rows for units, among them the one for the rest
Division divide(std::vector<PageUnit> parts, std::size_t room) {
    Division division;
    if (parts.size() > room) {
        std::stable_sort(parts.begin(), parts.end(), [](const PageUnit& a, const PageUnit& b) {
            return missed(a.figures) > missed(b.figures);
        });
        const std::size_t kept = room > 0 ? room - 1 : 0;
        division.left_out = parts.size() - kept;
        for (std::size_t i = kept; i < parts.size(); ++i) division.rest += parts[i].figures;
        parts.resize(kept);
    }
    division.named = std::move(parts);
    return division;
}

QStringList unit_row(const QString& name, const audit::Figures& figures) {
    return {name, figure(figures.demand.value()), figure(missed(figures).value()), share_figure(figures)};
}

LedgerRows zone_rows(const report::AuditRecord& record, const PageUnit& unit, const PaperText& words) {
    const audit::Figures& f = unit.figures;
    LedgerRows table;
    table.headings = QStringList({words.say("Figure", "指标"), words.say("Value", "数值")});
    table.widths = {0.64, 0.36};
    const auto add = [&](std::string_view en, std::string_view zh, const QString& value) {
        table.rows.push_back({words.say(en, zh), value});
    };
    add("People", "人口", figure(f.demand.value()));
    add("Covered", "已覆盖", figure(f.covered.value()));
    add("Not covered", "未覆盖", figure(missed(f).value()));
    add("Share covered", "覆盖率", share_figure(f));
    if (f.single.ticks() > 0) add("With one facility only", "仅靠一处设施", figure(f.single.value()));
    add("Area, km²", "面积（km²）", figure(f.area.value()));
    add("Covered area, km²", "覆盖面积（km²）", figure(f.covered_area.value()));
    if (f.nearest) {
        const bool times = record.ledger.ledger.limit.unit == CostUnit::seconds;
        add(times ? "Mean time, min" : "Mean distance, km", times ? "平均时间（min）" : "平均距离（km）",
            utf8(reader_figure(f.nearest->mean, record.ledger.ledger.limit.unit)));
        add(times ? "Longest time, min" : "Longest distance, km",
            times ? "最长时间（min）" : "最远距离（km）",
            utf8(reader_figure(f.nearest->worst, record.ledger.ledger.limit.unit)));
    }
    if (f.meets_target && record.ledger.target_share) {
        const std::string target = percent_number(*record.ledger.target_share);
        table.rows.push_back(
            {words.say({fmt::format("Target of {} %", target), fmt::format("目标 {} %", target)}),
             *f.meets_target ? words.say("met", "达标") : words.say("missed", "未达标")});
    }
    return table;
}

}  // namespace

std::size_t named_rows(std::size_t count, std::size_t others, std::size_t most) {
    if (count + others <= most) return count;
    return most > others + 1 ? most - others - 1 : 0;
}

QString rest_name(std::size_t count, const PaperText& words) {
    return words.say({fmt::format("{} more", count), fmt::format("其余 {} 个", count)});
}

LedgerRows ledger_rows(const report::AuditRecord& record, const PageUnit& unit, const PaperText& words,
                       std::size_t most) {
    if (!unit.code.empty()) {
        LedgerRows table = zone_rows(record, unit, words);
        if (table.rows.size() > most) table.rows.resize(most);
        return table;
    }
    LedgerRows table;
    table.headings =
        QStringList({words.say("Zone", "单元", below), words.say("People", "人口", below),
                     words.say("Not covered", "未覆盖", below), words.say("Covered", "覆盖率", below)});
    table.widths = {0.40, 0.21, 0.20, 0.19};
    std::vector<PageUnit> parts = parts_of(record, unit);
    const audit::Figures& outside = record.ledger.ledger.outside;
    if (unit.whole && outside.demand.ticks() > 0) {
        PageUnit& beyond = parts.emplace_back();
        beyond.name = words.say("Outside all zones", "单元之外").toStdString();
        beyond.figures = outside;
    }
    const Division division = divide(std::move(parts), most > 1 ? most - 1 : 1);
    for (const PageUnit& part : division.named) table.rows.push_back(unit_row(utf8(part.name), part.figures));
    if (division.left_out > 0)
        table.rows.push_back(unit_row(rest_name(division.left_out, words), division.rest));
    table.left_out = division.left_out;
    table.rows.push_back(unit_row(words.say("Total", "合计"), unit.figures));
    table.total = true;
    return table;
}

LedgerRows comparison_rows(const report::AuditRecord& before, const report::AuditRecord& after,
                           const PageUnit& unit, const PaperText& words, std::size_t most) {
    LedgerRows table;
    table.headings = QStringList({words.say("Zone", "单元", below), words.say("Before", "原覆盖率", below),
                                  words.say("After", "现覆盖率", below),
                                  words.say("People covered, change", "覆盖人口变化", below)});
    table.widths = {0.37, 0.19, 0.19, 0.25};
    PageUnit whole = unit;
    // Zones by code, as names change and several have one; parents have only names.
    const auto key = [](const PageUnit& part) {
        return std::pair{part.code, part.code.empty() ? part.name : std::string{}};
    };
    std::map<std::pair<std::string, std::string>, audit::Figures> then;
    for (const PageUnit& part : parts_of(before, page_units(before, Contents::compare).front())) {
        then[key(part)] = part.figures;
    }
    const auto change_of = [&](const audit::Figures& was, const audit::Figures& is) {
        const double change = (is.covered - was.covered).value();
        return (change > 0.0 ? QStringLiteral("+") : QString()) + figure(change);
    };
    std::vector<PageUnit> parts = parts_of(after, whole);
    if (parts.size() + 1 > most) {  // those that changed most
        std::stable_sort(parts.begin(), parts.end(), [&](const PageUnit& a, const PageUnit& b) {
            const auto size = [&](const PageUnit& part) {
                const double change = (part.figures.covered - then[key(part)].covered).value();
                return change < 0.0 ? -change : change;
            };
            return size(a) > size(b);
        });
    }
    const std::size_t shown = named_rows(parts.size(), 1, most);
    audit::Figures rest_was;
    audit::Figures rest_is;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const audit::Figures& was = then[key(parts[i])];
        const audit::Figures& is = parts[i].figures;
        if (i < shown) {
            table.rows.push_back(
                {utf8(parts[i].name), share_figure(was), share_figure(is), change_of(was, is)});
        } else {
            rest_was += was;
            rest_is += is;
        }
    }
    table.left_out = parts.size() - shown;
    if (table.left_out > 0) {
        table.rows.push_back({rest_name(table.left_out, words), share_figure(rest_was), share_figure(rest_is),
                              change_of(rest_was, rest_is)});
    }
    const audit::Figures& was = before.ledger.ledger.total;
    const audit::Figures& is = after.ledger.ledger.total;
    table.rows.push_back(
        {words.say("Total", "合计"), share_figure(was), share_figure(is), change_of(was, is)});
    table.total = true;
    return table;
}

LedgerRows gap_rows(const report::AuditRecord& record, const PaperText& words, std::size_t most) {
    LedgerRows table;
    const CostUnitInfo& unit = info(record.ledger.ledger.limit.unit);
    table.headings = QStringList(
        {words.say("Zone", "单元", below), words.say("People", "人口", below),
         words.say({fmt::format("Farthest, {}", unit.reader_en), fmt::format("最远（{}）", unit.reader_en)},
                   below)});
    table.widths = {0.54, 0.22, 0.24};
    for (const report::RecordedGap& gap : record.gaps) {
        if (gap.people.ticks() == 0 || table.rows.size() == most) break;
        table.rows.push_back(
            {utf8(gap.zone_name), figure(gap.people.value()),
             gap.farthest ? utf8(reader_figure(*gap.farthest, unit.unit)) : QStringLiteral("–")});
    }
    if (table.rows.empty()) {
        const bool all = record.ledger.ledger.total.gap.ticks() == 0;
        table.rows.push_back({all ? words.say("none: everyone is covered", "无：全部覆盖")
                                  : words.say("not drawn in this audit", "本次审计没有绘制空白区"),
                              QString(), QString()});
    }
    return table;
}

}  // namespace yiquan::plugin
