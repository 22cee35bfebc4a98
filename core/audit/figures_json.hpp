// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "core/audit/ledger.hpp"
#include "core/features/finding.hpp"

namespace yiquan::audit {

/// The keys that totals, zones and parents share.
/// \param into has the unit's own keys already
[[nodiscard]] nlohmann::ordered_json figures_json(nlohmann::ordered_json into, const Figures& figures);

/// People of each class of distance, in order.
[[nodiscard]] nlohmann::ordered_json people_json(const std::vector<Persons>& classes);

/// How many findings there were, in all and of each kind that occurred.
[[nodiscard]] nlohmann::ordered_json findings_json(const features::FindingList& findings);

}  // namespace yiquan::audit
