// SPDX-License-Identifier: MIT
#include "core/intake/read_zones.hpp"

#include <gmock/gmock.h>

#include "core/geo/area.hpp"
#include "core/geo/crs.hpp"
#include "core/geo/overlay.hpp"
#include "tests/unit/intake/tables.hpp"

namespace yiquan::intake {
namespace {

using features::Action;
using features::FindingKind;
using features::MemorySource;
using features::RawPolygons;
using features::RawRing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

RawRing ring_around(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

RawPolygons box(double west, double south, double east, double north) {
    return {{ring_around(west, south, east, north)}};
}

MemorySource::Row row(const char* code, const char* name, features::RawGeometry geometry) {
    return {{std::string{code}, std::string{name}}, std::move(geometry)};
}

MemorySource layer(std::vector<MemorySource::Row> rows, std::string crs = "EPSG:4490") {
    return {"counties.geojson", {{"code"}, {"name"}, {"市州"}, {"备注"}}, std::move(rows), std::move(crs)};
}

struct Result {
    demand::Zones zones;
    features::FindingList findings;
};

Result read(MemorySource source, const ZoneOptions& options = {}) {
    Result result;
    Progress silent;
    result.zones = read_zones(source, options, result.findings, silent);
    return result;
}

std::string error_reading(MemorySource source, const ZoneOptions& options = {}) {
    return error_of([&] { (void)read(std::move(source), options); });
}

TEST(ReadZones, SortsByCodeAndMeasuresAreas) {
    const Result result =
        read(layer({row("2", "乙", box(102, 36, 103, 37)), row("1", "甲", box(101, 36, 102, 37))}));
    ASSERT_EQ(result.zones.size(), 2U);
    EXPECT_EQ(result.zones[0].code, "1");
    EXPECT_EQ(result.zones[0].name, "甲");
    // One degree by one at 36.5 N is about 111.0 km by 89.6 km.
    EXPECT_NEAR(result.zones[0].area.value(), 9'930.0, 30.0);
    EXPECT_THAT(result.findings.list(), IsEmpty());
}

TEST(ReadZones, ReadsParentAndNote) {
    MemorySource::Row county = row("630102", "城东区", box(101, 36, 102, 37));
    county.values.insert(county.values.end(), {std::string{"西宁市"}, std::string{"说明文字"}});
    const Result result = read(layer({county}));
    EXPECT_EQ(result.zones[0].parent, "西宁市");
    EXPECT_EQ(result.zones[0].note, "说明文字");
}

TEST(ReadZones, ClosesRingsAndKeepsHoles) {
    RawRing open = ring_around(101, 36, 102, 37);
    open.pop_back();
    const Result result =
        read(layer({row("1", "甲", RawPolygons{{open, ring_around(101.4, 36.4, 101.6, 36.6)}})}));
    const geo::MultiPolygon& shape = result.zones[0].shape;
    ASSERT_EQ(shape.parts.at(0).rings.size(), 2U);
    EXPECT_EQ(shape.parts[0].rings[0].front(), shape.parts[0].rings[0].back());
    EXPECT_NEAR(result.zones[0].area.value(), 9'930.0 * 0.96, 30.0);
}

TEST(ReadZones, ProjectsZonesInMetres) {
    const geo::Projection grid{"EPSG:4543"};
    RawRing ring;
    for (const geo::LonLat p : {geo::LonLat{101, 36}, {102, 36}, {102, 37}, {101, 37}})
        ring.push_back(*grid.from_lonlat(p));
    const Result result = read(layer({row("1", "甲", RawPolygons{{ring}})}, "EPSG:4543"));
    EXPECT_NEAR(result.zones[0].area.value(), 9'930.0, 30.0);
}

TEST(ReadZones, RepairsAnOutlineThatCrossesItself) {
    const RawRing bow{{101, 36}, {102, 37}, {102, 36}, {101, 37}, {101, 36}};  // crosses at 101.5, 36.5
    const Result result = read(layer({row("1", "甲", RawPolygons{{bow}})}));
    ASSERT_THAT(kinds(result.findings), ElementsAre(FindingKind::repaired_zone));
    EXPECT_EQ(result.findings.list()[0].action, Action::corrected);
    EXPECT_THAT(result.findings.list()[0].detail.en,
                HasSubstr("counties.geojson, row 2: zone \"甲\" was not a valid polygon (Self-intersection"));
    EXPECT_EQ(geo::invalidity(result.zones[0].shape), "");
    EXPECT_NEAR(result.zones[0].area.value(), 9'930.0 / 2.0, 30.0);
}

TEST(ReadZones, GivesOverlappingLandToTheLowerCodeOnly) {
    const Result result =
        read(layer({row("2", "乙", box(101.9, 36, 103, 37)), row("1", "甲", box(101, 36, 102, 37))}));
    ASSERT_THAT(kinds(result.findings), ElementsAre(FindingKind::overlapping_zones));
    EXPECT_THAT(result.findings.list()[0].detail.en,
                HasSubstr("zones \"甲\" (1) and \"乙\" (2) overlap by 994 km2"));
    EXPECT_EQ(result.findings.list()[0].row, 2U);
    EXPECT_NEAR(result.zones[0].area.value(), result.zones[1].area.value(), 1e-3);
    EXPECT_FALSE(geo::interiors_meet(result.zones[0].shape, result.zones[1].shape));
    EXPECT_NEAR(result.zones[1].area.value(), geo::area(result.zones[1].shape).value(), 1e-9);
}

TEST(ReadZones, PartsThreeZonesThatOverlapInOnePlace) {
    const Result result =
        read(layer({row("1", "甲", box(101, 36, 102, 37)), row("2", "乙", box(101.5, 36, 102.5, 37)),
                    row("3", "丙", box(101.8, 36, 103, 37))}));
    EXPECT_EQ(result.findings.count(FindingKind::overlapping_zones),
              3U);  // 丙 gives way to 甲 and to what 乙 kept
    double sum = 0.0;
    for (const demand::Zone& zone : result.zones) sum += zone.area.value();
    EXPECT_NEAR(sum, 2.0 * 9'930.0, 60.0);
}

TEST(ReadZones, IgnoresSlivers) {
    // 1e-9 degrees, a tenth of a millimetre, along 111 km is 10 m^2.
    const Result result =
        read(layer({row("1", "甲", box(101, 36, 102.000000001, 37)), row("2", "乙", box(102, 36, 103, 37))}));
    EXPECT_THAT(result.findings.list(), IsEmpty());
}

TEST(ReadZones, RefusesAZoneThatOthersCover) {
    const std::string message = error_reading(
        layer({row("630000", "省", box(101, 36, 103, 37)), row("630100", "市", box(101, 36, 102, 37))}));
    EXPECT_THAT(message,
                HasSubstr("counties.geojson, row 3: zone \"市\" (630100) is covered by \"省\" (630000)"));
    EXPECT_THAT(message, HasSubstr("keep one level of zones"));
}

TEST(ReadZones, JoinsRowsOfOneCode) {
    const Result result =
        read(layer({row("1", "甲", box(101, 36, 101.5, 37)), row("1", "甲", box(101.5, 36, 102, 37))}));
    ASSERT_EQ(result.zones.size(), 1U);
    EXPECT_NEAR(result.zones[0].area.value(), 9'930.0, 30.0);
    EXPECT_EQ(result.zones[0].shape.parts.size(), 1U);
    EXPECT_THAT(result.findings.list(), IsEmpty());
}

TEST(ReadZones, LeavesOutRowsWithoutAPolygon) {
    const Result result = read(layer({row("1", "甲", box(101, 36, 102, 37)), row("2", "乙", {}),
                                      row("3", "丙", RawPolygons{{{{101, 36}, {102, 37}}}})}));
    EXPECT_EQ(result.zones.size(), 1U);
    ASSERT_THAT(kinds(result.findings),
                ElementsAre(FindingKind::empty_geometry, FindingKind::empty_geometry));
    EXPECT_EQ(result.findings.list()[0].action, Action::left_out);
    EXPECT_EQ(result.findings.list()[0].value, "2");
}

TEST(ReadZones, TakesNamesForCodesWhereThereAreNone) {
    MemorySource source{"grid.gpkg", {{"名称"}}, {{{std::string{"A1"}}, box(101, 36, 102, 37)}}, "EPSG:4490"};
    const Result result = read(std::move(source));
    EXPECT_EQ(result.zones[0].code, "A1");
}

MemorySource uncoded(std::vector<std::array<const char*, 2>> name_and_parent) {
    std::vector<MemorySource::Row> rows;
    double west = 101.0;
    for (const auto& [name, parent] : name_and_parent) {
        rows.push_back({{std::string{name}, std::string{parent}}, box(west, 36, west + 1.0, 37)});
        west += 2.0;
    }
    return {"districts.geojson", {{"name"}, {"市州"}}, std::move(rows), "EPSG:4490"};
}

TEST(ReadZones, KeepsTwoDistrictsOfOneNameInTwoCitiesApart) {
    for (const auto& order :
         {std::vector<std::array<const char*, 2>>{{"鼓楼区", "甲市"}, {"鼓楼区", "乙市"}, {"东区", "乙市"}},
          {{"东区", "乙市"}, {"鼓楼区", "乙市"}, {"鼓楼区", "甲市"}}}) {
        const Result result = read(uncoded(order));
        ASSERT_EQ(result.zones.size(), 3U);
        EXPECT_EQ(result.zones[0].code, "东区");
        EXPECT_EQ(result.zones[1].code, "乙市 鼓楼区");
        EXPECT_EQ(result.zones[1].name, "鼓楼区");
        EXPECT_EQ(result.zones[1].parent, "乙市");
        EXPECT_EQ(result.zones[2].code, "甲市 鼓楼区");
        EXPECT_THAT(result.findings.list(), IsEmpty());
    }
}

TEST(ReadZones, SaysThatRowsWereJoinedByTheirNameAlone) {
    const Result result = read(uncoded({{"鼓楼区", ""}, {"东区", ""}, {"鼓楼区", ""}}));
    EXPECT_EQ(result.zones.size(), 2U);
    ASSERT_THAT(kinds(result.findings), ElementsAre(FindingKind::same_name));
    EXPECT_THAT(result.findings.list()[0].detail.en,
                HasSubstr("row 4: zone \"鼓楼区\" has 2 rows without code and parent"));
    EXPECT_THAT(kinds(read(uncoded({{"鼓楼区", "甲市"}, {"鼓楼区", "甲市"}})).findings), IsEmpty());
    const Result half = read(uncoded({{"鼓楼区", "甲市"}, {"鼓楼区", ""}}));
    ASSERT_EQ(half.zones.size(), 2U);
    EXPECT_EQ(half.zones[0].code, "甲市 鼓楼区");
    EXPECT_EQ(half.zones[1].code, "鼓楼区");
}

TEST(ReadZones, SaysThatOneCodeStandsForZonesOfTwoNames) {
    const Result result = read(
        layer({row("6301", "大通县", box(101, 36, 102, 37)), row("6301", "湟源县", box(103, 36, 104, 37)),
               row("6302", "乐都区", box(105, 36, 106, 37)), row("6302", "", box(107, 36, 108, 37))}));
    ASSERT_EQ(result.zones.size(), 2U);
    ASSERT_THAT(kinds(result.findings), ElementsAre(FindingKind::same_name));
    EXPECT_THAT(result.findings.list()[0].detail.en,
                HasSubstr("row 3: code \"6301\" stands for \"大通县\" and for \"湟源县\""));
}

TEST(ReadZones, RefusesALayerWithoutAReferenceSystem) {
    EXPECT_THAT(error_reading(layer({row("1", "甲", box(101, 36, 102, 37))}, "")),
                HasSubstr("set crs = \"EPSG:4490\" in [zones]"));
    ZoneOptions options;
    options.crs = "EPSG:4490";
    EXPECT_EQ(read(layer({row("1", "甲", box(101, 36, 102, 37))}, ""), options).zones.size(), 1U);
}

TEST(ReadZones, RefusesDegreesInMetresAndMetresInDegrees) {
    EXPECT_THAT(
        error_reading(layer({row("1", "甲", box(101, 36, 102, 37))}, "EPSG:4543")),
        HasSubstr(
            "counties.geojson, row 2: 101, 36 looks like degrees, but crs = \"EPSG:4543\" is in metres"));
    EXPECT_THAT(
        error_reading(layer({row("1", "甲", box(34'400'000, 4'000'000, 34'500'000, 4'100'000))})),
        HasSubstr("34400000, 4000000 cannot lie in \"EPSG:4490\"; set crs in [zones] to the system of the "
                  "layer, such as \"EPSG:4522\""));
}

TEST(ReadZones, RefusesATableWithoutPolygonsZonesOrNames) {
    EXPECT_THAT(error_reading(layer({row("1", "甲", {})})), HasSubstr("the zones have no polygons"));
    EXPECT_THAT(error_reading(layer({row("1", "甲", geo::RawPosition{101, 36})})),
                HasSubstr("none of the rows holds a polygon"));
    EXPECT_THAT(
        error_reading(MemorySource{"a.gpkg", {{"area"}}, {{{1.0}, box(101, 36, 102, 37)}}, "EPSG:4490"}),
        HasSubstr("a.gpkg: no code or name column was found among area"));
    ZoneOptions options;
    options.code = "cdoe";
    EXPECT_THAT(error_reading(layer({row("1", "甲", box(101, 36, 102, 37))}), options),
                HasSubstr("Did you mean \"code\"?"));
}

}  // namespace
}  // namespace yiquan::intake
