// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/ledger/ledger_table.hpp"

#include <QCoreApplication>

#include "core/audit/balancing_decimals.hpp"
#include "core/geo/polygon.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LedgerTable)
};

}  // namespace

std::vector<LedgerZone> ledger_zones(const demand::Zones& zones) {
    std::vector<LedgerZone> out;
    out.reserve(zones.size());
    for (const demand::Zone& zone : zones) {
        out.push_back({QString::fromStdString(zone.code), QString::fromStdString(zone.name),
                       QString::fromStdString(zone.parent), geo::bounding_box(zone.shape)});
    }
    return out;
}

LedgerTable ledger_table(const io::AuditOutcome& outcome) {
    return {ledger_zones(outcome.zones), outcome.result.ledger(), outcome.run.params.target_share,
            outcome.result.station_shares, QString::fromStdString(outcome.run.params.notice)};
}

LedgerTable ledger_table(const audit::StoredLedger& stored) {
    LedgerTable out{
        {}, stored.ledger, stored.target_share, stored.station_shares, QString::fromStdString(stored.notice)};
    for (const audit::StoredLedger::Zone& zone : stored.zones) {
        const auto shape = stored.shapes.find(zone.code);
        out.zones.push_back({QString::fromStdString(zone.code), QString::fromStdString(zone.name),
                             QString::fromStdString(zone.parent),
                             shape == stored.shapes.end() ? geo::Box{} : geo::bounding_box(shape->second)});
    }
    return out;
}

QString balance_text(const audit::Ledger& ledger) {
    if (const std::string wrong = audit::imbalance(ledger); !wrong.empty()) {
        return Words::tr("The ledger does not balance: %1").arg(QString::fromStdString(wrong));
    }
    const audit::Figures& total = ledger.total;
    const int decimals =
        audit::balancing_decimals(total.demand, {total.covered, total.gap, total.unreachable});
    const QString demand = people_text(total.demand, decimals);
    const QString covered = people_text(total.covered, decimals);
    const QString gap = people_text(total.gap, decimals);
    if (total.unreachable == Persons{}) {
        return Words::tr("✓ %1 = %2 covered + %3 in gaps").arg(demand, covered, gap);
    }
    return Words::tr("✓ %1 = %2 covered + %3 in gaps + %4 unreachable")
        .arg(demand, covered, gap, people_text(total.unreachable, decimals));
}

}  // namespace yiquan::plugin
