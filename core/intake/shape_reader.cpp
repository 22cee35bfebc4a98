// SPDX-License-Identifier: MIT
#include "core/intake/shape_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/base/error.hpp"
#include "core/geo/carried_edge.hpp"
#include "core/geo/crs.hpp"
#include "core/intake/row_message.hpp"

namespace yiquan::intake {
namespace {

using geo::RawPosition;

[[noreturn]] void refuse(ErrorKind kind, const std::string& en, const std::string& zh) {
    throw Error{kind, {en, zh}};
}

}  // namespace

ShapeReader::ShapeReader(const features::FeatureSource& source, std::string crs, geo::Datum datum,
                         std::string section)
    : source_(source), crs_(std::move(crs)), datum_(datum), section_(std::move(section)), reader_(crs_) {
    const bool shifted = datum == geo::Datum::gcj02 || datum == geo::Datum::bd09;
    bends_ = shifted || !reader_.unchanged();
    if (!shifted || reader_.geographic()) return;
    refuse(ErrorKind::usage,
           fmt::format("{}: datum gcj02 or bd09 applies to degrees, but crs = \"{}\" is in metres; drop one "
                       "of the two.",
                       source_.name(), shown(crs_)),
           fmt::format("{}：datum 为 gcj02 或 bd09 时坐标应为度，而 crs = \"{}\" 以米为单位；"
                       "请去掉其中一项。",
                       source_.name(), shown(crs_)));
}

geo::MultiPolygon ShapeReader::polygons(const features::RawPolygons& raw) const {
    constexpr std::size_t shortest_ring = 4;
    geo::MultiPolygon out;
    for (const features::RawPolygon& rings : raw) {
        if (!reader_.geographic() && !rings.empty()) refuse_degrees(rings.front());
        geo::Polygon polygon;
        for (std::size_t r = 0; r < rings.size(); ++r) {
            std::vector<RawPosition> corners = rings[r];
            if (!corners.empty() && corners.front() != corners.back()) corners.push_back(corners.front());
            if (corners.size() >= shortest_ring) {
                polygon.rings.push_back(carried(corners));
            } else if (r == 0) {
                break;
            }
        }
        if (!polygon.rings.empty()) out.parts.push_back(std::move(polygon));
    }
    return out;
}

std::vector<geo::LineString> ShapeReader::lines(const features::RawLines& raw) const {
    std::vector<geo::LineString> out;
    for (const std::vector<RawPosition>& positions : raw) {
        if (positions.empty()) continue;
        if (!reader_.geographic()) refuse_degrees(positions);
        out.push_back({carried(positions)});
    }
    return out;
}

std::vector<geo::LonLat> ShapeReader::carried(const std::vector<RawPosition>& corners) const {
    using Corner = geo::CarriedPoint<RawPosition, geo::LonLat>;
    constexpr Metres most_off{0.05};
    const auto straight = [&](geo::LonLat a, geo::LonLat first, geo::LonLat half, geo::LonLat third,
                              geo::LonLat b) {
        return geo::off_piece(first, a, b) < most_off && geo::off_piece(half, a, b) < most_off &&
               geo::off_piece(third, a, b) < most_off;
    };
    std::vector<geo::LonLat> out;
    out.reserve(corners.size());
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const geo::LonLat place = to_wgs84(corners[i]);
        if (i > 0 && bends_) {
            const auto between = geo::carried_between(
                Corner{corners[i - 1], out.back()}, Corner{corners[i], place},
                [&](RawPosition p) { return image(p); }, straight);
            out.insert(out.end(), between.begin(), between.end());
        }
        out.push_back(place);
    }
    return out;
}

void ShapeReader::refuse_degrees(const std::vector<RawPosition>& positions) const {
    const auto like_degrees = [](RawPosition p) { return std::abs(p.x) <= 180.0 && std::abs(p.y) <= 90.0; };
    if (positions.empty() || !std::all_of(positions.begin(), positions.end(), like_degrees)) return;
    const RawPosition p = positions.front();
    refuse(ErrorKind::input,
           fmt::format("{}, row {}: {}, {} looks like degrees, but crs = \"{}\" is in metres; set "
                       "crs = \"EPSG:4490\" in {}.",
                       source_.name(), source_.row(), p.x, p.y, shown(crs_), section_),
           fmt::format("{} 第 {} 行：{}, {} 像是度，而 crs = \"{}\" 以米为单位；"
                       "请在 {} 中设置 crs = \"EPSG:4490\"。",
                       source_.name(), source_.row(), p.x, p.y, shown(crs_), section_));
}

std::optional<geo::LonLat> ShapeReader::image(RawPosition p) const {
    if (reader_.geographic() && !geo::on_earth({p.x, p.y})) return std::nullopt;
    const std::optional<geo::LonLat> place = reader_.to_wgs84(p);
    if (!place || !geo::on_earth(*place)) return std::nullopt;
    return geo::to_wgs84(*place, datum_);
}

geo::LonLat ShapeReader::to_wgs84(RawPosition p) const {
    if (const std::optional<geo::LonLat> place = image(p)) return *place;
    const std::string grid = geo::cgcs2000_zone_of(p.x).value_or("EPSG:4543");
    refuse(ErrorKind::input,
           fmt::format("{}, row {}: {}, {} cannot lie in \"{}\"; set crs in {} to the system of the layer, "
                       "such as \"{}\".",
                       source_.name(), source_.row(), p.x, p.y, shown(crs_), section_, grid),
           fmt::format("{} 第 {} 行：{}, {} 超出“{}”的坐标范围；请把 {} 的 crs 设为该图层的实际坐标系，"
                       "例如 \"{}\"。",
                       source_.name(), source_.row(), p.x, p.y, shown(crs_), section_, grid));
}

}  // namespace yiquan::intake
