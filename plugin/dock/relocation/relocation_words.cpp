// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/relocation_words.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

#include "core/base/number_text.hpp"
#include "plugin/dock/parts/distance_text.hpp"
#include "plugin/dock/siting/siting_words.hpp"
#include "plugin/language.hpp"

namespace yiquan::plugin {
namespace {

struct RelocationWords {
    Q_DECLARE_TR_FUNCTIONS(RelocationWords)
};

/// A value of the objective in the unit in which people read it.
QString value_text(relocation::Objective objective, double value) {
    if (objective == relocation::Objective::travel) {
        return RelocationWords::tr("%1 person-kilometres").arg(text(grouped(value)));
    }
    if (objective == relocation::Objective::worst) return distance_text(value);
    if (objective == relocation::Objective::sites) {
        return RelocationWords::tr("%n site(s)", nullptr, static_cast<int>(std::lround(value)));
    }
    return text(grouped(value));
}

QString claim(const RelocationAnswer& answer) {
    const QString value = value_text(answer.objective, answer.value);
    if (answer.objective == relocation::Objective::worst) {
        return RelocationWords::tr("however these people are placed, somebody moves %1 or farther.")
            .arg(value);
    }
    if (answer.objective == relocation::Objective::sites) {
        return RelocationWords::tr("fewer than %1 cannot take these people.").arg(value);
    }
    if (answer.objective == relocation::Objective::cost) {
        return RelocationWords::tr("no sites that take these people cost less than %1.").arg(value);
    }
    return RelocationWords::tr("these people cannot be placed with less travel than %1.").arg(value);
}

}  // namespace

QString count_text(std::int64_t count) {
    return people_text(static_cast<double>(count));
}

QString proof_text(const RelocationAnswer& answer) {
    if (answer.placed.people == 0) {
        return RelocationWords::tr("Nobody can be placed under these conditions; loosen one of them.");
    }
    if (answer.proved) {
        return RelocationWords::tr("Proved optimal: %1").arg(claim(answer));
    }
    return RelocationWords::tr("Best found, not proved: %1; at most %2 above the best possible.")
        .arg(value_text(answer.objective, answer.value), text(percent(answer.gap)));
}

QString balance_text(const RelocationAnswer& answer) {
    const report::MovedPeople& all = answer.all;
    const report::MovedPeople& placed = answer.placed;
    const QString people =
        RelocationWords::tr("%1 people = %2 placed + %3 not placed")
            .arg(count_text(all.people), count_text(placed.people), count_text(all.people - placed.people));
    const QString households = RelocationWords::tr("%1 households = %2 placed + %3 not placed")
                                   .arg(count_text(all.households), count_text(placed.households),
                                        count_text(all.households - placed.households));
    const QString sign = answer.balances() ? QStringLiteral("✓") : QStringLiteral("✗");
    QString out = QStringLiteral("%1 %2\n%1 %3").arg(sign, people, households);
    if (!answer.balances()) {
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
                     .arg(distance_text(answer.mean->value()), distance_text(answer.worst->value()),
                          text(grouped(answer.person_km)));
    }
    lines << RelocationWords::tr(
                 "%1 of %n site(s) are used, with room for %2 people in all; computed in %3 s.", nullptr,
                 static_cast<int>(answer.sites.size()))
                 .arg(answer.opened())
                 .arg(count_text(answer.capacity), QString::number(answer.took.value(), 'f', decimals));
    return lines.join(QLatin1Char('\n'));
}

QString reason_text(const std::string& reason) {
    if (reason == "no_site_in_county") return RelocationWords::tr("no site in the county");
    if (reason == "too_far") return RelocationWords::tr("too far");
    if (reason == "no_capacity") return RelocationWords::tr("no room left");
    if (reason == "together_too_large") return RelocationWords::tr("too many to stay together");
    if (reason == "no_allowed_site") return RelocationWords::tr("no allowed site");
    return text(reason);
}

}  // namespace yiquan::plugin
