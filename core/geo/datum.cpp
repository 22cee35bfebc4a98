// SPDX-License-Identifier: MIT
#include "core/geo/datum.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"
#include "core/geo/ellipsoid.hpp"

namespace yiquan::geo {
namespace {

// Constants of the published shift; its ellipsoid is Krasovsky 1940.
constexpr double krasovsky_semi_major = 6378245.0;
constexpr double krasovsky_eccentricity2 = 0.00669342162296594323;
constexpr double pi = std::numbers::pi;
constexpr LonLat shift_origin{105.0, 35.0};
constexpr Box shifted_area{72.004, 0.8293, 137.8347, 55.8271};

double waves(double x) {
    return (20.0 * std::sin(6.0 * x * pi) + 20.0 * std::sin(2.0 * x * pi)) * 2.0 / 3.0;
}

double north_offset(double x, double y) {
    return -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) + waves(x) +
           (20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi)) * 2.0 / 3.0 +
           (160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) * 2.0 / 3.0;
}

double east_offset(double x, double y) {
    return 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) + waves(x) +
           (20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi)) * 2.0 / 3.0 +
           (150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) * 2.0 / 3.0;
}

/// The shift as a smooth function, without the edge of its area.
LonLat shifted(LonLat p) {
    const double x = p.lon - shift_origin.lon;
    const double y = p.lat - shift_origin.lat;
    const double phi = p.lat * radians_per_degree;
    const double w2 = 1.0 - krasovsky_eccentricity2 * std::sin(phi) * std::sin(phi);
    const double meridian = krasovsky_semi_major * (1.0 - krasovsky_eccentricity2) / (w2 * std::sqrt(w2));
    const double parallel = krasovsky_semi_major / std::sqrt(w2) * std::cos(phi);
    return {p.lon + east_offset(x, y) / (parallel * radians_per_degree),
            p.lat + north_offset(x, y) / (meridian * radians_per_degree)};
}

// Baidu's shift in polar form.
constexpr double bd_frequency = pi * 3000.0 / 180.0;
constexpr LonLat bd_offset{0.0065, 0.006};
constexpr double bd_radius_wave = 0.00002;
constexpr double bd_angle_wave = 0.000003;

/// Solves shift(p) = wanted by p <- p + (wanted - shift(p)); the shifts' slopes are below 0.01, so each
/// round wins two digits.
template <class Shift>
LonLat invert(LonLat wanted, Shift shift) {
    constexpr int rounds = 20;
    constexpr double tolerance = 1e-10;  // degrees
    LonLat p = wanted;
    for (int i = 0; i < rounds; ++i) {
        const LonLat image = shift(p);
        const LonLat step{wanted.lon - image.lon, wanted.lat - image.lat};
        p = {p.lon + step.lon, p.lat + step.lat};
        if (std::abs(step.lon) < tolerance && std::abs(step.lat) < tolerance) break;
    }
    return p;
}

constexpr auto ids = [] {
    std::array<std::string_view, datums.size()> out;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = datums[i].id;
    return out;
}();

}  // namespace

Message datum_ids() {
    return or_list(ids);
}

Datum datum_from(std::string_view id) {
    for (const DatumInfo& row : datums) {
        if (row.id == id) return row.datum;
    }
    const Message near = suggestion(id, ids);
    const Message known = datum_ids();
    throw Error{ErrorKind::usage,
                {fmt::format("Unknown datum \"{}\"; use {}.{}", id, known.en, near.en),
                 fmt::format("坐标基准“{}”无法识别；可用 {}。{}", id, known.zh, near.zh)}};
}

std::string_view id_of(Datum datum) {
    return std::ranges::find(datums, datum, &DatumInfo::datum)->id;
}

LonLat wgs84_to_gcj02(LonLat p) {
    return shifted_area.contains(p) ? shifted(p) : p;
}

LonLat gcj02_to_bd09(LonLat p) {
    const double radius = std::hypot(p.lon, p.lat) + bd_radius_wave * std::sin(p.lat * bd_frequency);
    const double angle = std::atan2(p.lat, p.lon) + bd_angle_wave * std::cos(p.lon * bd_frequency);
    return {radius * std::cos(angle) + bd_offset.lon, radius * std::sin(angle) + bd_offset.lat};
}

LonLat gcj02_to_wgs84(LonLat p) {
    const LonLat origin = invert(p, shifted);
    return shifted_area.contains(origin) ? origin : p;
}

LonLat bd09_to_gcj02(LonLat p) {
    return invert(p, gcj02_to_bd09);
}

LonLat to_wgs84(LonLat p, Datum datum) {
    switch (datum) {
        case Datum::wgs84:
        case Datum::cgcs2000:
            return p;
        case Datum::gcj02:
            return gcj02_to_wgs84(p);
        case Datum::bd09:
            return gcj02_to_wgs84(bd09_to_gcj02(p));
    }
    return p;
}

}  // namespace yiquan::geo
