// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include "plugin/relocation/screening_answer.hpp"

namespace yiquan::plugin {

/// "✓", "✗" or "?", so that colours are not needed.
[[nodiscard]] QString verdict_sign(screening::Verdict verdict);
/// "✓ passes"
[[nodiscard]] QString verdict_text(screening::Verdict verdict);
[[nodiscard]] QString rule_name(const report::ScreenedRule& rule);

/// What was measured, with its unit: "120 m"; a dash where nothing was.
[[nodiscard]] QString measured_text(const report::ScreenedEvidence& evidence);
/// "✗ Faults: 120 m; asked for: ≥ 200 m; nearest: F12"
[[nodiscard]] QString evidence_text(const report::ScreenedRule& rule,
                                    const report::ScreenedEvidence& evidence);
/// What a rule does: "Faults (≥ 200 m): excludes 5 candidates, 2 of them alone; 1 unknown"
[[nodiscard]] QString rule_text(const report::ScreenedRule& rule);
/// How many pass.
[[nodiscard]] QString screening_text(const ScreeningAnswer& answer);

}  // namespace yiquan::plugin
