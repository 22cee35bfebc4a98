// SPDX-License-Identifier: MIT
#include "cli/search_options.hpp"

#include <fmt/format.h>

#include <optional>

#include "core/base/error.hpp"
#include "core/base/quantity.hpp"
#include "core/features/value.hpp"
#include "core/geo/datum.hpp"

namespace yiquan::cli {

namespace {

constexpr std::string_view full_width_percent = "％";

/// The text before a percent sign; nothing where there is none.
std::optional<std::string_view> before_percent(std::string_view text) {
    const std::string_view word = features::trimmed(text);
    for (const std::string_view sign : {std::string_view{"%"}, full_width_percent}) {
        if (word.ends_with(sign)) return features::trimmed(word.substr(0, word.size() - sign.size()));
    }
    return std::nullopt;
}

/// \param whole what the user wrote, for the message
double not_negative(std::string_view word, std::string_view whole, std::string_view option) {
    const auto value = features::to_number(features::Value{std::string{word}});
    if (!value || !(*value >= 0.0) || *value > 1e300) {
        throw Error{ErrorKind::usage,
                    {fmt::format("{} \"{}\" is not zero or a positive number.", option, whole),
                     fmt::format("{}“{}”不是不小于零的数。", option, whole)}};
    }
    return *value;
}

}  // namespace

double share_of(std::string_view text, std::string_view option) {
    constexpr double hundred = 100.0;
    const auto percent = before_percent(text);
    return percent ? not_negative(*percent, text, option) / hundred : not_negative(text, text, option);
}

double amount_of(std::string_view text, std::string_view option) {
    if (before_percent(text)) {
        throw Error{
            ErrorKind::usage,
            {fmt::format("{} \"{}\" must be an amount, not a percentage; write the number itself, without %.",
                         option, text),
             fmt::format("{}“{}”应为数量，不能是百分数；请直接写数值，不带百分号。", option, text)}};
    }
    return not_negative(text, text, option);
}

Seconds time_limit_of(const std::string& text) {
    const auto plain = features::to_number(features::Value{text});
    return plain ? Seconds{*plain} : parse_duration(text, "--time-limit");
}

void add_datum(CLI::App& app, std::string& datum, Language language) {
    const Message ids = geo::datum_ids();
    app.add_option(
        "--datum", datum,
        language == Language::chinese ? "名单的坐标基准：" + ids.zh : "Datum of the lists: " + ids.en);
}

}  // namespace yiquan::cli
