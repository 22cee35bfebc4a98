// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace yiquan::toolbox {

/// The reference page of all analyses in both languages, Markdown; docs/toolbox.md is this text.
[[nodiscard]] std::string analysis_page();

}  // namespace yiquan::toolbox
