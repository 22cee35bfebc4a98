// SPDX-License-Identifier: MIT
#include "core/io/tables/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "core/geo/crs.hpp"
#include "core/io/gdal/gdal_handles.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

using features::RawPolygons;
using features::Value;
using geo::RawPosition;
using testing::HasSubstr;

struct LayerRow {
    std::vector<const char*> cells;
    const char* wkt = nullptr;
};

/// Writes one layer of text columns; numbers in `heading` that begin with "#" become integer columns.
void write_layer(GDALDataset& dataset, const char* name, int epsg, OGRwkbGeometryType type,
                 const std::vector<std::string>& heading, const std::vector<LayerRow>& rows,
                 const char* encoding = nullptr) {
    OGRSpatialReference reference;
    if (epsg != 0) reference.importFromEPSG(epsg);
    std::vector<const char*> options;
    if (encoding != nullptr) options.push_back(encoding);
    options.push_back(nullptr);
    OGRLayer* layer = dataset.CreateLayer(name, epsg != 0 ? &reference : nullptr, type,
                                          const_cast<char**>(options.data()));  // NOLINT: the old interface
    for (const std::string& column : heading) {
        const bool integer = column.starts_with('#');
        OGRFieldDefn field{column.c_str() + (integer ? 1 : 0), integer ? OFTInteger64 : OFTString};
        layer->CreateField(&field);
    }
    for (const LayerRow& row : rows) {
        const FeatureHandle feature{OGRFeature::CreateFeature(layer->GetLayerDefn())};
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i] != nullptr) feature->SetField(static_cast<int>(i), row.cells[i]);
        }
        if (row.wkt != nullptr) {
            OGRGeometry* geometry = nullptr;
            OGRGeometryFactory::createFromWkt(row.wkt, nullptr, &geometry);
            feature->SetGeometryDirectly(geometry);
        }
        ASSERT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
    }
}

