// SPDX-License-Identifier: MIT
#include "core/io/tables/raster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/io/gdal/gdal_handles.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsNan;

struct Grid {
    int columns = 3;
    int rows = 2;
    GDALDataType type = GDT_Float32;
    int epsg = 4326;
    bool placed = true;
    bool tiled = false;
};

/// A GeoTIFF whose cells are numbered from 0, row by row.
DatasetHandle create(const std::string& path, const Grid& grid) {
    GDALAllRegister();
    const std::array<const char*, 3> options{grid.tiled ? "TILED=YES" : "TILED=NO", "COMPRESS=DEFLATE",
                                             nullptr};
    DatasetHandle made{GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        path.c_str(), grid.columns, grid.rows, 1, grid.type, const_cast<char**>(options.data()))};  // NOLINT
    if (grid.epsg != 0) {
        OGRSpatialReference reference;
        reference.importFromEPSG(grid.epsg);
        made->SetSpatialRef(&reference);
    }
    std::array<double, 6> corner{100.0, 0.5, 0.0, 37.0, 0.0, -0.5};
    if (grid.placed) made->SetGeoTransform(corner.data());
    std::vector<double> row(static_cast<std::size_t>(grid.columns));
    for (int y = 0; y < grid.rows; ++y) {
        for (int x = 0; x < grid.columns; ++x) row[static_cast<std::size_t>(x)] = y * grid.columns + x;
        EXPECT_EQ(made->GetRasterBand(1)->RasterIO(GF_Write, 0, y, grid.columns, 1, row.data(), grid.columns,
                                                   1, GDT_Float64, 0, 0, nullptr),
                  CE_None);
    }
    return made;
}

std::vector<double> cells(demand::RasterSource& raster) {
    std::vector<double> values(raster.rows() * raster.columns());
    raster.read_rows(0, raster.rows(), values);
    return values;
}

TEST(Raster, GivesCellsPositionAndReferenceSystem) {
    const ScratchFolder folder;
    create(folder.at("people.tif"), {});
    const auto raster = open_raster(folder.at("people.tif"));
    EXPECT_EQ(raster->name(), "people.tif");
    EXPECT_EQ(raster->crs(), "EPSG:4326");
    EXPECT_EQ(raster->columns(), 3U);
    EXPECT_EQ(raster->rows(), 2U);
    EXPECT_THAT(raster->transform(), ElementsAre(100.0, 0.5, 0.0, 37.0, 0.0, -0.5));
    EXPECT_THAT(cells(*raster), ElementsAre(0, 1, 2, 3, 4, 5));
    std::vector<double> second(3);
    raster->read_rows(1, 1, second);
    EXPECT_THAT(second, ElementsAre(3, 4, 5));
    std::vector<double> corner(2);
    raster->read_window({.column = 1, .columns = 2, .row = 1, .rows = 1}, corner);
    EXPECT_THAT(corner, ElementsAre(4, 5));
    EXPECT_THAT(error_of(ErrorKind::internal, [&] { raster->read_rows(2, 1, second); }).en,
                HasSubstr("people.tif"));
}

TEST(Raster, TurnsTheNoDataValueIntoNanBeforeScaling) {
    const ScratchFolder folder;
    {
        const DatasetHandle made = create(folder.at("a.tif"), {.type = GDT_Int16});
        made->GetRasterBand(1)->SetNoDataValue(4);
        made->GetRasterBand(1)->SetScale(2.0);
        made->GetRasterBand(1)->SetOffset(10.0);
    }
    EXPECT_THAT(cells(*open_raster(folder.at("a.tif"))), ElementsAre(10, 12, 14, 16, IsNan(), 20));
}

TEST(Raster, KnowsFloatNoDataThatDoublesCannotHoldExactly) {
    const ScratchFolder folder;
    {
        const DatasetHandle made = create(folder.at("a.tif"), {});
        float lowest = -3.4028234663852886e38F;
        ASSERT_EQ(
            made->GetRasterBand(1)->RasterIO(GF_Write, 1, 0, 1, 1, &lowest, 1, 1, GDT_Float32, 0, 0, nullptr),
            CE_None);
        made->GetRasterBand(1)->SetNoDataValue(-3.40282346639e38);
    }
    EXPECT_THAT(cells(*open_raster(folder.at("a.tif"))), ElementsAre(0, IsNan(), 2, 3, 4, 5));
}

