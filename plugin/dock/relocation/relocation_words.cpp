// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/relocation_words.hpp"

#include <fmt/format.h>

#include <QCoreApplication>
#include <QStringList>

#include <cmath>
#include <string_view>

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
QString value_text(const RelocationAnswer& answer) {
    switch (answer.objective) {
        case relocation::Objective::travel:
            return RelocationWords::tr("%1 person-kilometres").arg(text(grouped(answer.value)));
        case relocation::Objective::worst:
            return distance_text(answer.value);
        case relocation::Objective::sites:
            return RelocationWords::tr("%n site(s)", nullptr, static_cast<int>(std::lround(answer.value)));
        case relocation::Objective::cost:
            break;
    }
    return text(grouped(answer.value));
}

QString claim(const RelocationAnswer& answer) {
    const relocation::ObjectiveInfo& objective = relocation::info(answer.objective);
    const auto with_value = [&](std::string_view words) {
        return fmt::format(fmt::runtime(words), fmt::arg("value", value_text(answer).toStdString()));
    };
    return say(with_value(objective.proof_en), with_value(objective.proof_zh));
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
        .arg(value_text(answer), text(percent(answer.gap)));
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
        lines << RelocationWords::tr("People move %1 on average, %2 at most; %3 person-kilometres in total.")
                     .arg(distance_text(answer.mean->value()), distance_text(answer.worst->value()),
                          text(grouped(answer.person_km)));
    }
    lines << RelocationWords::tr("Used: %1 of %n site(s), with room for %2 people in all; computed in %3 s.",
                                 nullptr, static_cast<int>(answer.sites.size()))
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
