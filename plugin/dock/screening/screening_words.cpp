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

QString verdict_sign(screening::Verdict verdict) {
    switch (verdict) {
        case screening::Verdict::pass:
            return QStringLiteral("✓");
        case screening::Verdict::fail:
            return QStringLiteral("✗");
        case screening::Verdict::unknown:
            break;
    }
    return QStringLiteral("?");
}

QString verdict_text(screening::Verdict verdict) {
    switch (verdict) {
        case screening::Verdict::pass:
            return ScreeningWords::tr("✓ passes");
        case screening::Verdict::fail:
            return ScreeningWords::tr("✗ fails");
        case screening::Verdict::unknown:
            break;
    }
    return ScreeningWords::tr("? unknown");
}

QString rule_name(const report::ScreenedRule& rule) {
    const QString name = say(rule.name);
    return name.isEmpty() ? text(rule.id) : name;
}

QString measured_text(const report::ScreenedEvidence& evidence) {
    if (!evidence.value) return evidence.text.empty() ? QStringLiteral("–") : text(evidence.text);
    if (evidence.unit == "m") return distance_text(*evidence.value);
    const QString number = measured_number(*evidence.value);
    return evidence.unit.empty() ? number : QStringLiteral("%1 %2").arg(number, text(evidence.unit));
}

QString evidence_text(const report::ScreenedRule& rule, const report::ScreenedEvidence& evidence) {
    QStringList parts{QStringLiteral("%1 %2").arg(
        verdict_sign(evidence.verdict),
        ScreeningWords::tr("%1: %2").arg(rule_name(rule), measured_text(evidence)))};
    if (!rule.limit.empty()) parts << ScreeningWords::tr("asked for: %1").arg(text(rule.limit));
    if (!evidence.nearest.empty()) parts << ScreeningWords::tr("nearest: %1").arg(text(evidence.nearest));
    const QString why = say(evidence.why);
    if (!why.isEmpty()) {
        parts << why;
    } else if (evidence.verdict == screening::Verdict::unknown) {
        parts << ScreeningWords::tr("the rule's data do not reach here");
    }
    return parts.join(ScreeningWords::tr("; "));
}

QString rule_text(const report::ScreenedRule& rule) {
    const QString name = rule.limit.empty()
                             ? rule_name(rule)
                             : ScreeningWords::tr("%1 (%2)").arg(rule_name(rule), text(rule.limit));
    QStringList parts;
    if (!rule.weight) {
        parts << ScreeningWords::tr("excludes %n candidate(s)", nullptr, static_cast<int>(rule.failed));
        if (rule.failed > 0)
            parts << ScreeningWords::tr("%n of them alone", nullptr, static_cast<int>(rule.excluded_alone));
    } else {
        parts << ScreeningWords::tr("weighted; missed by %n candidate(s)", nullptr,
                                    static_cast<int>(rule.failed));
    }
    if (rule.unknown > 0) parts << ScreeningWords::tr("%n unknown", nullptr, static_cast<int>(rule.unknown));
    return ScreeningWords::tr("%1: %2").arg(name, parts.join(ScreeningWords::tr(", ")));
}

QString screening_text(const ScreeningAnswer& answer) {
    const auto unknown = static_cast<int>(answer.count(screening::Verdict::unknown));
    const QString passed = ScreeningWords::tr("✓ %1 of %n candidate(s) pass", nullptr,
                                              static_cast<int>(answer.candidates.size()))
                               .arg(answer.count(screening::Verdict::pass));
    const QString failed =
        ScreeningWords::tr("✗ %n fail", nullptr, static_cast<int>(answer.count(screening::Verdict::fail)));
    QStringList parts{passed, failed};
    if (unknown > 0) parts << ScreeningWords::tr("? %n unknown", nullptr, unknown);
    for (QString& part : parts) part.replace(QLatin1Char(' '), QChar::Nbsp);  // lines break between them
    return parts.join(QStringLiteral("   "));
}

}  // namespace yiquan::plugin
