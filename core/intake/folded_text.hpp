// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace yiquan::intake {

/// Text for comparing names: lower case, full-width signs as plain ones, without spaces of any kind and
/// without byte-order marks.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace yiquan::intake
