// SPDX-License-Identifier: MIT
#include "core/intake/shape_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/base/error.hpp"
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
            geo::Ring ring;
            ring.reserve(rings[r].size() + 1);
            for (const RawPosition p : rings[r]) ring.push_back(to_wgs84(p));
            if (!ring.empty() && ring.front() != ring.back()) ring.push_back(ring.front());
            if (ring.size() >= shortest_ring) {
                polygon.rings.push_back(std::move(ring));
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
        geo::LineString& line = out.emplace_back();
        line.points.reserve(positions.size());
        for (const RawPosition p : positions) line.points.push_back(to_wgs84(p));
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

geo::LonLat ShapeReader::to_wgs84(RawPosition p) const {
    std::optional<geo::LonLat> place;
    if (!reader_.geographic() || geo::on_earth({p.x, p.y})) place = reader_.to_wgs84(p);
    if (place && geo::on_earth(*place)) return geo::to_wgs84(*place, datum_);
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
