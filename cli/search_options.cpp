// SPDX-License-Identifier: MIT
#include "cli/search_options.hpp"

#include <fmt/format.h>

#include "core/base/error.hpp"
#include "core/base/quantity.hpp"
#include "core/features/value.hpp"

namespace yiquan::cli {

double share_or_number(std::string_view text, std::string_view option) {
    std::string_view word = features::trimmed(text);
    const bool percent = word.ends_with('%');
    if (percent) word = features::trimmed(word.substr(0, word.size() - 1));
    const auto value = features::to_number(features::Value{std::string{word}});
    if (!value || !(*value >= 0.0) || *value > 1e300) {
        throw Error{ErrorKind::usage,
                    {fmt::format("{} \"{}\" is not a number of zero or more.", option, text),
                     fmt::format("{}“{}”不是不小于零的数。", option, text)}};
    }
    constexpr double hundred = 100.0;
    return percent ? *value / hundred : *value;
}

double seconds_of(const std::string& time_limit) {
    const auto plain = features::to_number(features::Value{time_limit});
    return plain ? *plain : parse_duration(time_limit, "--time-limit").value();
}

}  // namespace yiquan::cli
