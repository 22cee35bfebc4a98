// SPDX-License-Identifier: MIT
#include "core/io/tables/raster.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include "core/base/error.hpp"
#include "core/io/files/source_path.hpp"
#include "core/io/gdal/gdal_drivers.hpp"
#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/gdal/gdal_scope.hpp"

namespace yiquan::io {
namespace {

constexpr std::array<std::string_view, 9> table_extensions{".csv",     ".tsv",  ".txt", ".psv", ".json",
                                                           ".geojson", ".xlsx", ".ods", ".shp"};
/// A block, the least that GDAL can read at once, may not be larger than this.
constexpr double largest_block_bytes = 512.0 * (1 << 20);

[[noreturn]] void refuse(const std::string& shown, const std::string& en, const std::string& zh) {
    throw Error{ErrorKind::input, {shown + ": " + en, shown + "：" + zh}};
}

/// "NETCDF:file.nc:band" and the like name a part of a file; GDAL alone can say whether it is there.
bool names_part(const SourcePath& source) {
    const std::size_t colon = source.path.find(':');
    if (colon == std::string::npos || colon == 0) return false;
    return std::ranges::all_of(source.path.substr(0, colon), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

class GdalRaster final : public demand::RasterSource {
public:
    GdalRaster(DatasetHandle dataset, const SourcePath& source)
        : dataset_(std::move(dataset)),
          band_(dataset_->GetRasterBand(1)),
          shown_(source.shown()),
          name_(source.short_name()) {
        crs_ = crs_text(dataset_->GetSpatialRef());
        if (crs_.empty()) {
            refuse(
                shown_,
                "has no coordinate reference system; set it, for example with gdal_edit.py -a_srs EPSG:4326.",
                "没有坐标参考系；请先设定，例如用 gdal_edit.py -a_srs EPSG:4326。");
        }
        if (dataset_->GetGeoTransform(transform_.data()) != CE_None) {
            refuse(shown_, "has no position on the map (no geotransform); georeference it first.",
                   "没有地理位置（缺少仿射变换参数）；请先做地理配准。");
        }
        if (GDALDataTypeIsComplex(band_->GetRasterDataType()) != 0) {
            refuse(shown_, "band 1 holds complex numbers; give a raster of real numbers.",
                   "第 1 波段是复数；请给出实数栅格。");
        }
        check_blocks();
        scale_ = band_->GetScale();
        offset_ = band_->GetOffset();
        if (!std::isfinite(scale_) || !std::isfinite(offset_)) {
            refuse(shown_,
                   fmt::format(
                       "band 1 has a scale of {} and an offset of {}; set them with gdal_edit.py -scale 1 "
                       "-offset 0, or what applies.",
                       scale_, offset_),
                   fmt::format("第 1 波段的比例为 {}、偏移为 {}；请用 gdal_edit.py -scale 1 -offset 0 "
                               "设为正确的值。",
                               scale_, offset_));
        }
        if ((band_->GetMaskFlags() & GMF_ALL_VALID) == 0) mask_ = band_->GetMaskBand();
    }

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const std::string& crs() const override { return crs_; }
    [[nodiscard]] std::size_t columns() const override { return static_cast<std::size_t>(band_->GetXSize()); }
    [[nodiscard]] std::size_t rows() const override { return static_cast<std::size_t>(band_->GetYSize()); }
    [[nodiscard]] const std::array<double, 6>& transform() const override { return transform_; }

    void read_rows(std::size_t first, std::size_t count, std::span<double> out) override {
        read_window({0, columns(), first, count}, out);
    }

    void read_window(const Window& window, std::span<double> out) override {
        if (window.row > rows() || window.rows > rows() - window.row || window.column > columns() ||
            window.columns > columns() - window.column || out.size() != window.rows * window.columns) {
            throw Error{ErrorKind::internal,
                        {fmt::format("{}: rows {}+{} were asked for, there are {}.", shown_, window.row,
                                     window.rows, rows()),
                         fmt::format("{}：请求读取第 {} 行起的 {} 行，而共有 {} 行。", shown_, window.row,
                                     window.rows, rows())}};
        }
        if (out.empty()) return;
        read(*band_, GDT_Float64, window, out.data());
        if (scale_ != 1.0 || offset_ != 0.0) {
            for (double& value : out) value = value * scale_ + offset_;
        }
        if (mask_ == nullptr) return;
        valid_.resize(out.size());
        read(*mask_, GDT_Byte, window, valid_.data());
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (valid_[i] == 0) out[i] = std::numeric_limits<double>::quiet_NaN();
        }
    }

private:
    void check_blocks() const {
        int width = 0;
        int height = 0;
        band_->GetBlockSize(&width, &height);
        const double cell = GDALGetDataTypeSizeBytes(band_->GetRasterDataType());
        const double block = cell * width * height;
        if (block > largest_block_bytes) {
            refuse(shown_,
                   fmt::format(
                       "is stored in blocks of {:.0f} MiB; rewrite it with gdal_translate -co TILED=YES.",
                       block / (1 << 20)),
                   fmt::format("按 {:.0f} MiB 的大块存储；请用 gdal_translate -co TILED=YES 改写。",
                               block / (1 << 20)));
        }
    }

    void read(GDALRasterBand& band, GDALDataType type, const Window& window, void* out) const {
        const GdalScope gdal;
        const int width = static_cast<int>(window.columns);
        const int height = static_cast<int>(window.rows);
        if (band.RasterIO(GF_Read, static_cast<int>(window.column), static_cast<int>(window.row), width,
                          height, out, width, height, type, 0, 0, nullptr) != CE_None) {
            const std::size_t first = window.row + 1;
            const std::size_t last = window.row + window.rows;
            refuse(shown_,
                   fmt::format("rows {} to {} cannot be read{}; the file may be damaged.", first, last,
                               gdal_reason()),
                   fmt::format("第 {} 至 {} 行无法读取{}；文件可能已损坏。", first, last, gdal_reason()));
        }
    }

    DatasetHandle dataset_;
    GDALRasterBand* band_;            // of dataset_
    GDALRasterBand* mask_ = nullptr;  // of band_; null where every cell is valid
    std::string shown_;
    std::string name_;
    std::string crs_;
    std::array<double, 6> transform_{};
    double scale_ = 1.0;
    double offset_ = 0.0;
    std::vector<std::uint8_t> valid_;
};

}  // namespace

bool is_raster(const std::string& path) {
    const SourcePath source = parse_source_path(path);
    if (source.database() || !source.layer.empty()) return false;
    if (std::ranges::find(table_extensions, source.extension()) != table_extensions.end()) return false;
    const GdalScope gdal;
    const CPLStringList drivers = offline_drivers();
    auto* driver = static_cast<GDALDriver*>(
        GDALIdentifyDriverEx(source.path.c_str(), GDAL_OF_RASTER, drivers.List(), nullptr));
    if (driver == nullptr) return false;
    if (driver->GetMetadataItem(GDAL_DCAP_VECTOR) == nullptr) return true;
    const DatasetHandle dataset{GDALDataset::Open(source.path.c_str(), GDAL_OF_RASTER, drivers.List())};
    return dataset && dataset->GetRasterCount() > 0;
}

std::unique_ptr<demand::RasterSource> open_raster(const std::string& path) {
    const SourcePath source = parse_source_path(path);
    const GdalScope gdal;
    if (!names_part(source)) check_readable(source);
    CPLErrorReset();
    const CPLStringList drivers = offline_drivers();
    DatasetHandle dataset{
        GDALDataset::Open(source.path.c_str(), GDAL_OF_RASTER | GDAL_OF_VERBOSE_ERROR, drivers.List())};
    if (!dataset) {
        refuse(source.shown(), "is not a raster that can be read" + gdal_reason() + "; give a GeoTIFF.",
               "不是可以读取的栅格" + gdal_reason() + "；请给出 GeoTIFF。");
    }
    if (dataset->GetRasterCount() == 0) {
        const char* part = dataset->GetMetadataItem("SUBDATASET_1_NAME", "SUBDATASETS");
        const std::string example = part != nullptr ? part : "GeoTIFF";
        refuse(source.shown(), fmt::format("holds several rasters or none; name one, such as {}.", example),
               fmt::format("含有多个栅格或没有栅格；请指定其一，例如 {}。", example));
    }
    return std::make_unique<GdalRaster>(std::move(dataset), source);
}

}  // namespace yiquan::io
