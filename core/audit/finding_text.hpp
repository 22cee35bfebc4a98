// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/features/finding.hpp"

namespace yiquan::audit {

/// "kept" 保留, "corrected" 已更正, "left out" 未采用.
[[nodiscard]] const Message& action_name(features::Action action);

/// One closing entry per kind of which more findings were counted than kept; its value is how many more.
[[nodiscard]] std::vector<features::Finding> findings_not_listed(const features::FindingList& findings);

}  // namespace yiquan::audit
