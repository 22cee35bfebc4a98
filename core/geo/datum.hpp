// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "core/geo/lonlat.hpp"

namespace yiquan::geo {

/// What the degrees in a list refer to.
enum class Datum {
    wgs84,
    cgcs2000,  ///< EPSG:4490, taken as WGS84: they differ by less than a decimetre
    gcj02,     ///< shifted coordinates of Chinese web maps (AMap, Tencent)
    bd09,      ///< GCJ-02 shifted once more (Baidu)
};

struct DatumName {
    std::string_view id;
    Datum datum;
};
inline constexpr std::array datum_names{DatumName{"wgs84", Datum::wgs84},
                                        DatumName{"cgcs2000", Datum::cgcs2000},
                                        DatumName{"gcj02", Datum::gcj02}, DatumName{"bd09", Datum::bd09}};

/// \throws Error{usage} for an unknown name, with the nearest one
[[nodiscard]] Datum datum_from(std::string_view id);
[[nodiscard]] std::string_view id_of(Datum datum);

/// The published shift from WGS84, smooth and deterministic: 20 to 710 m in China, up to 360 m in Qinghai.
/// Nothing is shifted outside the box 72.004..137.8347 E, 0.8293..55.8271 N.
[[nodiscard]] LonLat wgs84_to_gcj02(LonLat p);
[[nodiscard]] LonLat gcj02_to_bd09(LonLat p);

/// Inverse by fixed-point iteration, to 1e-9 degrees (0.1 mm). A place that no shift leads to stays as it is.
[[nodiscard]] LonLat gcj02_to_wgs84(LonLat p);
[[nodiscard]] LonLat bd09_to_gcj02(LonLat p);

[[nodiscard]] LonLat to_wgs84(LonLat p, Datum datum);

}  // namespace yiquan::geo
