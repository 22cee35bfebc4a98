// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/features/feature_source.hpp"
#include "core/geo/polygon.hpp"
#include "core/io/package/package_document.hpp"

namespace yiquan::io {

/// One layer of an audit.gpkg or another result of Yiquan's, read row by row with its columns by name.
class PackageLayer {
public:
    /// \param id of the layer, as in `audit_layers()`
    /// \throws Error{input} where the layer is missing
    PackageLayer(const std::string& package, std::string_view id, const PackageKind& kind = audit_package);

    bool next() { return table_->next(); }
    /// What part of the layer the first `rows` are, 0 to 1; 0 where nobody knows.
    [[nodiscard]] double share_of(std::uint64_t rows) const;
    /// \throws Error{input} where the layer has no such column
    [[nodiscard]] features::Value value(std::string_view column) const;
    [[nodiscard]] std::string text(std::string_view column) const { return features::to_text(value(column)); }
    /// Empty where the row has no polygons.
    [[nodiscard]] geo::MultiPolygon shape() const;
    /// None where the row has no point.
    [[nodiscard]] std::optional<geo::LonLat> place() const;

private:
    std::unique_ptr<features::FeatureSource> table_;
    PackageKind kind_;
};

}  // namespace yiquan::io
