// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/relocation_words.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

#include "core/base/number_text.hpp"
#include "plugin/dock/parts/distance_text.hpp"
#include "plugin/language.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {
namespace {

struct RelocationWords {
    Q_DECLARE_TR_FUNCTIONS(RelocationWords)
};

/// A value of the objective in the unit in which people read it.
QString value_text(const QString& objective, double value) {
    if (objective == QLatin1String("travel")) {
        return RelocationWords::tr("%1 person-kilometres").arg(text(grouped(value)));
    }
    if (objective == QLatin1String("worst")) return distance_text(value);
    if (objective == QLatin1String("sites")) {
        return RelocationWords::tr("%n site(s)", nullptr, static_cast<int>(std::lround(value)));
    }
    return text(grouped(value));
}

QString claim(const RelocationAnswer& answer) {
    const QString value = value_text(answer.objective, answer.value);
    if (answer.objective == QLatin1String("worst")) {
        return RelocationWords::tr("however these people are placed, somebody moves %1 or farther.")
            .arg(value);
    }
    if (answer.objective == QLatin1String("sites")) {
        return RelocationWords::tr("fewer than %1 cannot take these people.").arg(value);
    }
    if (answer.objective == QLatin1String("cost")) {
        return RelocationWords::tr("no sites that take these people cost less than %1.").arg(value);
    }
    return RelocationWords::tr("these people cannot be placed with less travel than %1.").arg(value);
}

}  // namespace

QString proof_text(const RelocationAnswer& answer) {
    if (answer.status == QLatin1String("infeasible") || answer.totals.placed_people <= 0.0) {
        return RelocationWords::tr("Nobody can be placed under these conditions; loosen one of them.");
    }
    if (answer.status == QLatin1String("optimal")) {
        return RelocationWords::tr("Proved optimal: %1").arg(claim(answer));
    }
    return RelocationWords::tr("Best found, not proved: %1; at most %2 above the best possible.")
        .arg(value_text(answer.objective, answer.value), text(percent(answer.gap)));
}

QString balance_text(const RelocationAnswer& answer) {
    const RelocationAnswer::Totals& all = answer.totals;
    const QString people =
        RelocationWords::tr("%1 people = %2 placed + %3 not placed")
            .arg(people_text(all.people), people_text(all.placed_people), people_text(all.unplaced_people));
    const QString households = RelocationWords::tr("%1 households = %2 placed + %3 not placed")
                                   .arg(people_text(all.households), people_text(all.placed_households),
                                        people_text(all.unplaced_households));
    const QString sign = all.balances() ? QStringLiteral("✓") : QStringLiteral("✗");
    QString out = QStringLiteral("%1 %2\n%1 %3").arg(sign, people, households);
    if (!all.balances()) {
        out += QLatin1Char('\n') +
               RelocationWords::tr("The sums do not agree; please report this with your data.");
    }
    return out;
}

QString remarks_text(const RelocationAnswer& answer) {
    constexpr int decimals = 1;
    QStringList lines;
    if (answer.mean && answer.worst) {
        lines << RelocationWords::tr("People move %1 on average, %2 at most; %3 person-kilometres together.")
                     .arg(distance_text(*answer.mean), distance_text(*answer.worst),
                          text(grouped(answer.person_km)));
    }
    lines << RelocationWords::tr(
                 "%1 of %n site(s) are used, with room for %2 people in all; computed in %3 s.", nullptr,
                 answer.totals.sites)
                 .arg(answer.totals.opened)
                 .arg(people_text(answer.totals.capacity), QString::number(answer.seconds, 'f', decimals));
    return lines.join(QLatin1Char('\n'));
}

QString reason_text(const QString& reason) {
    if (reason == QLatin1String("no_site_in_county")) return RelocationWords::tr("no site in the county");
    if (reason == QLatin1String("too_far")) return RelocationWords::tr("too far");
    if (reason == QLatin1String("no_capacity")) return RelocationWords::tr("no room left");
    if (reason == QLatin1String("together_too_large"))
        return RelocationWords::tr("too many to stay together");
    if (reason == QLatin1String("no_allowed_site")) return RelocationWords::tr("no allowed site");
    return reason;
}

}  // namespace yiquan::plugin
