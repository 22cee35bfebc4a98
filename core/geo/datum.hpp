// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "core/base/message.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::geo {

/// What the degrees in a list refer to.
enum class Datum {
    wgs84,
    cgcs2000,  ///< EPSG:4490, taken as WGS84: they differ by less than a decimetre
    gcj02,     ///< shifted coordinates of Chinese web maps (AMap, Tencent)
    bd09,      ///< GCJ-02 shifted once more (Baidu)
};

struct DatumInfo {
    Datum datum;
    std::string_view id;
    std::string_view en;
    std::string_view zh;
};
inline constexpr std::array datums{
    DatumInfo{Datum::wgs84, "wgs84", "WGS 84 (GPS)", "WGS84（GPS）"},
    DatumInfo{Datum::cgcs2000, "cgcs2000", "CGCS2000", "CGCS2000（国家大地坐标系）"},
    DatumInfo{Datum::gcj02, "gcj02", "GCJ-02 (AMap, Tencent)", "GCJ-02（高德、腾讯）"},
    DatumInfo{Datum::bd09, "bd09", "BD-09 (Baidu)", "BD-09（百度）"},
};
/// "wgs84, cgcs2000, gcj02 or bd09".
[[nodiscard]] Message datum_ids();

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
