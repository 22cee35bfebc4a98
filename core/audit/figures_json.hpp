// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/audit/audit.hpp"
#include "core/audit/comparison.hpp"
#include "core/audit/ledger.hpp"

namespace yiquan::audit {

/// The keys that totals, zones and parents share.
/// \param into has the unit's own keys already
[[nodiscard]] nlohmann::ordered_json figures_json(nlohmann::ordered_json into, const Figures& figures);

/// The keys that all comparisons of a unit share.
[[nodiscard]] nlohmann::ordered_json change_json(nlohmann::ordered_json into, const Change& change);

/// People of each class of distance, in order.
[[nodiscard]] nlohmann::ordered_json people_json(const std::vector<Persons>& classes);

/// Shares of stations with their targets.
[[nodiscard]] nlohmann::ordered_json station_shares_json(std::span<const StationShare> shares);

}  // namespace yiquan::audit
