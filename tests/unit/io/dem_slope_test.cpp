// SPDX-License-Identifier: MIT
#include <gdal_utils.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "core/geo/crs.hpp"
#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/tables/raster.hpp"
#include "core/screening/slope.hpp"
#include "tests/unit/base/dice.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

constexpr int side = 24;
/// gdaldem takes heights as single floats: a quarter of a millimetre at 3,000 m, some 0.001 % over 8 cells.
constexpr double single_precision = 2e-3;  // per cent
constexpr std::array<double, 6> transform{499'640.0, 30.0, 0.0, 4'000'360.0, 0.0, -30.0};

/// A GeoTIFF of rough ground in the 3-degree zone of 102° E, whose scale is 1.
void write_rough_ground(const std::string& path) {
    GDALAllRegister();
    const DatasetHandle made{GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        path.c_str(), side, side, 1, GDT_Float64, nullptr)};
    OGRSpatialReference reference;
    reference.importFromEPSG(4543);
    made->SetSpatialRef(&reference);
    std::array<double, 6> where = transform;
    made->SetGeoTransform(where.data());
    test::Dice dice(3);
    std::vector<double> cells;
    for (int i = 0; i < side * side; ++i) cells.push_back(3'000.0 + dice.between(0.0, 40.0));
    EXPECT_EQ(made->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, side, side, cells.data(), side, side,
                                               GDT_Float64, 0, 0, nullptr),
              CE_None);
}

/// What `gdaldem slope -p` says of it, per cent; a negative number at the edges.
std::vector<double> by_gdaldem(const std::string& path, const std::string& result) {
    const DatasetHandle ground{GDALDataset::Open(path.c_str(), GDAL_OF_RASTER)};
    std::string percent = "-p";
    std::array<char*, 2> words{percent.data(), nullptr};
    GDALDEMProcessingOptions* options = GDALDEMProcessingOptionsNew(words.data(), nullptr);
    const DatasetHandle slope{static_cast<GDALDataset*>(
        GDALDEMProcessing(result.c_str(), ground.get(), "slope", nullptr, options, nullptr))};
    GDALDEMProcessingOptionsFree(options);
    std::vector<double> cells(side * side, -1.0);
    EXPECT_EQ(slope->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, side, side, cells.data(), side, side,
                                                GDT_Float64, 0, 0, nullptr),
              CE_None);
    return cells;
}

TEST(DemSlope, OfEveryCellIsWhatGdaldemSays) {
    const ScratchFolder folder;
    write_rough_ground(folder.at("dem.tif"));
    const std::vector<double> expected = by_gdaldem(folder.at("dem.tif"), folder.at("slope.tif"));
    screening::SlopeModel model(open_raster(folder.at("dem.tif")));
    const geo::Projection projection("EPSG:4543");
    const Progress quiet;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            screening::Candidate site;
            site.place = *projection.to_lonlat(
                {transform[0] + (column + 0.5) * transform[1], transform[3] + (row + 0.5) * transform[5]});
            const screening::SiteSlope slope = model.under(site, quiet);
            const double gdal = expected[static_cast<std::size_t>(row * side + column)];
            EXPECT_EQ(slope.complete(), gdal >= 0.0);  // no slope at the edges on either side
            if (slope.complete()) {
                EXPECT_NEAR(slope.worst * 100.0, gdal, single_precision) << column << ", " << row;
            }
        }
    }
}

}  // namespace
}  // namespace yiquan::io
