// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace yiquan::io {

/// The whole of a text file, without its byte-order mark.
/// \throws Error{input} where it is missing or cannot be read
[[nodiscard]] std::string read_text_file(const std::string& path);

}  // namespace yiquan::io
