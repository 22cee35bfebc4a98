// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

#include "core/geo/lonlat.hpp"

namespace yiquan::plugin {

/// A rule's word on a candidate, or that of all hard rules together.
enum class ScreeningVerdict { pass, fail, unknown };

/// A rule of the file, and what it does to all candidates.
struct ScreeningRule {
    QString id;
    QString name_en;
    QString name_zh;
    QString limit;   ///< in words, with its unit
    QString source;  ///< of the limit
    QString note;
    bool hard = true;
    bool enabled = true;
    int failed = 0;
    int unknown = 0;
    int excluded_alone = 0;  ///< candidates that no other rule excludes
};

/// Why a rule says what it says.
struct ScreeningEvidence {
    ScreeningVerdict verdict = ScreeningVerdict::unknown;
    std::optional<double> value;  ///< measured
    QString text;                 ///< what was found instead of a number, such as "no"
    QString unit;
    QString nearest;  ///< the feature that it was measured to
    QString why_en;   ///< why it is unknown
    QString why_zh;
};

struct ScreenedCandidate {
    QString id;
    QString name;
    std::optional<geo::LonLat> place;
    ScreeningVerdict verdict = ScreeningVerdict::unknown;
    std::optional<double> score;
    QList<ScreeningEvidence> evidence;  ///< one for each of the answer's rules, in their order
};

/// What `yiquan screen --json` prints; see docs/reference.md.
struct ScreeningAnswer {
    QString title;
    QString notice;
    QList<ScreeningRule> rules;  ///< those that were asked
    QList<ScreeningRule> switched_off;
    QList<ScreenedCandidate> candidates;

    [[nodiscard]] int count(ScreeningVerdict verdict) const;
    /// Whether there are weighted rules.
    [[nodiscard]] bool scored() const;
};

/// \throws Error{internal} for anything else than a document of this schema
[[nodiscard]] ScreeningAnswer screening_answer(const QByteArray& document);

}  // namespace yiquan::plugin
