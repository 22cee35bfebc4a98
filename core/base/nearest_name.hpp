// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "core/base/message.hpp"

namespace yiquan {

/// The known name that a mistyped one most likely meant: least edit distance (Levenshtein 1966), ties by
/// order; empty where nothing is closer than half of the length.
[[nodiscard]] std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> known);

/// " Did you mean "x"?" in both languages, or empty text where no name is near.
[[nodiscard]] Message suggestion(std::string_view typed, std::span<const std::string_view> known);

/// "walk, ebike or drive" in both languages.
[[nodiscard]] Message or_list(std::span<const std::string_view> names);

}  // namespace yiquan