DatasetHandle create(const char* driver, const std::string& path) {
    GDALAllRegister();
    return DatasetHandle{
        GetGDALDriverManager()->GetDriverByName(driver)->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
}

const std::vector<LayerRow> two_towns{{{"西宁", "2467965"}, "POINT(101.77 36.62)"},
                                      {{"海东", nullptr}, nullptr}};

TEST(Table, ReadsAWorkbookWithItsSheetRows) {
    const ScratchFolder folder;
    const std::string path = folder.at("list.xlsx");
    {
        const DatasetHandle book = create("XLSX", path);
        write_layer(
            *book, "驿站", 0, wkbNone, {"名称", "#人口", "备注"},
            {{{"西宁", "2467965", "\"a\"\n😀"}}, {{nullptr, nullptr, nullptr}}, {{"海东", nullptr, "b"}}});
        write_layer(*book, "Sheet2", 0, wkbNone, {}, {});
    }
    const auto table = open_table(path);
    EXPECT_FALSE(table->has_geometry());
    ASSERT_EQ(table->fields().size(), 3U);
    EXPECT_EQ(table->fields()[0].name, "名称");
    ASSERT_TRUE(table->next());
    EXPECT_EQ(table->row(), 2U);
    EXPECT_EQ(table->value(0), Value{"西宁"});
    EXPECT_EQ(table->value(1), Value{std::int64_t{2467965}});
    EXPECT_EQ(table->value(2), Value{"\"a\"\n😀"});
    ASSERT_TRUE(table->next());
    EXPECT_EQ(table->row(), 4U);
    EXPECT_EQ(table->value(1), Value{});
    EXPECT_FALSE(table->next());
}

TEST(Table, TakesTheFirstRowOfAWorkbookAsHeadingEvenWhereAllIsText) {
    const ScratchFolder folder;
    for (const auto& [driver, name] : {std::pair{"XLSX", "list.xlsx"}, std::pair{"ODS", "list.ods"}}) {
        const std::string path = folder.at(name);
        write_layer(*create(driver, path), "Sheet1", 0, wkbNone, {"名称", "州"}, {{{"大通", "西宁"}}});
        const auto table = open_table(path);
        EXPECT_EQ(table->fields().at(1).name, "州");
        ASSERT_TRUE(table->next());
        EXPECT_EQ(table->row(), 2U) << driver;
        EXPECT_FALSE(table->next());
    }
}

TEST(Table, AsksWhichSheetIsMeant) {
    const ScratchFolder folder;
    const std::string path = folder.at("two.xlsx");
    {
        const DatasetHandle book = create("XLSX", path);
        write_layer(*book, "stations", 0, wkbNone, {"a"}, {{{"x"}}});
        write_layer(*book, "people", 0, wkbNone, {"b"}, {{{"y"}}});
    }
    const Message several = error_of(ErrorKind::usage, [&] { return open_table(path); });
    EXPECT_THAT(several.en, HasSubstr("has 2 layers"));
    EXPECT_THAT(several.en, HasSubstr("stations, people"));
    EXPECT_EQ(open_table(path + "|layername=people")->fields().at(0).name, "b");
    EXPECT_EQ(open_table(path, {.layer = "people"})->name(), "two.xlsx (people)");
    const Message wrong = error_of(ErrorKind::usage, [&] { return open_table(path + "|layername=poeple"); });
    EXPECT_THAT(wrong.en, HasSubstr("has no layer \"poeple\""));
    EXPECT_THAT(wrong.en, HasSubstr("Did you mean \"people\""));
}

TEST(Table, ReadsPointsOfAGeoPackageAndSkipsTheStylesOfQgis) {
    const ScratchFolder folder;
    const std::string path = folder.at("towns.gpkg");
    {
        const DatasetHandle package = create("GPKG", path);
        write_layer(*package, "towns", 4547, wkbPoint, {"name", "#people"}, two_towns);
        write_layer(*package, "layer_styles", 0, wkbNone, {"styleQML"}, {{{"<qgis/>"}}});
    }
    const auto table = open_table(path);
    EXPECT_EQ(table->crs(), "EPSG:4547");
    EXPECT_TRUE(table->has_geometry());
    EXPECT_EQ(table->size(), 2U);
    ASSERT_TRUE(table->next());
    EXPECT_EQ(table->row(), 1U);
    EXPECT_EQ(table->fields().at(1).type, features::FieldType::integer);
    const auto place = std::get<RawPosition>(table->geometry());
    EXPECT_EQ(place.x, 101.77);
    EXPECT_EQ(place.y, 36.62);
    ASSERT_TRUE(table->next());
    EXPECT_TRUE(std::holds_alternative<std::monostate>(table->geometry()));
}

TEST(Table, GivesGeoJsonInLongitudeAndLatitude) {
    const ScratchFolder folder;
    const std::string path = folder.write("zones.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"630102","name":"城东😀"},"geometry":
          {"type":"Polygon","coordinates":[[[101,36,9],[102,36,9],[102,37,9],[101,36,9]],[[101.5,36.1,0],[101.6,36.1,0],[101.6,36.2,0],[101.5,36.1,0]]]}},
        {"type":"Feature","properties":{"code":"1"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
        {"type":"Feature","properties":{},"geometry":null}]})");
    const auto table = open_table(path);
    EXPECT_EQ(table->crs(), "EPSG:4326");
    ASSERT_TRUE(table->next());
    const auto polygons = std::get<RawPolygons>(table->geometry());
    ASSERT_EQ(polygons.size(), 1U);
    ASSERT_EQ(polygons[0].size(), 2U);
    EXPECT_EQ(polygons[0][0][1].x, 102.0);
    EXPECT_EQ(polygons[0][0][1].y, 36.0);
    EXPECT_EQ(table->value(1), Value{"城东😀"});
    ASSERT_TRUE(table->next());
    const auto lines = std::get<features::RawLines>(table->geometry());
    ASSERT_EQ(lines.size(), 1U);
    ASSERT_EQ(lines[0].size(), 2U);
    EXPECT_EQ(lines[0][1].x, 3.0);
    ASSERT_TRUE(table->next());
    EXPECT_TRUE(std::holds_alternative<std::monostate>(table->geometry()));
}

