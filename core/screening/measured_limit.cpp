// SPDX-License-Identifier: MIT
#include "core/screening/measured_limit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/base/error.hpp"
#include "core/features/value.hpp"

namespace yiquan::screening {
namespace {

[[noreturn]] void refuse(std::string_view field, std::string_view text, std::string_view en,
                         std::string_view zh) {
    throw Error{
        ErrorKind::usage,
        {fmt::format("{} = \"{}\": {}", field, text, en), fmt::format("{} = “{}”：{}", field, text, zh)}};
}

void refuse_negative(const Measured& measured, std::string_view text, std::string_view field) {
    if (measured.value >= 0.0) return;
    refuse(field, text, "must not be below zero.", "不能小于零。");
}

struct AreaUnit {
    std::string_view name;
    std::string_view sign;
    double square_metres;
};
constexpr double square_metres_per_mu = 10'000.0 / 15.0;
constexpr std::array area_units{AreaUnit{"m2", "m²", 1.0},
                                AreaUnit{"m²", "m²", 1.0},
                                AreaUnit{"平方米", "m²", 1.0},
                                AreaUnit{"ha", "ha", 1e4},
                                AreaUnit{"公顷", "ha", 1e4},
                                AreaUnit{"km2", "km²", 1e6},
                                AreaUnit{"km²", "km²", 1e6},
                                AreaUnit{"平方公里", "km²", 1e6},
                                AreaUnit{"平方千米", "km²", 1e6},
                                AreaUnit{"亩", "亩", square_metres_per_mu},
                                AreaUnit{"mu", "亩", square_metres_per_mu}};

}  // namespace

Measured parse_measured(std::string_view text, std::string_view field) {
    const std::string_view body = features::trimmed(text);
    Measured out;
    const auto [rest, failure] = std::from_chars(body.data(), body.data() + body.size(), out.value);
    if (failure != std::errc{} || !std::isfinite(out.value)) {
        refuse(field, text, "is not a number with a unit; write for example \"300 people\".",
               "不是带单位的数值；请写成例如“300 人”。");
    }
    out.unit = features::trimmed({rest, static_cast<std::size_t>(body.data() + body.size() - rest)});
    if (out.unit.empty()) {
        refuse(field, text, "has no unit; write for example \"300 people\", \"2 ha\" or \"25 %\".",
               "没有单位；请写成例如“300 人”“2 公顷”或“25 %”。");
    }
    return out;
}

Measured parse_slope(std::string_view text, std::string_view field) {
    constexpr std::array<std::string_view, 4> percent{"%", "％", "percent", "百分比"};
    constexpr std::array<std::string_view, 5> degrees{"°", "deg", "degree", "degrees", "度"};
    if (features::to_number(features::Value{std::string{text}})) {
        refuse(field, text, "has no unit; a slope is in percent or in degrees: write \"25 %\" or \"14°\".",
               "没有单位；坡度可以是百分比，也可以是角度：请写成“25 %”或“14°”。");
    }
    Measured out = parse_measured(text, field);
    const auto is_one_of = [&](const auto& names) {
        return std::find(names.begin(), names.end(), out.unit) != names.end();
    };
    if (is_one_of(percent)) {
        out.unit = std::string{"%"};
    } else if (is_one_of(degrees)) {
        out.unit = std::string{"°"};
    } else {
        refuse(field, text, "is not a slope; write \"25 %\" for percent or \"14°\" for degrees.",
               "不是坡度；百分比请写“25 %”，角度请写“14°”。");
    }
    refuse_negative(out, text, field);
    return out;
}

MeasuredArea parse_area(std::string_view text, std::string_view field) {
    Measured measured = parse_measured(text, field);
    const auto* unit = std::find_if(area_units.begin(), area_units.end(),
                                    [&](const AreaUnit& known) { return known.name == measured.unit; });
    if (unit == area_units.end()) {
        refuse(field, text,
               "is not an area; write for example \"2 ha\", \"5000 m²\", \"1 km²\" or \"30 亩\".",
               "不是面积；请写成例如“2 公顷”“5000 m²”“1 km²”或“30 亩”。");
    }
    refuse_negative(measured, text, field);
    measured.unit = unit->sign;
    return {std::move(measured), unit->square_metres};
}

}  // namespace yiquan::screening
