// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/toolbox/analysis.hpp"

namespace yiquan::toolbox {

/// The rows of the table of analyses that the program `yiquan` runs: siting, screening, relocation.
[[nodiscard]] std::vector<Analysis> program_analyses();

}  // namespace yiquan::toolbox
