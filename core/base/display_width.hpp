// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace yiquan {

/// Columns that a text takes in a fixed-width font: two for Chinese characters and full-width signs, none for
/// combining marks. Broken UTF-8 counts one a byte. The process's locale does not matter.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace yiquan
