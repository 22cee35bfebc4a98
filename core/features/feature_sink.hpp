// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/message.hpp"
#include "core/features/value.hpp"
#include "core/geo/line.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::features {

enum class GeometryType { none, point, lines, polygons };

/// Geometry of a result, always WGS84.
using Geometry = std::variant<std::monostate, geo::LonLat, geo::LineString, geo::MultiPolygon>;

struct LayerField {
    std::string_view name;
    FieldType type;
    std::string_view alias_en;
    std::string_view alias_zh;
};

/// What an output layer looks like, known before the first row.
struct LayerSchema {
    std::string_view id;  ///< also the name of its style
    std::string_view title_en;
    std::string_view title_zh;
    GeometryType geometry;
    std::vector<LayerField> fields;
};

/// Takes the rows of one layer in order.
class FeatureSink {
public:
    virtual ~FeatureSink() = default;
    /// \param values one per field of the schema
    /// \throws Error{output} where the row cannot be stored
    virtual void write(std::span<const Value> values, const Geometry& geometry) = 0;
};

/// Where layers go: a GeoPackage, QGIS memory layers, a test's vectors.
class LayerStore {
public:
    virtual ~LayerStore() = default;
    /// The sink of a new layer; it lives as long as the store or until the next call, so write one layer
    /// after the other.
    virtual FeatureSink& create_layer(const LayerSchema& schema) = 0;
};

}  // namespace yiquan::features
