// SPDX-License-Identifier: MIT
#include "core/intake/crs_reader.hpp"

#include <array>
#include <cmath>

#include "core/geo/geodesic.hpp"

namespace yiquan::intake {
namespace {

constexpr double false_easting = 500'000.0;
constexpr double metres_per_prefix = 1e6;
constexpr int first_wide_zone = 13;  // 6 degrees wide
constexpr int last_wide_zone = 23;
constexpr int first_narrow_zone = 25;  // 3 degrees wide
constexpr int last_narrow_zone = 45;

double central_meridian(int prefix) {
    return prefix <= last_wide_zone ? 6.0 * prefix - 3.0 : 3.0 * prefix;
}

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

}  // namespace

std::optional<PrefixedEasting> split_easting(double easting) {
    if (!geo::cgcs2000_zone_of(easting)) return std::nullopt;
    const double prefix = std::floor(easting / metres_per_prefix);
    return PrefixedEasting{{central_meridian(static_cast<int>(prefix)), static_cast<int>(prefix)},
                           easting - prefix * metres_per_prefix};
}

bool is_bare_easting(double metres) {
    return metres >= 150'000.0 && metres <= 850'000.0;
}

bool is_northing(double metres) {
    return metres >= 1'900'000.0 && metres <= 6'100'000.0;
}

CrsReader::CrsReader(const std::string& crs) : projection_(crs) {
    if (!geographic()) {
        zone_ = probe_zone();
        return;
    }
    constexpr std::array probes{geo::RawPosition{101.778, 36.617}, geo::RawPosition{90.5, 31.7}};
    unchanged_ = true;
    for (const geo::RawPosition probe : probes) {
        const auto image = projection_.to_lonlat(probe);
        unchanged_ =
            unchanged_ && image && near(image->lon, probe.x, 1e-9) && near(image->lat, probe.y, 1e-9);
    }
}

/// Looks where two points of each strip's middle line come to lie; this works for EPSG codes and WKT alike.
/// A datum of its own (Xi'an 1980, Beijing 1954) moves them by some 100 m, UTM's scale by 1,600 m.
std::optional<GridZone> CrsReader::probe_zone() const {
    constexpr double tolerance = 0.005;  // degrees
    constexpr std::array northings{4e6, 3e6};
    const auto fits = [&](int prefix) -> std::optional<double> {
        std::optional<double> meridian;
        for (const double northing : northings) {
            const auto place = projection_.to_lonlat({prefix * metres_per_prefix + false_easting, northing});
            if (!place) return std::nullopt;
            const double nearest = 3.0 * std::round(place->lon / 3.0);
            const double lat = geo::geodesic_destination({nearest, 0.0}, 0.0, Metres{northing}).lat;
            if (!near(place->lon, nearest, tolerance) || !near(place->lat, lat, tolerance))
                return std::nullopt;
            if (meridian && *meridian != nearest) return std::nullopt;
            meridian = nearest;
        }
        return meridian;
    };
    if (const auto meridian = fits(0)) return GridZone{*meridian, 0};
    for (int prefix = first_wide_zone; prefix <= last_narrow_zone; ++prefix) {
        if (prefix > last_wide_zone && prefix < first_narrow_zone) continue;
        const auto meridian = fits(prefix);
        if (meridian && *meridian == central_meridian(prefix)) return GridZone{*meridian, prefix};
    }
    return std::nullopt;
}

}  // namespace yiquan::intake
