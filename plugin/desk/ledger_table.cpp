// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/desk/ledger_table.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

#include "core/geo/polygon.hpp"

namespace yiquan::plugin {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LedgerTable)
};

/// Commas between thousands and a point before decimals, in both languages.
const QLocale& numbers() {
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

/// The fewest decimals with which the rounded parts add up to the rounded whole.
int balancing_decimals(const audit::Figures& total) {
    constexpr int most = 6;  // a tick is a millionth
    double scale = 1.0;
    for (int decimals = 0; decimals < most; ++decimals, scale *= 10.0) {
        const auto rounded = [scale](Persons people) { return std::llround(people.value() * scale); };
        const long long parts = rounded(total.covered) + rounded(total.gap) + rounded(total.unreachable);
        if (parts == rounded(total.demand)) return decimals;
    }
    return most;
}

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
    const int decimals = balancing_decimals(total);
    const QString demand = people_text(total.demand, decimals);
    const QString covered = people_text(total.covered, decimals);
    const QString gap = people_text(total.gap, decimals);
    if (total.unreachable == Persons{}) {
        return Words::tr("✓ %1 = %2 covered + %3 in gaps").arg(demand, covered, gap);
    }
    return Words::tr("✓ %1 = %2 covered + %3 in gaps + %4 unreachable")
        .arg(demand, covered, gap, people_text(total.unreachable, decimals));
}

QString people_text(Persons people, int decimals) {
    return numbers().toString(people.value(), 'f', decimals);
}

QString share_text(double share) {
    return QStringLiteral("%1 %").arg(numbers().toString(share * 100.0, 'f', 1));
}

}  // namespace yiquan::plugin
