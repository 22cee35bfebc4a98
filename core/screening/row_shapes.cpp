// SPDX-License-Identifier: MIT
#include "core/screening/row_shapes.hpp"

#include <variant>

#include "core/intake/row_message.hpp"

namespace yiquan::screening {
namespace {

/// A line of one point is a point.
void sort_out(std::vector<geo::LineString> lines, RowShape& shape) {
    for (geo::LineString& line : lines) {
        if (line.points.size() == 1) {
            shape.points.push_back(line.points.front());
        } else {
            shape.lines.push_back(std::move(line));
        }
    }
}

void report_empty(const features::FeatureSource& source, features::FindingSink& findings) {
    features::Finding finding;
    finding.kind = features::FindingKind::empty_geometry;
    finding.action = features::Action::left_out;
    finding.source = source.name();
    finding.row = source.row();
    finding.field = "geometry";
    finding.detail =
        intake::row_message(source, "there is no geometry; the row was left out; draw it or delete it.",
                            "没有图形；该行未采用，请补画或删除。");
    findings.add(std::move(finding));
}

}  // namespace

RowShapes::RowShapes(const features::FeatureSource& source, const intake::ColumnNames& columns,
                     const intake::CoordinateOptions& coordinates, const std::string& section)
    : points_(source, columns, coordinates) {
    if (!source.has_geometry() || !columns.longitude.empty() || !columns.latitude.empty()) return;
    shapes_ = std::make_unique<intake::ShapeReader>(
        source, coordinates.crs.empty() ? source.crs() : coordinates.crs, coordinates.datum, section);
}

RowShape RowShapes::read(const features::FeatureSource& source, features::FindingSink& findings) {
    RowShape shape;
    const features::RawGeometry raw = shapes_ ? source.geometry() : features::RawGeometry{};
    if (shapes_ && std::holds_alternative<std::monostate>(raw)) {
        report_empty(source, findings);
    } else if (const auto* polygons = std::get_if<features::RawPolygons>(&raw)) {
        shape.polygons = shapes_->polygons(*polygons);
        if (shape.empty()) report_empty(source, findings);
    } else if (const auto* lines = std::get_if<features::RawLines>(&raw)) {
        sort_out(shapes_->lines(*lines), shape);
        if (shape.empty()) report_empty(source, findings);
    } else if (const auto place = points_.locate(source, findings)) {
        shape.points.push_back(*place);
    }
    return shape;
}

}  // namespace yiquan::screening
