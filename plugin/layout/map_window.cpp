// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/map_window.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace yiquan::plugin {
namespace {

constexpr double mm_per_metre = 1000.0;

QgsCoordinateReferenceSystem from_definition(const std::string& definition) {
    const QString text = QString::fromStdString(definition);
    return definition.starts_with('+') ? QgsCoordinateReferenceSystem::fromProj(text)
                                       : QgsCoordinateReferenceSystem::fromOgcWmsCrs(text);
}

MapWindow window_at(QgsPointXY centre, double scale, QSizeF paper) {
    const double half_width = paper.width() * scale / mm_per_metre / 2.0;
    const double half_height = paper.height() * scale / mm_per_metre / 2.0;
    return {QgsRectangle(centre.x() - half_width, centre.y() - half_height, centre.x() + half_width,
                         centre.y() + half_height),
            scale};
}

double distance(const QgsRectangle& a, const QgsRectangle& b) {
    const double x = std::max({0.0, a.xMinimum() - b.xMaximum(), b.xMinimum() - a.xMaximum()});
    const double y = std::max({0.0, a.yMinimum() - b.yMaximum(), b.yMinimum() - a.yMaximum()});
    return std::hypot(x, y);
}

/// Box of the group with most zones among those smaller than `limit`, where a gap of half of it divides
/// groups.
std::optional<QgsRectangle> largest_group(std::span<const ZoneOnMap> zones, double limit) {
    std::vector<QgsRectangle> small;
    for (const ZoneOnMap& zone : zones) {
        if (!zone.box.isEmpty() && zone.side < limit) small.push_back(zone.box);
    }
    std::vector<std::size_t> group(small.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    for (std::size_t a = 0; a < small.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            if (group[a] == group[b] || distance(small[a], small[b]) > limit / 2.0) continue;
            const std::size_t gone = group[a];
            std::replace(group.begin(), group.end(), gone, group[b]);
        }
    }
    std::optional<QgsRectangle> best;
    std::ptrdiff_t most = 0;
    for (std::size_t i = 0; i < small.size(); ++i) {
        const std::ptrdiff_t count = std::count(group.begin(), group.end(), group[i]);
        if (count <= most) continue;
        most = count;
        best.emplace();
        best->setMinimal();
        for (std::size_t j = 0; j < small.size(); ++j) {
            if (group[j] == group[i]) best->combineExtentWith(small[j]);
        }
    }
    return best;
}

}  // namespace

PaperProjection equal_area_projection(const geo::Box& extent) {
    const double sixth = (extent.north - extent.south) / 6.0;
    double south = std::round(extent.south + sixth);
    double north = std::round(extent.north - sixth);
    if (north - south < 1.0) north = south + 1.0;
    if (south == -north) south += 1.0;  // a cone needs a slope
    const double middle = std::round((extent.west + extent.east) / 2.0);
    PaperProjection projection;
    projection.definition = fmt::format(
        "+proj=aea +lat_1={} +lat_2={} +lat_0={} +lon_0={} +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs "
        "+type=crs",
        south, north, std::round((south + north) / 2.0), middle);
    projection.crs = from_definition(projection.definition);
    projection.words = {
        fmt::format("equal-area conic projection, parallels {}° and {}°, meridian {}°, WGS 84", south, north,
                    middle),
        fmt::format("等积圆锥投影（标准纬线 {}°、{}°，中央经线 {}°，WGS 84）", south, north, middle)};
    return projection;
}

PaperProjection projection_for(const geo::Box& extent, const PaperProjection& wide) {
    constexpr double zone_width = 3.0;
    if (extent.empty() || extent.east - extent.west > zone_width) return wide;
    const double meridian = std::round((extent.west + extent.east) / 2.0 / zone_width) * zone_width;
    const std::optional<std::string> zone = geo::cgcs2000_crs_at(meridian);
    if (!zone) return wide;
    PaperProjection projection;
    projection.definition = *zone;
    projection.crs = from_definition(*zone);
    projection.words = {fmt::format("CGCS2000 3-degree Gauss-Kruger, meridian {}° ({})", meridian, *zone),
                        fmt::format("CGCS2000 高斯-克吕格 3 度带投影（中央经线 {}°，{}）", meridian, *zone)};
    return projection;
}

QgsGeometry projected(const geo::Projection& projection, const geo::MultiPolygon& polygons) {
    QgsMultiPolygonXY parts;
    for (const geo::Polygon& part : polygons.parts) {
        if (part.rings.empty()) continue;
        QgsPolylineXY ring;
        for (const geo::LonLat place : part.rings.front()) {
            if (const auto p = projection.from_lonlat(place)) ring.append(QgsPointXY(p->x, p->y));
        }
        if (!ring.isEmpty()) parts.append(QgsPolygonXY{ring});
    }
    return parts.isEmpty() ? QgsGeometry() : QgsGeometry::fromMultiPolygonXY(parts);
}

double round_up_scale(double scale) {
    const double unit = std::pow(10.0, std::floor(std::log10(scale)) - 1.0);
    constexpr double slack = 1e-9;
    return std::ceil(scale / unit - slack) * unit;
}

MapWindow window_on(const QgsRectangle& box, QSizeF paper, double margin) {
    constexpr double least = 200.0;  // metres, for a zone of hardly any size
    const double room = 1.0 - 2.0 * margin;
    const double scale = std::max(std::max(box.width(), least) / (paper.width() * room),
                                  std::max(box.height(), least) / (paper.height() * room)) *
                         mm_per_metre;
    return window_at(box.center(), round_up_scale(scale), paper);
}

MapWindow box_at_edge(const MapWindow& window, const QgsRectangle& box, QSizeF paper, double margin, int east,
                      int north) {
    const double metres = window.scale / mm_per_metre;
    const double slack_x = std::max(0.0, paper.width() * (1.0 - 2.0 * margin) * metres - box.width()) / 2.0;
    const double slack_y = std::max(0.0, paper.height() * (1.0 - 2.0 * margin) * metres - box.height()) / 2.0;
    const QgsPointXY centre = box.center();
    return window_at(QgsPointXY(centre.x() - east * slack_x, centre.y() - north * slack_y), window.scale,
                     paper);
}

std::optional<Inset> find_inset(std::span<const ZoneOnMap> zones, double scale, QSizeF paper,
                                double readable) {
    const double metres = scale / mm_per_metre;
    constexpr double margin = 0.06;
    constexpr double least_enlargement = 1.7;
    std::optional<Inset> best;
    // Wider and wider groups around the smallest zones; a wide one shows more zones, but each of them
    // smaller.
    for (const double limit : {0.5, 0.7, 1.0, 1.4, 2.0}) {
        const auto box = largest_group(zones, limit * readable * metres);
        if (!box) continue;
        const MapWindow window = window_on(*box, paper, margin);
        if (window.scale * least_enlargement > scale) continue;
        const auto gained = std::count_if(zones.begin(), zones.end(), [&](const ZoneOnMap& zone) {
            return window.extent.contains(zone.box) && zone.side < readable * metres &&
                   zone.side >= readable * window.scale / mm_per_metre;
        });
        const auto count = static_cast<std::size_t>(gained);
        if (count > (best ? best->gained : 0)) best = Inset{window, count};
    }
    return best;
}

}  // namespace yiquan::plugin
