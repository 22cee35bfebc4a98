// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/screening/screening_words.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

#include "plugin/dock/parts/distance_text.hpp"
#include "plugin/language.hpp"

namespace yiquan::plugin {
namespace {

struct ScreeningWords {
    Q_DECLARE_TR_FUNCTIONS(ScreeningWords)
};

/// As many digits as anybody wants to read, and not "0" for a little.
QString measured_number(double value) {
    constexpr double many = 100.0;
    constexpr int digits = 3;
    const QLocale numbers(QLocale::English, QLocale::UnitedStates);
    if (std::abs(value) >= many || value == std::floor(value)) return numbers.toString(value, 'f', 0);
    return numbers.toString(value, 'g', digits);
}

}  // namespace

QString verdict_sign(ScreeningVerdict verdict) {
    switch (verdict) {
        case ScreeningVerdict::pass:
            return QStringLiteral("✓");
        case ScreeningVerdict::fail:
            return QStringLiteral("✗");
        case ScreeningVerdict::unknown:
            break;
    }
    return QStringLiteral("?");
}

QString verdict_text(ScreeningVerdict verdict) {
    switch (verdict) {
        case ScreeningVerdict::pass:
            return ScreeningWords::tr("✓ passes");
        case ScreeningVerdict::fail:
            return ScreeningWords::tr("✗ fails");
        case ScreeningVerdict::unknown:
            break;
    }
    return ScreeningWords::tr("? unknown");
}

QString rule_name(const ScreeningRule& rule) {
    const QString& name = language() == Language::chinese ? rule.name_zh : rule.name_en;
    return name.isEmpty() ? rule.id : name;
}

QString measured_text(const ScreeningEvidence& evidence) {
    if (!evidence.value) return evidence.text.isEmpty() ? QStringLiteral("–") : evidence.text;
    if (evidence.unit == QLatin1String("m")) return distance_text(*evidence.value);
    const QString number = measured_number(*evidence.value);
    return evidence.unit.isEmpty() ? number : QStringLiteral("%1 %2").arg(number, evidence.unit);
}

QString evidence_text(const ScreeningRule& rule, const ScreeningEvidence& evidence) {
    QStringList parts{QStringLiteral("%1 %2").arg(
        verdict_sign(evidence.verdict),
        ScreeningWords::tr("%1: %2").arg(rule_name(rule), measured_text(evidence)))};
    if (!rule.limit.isEmpty()) parts << ScreeningWords::tr("asked for: %1").arg(rule.limit);
    if (!evidence.nearest.isEmpty()) parts << ScreeningWords::tr("nearest: %1").arg(evidence.nearest);
    const QString why = say(evidence.why_en.toStdString(), evidence.why_zh.toStdString());
    if (!why.isEmpty()) {
        parts << why;
    } else if (evidence.verdict == ScreeningVerdict::unknown) {
        parts << ScreeningWords::tr("the rule's data do not reach here");
    }
    return parts.join(ScreeningWords::tr("; "));
}

QString rule_text(const ScreeningRule& rule) {
    const QString name = rule.limit.isEmpty()
                             ? rule_name(rule)
                             : ScreeningWords::tr("%1 (%2)").arg(rule_name(rule), rule.limit);
    QStringList parts;
    if (rule.hard) {
        parts << ScreeningWords::tr("excludes %n candidate(s)", nullptr, rule.failed);
        if (rule.failed > 0) parts << ScreeningWords::tr("%n of them alone", nullptr, rule.excluded_alone);
    } else {
        parts << ScreeningWords::tr("weighted; %n candidate(s) miss it", nullptr, rule.failed);
    }
    if (rule.unknown > 0) parts << ScreeningWords::tr("%n unknown", nullptr, rule.unknown);
    return ScreeningWords::tr("%1: %2").arg(name, parts.join(ScreeningWords::tr(", ")));
}

QString screening_text(const ScreeningAnswer& answer) {
    const int unknown = answer.count(ScreeningVerdict::unknown);
    const QString passed =
        ScreeningWords::tr("✓ %1 of %n candidate(s) pass", nullptr, answer.candidates.size())
            .arg(answer.count(ScreeningVerdict::pass));
    const QString failed = ScreeningWords::tr("✗ %n fail", nullptr, answer.count(ScreeningVerdict::fail));
    QStringList parts{passed, failed};
    if (unknown > 0) parts << ScreeningWords::tr("? %n unknown", nullptr, unknown);
    for (QString& part : parts) part.replace(QLatin1Char(' '), QChar::Nbsp);  // lines break between them
    return parts.join(QStringLiteral("   "));
}

}  // namespace yiquan::plugin
