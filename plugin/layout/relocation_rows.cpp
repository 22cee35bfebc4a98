// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/relocation_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/base/number_text.hpp"

namespace yiquan::plugin {
namespace {

using report::LoadedSite;
using report::MovedPeople;
using report::StayingUnit;

QString used(std::int64_t load, std::int64_t capacity) {
    if (capacity == 0) return QStringLiteral("–");
    if (load == capacity) return QStringLiteral("100 %");
    return QString::fromStdString(percent(static_cast<double>(load) / static_cast<double>(capacity)));
}

/// With the id, by which the reasons call it.
std::string name_of(const LoadedSite& site) {
    return site.name == site.id ? site.id : site.id + "  " + site.name;
}

}  // namespace

LedgerRows moved_rows(const report::RelocationRecord& record, const PaperText& words) {
    LedgerRows table;
    table.headings = QStringList({words.say("Ledger", "台账", below), words.say("Households", "户数", below),
                                  words.say("People", "人数", below)});
    table.widths = {0.38, 0.34, 0.28};
    const auto row = [&](const QString& name, const MovedPeople& people) {
        table.rows.push_back({name, figure_of(people.households), figure_of(people.people)});
    };
    row(words.say("Placed", "已安置"), record.placed);
    row(words.say("Not placed", "未安置"),
        {record.all.households - record.placed.households, record.all.people - record.placed.people});
    row(words.say("Total", "合计"), record.all);
    table.total = true;
    return table;
}

LedgerRows load_rows(const report::RelocationRecord& record, const PaperText& words, std::size_t most) {
    LedgerRows table;
    table.headings = QStringList({words.say("Site", "安置点", below), words.say("People", "安置人数", below),
                                  words.say("Capacity", "容量", below), words.say("Used", "使用率", below)});
    table.widths = {0.43, 0.19, 0.19, 0.19};
    std::vector<std::size_t> order(record.sites.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t shown = named_rows(order.size(), 1, most);
    if (shown < order.size()) {
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return record.sites[a].load > record.sites[b].load;
        });
    }
    std::int64_t rest_load = 0;
    std::int64_t rest_capacity = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const LoadedSite& site = record.sites[order[i]];
        const std::int64_t capacity = site.allowed ? site.capacity : 0;
        if (i >= shown) {
            rest_load += site.load;
            rest_capacity += capacity;
        } else if (site.allowed) {
            table.rows.push_back(
                {utf8(name_of(site)), figure_of(site.load), figure_of(capacity), used(site.load, capacity)});
        } else {
            table.rows.push_back({words.say({fmt::format("{} (not allowed)", name_of(site)),
                                             fmt::format("{}（不可用）", name_of(site))}),
                                  figure_of(site.load), QStringLiteral("–"), QStringLiteral("–")});
        }
    }
    table.left_out = order.size() - shown;
    if (table.left_out > 0) {
        table.rows.push_back({words.say({fmt::format("{} more, in layer relocation_sites", table.left_out),
                                         fmt::format("其余 {} 个，见图层 relocation_sites", table.left_out)}),
                              figure_of(rest_load), figure_of(rest_capacity),
                              used(rest_load, rest_capacity)});
    }
    table.rows.push_back({words.say("Total", "合计"), figure_of(record.placed.people),
                          figure_of(record.capacity), used(record.placed.people, record.capacity)});
    table.total = true;
    return table;
}

LedgerRows stay_rows(const report::RelocationRecord& record, const PaperText& words, const QString& elsewhere,
                     std::size_t most) {
    LedgerRows table;
    table.headings = QStringList({words.say("Who stays", "未安置者", below),
                                  words.say("What would place them", "放宽何种条件即可安置", below),
                                  words.say("People", "人数", below)});
    table.widths = {0.24, 0.62, 0.14};
    table.word_columns = 2;
    const std::size_t shown = named_rows(record.stays.size(), 1, most);
    std::int64_t rest = 0;
    std::int64_t all = 0;
    for (std::size_t i = 0; i < record.stays.size(); ++i) {
        const StayingUnit& unit = record.stays[i];
        all += unit.people;
        if (i < shown) {
            table.rows.push_back({utf8(unit.name), words.say(unit.why, below), figure_of(unit.people)});
        } else {
            rest += unit.people;
        }
    }
    table.left_out = record.stays.size() - shown;
    if (table.left_out > 0) {
        table.rows.push_back({rest_name(table.left_out, words), elsewhere, figure_of(rest)});
    }
    table.rows.push_back({words.say("Total", "合计"), QStringLiteral(" "), figure_of(all)});
    table.total = true;
    return table;
}

}  // namespace yiquan::plugin
