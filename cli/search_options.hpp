// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace yiquan::cli {

/// A number of zero or more, or one in percent: "0.001", "0.1 %".
/// \param option for the message
/// \throws Error{usage} for anything else
[[nodiscard]] double share_or_number(std::string_view text, std::string_view option);

/// "60", "60 s" or "2 min".
/// \throws Error{usage} for anything else
[[nodiscard]] double seconds_of(const std::string& time_limit);

}  // namespace yiquan::cli
