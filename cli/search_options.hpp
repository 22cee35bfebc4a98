// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>

#include "core/base/message.hpp"
#include "core/base/quantity.hpp"

namespace yiquan::cli {

/// A share of something: "0.001" or "0.1 %".
/// \param option for the message
/// \throws Error{usage} for anything but zero or a positive number
[[nodiscard]] double share_of(std::string_view text, std::string_view option);

/// An amount that is a share of nothing, such as money or metres: "250".
/// \param option for the message
/// \throws Error{usage} for anything but zero or a positive number; a percentage is told so
[[nodiscard]] double amount_of(std::string_view text, std::string_view option);

/// "60", "60 s" or "2 min".
/// \throws Error{usage} for anything else
[[nodiscard]] Seconds time_limit_of(const std::string& text);

/// `--datum`, for the lists of a verb.
void add_datum(CLI::App& app, std::string& datum, Language language);

}  // namespace yiquan::cli
