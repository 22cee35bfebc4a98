// SPDX-License-Identifier: MIT
#include "core/intake/locate_row.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "core/geo/crs.hpp"
#include "core/geo/geodesic.hpp"
#include "tests/unit/intake/tables.hpp"

namespace yiquan::intake {
namespace {

using features::Action;
using features::FindingKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr geo::Box qinghai{89.0, 31.0, 104.0, 40.0};
constexpr geo::LonLat xining{101.778, 36.617};

/// What became of one pair of cells.
struct Outcome {
    std::optional<geo::LonLat> place;
    features::FindingList findings;

    [[nodiscard]] const features::Finding& finding() const { return findings.list().at(0); }
};

Outcome located(features::Value lon, features::Value lat,
                const CoordinateOptions& options = {{}, {}, qinghai}) {
    auto source = table({"经度", "纬度"}, {{std::move(lon), std::move(lat)}});
    RowLocator locator(source, {}, options);
    source.next();
    Outcome outcome;
    outcome.place = locator.locate(source, outcome.findings);
    return outcome;
}

void expect_at(const std::optional<geo::LonLat>& place, geo::LonLat wanted, double metres = 0.01) {
    ASSERT_TRUE(place);
    EXPECT_LT(geo::geodesic_distance(*place, wanted).value(), metres) << place->lon << ' ' << place->lat;
}

void expect_finding(const Outcome& outcome, FindingKind kind, Action action) {
    ASSERT_THAT(kinds(outcome.findings), ElementsAre(kind));
    EXPECT_EQ(outcome.finding().action, action);
    EXPECT_EQ(outcome.finding().source, "list.csv");
    EXPECT_EQ(outcome.finding().row, 2U);
    EXPECT_THAT(outcome.finding().detail.en, HasSubstr("list.csv, row 2: "));
    EXPECT_THAT(outcome.finding().detail.zh, HasSubstr("list.csv 第 2 行："));
    EXPECT_EQ(outcome.place.has_value(), action != Action::left_out);
}

TEST(RowLocator, TakesDegreesAsTheyAre) {
    const Outcome outcome = located(101.778, std::string{"36.617"});
    EXPECT_EQ(outcome.place, xining);
    EXPECT_THAT(outcome.findings.list(), IsEmpty());
}

TEST(RowLocator, TakesBackTheShiftOfWebMaps) {
    // Published vector: WGS84 (101.778, 36.617) is shown at +0.0019328, -0.0000815 degrees.
    const Outcome outcome =
        located(101.778 + 0.0019328, 36.617 - 0.0000815, {geo::Datum::gcj02, {}, qinghai});
    expect_at(outcome.place, xining, 0.15);
    EXPECT_THAT(outcome.findings.list(), IsEmpty());
}

TEST(RowLocator, ReportsMissingCoordinates) {
    expect_finding(located({}, 36.617), FindingKind::missing_coordinates, Action::left_out);
    expect_finding(located(101.778, std::string{" \u3000"}), FindingKind::missing_coordinates,
                   Action::left_out);
    EXPECT_EQ(located({}, 36.617).finding().field, "经度");
    EXPECT_EQ(located({}, {}).finding().field, "经度, 纬度");
}

TEST(RowLocator, ReportsWhatIsNoNumber) {
    const Outcome outcome = located(101.778, std::string{"unknown"});
    expect_finding(outcome, FindingKind::not_a_number, Action::left_out);
    EXPECT_EQ(outcome.finding().field, "纬度");
    EXPECT_EQ(outcome.finding().value, "unknown");
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    expect_finding(located(nan, 36.617), FindingKind::not_a_number, Action::left_out);
    expect_finding(located(101.778, -infinity), FindingKind::not_a_number, Action::left_out);
    expect_finding(located(std::string{"NaN"}, 36.617), FindingKind::not_a_number, Action::left_out);
}

TEST(RowLocator, ReadsDegreesMinutesAndSeconds) {
    const Outcome outcome = located(std::string{"101°46'40.8\"E"}, std::string{"北纬36度37分1.2秒"});
    expect_at(outcome.place, xining);
    EXPECT_THAT(outcome.findings.list(), IsEmpty());
}

TEST(RowLocator, ReportsZeros) {
    expect_finding(located(0.0, 0.0), FindingKind::zero_coordinates, Action::left_out);
    expect_finding(located(101.778, std::string{"0"}), FindingKind::zero_coordinates, Action::left_out);
    EXPECT_TRUE(located(10.0, 0.0, {{}, {}, {9.0, -1.0, 11.0, 1.0}}).place);  // expected on the equator
}

TEST(RowLocator, PutsSwappedCoordinatesRight) {
    const Outcome certain = located(36.617, 101.778, {});  // no latitude exceeds 90 degrees
    expect_finding(certain, FindingKind::swapped_coordinates, Action::corrected);
    EXPECT_EQ(certain.place, xining);
    const Outcome expected = located(36.617, 89.5);  // only 89.5 E, 36.617 N is where rows are expected
    expect_finding(expected, FindingKind::swapped_coordinates, Action::corrected);
    EXPECT_EQ(expected.place, (geo::LonLat{89.5, 36.617}));
    EXPECT_EQ(expected.finding().where, expected.place);
    const Outcome unknown = located(36.617, 89.5, {});
    EXPECT_EQ(unknown.place, (geo::LonLat{36.617, 89.5}));
    EXPECT_THAT(unknown.findings.list(), IsEmpty());
}

TEST(RowLocator, BelievesTheDirectionsThatCellsName) {
    const Outcome swapped = located(std::string{"N36.617"}, std::string{"E101.778"});
    expect_finding(swapped, FindingKind::swapped_coordinates, Action::corrected);
    EXPECT_EQ(swapped.place, xining);
    expect_finding(located(std::string{"N36.617"}, std::string{"N36.617"}), FindingKind::not_a_number,
                   Action::left_out);
}

TEST(RowLocator, ReportsPlacesOffTheEarth) {
    expect_finding(located(101.778, 366.17), FindingKind::off_earth, Action::left_out);
    expect_finding(located(1017.78, 36.617), FindingKind::off_earth, Action::left_out);
}

/// Coordinates in a national grid, from PROJ.
geo::RawPosition in_grid(const char* crs, geo::LonLat p) {
    return *geo::Projection{crs}.from_lonlat(p);
}

TEST(RowLocator, ReadsEastingsWithTheirZonePrefixAmongDegreesInEitherOrder) {
    const geo::RawPosition narrow = in_grid("EPSG:4522", xining);  // 3-degree zone 34
    const geo::RawPosition wide = in_grid("EPSG:4495", xining);    // 6-degree zone 17, 99 E
    EXPECT_NEAR(narrow.x, 34'480'139.0, 50.0);  // 0.222 degrees west of 102 E at 89.5 km a degree
    for (const Outcome& outcome :
         {located(narrow.x, narrow.y), located(narrow.y, narrow.x), located(wide.x, wide.y)}) {
        expect_finding(outcome, FindingKind::metres_not_degrees, Action::corrected);
        expect_at(outcome.place, xining);
    }
}

TEST(RowLocator, LeavesOutMetresWhoseZoneIsNotKnownAndNamesALikelyOne) {
    const geo::RawPosition bare = in_grid("EPSG:4543", xining);
    const Outcome outcome = located(bare.x, bare.y, {{}, {}, {101.0, 36.0, 102.5, 37.5}});
    expect_finding(outcome, FindingKind::metres_not_degrees, Action::left_out);
    EXPECT_THAT(outcome.finding().detail.en, HasSubstr("set crs = \"EPSG:4543\""));
}

TEST(RowLocator, DoesNotTakeWebMercatorForAGridZone) {
    const geo::RawPosition p = in_grid("EPSG:3857", xining);
    const Outcome outcome = located(p.x, p.y);
    expect_finding(outcome, FindingKind::metres_not_degrees, Action::left_out);
    EXPECT_THAT(outcome.finding().detail.en, HasSubstr("EPSG:3857"));
}

TEST(RowLocator, ReadsColumnsInAStatedGridWhateverTheOrderOfNorthAndEast) {
    const geo::RawPosition p = in_grid("EPSG:4543", xining);
    for (const Outcome& outcome :
         {located(p.x, p.y, {{}, "EPSG:4543", {}}), located(p.y, p.x, {{}, "EPSG:4543", {}})}) {
        EXPECT_THAT(outcome.findings.list(), IsEmpty());
        expect_at(outcome.place, xining);
    }
}

TEST(RowLocator, BridgesAZonePrefixThatOnlyTheValuesOrOnlyTheGridCarry) {
    const geo::RawPosition bare = in_grid("EPSG:4543", xining);
    const geo::RawPosition prefixed = in_grid("EPSG:4522", xining);
    const Outcome values_carry_it = located(prefixed.x, prefixed.y, {{}, "EPSG:4543", {}});
    const Outcome grid_carries_it = located(bare.x, bare.y, {{}, "EPSG:4522", {}});
    for (const Outcome* outcome : {&values_carry_it, &grid_carries_it}) {
        EXPECT_THAT(outcome->findings.list(), IsEmpty());
        expect_at(outcome->place, xining);
    }
}

TEST(RowLocator, ReadsAnEastingOfAnotherZoneInItsOwnAndSaysSo) {
    const geo::LonLat golmud{94.9, 36.4};
    const geo::RawPosition p = in_grid("EPSG:4520", golmud);  // zone 32, 96 E
    const Outcome outcome = located(p.x, p.y, {{}, "EPSG:4522", qinghai});
    expect_finding(outcome, FindingKind::off_earth, Action::corrected);
    expect_at(outcome.place, golmud);
    EXPECT_THAT(outcome.finding().detail.en, HasSubstr("prefix of zone 32"));
}

TEST(RowLocator, KeepsTheDatumOfAnOldGrid) {
    const geo::RawPosition p = in_grid("EPSG:2358", xining);  // Xian 1980, 3-degree zone 34 with prefix
    const Outcome outcome = located(p.x, p.y, {{}, "EPSG:2358", {}});
    EXPECT_THAT(outcome.findings.list(), IsEmpty());
    expect_at(outcome.place, xining);
}

TEST(RowLocator, ReadsDegreesAmongMetresWhereTheyAreExpected) {
    const Outcome outcome = located(101.778, 36.617, {{}, "EPSG:4543", qinghai});
    expect_finding(outcome, FindingKind::metres_not_degrees, Action::corrected);
    EXPECT_EQ(outcome.place, xining);
    expect_finding(located(10.0, 50.0, {{}, "EPSG:4543", qinghai}), FindingKind::metres_not_degrees,
                   Action::left_out);
}

features::MemorySource points(std::string crs, features::RawGeometry geometry) {
    return {"points.shp", {{"name"}}, {{{}, std::move(geometry)}}, std::move(crs)};
}

TEST(RowLocator, TransformsGeometry) {
    auto source = points("EPSG:4543", in_grid("EPSG:4543", xining));
    RowLocator locator(source, {}, {});
    source.next();
    features::FindingList findings;
    expect_at(locator.locate(source, findings), xining);
    EXPECT_THAT(findings.list(), IsEmpty());
}

TEST(RowLocator, ReportsGeometryThatIsNoPoint) {
    features::MemorySource source{
        "points.shp",
        {{"name"}},
        {{{}, geo::RawPosition{101.0, 36.0}}, {{}, {}}, {{}, features::RawPolygons{}}},
        "EPSG:4490"};
    RowLocator locator(source, {}, {});
    features::FindingList findings;
    EXPECT_TRUE(source.next() && locator.locate(source, findings));
    EXPECT_TRUE(source.next() && !locator.locate(source, findings));
    EXPECT_TRUE(source.next() && !locator.locate(source, findings));
    EXPECT_THAT(kinds(findings),
                ElementsAre(FindingKind::missing_coordinates, FindingKind::missing_coordinates));
}

TEST(RowLocator, RefusesPointsWithoutAReferenceSystem) {
    const auto source = points("", geo::RawPosition{101.0, 36.0});
    EXPECT_THAT(error_of([&] { RowLocator(source, {}, {}); }),
                HasSubstr("points.shp: the points have no coordinate "
                          "reference system; set crs = \"EPSG:4490\""));
}

TEST(RowLocator, RefusesATableWithoutCoordinates) {
    const auto source = table({"name", "lat"}, {});
    const std::string message = error_of([&] { RowLocator(source, {}, {}); });
    EXPECT_THAT(message, HasSubstr("list.csv: no longitude column was found among name, lat"));
}

TEST(RowLocator, RefusesAShiftedDatumInMetres) {
    const auto source = table({"x", "y"}, {});
    EXPECT_THAT(error_of([&] {
                    RowLocator(source, {}, {geo::Datum::gcj02, "EPSG:4543", {}});
                }),
                HasSubstr("datum gcj02 or bd09 applies to degrees"));
}

}  // namespace
}  // namespace yiquan::intake
