// SPDX-License-Identifier: MIT
#include "core/io/package/package_layer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "core/base/error.hpp"
#include "core/io/tables/table.hpp"

namespace yiquan::io {

PackageLayer::PackageLayer(const std::string& package, std::string_view id, const PackageKind& kind)
    : kind_(kind) {
    try {
        table_ = open_table(fmt::format("{}|layername={}", package, id));
    } catch (const Error& e) {
        if (e.kind() != ErrorKind::usage) throw;  // usage: the layer is not there
        throw Error{ErrorKind::input,
                    {fmt::format("{}: has no layer {}; {}.", package, id, kind_.again_en),
                     fmt::format("{}：缺少图层 {}，{}。", package, id, kind_.again_zh)}};
    }
}

double PackageLayer::share_of(std::uint64_t rows) const {
    const std::uint64_t all = table_->size().value_or(0);
    return all == 0 ? 0.0 : std::min(1.0, static_cast<double>(rows) / static_cast<double>(all));
}

features::Value PackageLayer::value(std::string_view column) const {
    for (std::size_t i = 0; i < table_->fields().size(); ++i) {
        if (table_->fields()[i].name == column) return table_->value(i);
    }
    throw Error{ErrorKind::input,
                {fmt::format("{}: the layer has no column {}; {}.", table_->name(), column, kind_.again_en),
                 fmt::format("{}：图层缺少字段 {}，{}。", table_->name(), column, kind_.again_zh)}};
}

geo::MultiPolygon PackageLayer::shape() const {
    geo::MultiPolygon shape;
    const features::RawGeometry geometry = table_->geometry();
    const auto* polygons = std::get_if<features::RawPolygons>(&geometry);
    if (polygons == nullptr) return shape;
    for (const features::RawPolygon& polygon : *polygons) {
        geo::Polygon& out = shape.parts.emplace_back();
        for (const features::RawRing& ring : polygon) {
            geo::Ring& corners = out.rings.emplace_back();
            for (const geo::RawPosition p : ring) corners.push_back({p.x, p.y});
        }
    }
    return shape;
}

std::optional<geo::LonLat> PackageLayer::place() const {
    const features::RawGeometry geometry = table_->geometry();
    const auto* at = std::get_if<geo::RawPosition>(&geometry);
    if (at == nullptr) return std::nullopt;
    return geo::LonLat{at->x, at->y};
}

}  // namespace yiquan::io
