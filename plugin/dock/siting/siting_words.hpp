// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include "plugin/siting/siting_answer.hpp"

namespace yiquan::plugin {

/// What the answer claims, with its proof: "Proved optimal: no choice of 5 sites reaches more than …", or how
/// far from proved it is.
[[nodiscard]] QString proof_text(const SitingAnswer& answer);
/// People served before and after; empty for models without a radius.
[[nodiscard]] QString served_text(const SitingAnswer& answer);
/// Bound, gap and time, and whom no candidate reaches.
[[nodiscard]] QString remarks_text(const SitingAnswer& answer);

/// An objective in the unit in which people read it: people, sites, person-kilometres, kilometres, minutes, a
/// share.
[[nodiscard]] QString objective_text(const SitingAnswer& answer, double objective);
/// The same for a table or a narrow line: people without the word.
[[nodiscard]] QString short_objective_text(const SitingAnswer& answer, double objective);

}  // namespace yiquan::plugin
