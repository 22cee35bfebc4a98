// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/siting_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/number_text.hpp"

namespace yiquan::plugin {
namespace {

using report::PlannedZone;
using report::ProposedSite;
using report::ServedPeople;

/// An empty cell would be as high as the table's default letters.
QString no_figure() {
    return QStringLiteral(" ");
}

QString share_of(Persons part, Persons whole) {
    if (whole.ticks() == 0) return QStringLiteral("–");
    if (part == whole) return QStringLiteral("100 %");
    return QString::fromStdString(percent(share(part, whole)));
}

QString more(Persons people) {
    return (people.ticks() > 0 ? QStringLiteral("+") : QString()) + figure(people.value());
}

QStringList effect_row(const QString& name, const ServedPeople& people) {
    return {name, figure(people.total.value()), share_of(people.before, people.total),
            share_of(people.after, people.total), more(people.after - people.before)};
}

ServedPeople sum(ServedPeople a, const ServedPeople& b) {
    a.total += b.total;
    a.before += b.before;
    a.after += b.after;
    return a;
}

ServedPeople difference(ServedPeople a, const ServedPeople& b) {
    a.total -= b.total;
    a.before -= b.before;
    a.after -= b.after;
    return a;
}

}  // namespace

LedgerRows proposal_rows(const report::SitingRecord& plan, const PaperText& words, std::size_t most) {
    LedgerRows table;
    table.headings.append(words.say("Proposed place", "建议站点", below));
    if (plan.served) {
        table.headings.append(words.say("Newly served", "新覆盖人口", below));
        table.headings.append(words.say("In the radius", "半径内人口", below));
        table.widths = {0.50, 0.25, 0.25};
    } else {
        table.headings.append(words.say("People nearest to it", "就近服务人口", below));
        table.widths = {0.66, 0.34};
    }
    const auto row = [&](const QString& name, Persons gained, const QString& within) {
        QStringList cells{name, figure(gained.value())};
        if (plan.served) cells.append(within);
        table.rows.push_back(cells);
    };
    const std::size_t count = plan.proposals.size();
    const std::size_t shown = named_rows(count, 1, most);
    Persons all;
    Persons rest;
    for (std::size_t i = 0; i < count; ++i) {
        const ProposedSite& site = plan.proposals[i];
        all += site.gained;
        if (i < shown) {
            row(QStringLiteral("%1  %2").arg(site.order).arg(utf8(site.name)), site.gained,
                figure(site.served.value_or(Persons{}).value()));
        } else {
            rest += site.gained;
        }
    }
    table.left_out = count - shown;
    if (table.left_out > 0) row(rest_name(table.left_out, words), rest, no_figure());
    if (plan.served) {  // seats may send people to a station that is not their nearest
        const Persons gained = plan.served->after - plan.served->before;
        if (gained != all) row(words.say("At other sites", "其他站点服务"), gained - all, no_figure());
        all = gained;
    }
    row(words.say("Total", "合计"), all, no_figure());
    table.total = true;
    return table;
}

LedgerRows effect_rows(const report::SitingRecord& plan, const PaperText& words, std::size_t most) {
    LedgerRows table;
    if (!plan.served) return table;
    table.headings = QStringList({words.say("Zone", "单元", below), words.say("People", "人口", below),
                                  words.say("Now", "现覆盖率", below), words.say("Then", "建成后", below),
                                  words.say("Newly served", "新覆盖人口", below)});
    table.widths = {0.32, 0.17, 0.16, 0.16, 0.19};
    std::vector<PlannedZone> zones = plan.parents;
    ServedPeople outside = *plan.served;
    for (const PlannedZone& zone : zones) outside = difference(outside, zone.people);
    if (!zones.empty() && outside.total.ticks() > 0)
        zones.push_back({words.say("Outside all zones", "单元之外").toStdString(), outside});
    const std::size_t shown = named_rows(zones.size(), 1, most);
    if (shown < zones.size()) {
        std::stable_sort(zones.begin(), zones.end(), [](const PlannedZone& a, const PlannedZone& b) {
            return a.people.after - a.people.before > b.people.after - b.people.before;
        });
    }
    ServedPeople rest;
    for (std::size_t i = 0; i < zones.size(); ++i) {
        if (i < shown) {
            table.rows.push_back(effect_row(utf8(zones[i].name), zones[i].people));
        } else {
            rest = sum(rest, zones[i].people);
        }
    }
    table.left_out = zones.size() - shown;
    if (table.left_out > 0) table.rows.push_back(effect_row(rest_name(table.left_out, words), rest));
    table.rows.push_back(effect_row(words.say("Total", "合计"), *plan.served));
    table.total = true;
    return table;
}

}  // namespace yiquan::plugin
