// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace yiquan::intake {

/// A cell that says yes (是, 有, yes, true, 1, √) or no (否, 无, no, false, 0, ×), in either language and any
/// width.
/// \return nothing for an empty cell and for any other word
[[nodiscard]] std::optional<bool> yes_or_no(std::string_view text);

}  // namespace yiquan::intake
