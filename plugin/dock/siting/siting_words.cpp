// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/siting/siting_words.hpp"

#include <fmt/format.h>

#include <QCoreApplication>
#include <QStringList>

#include <cmath>
#include <string_view>

#include "core/base/exact.hpp"
#include "core/base/number_text.hpp"
#include "core/siting/answer.hpp"
#include "core/siting/model.hpp"
#include "plugin/language.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {
namespace {

struct SitingWords {
    Q_DECLARE_TR_FUNCTIONS(SitingWords)
};

/// "5 new sites", or what a budget buys.
QString choice_text(const SitingAnswer& answer) {
    if (answer.budget) {
        return SitingWords::tr("sites within the budget of %1").arg(text(grouped(*answer.budget)));
    }
    return SitingWords::tr("%n site(s)", nullptr, static_cast<int>(answer.count));
}

const siting::Model& model_of(const SitingAnswer& answer) {
    return siting::model_of_document(answer.model);
}

/// The claim of a proved answer.
QString claim(const SitingAnswer& answer) {
    const siting::Model& model = model_of(answer);
    const auto with_figures = [&](std::string_view words) {
        return fmt::format(fmt::runtime(words), fmt::arg("choice", choice_text(answer).toStdString()),
                           fmt::arg("value", objective_text(answer, answer.objective).toStdString()),
                           fmt::arg("share", share_text(answer.share.value_or(1.0)).toStdString()));
    };
    return say(with_figures(model.proof_en), with_figures(model.proof_zh));
}

/// What an unproved answer reaches.
QString found(const SitingAnswer& answer) {
    const QString value = objective_text(answer, answer.objective);
    const QString gap = share_text(answer.gap);
    if (model_of(answer).most) {
        return SitingWords::tr("Best found, not proved: %1; at most %2 below the best possible.")
            .arg(value, gap);
    }
    return SitingWords::tr("Best found, not proved: %1; at most %2 above the best possible.").arg(value, gap);
}

}  // namespace

QString objective_text(const SitingAnswer& answer, double objective) {
    switch (model_of(answer).measure) {
        case siting::Measure::people:
            break;
        case siting::Measure::fewest: {
            const bool whole = objective == std::floor(objective) && objective < 1e6;
            return whole ? SitingWords::tr("%n site(s)", nullptr, static_cast<int>(objective))
                         : text(grouped(objective));
        }
        case siting::Measure::worst_share:
            return share_text(objective);
        case siting::Measure::worst_trip:
            return say(to_text(CostValue{objective}, answer.unit));
        case siting::Measure::mean_trip: {
            const QString all = text(grouped(objective / info(answer.unit).reader));
            return answer.unit == CostUnit::metres ? SitingWords::tr("%1 person-kilometres").arg(all)
                                                   : SitingWords::tr("%1 person-minutes").arg(all);
        }
    }
    return SitingWords::tr("%1 people").arg(people_text(objective));
}

QString short_objective_text(const SitingAnswer& answer, double objective) {
    const bool people = model_of(answer).measure == siting::Measure::people;
    return people ? people_text(objective) : objective_text(answer, objective);
}

QString proof_text(const SitingAnswer& answer) {
    if (!answer.known) {
        return SitingWords::tr("Proved: no choice of sites meets these conditions; loosen one of them.");
    }
    if (!answer.proved) return found(answer);
    return SitingWords::tr("Proved optimal: %1").arg(claim(answer)) +
           say(siting::proof_margin(answer.tolerance));
}

QString served_text(const SitingAnswer& answer) {
    if (!answer.served || !answer.known) return {};
    const report::ServedPeople& served = *answer.served;
    return SitingWords::tr("Served: %1 → %2 of %3 people (%4 → %5)")
        .arg(people_text(served.before), people_text(served.after), people_text(served.total),
             share_text(share(served.before, served.total)), share_text(share(served.after, served.total)));
}

QString remarks_text(const SitingAnswer& answer) {
    constexpr int decimals = 1;
    QStringList lines;
    const QString seconds = QString::number(answer.took.value(), 'f', decimals);
    if (answer.known && !answer.proved) {
        lines << SitingWords::tr("Bound %1, gap %2, computed in %3 s.")
                     .arg(objective_text(answer, answer.bound), share_text(answer.gap), seconds);
    } else {
        lines << SitingWords::tr("Computed in %1 s.").arg(seconds);
    }
    if (answer.uncoverable > Persons{}) {
        lines << SitingWords::tr("%1 people in %n place(s) live beyond every candidate and station.", nullptr,
                                 static_cast<int>(answer.uncoverable_places))
                     .arg(people_text(answer.uncoverable));
    }
    if (!answer.closed.empty()) {
        lines << SitingWords::tr("To be closed: %n existing station(s).", nullptr,
                                 static_cast<int>(answer.closed.size()));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace yiquan::plugin
