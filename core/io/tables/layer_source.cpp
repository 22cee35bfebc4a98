// SPDX-License-Identifier: MIT
#include "core/io/tables/layer_source.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "core/base/error.hpp"
#include "core/io/gdal/gdal_scope.hpp"
#include "core/io/tables/encoding.hpp"
#include "core/io/tables/raw_geometry.hpp"

namespace yiquan::io {
namespace {

features::FieldType field_type(OGRFieldType type) {
    if (type == OFTInteger || type == OFTInteger64) return features::FieldType::integer;
    return type == OFTReal ? features::FieldType::real : features::FieldType::text;
}

}  // namespace

LayerSource::LayerSource(DatasetHandle dataset, OGRLayer& layer, std::string shown, std::string name)
    : dataset_(std::move(dataset)),
      layer_(layer),
      shown_(std::move(shown)),
      name_(std::move(name)),
      crs_(crs_text(layer.GetSpatialRef())),
      has_geometry_(layer.GetGeomType() != wkbNone),
      opens_others_(std::string_view{dataset_->GetDriverName()} == "OGR_VRT") {
    OGRFeatureDefn& definition = *layer.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const OGRFieldDefn* field = definition.GetFieldDefn(i);
        const std::string heading = to_utf8(field->GetNameRef());
        fields_.push_back({std::string{features::trimmed(heading)}, field_type(field->GetType())});
        types_.push_back(field->GetType());
    }
    const std::string key = to_utf8(layer.GetFIDColumn());
    if (!key.empty() && key != "fid" && key != "ogc_fid")
        fields_.push_back({key, features::FieldType::integer});
    // Some drivers would count by reading everything.
    if (layer.TestCapability(OLCFastFeatureCount) != 0) {
        if (const GIntBig count = layer.GetFeatureCount(FALSE); count >= 0)
            size_ = static_cast<std::uint64_t>(count);
    }
    layer.ResetReading();
}

bool LayerSource::next() {
    const QuietGdal quiet;
    std::optional<GdalScope> offline;
    if (opens_others_) offline.emplace();
    do {
        CPLErrorReset();
        feature_.reset(layer_.GetNextFeature());
    } while (feature_ && !has_geometry_ && row_is_blank());
    if (!feature_ && CPLGetLastErrorType() >= CE_Failure) {
        throw Error{ErrorKind::input,
                    {fmt::format("{}: reading stopped in the middle{}; the file may be damaged.", shown_,
                                 gdal_reason()),
                     fmt::format("{}：读取中断{}；文件可能已损坏。", shown_, gdal_reason())}};
    }
    return feature_ != nullptr;
}

std::uint64_t LayerSource::row() const {
    return static_cast<std::uint64_t>(feature_->GetFID());
}

bool LayerSource::row_is_blank() const {
    for (std::size_t i = 0; i < types_.size(); ++i) {
        if (!features::is_blank(value(i))) return false;
    }
    return true;
}

features::Value LayerSource::value(std::size_t field) const {
    if (field >= types_.size()) return std::int64_t{feature_->GetFID()};
    const int at = static_cast<int>(field);
    if (feature_->IsFieldSetAndNotNull(at) == 0) return {};
    switch (types_[field]) {
        case OFTInteger:
        case OFTInteger64:
            return std::int64_t{feature_->GetFieldAsInteger64(at)};
        case OFTReal:
            return feature_->GetFieldAsDouble(at);
        default:
            const std::string_view text = feature_->GetFieldAsString(at);
            return text.empty() ? features::Value{} : to_utf8(text);
    }
}

features::RawGeometry LayerSource::geometry() const {
    const QuietGdal quiet;
    const OGRGeometry* geometry = feature_->GetGeometryRef();
    return geometry != nullptr ? to_raw_geometry(*geometry) : features::RawGeometry{};
}

}  // namespace yiquan::io
