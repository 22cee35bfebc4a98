// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "core/features/finding.hpp"

namespace yiquan::audit {

/// How many findings there are, in all and of each kind that was met.
[[nodiscard]] nlohmann::ordered_json findings_json(const features::FindingList& findings);

}  // namespace yiquan::audit
