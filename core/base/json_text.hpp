// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace yiquan {

/// The text as a JSON string with its quotation marks. Bytes that are no UTF-8 become U+FFFD, so that the
/// line stays one that every reader takes.
[[nodiscard]] std::string json_text(std::string_view text);

}  // namespace yiquan
