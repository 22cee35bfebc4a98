// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace yiquan::io {

/// Begins a text that Excel is to read as UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The whole of a text file, without its byte-order mark.
/// \throws Error{input} where it is missing or cannot be read
[[nodiscard]] std::string read_text_file(const std::string& path);

}  // namespace yiquan::io