TEST(Table, StraightensCurvesAndOpensCollections) {
    const ScratchFolder folder;
    const std::string path = folder.at("shapes.gpkg");
    write_layer(*create("GPKG", path), "shapes", 4326, wkbUnknown, {"name"},
                {{{"curve"}, "CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))"},
                 {{"parts"}, "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))"},
                 {{"mixed"}, "GEOMETRYCOLLECTION(POINT(9 9),POLYGON((0 0,1 0,1 1,0 0)))"},
                 {{"one"}, "MULTIPOINT(3 4)"},
                 {{"two"}, "MULTIPOINT(3 4,5 6)"},
                 {{"empty"}, "POINT EMPTY"}});
    const auto table = open_table(path);
    ASSERT_TRUE(table->next());
    EXPECT_GT(std::get<RawPolygons>(table->geometry()).at(0).at(0).size(), 50U);
    ASSERT_TRUE(table->next());
    EXPECT_EQ(std::get<RawPolygons>(table->geometry()).size(), 2U);
    ASSERT_TRUE(table->next());
    EXPECT_EQ(std::get<RawPolygons>(table->geometry()).size(), 1U);
    ASSERT_TRUE(table->next());
    EXPECT_EQ(std::get<RawPosition>(table->geometry()).y, 4.0);
    ASSERT_TRUE(table->next());
    const auto several = std::get<features::RawLines>(table->geometry());  // each point a line of one
    ASSERT_EQ(several.size(), 2U);
    EXPECT_EQ(several[1].at(0).y, 6.0);
    ASSERT_TRUE(table->next());
    EXPECT_TRUE(std::holds_alternative<std::monostate>(table->geometry()));
}

TEST(Table, LeavesTheReferenceSystemOpenWhereTheLayerStatesNone) {
    const ScratchFolder folder;
    const std::string package = folder.at("none.gpkg");
    write_layer(*create("GPKG", package), "a", 0, wkbPoint, {"name", "#people"}, two_towns);
    EXPECT_EQ(open_table(package)->crs(), "");
    const std::string shape = folder.at("none.shp");
    write_layer(*create("ESRI Shapefile", shape), "none", 0, wkbPoint, {"name", "#people"}, two_towns);
    EXPECT_EQ(open_table(shape)->crs(), "");
}

TEST(Table, DescribesUnnamedReferenceSystemsInWkt) {
    const ScratchFolder folder;
    const std::string path = folder.at("own.gpkg");
    {
        const DatasetHandle package = create("GPKG", path);
        OGRSpatialReference reference;
        reference.importFromProj4("+proj=tmerc +lon_0=101.5 +x_0=500000 +ellps=GRS80 +units=m");
        package->CreateLayer("a", &reference, wkbPoint, nullptr);
    }
    const std::string crs = open_table(path)->crs();
    EXPECT_THAT(crs, HasSubstr("PROJCRS["));
    EXPECT_TRUE(geo::Projection{crs}.to_lonlat({500000.0, 4053000.0}).has_value());
}

