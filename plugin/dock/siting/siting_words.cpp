// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/siting/siting_words.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

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
    return SitingWords::tr("%n site(s)", nullptr, answer.last_p());
}

/// The claim of a proved answer.
QString claim(const SitingAnswer& answer) {
    const QString value = objective_text(answer.model, answer.objective);
    const QString choice = choice_text(answer);
    if (answer.model == QLatin1String("mclp")) {
        return SitingWords::tr("no choice of %1 reaches more than %2.").arg(choice, value);
    }
    if (answer.model == QLatin1String("backup")) {
        return SitingWords::tr("no choice of %1 reaches more than %2 twice.").arg(choice, value);
    }
    if (answer.model == QLatin1String("capacitated-mclp")) {
        return SitingWords::tr("no choice of %1 has seats within reach for more than %2.").arg(choice, value);
    }
    if (answer.model == QLatin1String("equity")) {
        return SitingWords::tr("no choice of %1 lifts the worst-served zone above %2.").arg(choice, value);
    }
    if (answer.model == QLatin1String("lscp")) {
        return SitingWords::tr("nothing less than %1 reaches everyone whom any candidate reaches.")
            .arg(value);
    }
    if (answer.model == QLatin1String("partial")) {
        return SitingWords::tr("nothing less than %1 reaches %2 of the people.")
            .arg(value, share_text(answer.share.value_or(1.0)));
    }
    if (answer.model == QLatin1String("p-center")) {
        return SitingWords::tr("with no choice of %1 does everyone live nearer than %2.").arg(choice, value);
    }
    return SitingWords::tr("no choice of %1 needs less travel than %2.").arg(choice, value);
}

/// What an unproved answer reaches.
QString found(const SitingAnswer& answer) {
    const QString value = objective_text(answer.model, answer.objective);
    const siting::Model* model = nullptr;
    for (const siting::Model& each : siting::models) {
        if (answer.model == text(each.id)) model = &each;
    }
    const QString gap = share_text(answer.gap);
    if (model != nullptr && model->most) {
        return SitingWords::tr("Best found, not proved: %1; at most %2 below the best possible.")
            .arg(value, gap);
    }
    return SitingWords::tr("Best found, not proved: %1; at most %2 above the best possible.").arg(value, gap);
}

}  // namespace

QString objective_text(const QString& model, double objective) {
    constexpr double metres = 1000.0;
    if (model == QLatin1String("lscp") || model == QLatin1String("partial")) {
        const bool whole = objective == std::floor(objective) && objective < 1e6;
        return whole ? SitingWords::tr("%n site(s)", nullptr, static_cast<int>(objective))
                     : text(grouped(objective));
    }
    if (model == QLatin1String("equity")) return share_text(objective);
    if (model == QLatin1String("p-center")) return text(to_text(Metres{objective}));
    if (model.endsWith(QLatin1String("median"))) {
        return SitingWords::tr("%1 person-kilometres").arg(text(grouped(objective / metres)));
    }
    return SitingWords::tr("%1 people").arg(people_text(objective));
}

QString short_objective_text(const QString& model, double objective) {
    const bool people = model == QLatin1String("mclp") || model == QLatin1String("backup") ||
                        model == QLatin1String("capacitated-mclp");
    return people ? people_text(objective) : objective_text(model, objective);
}

QString proof_text(const SitingAnswer& answer) {
    if (!answer.known()) {
        return SitingWords::tr("Proved: no choice of sites meets these conditions; loosen one of them.");
    }
    if (answer.status != QLatin1String("optimal")) return found(answer);
    return SitingWords::tr("Proved optimal: %1").arg(claim(answer)) +
           say(siting::proof_margin(answer.tolerance));
}

QString served_text(const SitingAnswer& answer) {
    if (!answer.served || !answer.known()) return {};
    const SitingAnswer::Served& served = *answer.served;
    const double total = served.total > 0.0 ? served.total : 1.0;
    return SitingWords::tr("Served: %1 → %2 of %3 people (%4 → %5)")
        .arg(people_text(served.before), people_text(served.after), people_text(served.total),
             share_text(served.before / total), share_text(served.after / total));
}

QString remarks_text(const SitingAnswer& answer) {
    constexpr int decimals = 1;
    QStringList lines;
    const QString seconds = QString::number(answer.seconds, 'f', decimals);
    if (answer.known() && answer.status != QLatin1String("optimal")) {
        lines << SitingWords::tr("Bound %1, gap %2, computed in %3 s.")
                     .arg(objective_text(answer.model, answer.bound), share_text(answer.gap), seconds);
    } else {
        lines << SitingWords::tr("Computed in %1 s.").arg(seconds);
    }
    if (answer.uncoverable > 0.0) {
        lines << SitingWords::tr("%1 people in %n place(s) live beyond every candidate and station.", nullptr,
                                 answer.uncoverable_places)
                     .arg(people_text(answer.uncoverable));
    }
    if (!answer.closed.isEmpty()) {
        lines << SitingWords::tr("%n existing station(s) close.", nullptr, answer.closed.size());
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace yiquan::plugin
