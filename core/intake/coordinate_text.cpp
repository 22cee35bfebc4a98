// SPDX-License-Identifier: MIT
#include "core/intake/coordinate_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

#include "core/intake/folded_text.hpp"

namespace yiquan::intake {
namespace {

struct Sign {
    std::string_view text;
    char mark;
};

/// What people write for degrees, minutes, seconds and the four directions; longer forms first.
constexpr std::array signs{
    Sign{"°", 'D'},    Sign{"º", 'D'},    Sign{"˚", 'D'},    Sign{"度", 'D'}, Sign{"''", 'S'},
    Sign{"′′", 'S'},   Sign{"″", 'S'},    Sign{"”", 'S'},    Sign{"“", 'S'},  Sign{"\"", 'S'},
    Sign{"秒", 'S'},   Sign{"′", 'M'},    Sign{"’", 'M'},    Sign{"‘", 'M'},  Sign{"'", 'M'},
    Sign{"分", 'M'},   Sign{"东经", 'E'}, Sign{"西经", 'W'}, Sign{"e", 'E'},  Sign{"w", 'W'},
    Sign{"北纬", 'N'}, Sign{"南纬", 'Z'}, Sign{"n", 'N'},    Sign{"s", 'Z'},
};

/// The text with every sign replaced by its mark: "36°37'12"n" becomes "36D37M12SN".
std::string marked(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const Sign* found = nullptr;
        for (const Sign& sign : signs) {
            if (text.starts_with(sign.text)) {
                found = &sign;
                break;
            }
        }
        out += found != nullptr ? found->mark : text.front();
        text.remove_prefix(found != nullptr ? found->text.size() : 1);
    }
    return out;
}

bool is_direction(char c) {
    return c == 'E' || c == 'W' || c == 'N' || c == 'Z';
}

/// Reads "36D37M12S" and its shorter forms; only the last number may have decimals.
std::optional<double> read_sexagesimal(std::string_view text) {
    constexpr std::string_view units = "DMS";
    constexpr std::array<double, 3> parts_of_degree{1.0, 60.0, 3600.0};
    double degrees = 0.0;
    bool had_decimals = false;
    for (std::size_t unit = 0; unit < units.size() && !text.empty(); ++unit) {
        if (had_decimals || text.front() < '0' || text.front() > '9') return std::nullopt;
        double number = 0.0;
        const char* const end = text.data() + text.size();
        const auto [rest, failure] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
        if (failure != std::errc{} || (unit > 0 && number >= 60.0)) return std::nullopt;
        had_decimals = number != std::floor(number);
        text = {rest, static_cast<std::size_t>(end - rest)};
        if (!text.empty()) {
            if (text.front() != units[unit]) return std::nullopt;
            text.remove_prefix(1);
        }
        degrees += number / parts_of_degree[unit];
    }
    return text.empty() ? std::optional{degrees} : std::nullopt;
}

std::optional<Coordinate> read_text(std::string_view raw) {
    constexpr std::size_t longest_sensible = 60;
    if (raw.size() > longest_sensible) return std::nullopt;
    const std::string text = marked(folded(raw));
    std::string_view body = text;
    char direction = 0;
    if (!body.empty() && is_direction(body.front())) {
        direction = body.front();
        body.remove_prefix(1);
    }
    if (!body.empty() && is_direction(body.back())) {
        if (direction != 0) return std::nullopt;
        direction = body.back();
        body.remove_suffix(1);
    }
    const bool minus = direction == 0 && !body.empty() && body.front() == '-';
    if (minus) body.remove_prefix(1);
    if (body.empty()) return std::nullopt;
    const std::optional<double> degrees = read_sexagesimal(body);
    if (!degrees) return std::nullopt;
    const bool negative = minus || direction == 'W' || direction == 'Z';
    Axis axis = Axis::unnamed;
    if (direction == 'E' || direction == 'W') axis = Axis::east_west;
    if (direction == 'N' || direction == 'Z') axis = Axis::north_south;
    return Coordinate{negative ? -*degrees : *degrees, axis};
}

}  // namespace

std::optional<Coordinate> read_coordinate(const features::Value& value) {
    if (const std::optional<double> number = features::to_number(value)) {
        return std::isfinite(*number) ? std::optional{Coordinate{*number, Axis::unnamed}} : std::nullopt;
    }
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::nullopt : read_text(*text);
}

}  // namespace yiquan::intake
