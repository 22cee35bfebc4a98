// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/features/feature_source.hpp"
#include "core/io/gdal/gdal_handles.hpp"

namespace yiquan::io {

/// One layer of a data set that GDAL reads. Text that the format left in no known encoding is read as UTF-8,
/// else as GB18030; dates and lists become text. A key
/// column that someone named (not GDAL's own "fid" or "ogc_fid") is the last field.
class LayerSource final : public features::FeatureSource {
public:
    /// \param layer of `dataset`
    /// \param shown what messages call the file
    LayerSource(DatasetHandle dataset, OGRLayer& layer, std::string shown, std::string name);

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const std::vector<features::Field>& fields() const override { return fields_; }
    [[nodiscard]] const std::string& crs() const override { return crs_; }
    [[nodiscard]] bool has_geometry() const override { return has_geometry_; }
    [[nodiscard]] std::optional<std::uint64_t> size() const override { return size_; }
    bool next() override;
    [[nodiscard]] std::uint64_t row() const override;
    [[nodiscard]] features::Value value(std::size_t field) const override;
    [[nodiscard]] features::RawGeometry geometry() const override;

private:
    [[nodiscard]] bool row_is_blank() const;

    DatasetHandle dataset_;
    OGRLayer& layer_;
    FeatureHandle feature_;
    std::string shown_;
    std::string name_;
    std::vector<features::Field> fields_;
    std::vector<OGRFieldType> types_;  ///< of all fields but the key
    std::string crs_;
    bool has_geometry_;
    std::optional<std::uint64_t> size_;
    bool opens_others_;  ///< while reading, as a VRT does
};

}  // namespace yiquan::io
