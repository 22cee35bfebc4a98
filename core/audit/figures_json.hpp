// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "core/audit/ledger.hpp"

namespace yiquan::audit {

/// The keys that totals, zones and parents share.
/// \param into has the unit's own keys already
[[nodiscard]] nlohmann::ordered_json figures_json(nlohmann::ordered_json into, const Figures& figures);

/// People of each class of distance, in order.
[[nodiscard]] nlohmann::ordered_json people_json(const std::vector<Persons>& classes);

}  // namespace yiquan::audit
