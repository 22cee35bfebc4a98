// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "core/features/value.hpp"

namespace yiquan::intake {

/// The axis that a coordinate names itself, by a letter or a word.
enum class Axis : std::uint8_t { unnamed, east_west, north_south };

struct Coordinate {
    double value = 0.0;
    Axis axis = Axis::unnamed;
};

/// Reads a plain number, or degrees as people write them: "36°37'12\"N", "E101.778", "东经101度46分40.8秒".
/// West and south become negative. Infinities and NaN count as no number.
/// \return nothing where the cell has no single sure reading
[[nodiscard]] std::optional<Coordinate> read_coordinate(const features::Value& value);

}  // namespace yiquan::intake
