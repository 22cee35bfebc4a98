// SPDX-License-Identifier: MIT
#include "core/io/package/geopackage.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/package/geopackage_rows.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

using features::FieldType;
using features::GeometryType;
using features::Value;

features::LayerSchema lines() {
    return {
        "paths", "Paths", "线路", GeometryType::lines, {{"people", FieldType::integer, "People", "人数"}}};
}

TEST(GeoPackage, KeepsLinesAsGdalReadsThem) {
    const ScratchFolder folder;
    const std::string path = folder.at("paths.gpkg");
    {
        GeoPackage package{path, ""};
        features::FeatureSink& sink = package.create_layer(lines());
        sink.write(std::array{Value{std::int64_t{7}}},
                   geo::LineString{{{101.0, 36.0}, {102.5, 36.5}, {102.0, 35.0}}});
        sink.write(std::array{Value{std::int64_t{8}}}, std::monostate{});
        package.close();
    }
    const DatasetHandle dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
    ASSERT_NE(dataset, nullptr);
    OGRLayer* layer = dataset->GetLayerByName("paths");
    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->GetGeomType(), wkbLineString);

    const FeatureHandle first{layer->GetNextFeature()};
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(first->GetFieldAsInteger("people"), 7);
    const OGRGeometry* geometry = first->GetGeometryRef();
    ASSERT_NE(geometry, nullptr);
    ASSERT_EQ(wkbFlatten(geometry->getGeometryType()), wkbLineString);
    const OGRLineString* line = geometry->toLineString();
    ASSERT_EQ(line->getNumPoints(), 3);
    EXPECT_EQ(line->getX(1), 102.5);
    EXPECT_EQ(line->getY(2), 35.0);

    const FeatureHandle second{layer->GetNextFeature()};
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(second->GetGeometryRef(), nullptr);

    OGREnvelope extent;
    ASSERT_EQ(layer->GetExtent(&extent), OGRERR_NONE);
    EXPECT_EQ(extent.MaxX, 102.5);
    EXPECT_EQ(extent.MinY, 35.0);
}

/// The style that QGIS finds beside the layer "screened_sites".
std::string style_beside(const ScratchFolder& folder, GeometryType geometry) {
    const std::string path = folder.at(fmt::format("{}.gpkg", static_cast<int>(geometry)));
    GeoPackage package{path, ""};
    package.create_layer(
        {"screened_sites", "Sites", "站点", geometry, {{"id", FieldType::text, "Id", "编号"}}});
    package.close();
    const DatasetHandle dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
    OGRLayer* styles = dataset->GetLayerByName("layer_styles");
    if (styles == nullptr) return {};
    const FeatureHandle row{styles->GetNextFeature()};
    if (!row) return {};
    EXPECT_STREQ(row->GetFieldAsString("f_table_name"), "screened_sites");
    return row->GetFieldAsString("styleName");
}

TEST(GeoPackage, AStyleFitsTheGeometryOfItsLayer) {
    const ScratchFolder folder;
    EXPECT_EQ(style_beside(folder, GeometryType::point), "screened_sites");
    EXPECT_EQ(style_beside(folder, GeometryType::polygons), "screened_sites_polygons");
}

features::LayerSchema named(std::string_view id, GeometryType geometry = GeometryType::none) {
    return {id, id, "名", geometry, {{"name", FieldType::text, "Name", "名称"}}};
}

TEST(GeoPackage, ATextThatTheDatabaseRefusesIsNoEmptyCell) {
    const ScratchFolder folder;
    const std::string path = folder.at("a.gpkg");
    {
        GeoPackage package{path, ""};
        package.create_layer(named("places"));
        package.close();
    }
    const SqliteHandle database = open_for_rows(path);
    sqlite3_limit(database.get(), SQLITE_LIMIT_LENGTH, 100);
    GeoPackageRows rows{database.get(), path, named("places")};
    rows.write(std::array{Value{std::string(60, 'x')}}, std::monostate{});
    EXPECT_THAT(error_of(ErrorKind::output,
                         [&] {
                             rows.write(std::array{Value{std::string(200, 'x')}}, std::monostate{});
                             return rows.count();
                         })
                    .en,
                testing::HasSubstr("cannot be written"));
}

TEST(GeoPackage, AValueWithoutAColumnIsNotDroppedInSilence) {
    const ScratchFolder folder;
    const std::string path = folder.at("a.gpkg");
    GeoPackage package{path, ""};
    package.create_layer(named("first"));
    package.close();
    const SqliteHandle database = open_for_rows(path);
    GeoPackageRows rows{database.get(), path, named("first")};
    EXPECT_THROW(rows.write(std::array{Value{"a"}, Value{"b"}}, std::monostate{}), Error);
}

TEST(GeoPackage, ASpatialIndexThatCannotBeMadeIsAnError) {
    const ScratchFolder folder;
    GeoPackage package{folder.at("a.gpkg"), ""};
    package.create_layer(named("rtree_places_geom"));
    package.create_layer(named("places", GeometryType::point))
        .write(std::array{Value{"a"}}, geo::LonLat{101.0, 36.0});
    EXPECT_THAT(error_of(ErrorKind::output, [&] { return &package.create_layer(named("next")); }).en,
                testing::HasSubstr("cannot be written"));
}

}  // namespace
}  // namespace yiquan::io
