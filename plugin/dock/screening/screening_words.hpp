// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include "plugin/relocation/screening_answer.hpp"

namespace yiquan::plugin {

/// "✓", "✗" or "?", so that colours are not needed.
[[nodiscard]] QString verdict_sign(ScreeningVerdict verdict);
/// "✓ passes"
[[nodiscard]] QString verdict_text(ScreeningVerdict verdict);
[[nodiscard]] QString rule_name(const ScreeningRule& rule);

/// What was measured, with its unit: "120 m"; a dash where nothing was.
[[nodiscard]] QString measured_text(const ScreeningEvidence& evidence);
/// "✗ Faults: 120 m; asked for: ≥ 200 m; nearest: F12"
[[nodiscard]] QString evidence_text(const ScreeningRule& rule, const ScreeningEvidence& evidence);
/// What a rule does: "Faults (≥ 200 m): excludes 5 candidates, 2 of them alone; 1 unknown"
[[nodiscard]] QString rule_text(const ScreeningRule& rule);
/// How many pass.
[[nodiscard]] QString screening_text(const ScreeningAnswer& answer);

}  // namespace yiquan::plugin
