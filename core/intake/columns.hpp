// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/features/feature_source.hpp"

namespace yiquan::intake {

/// What a column of a list can mean.
enum class Meaning : std::uint8_t {
    longitude,
    latitude,
    id,
    name,
    kind,
    county,
    township,
    opening_hours,
    amenities,
    honours,
    weight,
    code,
    parent,
    note,
    people,
    households,
    village,
    farthest,
    capacity,
    price,
    verdict,
};

/// Names by which a column is known, best first, Chinese and English, lower case without spaces.
[[nodiscard]] std::span<const std::string_view> known_names(Meaning meaning);

/// The column that the user named, or the one whose name is best known for the meaning. Names are compared
/// without case, spaces, underscores, hyphens, byte-order mark and what stands in brackets ("经度(°)",
/// "Lon [deg]"); a name in brackets is looked at as well ("X（纬度）" is a latitude).
/// \param chosen the user's choice; empty to look by known names
/// \return nothing where no column fits and none was chosen
/// \throws Error{input} where the chosen column does not exist, with the columns there are and the nearest
/// name
[[nodiscard]] std::optional<std::size_t> find_column(const features::FeatureSource& source, Meaning meaning,
                                                     std::string_view chosen);

/// The names of the source's columns for a message: "a, b, c"; long lists are cut.
[[nodiscard]] std::string column_list(const features::FeatureSource& source, std::string_view separator);

/// The user's choices; an empty name means "find it".
struct ColumnNames {
    std::string longitude;
    std::string latitude;
    std::string id;
    std::string name;
    std::string kind;
    std::string county;
    std::string opening_hours;
    std::string amenities;
    std::string honours;
    std::string weight;
};

}  // namespace yiquan::intake
