// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/features/feature_sink.hpp"

namespace yiquan::test {

/// Layers kept in memory, row by row as they were written.
class MemoryLayers final : public features::LayerStore {
public:
    struct Row {
        std::vector<features::Value> values;
        features::Geometry geometry;
    };
    struct Layer final : public features::FeatureSink {
        features::LayerSchema schema;
        std::vector<Row> rows;

        void write(std::span<const features::Value> values, const features::Geometry& geometry) override {
            rows.push_back({{values.begin(), values.end()}, geometry});
        }
        /// The cell of a row by its column's name.
        [[nodiscard]] const features::Value& cell(std::size_t row, std::string_view field) const {
            for (std::size_t i = 0; i < schema.fields.size(); ++i) {
                if (schema.fields[i].name == field) return rows.at(row).values.at(i);
            }
            throw std::out_of_range("no field " + std::string{field});
        }
        [[nodiscard]] std::string text(std::size_t row, std::string_view field) const {
            return features::to_text(cell(row, field));
        }
    };

    features::FeatureSink& create_layer(const features::LayerSchema& schema) override {
        Layer& layer = layers_[std::string{schema.id}];
        layer.schema = schema;
        return layer;
    }

    [[nodiscard]] const Layer& layer(const std::string& id) const { return layers_.at(id); }
    [[nodiscard]] const std::map<std::string, Layer>& all() const { return layers_; }

private:
    std::map<std::string, Layer> layers_;
};

inline bool operator==(const MemoryLayers::Row& a, const MemoryLayers::Row& b) {
    if (a.values != b.values || a.geometry.index() != b.geometry.index()) return false;
    if (const auto* place = std::get_if<geo::LonLat>(&a.geometry))
        return *place == std::get<geo::LonLat>(b.geometry);
    if (const auto* line = std::get_if<geo::LineString>(&a.geometry))
        return line->points == std::get<geo::LineString>(b.geometry).points;
    const auto* one = std::get_if<geo::MultiPolygon>(&a.geometry);
    if (one == nullptr) return true;
    const auto& other = std::get<geo::MultiPolygon>(b.geometry);
    if (one->parts.size() != other.parts.size()) return false;
    for (std::size_t i = 0; i < one->parts.size(); ++i) {
        if (one->parts[i].rings != other.parts[i].rings) return false;
    }
    return true;
}

}  // namespace yiquan::test
