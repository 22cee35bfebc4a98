// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace yiquan::toolbox {

/// The reference page of all layers with their columns in both languages, Markdown; docs/layers.md is this
/// text, and scripts/picture/make_styles.py takes the columns of its styles from it.
[[nodiscard]] std::string layers_page();

}  // namespace yiquan::toolbox
