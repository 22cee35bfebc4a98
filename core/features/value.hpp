// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace yiquan::features {

/// One cell of a table; `monostate` is an empty cell.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

enum class FieldType { text, integer, real };

/// The cell as the user would read it; numbers in their shortest form, without a locale.
[[nodiscard]] std::string to_text(const Value& value);

/// The cell as a number; text must be one whole decimal number, spaces around it allowed, full-width digits
/// and signs read as plain ones.
/// \return nothing for an empty cell or text that is no number; infinities and NaN are returned as they are
[[nodiscard]] std::optional<double> to_number(const Value& value);

/// True for an empty cell and for text of nothing but spaces.
[[nodiscard]] bool is_blank(const Value& value);

/// Without white space at both ends, the ideographic space U+3000 included.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace yiquan::features