TEST(Table, ReadsChineseShapefilesWithAndWithoutStatedEncoding) {
    const ScratchFolder folder;
    const std::string stated = folder.at("stated.shp");
    write_layer(*create("ESRI Shapefile", stated), "stated", 4490, wkbPoint, {"名称"},
                {{{"西宁"}, "POINT(1 2)"}}, "ENCODING=UTF-8");
    const std::string open = folder.at("open.shp");
    write_layer(*create("ESRI Shapefile", open), "open", 4490, wkbPoint, {"\xC3\xFB\xB3\xC6"},
                {{{"\xCE\xF7\xC4\xFE"}, "POINT(1 2)"}}, "ENCODING=");
    std::filesystem::remove(folder.at("open.cpg"));
    for (const std::string& path : {stated, open}) {
        const auto table = open_table(path);
        EXPECT_EQ(table->fields().at(0).name, "名称");
        ASSERT_TRUE(table->next());
        EXPECT_EQ(table->value(0), Value{"西宁"}) << path;
        EXPECT_EQ(table->crs(), "EPSG:4490");
    }
}

TEST(Table, ShowsAKeyColumnThatSomeoneNamed) {
    const ScratchFolder folder;
    const std::string path = folder.at("keys.gpkg");
    {
        const DatasetHandle package = create("GPKG", path);
        package->ExecuteSQL("CREATE TABLE stations (station_id INTEGER PRIMARY KEY, name TEXT)", nullptr,
                            nullptr);
        package->ExecuteSQL("INSERT INTO stations VALUES (630102, '城东')", nullptr, nullptr);
    }
    const auto table = open_table(path);
    ASSERT_EQ(table->fields().size(), 2U);
    EXPECT_EQ(table->fields().at(1).name, "station_id");
    ASSERT_TRUE(table->next());
    EXPECT_EQ(table->value(0), Value{"城东"});
    EXPECT_EQ(table->value(1), Value{std::int64_t{630102}});
}

TEST(Table, ReadsWhatOtherFormatsHold) {
    const ScratchFolder folder;
    const std::string path = folder.at("a.fgb");
    write_layer(*create("FlatGeobuf", path), "a", 4326, wkbPoint, {"name", "#people"}, {two_towns[0]});
    const auto table = open_table(path);
    ASSERT_TRUE(table->next());
    EXPECT_EQ(std::get<RawPosition>(table->geometry()).x, 101.77);
    EXPECT_EQ(table->value(1), Value{std::int64_t{2467965}});
}

TEST(TableFaults, FilesThatAreMissingOrNoTable) {
    const ScratchFolder folder;
    testing::internal::CaptureStderr();
    const std::string missing = folder.at("missing.csv");
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(missing); }).en,
                HasSubstr("missing.csv: no such file"));
    for (const char* name : {"noise.xlsx", "noise.geojson", "noise.gpkg", "noise.shp", "noise"}) {
        const std::string path = folder.write(name, "PK\x03\x04 this is nothing of the kind, \x01\x02");
        EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(path); }).en,
                    HasSubstr("is not a table"))
            << name;
    }
    const std::string cut =
        folder.write("cut.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feat)");
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(cut); }).zh,
                HasSubstr("不是可以读取的表格"));
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(folder.at(".")); }).en,
                HasSubstr("is a folder"));
    ASSERT_EQ(::mkfifo(folder.at("pipe.csv").c_str(), 0600), 0);
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(folder.at("pipe.csv")); }).en,
                HasSubstr("is a pipe"));
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(TableFaults, AnEmptyWorkbook) {
    const ScratchFolder folder;
    const std::string path = folder.at("empty.xlsx");
    write_layer(*create("XLSX", path), "Sheet1", 0, wkbNone, {}, {});
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(path); }).en, HasSubstr("empty.xlsx"));
}

TEST(TableFaults, DatabasesThatDoNotAnswerKeepTheirPasswordSecret) {
    const Message message = error_of(ErrorKind::input, [] {
        return open_table("PG:host=/nonexistent dbname=stations password=geheim user=x");
    });
    EXPECT_THAT(message.en,
                HasSubstr("PG:host=/nonexistent dbname=stations password=*** user=x: cannot be opened"));
    EXPECT_THAT(message.en, testing::Not(HasSubstr("geheim")));
}

}  // namespace
}  // namespace yiquan::io
