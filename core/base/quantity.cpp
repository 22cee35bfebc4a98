// SPDX-License-Identifier: MIT
#include "core/base/quantity.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

#include "core/base/decimal.hpp"
#include "core/base/error.hpp"
#include "core/base/number_text.hpp"

namespace yiquan {
namespace {

struct UnitName {
    std::string_view name;
    std::uint32_t factor;
};

constexpr std::array length_units{UnitName{"m", 1},       UnitName{"km", 1000},        UnitName{"米", 1},
                                  UnitName{"公里", 1000}, UnitName{"千米", 1000},      UnitName{"metres", 1},
                                  UnitName{"meters", 1},  UnitName{"kilometres", 1000}};
constexpr std::array time_units{UnitName{"s", 1},       UnitName{"min", 60},    UnitName{"h", 3600},
                                UnitName{"秒", 1},      UnitName{"分钟", 60},   UnitName{"分", 60},
                                UnitName{"小时", 3600}, UnitName{"minutes", 60}};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

[[noreturn]] void refuse(std::string_view field, std::string_view text, std::string_view why_en,
                         std::string_view why_zh) {
    throw Error{ErrorKind::usage,
                {fmt::format("{} = \"{}\": {}", field, text, why_en),
                 fmt::format("{} = “{}”：{}", field, text, why_zh)}};
}

double parse_positive(std::string_view text, std::string_view field, std::span<const UnitName> units,
                      std::string_view example) {
    const std::string_view body = trimmed(text);
    const std::string_view number = body.substr(0, decimal_length(body));
    const auto refuse_number = [&] {
        refuse(field, text, fmt::format("is not a number with a unit; write for example \"{}\".", example),
               fmt::format("不是带单位的数值；请写成例如“{}”。", example));
    };
    if (number.empty()) refuse_number();
    const std::string_view unit = trimmed(body.substr(number.size()));
    if (unit.empty()) {
        refuse(field, text, fmt::format("has no unit; write for example \"{}\".", example),
               fmt::format("没有单位；请写成例如“{}”。", example));
    }
    if (unit == "°" || unit == "deg" || unit == "degree" || unit == "degrees" || unit == "度") {
        refuse(field, text,
               fmt::format("is in degrees, which is not a length; write for example \"{}\".", example),
               fmt::format("以度为单位，不是长度；请写成例如“{}”。", example));
    }
    for (const UnitName& known : units) {
        if (unit != known.name) continue;
        const std::optional<double> value = decimal_times(number, known.factor);
        if (!value) refuse_number();
        if (!(*value > 0.0)) {
            refuse(field, text, "must be greater than zero.", "必须大于零。");
        }
        return *value;
    }
    refuse(field, text, fmt::format("has an unknown unit \"{}\"; write for example \"{}\".", unit, example),
           fmt::format("单位“{}”无法识别；请写成例如“{}”。", unit, example));
}

}  // namespace

Metres parse_length(std::string_view text, std::string_view field) {
    return Metres{parse_positive(text, field, length_units, "1 km")};
}

Seconds parse_duration(std::string_view text, std::string_view field) {
    return Seconds{parse_positive(text, field, time_units, "15 min")};
}

std::int64_t whole_millimetres(Metres length) {
    constexpr int places = 3;
    constexpr double most = 9e15;  // metres
    if (std::abs(length.value()) < most) return nearest_decimal(length.value(), places);
    using Limits = std::numeric_limits<std::int64_t>;
    return length < Metres{} ? Limits::min() : Limits::max();
}

std::string to_text(Metres length) {
    if (length < kilometres(1)) return short_number(length.value()) + " m";
    return short_number(length.value() / 1000.0) + " km";
}

std::string to_text(Seconds duration) {
    return short_number(duration.value() / 60.0) + " min";
}

}  // namespace yiquan
