// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace yiquan::siting {

/// The models as a table in Markdown: id, what it does, formula, paper. The reference pages hold it.
[[nodiscard]] std::string model_table(bool chinese);

}  // namespace yiquan::siting