TEST(Raster, HonoursAMaskAndNanCells) {
    const ScratchFolder folder;
    {
        const DatasetHandle made = create(folder.at("a.tif"), {});
        float nan = std::nanf("");
        ASSERT_EQ(
            made->GetRasterBand(1)->RasterIO(GF_Write, 2, 1, 1, 1, &nan, 1, 1, GDT_Float32, 0, 0, nullptr),
            CE_None);
        ASSERT_EQ(made->CreateMaskBand(GMF_PER_DATASET), CE_None);
        std::array<std::uint8_t, 6> mask{255, 255, 0, 255, 255, 255};
        ASSERT_EQ(made->GetRasterBand(1)->GetMaskBand()->RasterIO(GF_Write, 0, 0, 3, 2, mask.data(), 3, 2,
                                                                  GDT_Byte, 0, 0, nullptr),
                  CE_None);
    }
    EXPECT_THAT(cells(*open_raster(folder.at("a.tif"))), ElementsAre(0, 1, IsNan(), 3, 4, IsNan()));
}

TEST(Raster, ReadsTheSameInStripsThatCutTiles) {
    const ScratchFolder folder;
    create(folder.at("tiles.tif"), {.columns = 700, .rows = 600, .tiled = true});
    const auto raster = open_raster(folder.at("tiles.tif"));
    std::vector<double> strip;
    for (std::size_t first = 0; first < 600; first += 37) {
        const std::size_t count = std::min<std::size_t>(37, 600 - first);
        strip.assign(count * 700, -1.0);
        raster->read_rows(first, count, strip);
        for (std::size_t i = 0; i < strip.size(); ++i)
            ASSERT_EQ(strip[i], static_cast<double>(first * 700 + i));
    }
}

TEST(Raster, IsToldFromATable) {
    const ScratchFolder folder;
    create(folder.at("people.tif"), {});
    EXPECT_TRUE(is_raster(folder.at("people.tif")));
    EXPECT_FALSE(is_raster(folder.write("xyz.csv", "x,y,z\n1,2,3\n2,2,3\n")));
    EXPECT_FALSE(is_raster(folder.write("noise.dat", "nothing")));
    EXPECT_FALSE(is_raster(folder.at("missing.tif")));
    EXPECT_FALSE(is_raster("PG:dbname=x"));
    const std::string package = folder.at("vector.gpkg");
    {
        const DatasetHandle made{GetGDALDriverManager()->GetDriverByName("GPKG")->Create(
            package.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
        made->CreateLayer("a", nullptr, wkbPoint, nullptr);
    }
    EXPECT_FALSE(is_raster(package));
}

TEST(RasterFaults, NameWhatIsMissing) {
    const ScratchFolder folder;
    create(folder.at("nocrs.tif"), {.epsg = 0});
    create(folder.at("noplace.tif"), {.placed = false});
    create(folder.at("complex.tif"), {.type = GDT_CFloat32});
    const auto fault = [&](const char* name) {
        return error_of(ErrorKind::input, [&] { return open_raster(folder.at(name)); }).en;
    };
    EXPECT_THAT(fault("nocrs.tif"), HasSubstr("no coordinate reference system"));
    EXPECT_THAT(fault("noplace.tif"), HasSubstr("no position"));
    EXPECT_THAT(fault("complex.tif"), HasSubstr("complex"));
    EXPECT_THAT(fault("missing.tif"), HasSubstr("no such file"));
    folder.write("noise.tif", "II*\0 no more");
    EXPECT_THAT(fault("noise.tif"), HasSubstr("is not a raster"));
}

TEST(RasterFaults, AScaleThatIsNoNumberIsRefusedAndNotReadAsNoData) {
    const ScratchFolder folder;
    create(folder.at("a.tif"), {})->GetRasterBand(1)->SetScale(std::nan(""));
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_raster(folder.at("a.tif")); }).en,
                HasSubstr("band 1 has a scale of nan"));
}

TEST(RasterFaults, ADamagedFileIsAnErrorAndNotZeros) {
    const ScratchFolder folder;
    const std::string path = folder.at("cut.tif");
    create(path, {.columns = 500, .rows = 500});
    std::string content = content_of(path);
    for (std::size_t i = content.size() / 2; i < content.size() - 64; ++i) content[i] = '\x55';
    folder.write("cut.tif", content);
    testing::internal::CaptureStderr();
    try {
        const auto raster = open_raster(path);
        EXPECT_THAT(error_of(ErrorKind::input, [&] { return cells(*raster); }).en,
                    HasSubstr("cannot be read"));
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
    }
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace yiquan::io
