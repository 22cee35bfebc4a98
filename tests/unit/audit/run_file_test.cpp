// SPDX-License-Identifier: MIT
#include "core/audit/run_file.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/unit/base/error_of.hpp"

namespace yiquan::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

/// The shortest run file there is, with lines put into one of its sections, above them all ("top") or below
/// ("end"). Its radius goes where lines for [standard] come.
std::string with(std::string_view section, const std::string& lines) {
    std::string text = section == "top" ? lines + "\n" : "";
    const auto add = [&](std::string_view name, std::string_view own) {
        text += fmt::format("[{}]\n{}\n{}\n", name, own, section == name ? lines : "");
    };
    add("facilities", "path = \"stations.csv\"");
    add("filter", "");
    add("demand", "path = \"places.csv\"");
    add("zones", "path = \"counties.geojson\"");
    add("standard", section == "standard" ? "" : "radius = \"1 km\"");
    add("places", "");
    add("output", "");
    return section == "end" ? text + lines : text;
}
RunFile parsed(const std::string& text) {
    return parse_run_file(text, "run.toml");
}
/// What the file is refused with; the test fails where it is not, or in the wrong way.
std::string refusal(const std::string& text) {
    const auto error = test::error_of([&] { (void)parse_run_file(text, "run.toml"); });
    if (!error) return "not refused";
    EXPECT_EQ(error->kind(), ErrorKind::usage);
    EXPECT_THAT(error->message().zh, Not(IsEmpty()));
    return error->message().en;
}

TEST(RunFile, SaysTheNoticesOfAllItsData) {
    const RunFile run = parse_run_file(R"(
[facilities]
path = "a.csv"
notice = "驻地代替。"
[demand]
path = "b.csv"
[zones]
path = "c.geojson"
notice = "无审图号。"
[standard]
radius = "1 km"
)",
                                       "run.toml");
    EXPECT_EQ(run.params.notice, "无审图号。 驻地代替。");
}

TEST(RunFile, TellsWhatStandsOnTheMeetingsPapers) {
    const RunFile run = parse_run_file(R"(
[facilities]
path = "a.csv"
[demand]
path = "b.csv"
[zones]
path = "c.geojson"
[standard]
radius = "1 km"
[pack]
unit = "省总工会"
approval = "青S(2026)001号"
layouts = ["a3-province", "slide-counties"]
before = "last-year"
)",
                                       "run.toml");
    EXPECT_EQ(run.pack.unit, "省总工会");
    EXPECT_EQ(run.pack.approval, "青S(2026)001号");
    EXPECT_EQ(run.pack.layouts, (std::vector<std::string>{"a3-province", "slide-counties"}));
    EXPECT_EQ(run.pack.before, "last-year");
    EXPECT_TRUE(parse_run_file("[facilities]\npath=\"a\"\n[demand]\npath=\"b\"\n[zones]\npath=\"c\"\n"
                               "[standard]\nradius=\"1 km\"",
                               "run.toml")
                    .pack.layouts.empty());
}

TEST(RunFile, TheShortestOneHasThreePathsAndARadius) {
    const RunFile run = parse_run_file(R"(
        facilities.path = "stations.csv"
        demand.path = "places.csv"
        zones.path = "counties.geojson"
        standard.radius = "1.5 km" )",
                                       "run.toml");
    EXPECT_EQ(run.facilities_path, "stations.csv");
    EXPECT_EQ(run.demand_path, "places.csv");
    EXPECT_EQ(run.zones_path, "counties.geojson");
    EXPECT_THAT(run.params.standard.bands, ElementsAre(Cost::whole(1500)));
    EXPECT_EQ(run.params.standard.id, "custom");
    EXPECT_EQ(run.params.title, "");
    EXPECT_FALSE(run.params.target_share.has_value());
    EXPECT_TRUE(run.params.draw);
    EXPECT_FALSE(run.params.filter.asks_for_hours());
    EXPECT_FALSE(run.facilities.keep_duplicates);
    EXPECT_EQ(run.facilities.coordinates.datum, geo::Datum::wgs84);
    EXPECT_EQ(run.output_directory, "");
    EXPECT_EQ(run.places_path, "");
}

TEST(RunFile, EveryKeyIsReadIntoItsPlace) {
    const RunFile run = parse_run_file(R"(
title = "青海省覆盖审计"
[facilities]
path = "stations.xlsx|layername=站点"
datum = "gcj02"
crs = "EPSG:4543"
lon = "经"
lat = "纬"
id = "编号"
name = "站名"
kind = "类型"
county = "区县"
opening_hours = "开放"
amenities = "设施"
honours = "荣誉"
duplicates = "keep"
[filter]
open_24h = true
open_at = "周六 23:30"
amenities = ["饮水", "WiFi"]
kinds = "工会驿站"
[demand]
path = "PG:dbname=people"
datum = "bd09"
crs = "EPSG:4490"
lon = "x"
lat = "y"
id = "no"
name = "village"
weight = "population"
[zones]
path = "counties.gpkg"
code = "adcode"
name = "xian"
parent = "zhou"
note = "bz"
crs = "EPSG:4326"
notice = "演示数据"
[standard]
bands = ["1 km", "500 m"]
target_share = "85 %"
[places]
path = "seats.csv"
[output]
directory = "out"
draw = false
)",
                                       "run.toml");
    EXPECT_EQ(run.params.title, "青海省覆盖审计");
    EXPECT_EQ(run.facilities_path, "stations.xlsx|layername=站点");
    EXPECT_EQ(run.facilities.coordinates.datum, geo::Datum::gcj02);
    EXPECT_EQ(run.facilities.coordinates.crs, "EPSG:4543");
    const intake::ColumnNames& station = run.facilities.columns;
    EXPECT_THAT((std::vector{station.longitude, station.latitude, station.id, station.name, station.kind,
                             station.county, station.opening_hours, station.amenities, station.honours}),
                ElementsAre("经", "纬", "编号", "站名", "类型", "区县", "开放", "设施", "荣誉"));
    EXPECT_TRUE(run.facilities.keep_duplicates);

    const coverage::FacilityFilter& filter = run.params.filter;
    EXPECT_TRUE(filter.open_24h);
    ASSERT_TRUE(filter.open_at);
    EXPECT_EQ(filter.open_at->weekday, 5);
    EXPECT_EQ(filter.open_at->minute, 23 * 60 + 30);
    EXPECT_THAT(filter.amenities, ElementsAre("饮水", "WiFi"));
    EXPECT_THAT(filter.kinds, ElementsAre("工会驿站"));

    EXPECT_EQ(run.demand_path, "PG:dbname=people");
    EXPECT_EQ(run.demand.coordinates.datum, geo::Datum::bd09);
    EXPECT_EQ(run.demand.coordinates.crs, "EPSG:4490");
    const intake::ColumnNames& place = run.demand.columns;
    EXPECT_THAT((std::vector{place.longitude, place.latitude, place.id, place.name, place.weight}),
                ElementsAre("x", "y", "no", "village", "population"));

    EXPECT_EQ(run.zones_path, "counties.gpkg");
    EXPECT_THAT(
        (std::vector{run.zones.code, run.zones.name, run.zones.parent, run.zones.note, run.zones.crs}),
        ElementsAre("adcode", "xian", "zhou", "bz", "EPSG:4326"));
    EXPECT_EQ(run.params.notice, "演示数据");

    EXPECT_THAT(run.params.standard.bands, ElementsAre(Cost::whole(500), Cost::whole(1000))) << "rising";
    EXPECT_EQ(run.params.target_share, 0.85);
    EXPECT_EQ(run.places_path, "seats.csv");
    EXPECT_EQ(run.output_directory, "out");
    EXPECT_FALSE(run.params.draw);
}

TEST(RunFile, APresetBringsItsBandsSourcesAndTargets) {
    const RunFile run = parsed(with("standard", "preset = \"gb50180-circles\"\ntarget_share = 0.9"));
    EXPECT_EQ(run.params.standard.id, "gb50180-circles");
    EXPECT_THAT(run.params.standard.bands,
                ElementsAre(Cost::whole(300), Cost::whole(500), Cost::whole(1000)));
    EXPECT_THAT(run.params.standard.figures, Not(IsEmpty()));
    EXPECT_EQ(run.params.target_share, 0.9);
}

TEST(RunFile, APresetThatLeavesTheRadiusToTheUserTakesOne) {
    const RunFile run = parsed(with("standard", "preset = \"union-new-double15\"\nradius = \"800 m\""));
    EXPECT_EQ(run.params.standard.id, "union-new-double15");
    EXPECT_THAT(run.params.standard.bands, ElementsAre(Cost::whole(800)));
    EXPECT_EQ(run.params.standard.station_targets.open_24h_share, 0.15);
    EXPECT_THAT(refusal(with("standard", "preset = \"union-new-double15\"")),
                HasSubstr("\"union-new-double15\" sets no radius"));
}

TEST(RunFile, RadiusAndBandsMayStandTogether) {
    EXPECT_THAT(
        parsed(with("standard", "radius = \"2 km\"\nbands = [\"1 km\", \"2 km\"]")).params.standard.bands,
        ElementsAre(Cost::whole(1000), Cost::whole(2000)));
}

TEST(RunFile, TheShippedDemonstrationRunIsOne) {
    const RunFile run = parse_run_file(R"(
        title = "demo"
        [facilities]
        path = "service_centres.csv"
        datum = "wgs84"
        [demand]
        path = "demand.csv"
        weight = "population"
        [zones]
        path = "counties.geojson"
        [standard]
        preset = "county-centre-15km"
        [output]
        directory = "audit-out" )",
                                       "audit.toml");
    EXPECT_THAT(run.params.standard.bands, ElementsAre(Cost::whole(15'000)));
}

TEST(RunFile, AMissingPathIsNamedWithItsSection) {
    const std::string rest = "[standard]\nradius = \"1 km\"\n";
    EXPECT_EQ(refusal(rest), "run.toml: [facilities] path is missing.");
    EXPECT_EQ(refusal("[facilities]\npath = \"\"\n" + rest), "run.toml: [facilities] path is missing.");
    EXPECT_EQ(refusal("[facilities]\npath = \"a.csv\"\n" + rest), "run.toml: [demand] path is missing.");
    EXPECT_EQ(refusal("[facilities]\npath = \"a.csv\"\n[demand]\npath = \"b.csv\"\n" + rest),
              "run.toml: [zones] path is missing.");
}

TEST(RunFile, AMisspeltSectionIsNamedWithTheOneThatWasMeant) {
    EXPECT_EQ(refusal("[facilites]\npath = \"a.csv\"\n"),
              "run.toml: facilites is not a known setting. Did you mean \"facilities\"?");
    EXPECT_EQ(refusal(with("end", "[standards]\nradius = \"1 km\"")),
              "run.toml: standards is not a known setting. Did you mean \"standard\"?");
}

TEST(RunFile, AMisspeltKeyIsNamedWithTheOneThatWasMeant) {
    EXPECT_EQ(refusal(with("facilities", "dautm = \"wgs84\"")),
              "run.toml: [facilities] dautm is not a known setting. Did you mean \"datum\"?");
    EXPECT_EQ(refusal(with("filter", "open24h = true")),
              "run.toml: [filter] open24h is not a known setting. Did you mean \"open_24h\"?");
    EXPECT_EQ(refusal(with("demand", "wieght = \"population\"")),
              "run.toml: [demand] wieght is not a known setting. Did you mean \"weight\"?");
    EXPECT_EQ(refusal(with("zones", "parnet = \"zhou\"")),
              "run.toml: [zones] parnet is not a known setting. Did you mean \"parent\"?");
    EXPECT_EQ(refusal(with("standard", "raduis = \"1 km\"")),
              "run.toml: [standard] raduis is not a known setting. Did you mean \"radius\"?");
    EXPECT_EQ(refusal(with("places", "pth = \"a.csv\"")),
              "run.toml: [places] pth is not a known setting. Did you mean \"path\"?");
    EXPECT_EQ(refusal(with("output", "drwa = true")),
              "run.toml: [output] drwa is not a known setting. Did you mean \"draw\"?");
    EXPECT_EQ(refusal(with("top", "titel = \"x\"")),
              "run.toml: titel is not a known setting. Did you mean \"title\"?");
    EXPECT_EQ(refusal(with("output", "frobnicate = 1")),
              "run.toml: [output] frobnicate is not a known setting.");
}

TEST(RunFile, AMisspeltPathIsNotCalledMissing) {
    EXPECT_EQ(refusal("[facilities]\npaht = \"a.csv\"\n"),
              "run.toml: [facilities] paht is not a known setting. Did you mean \"path\"?");
    EXPECT_EQ(refusal("[facilities]\npath = \"a.csv\"\n[demand]\nfile = \"b.csv\"\n"),
              "run.toml: [demand] file is not a known setting.");
}

TEST(RunFile, AnUnknownPresetIsNamedWithTheNearestOne) {
    const std::string message = refusal(with("standard", "preset = \"gb50180-15mins\""));
    EXPECT_THAT(message, HasSubstr("\"gb50180-15mins\""));
    EXPECT_THAT(message, HasSubstr("Did you mean \"gb50180-15min\"?"));
    EXPECT_THAT(message, HasSubstr("yiquan standards"));
}

TEST(RunFile, AnUnknownDatumIsNamedWithTheNearestOne) {
    const std::string message = refusal(with("facilities", "datum = \"gcj-02\""));
    EXPECT_THAT(message, StartsWith("run.toml: [facilities] datum = \"gcj-02\": "));
    EXPECT_THAT(message, HasSubstr("Did you mean \"gcj02\"?"));
    EXPECT_THAT(refusal(with("demand", "datum = \"moon\"")),
                StartsWith("run.toml: [demand] datum = \"moon\": "));
}

TEST(RunFile, ARadiusWithoutSenseIsRefusedByName) {
    const auto refused = [](const std::string& value) {
        return refusal(with("standard", "radius = " + value));
    };
    EXPECT_THAT(refused("\"0 m\""), HasSubstr("run.toml: [standard] radius = \"0 m\": must be greater"));
    EXPECT_THAT(refused("\"-5 km\""), HasSubstr("[standard] radius = \"-5 km\": must be greater than zero"));
    EXPECT_THAT(refused("\"15\""), HasSubstr("[standard] radius = \"15\": has no unit"));
    EXPECT_THAT(refused("\"0.1 deg\""), HasSubstr("in degrees"));
    EXPECT_THAT(refused("\"1 mile\""), HasSubstr("unknown unit \"mile\""));
    EXPECT_THAT(refused("\"wide\""), HasSubstr("is not a number with a unit"));
    EXPECT_THAT(refused("15"), HasSubstr("[standard] radius = 15 must be text in quotes, with its unit"));
    EXPECT_THAT(refused("[15, 30]"), HasSubstr("[standard] radius must be a list of texts in quotes"));
    EXPECT_THAT(refused("[]"), HasSubstr("[standard] radius is missing; give preset"));
    EXPECT_THAT(refusal(with("standard", "")), HasSubstr("[standard] radius is missing; give preset"));
    EXPECT_THAT(refusal(with("standard", "bands = [\"1 km\", \"2 miles\"]")),
                HasSubstr("run.toml: [standard] bands = \"2 miles\""));
}

TEST(RunFile, TooManyBandsAreRefused) {
    std::string bands;
    for (int i = 1; i <= 300; ++i) bands += fmt::format("\"{} m\", ", i);
    EXPECT_THAT(refusal(with("standard", "bands = [" + bands + "]")), HasSubstr("300 bands"));
}

TEST(RunFile, AStandardOfTheRunsOwnAndAPresetExcludeEachOther) {
    EXPECT_THAT(refusal(with("standard", "preset = \"gb50180-5min\"\nradius = \"1 km\"")),
                HasSubstr("[standard] radius and preset = \"gb50180-5min\" cannot be used together"));
    EXPECT_THAT(refusal(with("standard", "preset = \"walk-15min\"\nradius = \"1 km\"")),
                HasSubstr("cannot be used together"));
    EXPECT_THAT(refusal(with("standard", "radius = \"1 km\"\nmode = \"walk\"\nbudget = \"15 min\"")),
                HasSubstr("[standard] radius and mode cannot be used together"));
}

TEST(RunFile, ATravelTimeIsUnderstoodAndThenAsksForAStreetNetwork) {
    EXPECT_THAT(refusal(with("standard", "mode = \"ebike\"\nbudget = \"15 min\"")),
                HasSubstr("travel time (ebike, 15 min), which needs a street network"));
    EXPECT_THAT(refusal(with("standard", "preset = \"walk-15min\"")),
                HasSubstr("The standard \"walk-15min\" is a travel time (walk, 15 min)"));
    EXPECT_THAT(
        refusal(with("standard", "mode = \"bike\"\nbudget = \"15 min\"")),
        HasSubstr("[standard] mode = \"bike\" must be walk, ebike or drive. Did you mean \"ebike\"?"));
    EXPECT_THAT(refusal(with("standard", "mode = \"walk\"")), HasSubstr("[standard] budget"));
    EXPECT_THAT(refusal(with("standard", "mode = \"walk\"\nbudget = \"15 km\"")),
                HasSubstr("[standard] budget = \"15 km\": has an unknown unit"));
    EXPECT_THAT(refusal(with("standard", "budget = \"15 min\"")),
                HasSubstr("[standard] budget needs a mode"));
}

TEST(RunFile, ATargetIsAShare) {
    EXPECT_EQ(parsed(with("standard", "radius = \"1 km\"\ntarget_share = 1")).params.target_share, 1.0);
    EXPECT_EQ(parsed(with("standard", "radius = \"1 km\"\ntarget_share = \"85%\"")).params.target_share,
              0.85);
    EXPECT_EQ(parsed(with("standard", "radius = \"1 km\"\ntarget_share = \"99.5 ％\"")).params.target_share,
              0.995);
    for (const char* bad : {"85", "0", "-0.1", "1.01", "nan", "\"85\"", "\"0 %\"", "\"101 %\"", "true",
                            "\"85 % of all\"", "[0.85]"}) {
        EXPECT_THAT(refusal(with("standard", std::string{"radius = \"1 km\"\ntarget_share = "} + bad)),
                    StartsWith("run.toml: [standard] target_share must be a share above 0 and at most 1"))
            << bad;
    }
}

TEST(RunFile, AFilterWithoutSenseIsRefusedByName) {
    EXPECT_THAT(refusal(with("filter", "open_at = \"25:00\"")),
                HasSubstr("run.toml: [filter] open_at = \"25:00\""));
    EXPECT_THAT(refusal(with("filter", "open_at = 2")), HasSubstr("[filter] open_at = 2 must be text"));
    EXPECT_THAT(refusal(with("filter", "open_24h = \"yes\"")),
                HasSubstr("[filter] open_24h must be true or false"));
    EXPECT_THAT(refusal(with("filter", "kinds = [1]")), HasSubstr("[filter] kinds must be a list of texts"));
    EXPECT_THAT(refusal(with("filter", "amenities = true")), HasSubstr("[filter] amenities = true"));
}

TEST(RunFile, DuplicatesAreDroppedOrKept) {
    EXPECT_FALSE(parsed(with("facilities", "duplicates = \"drop\"")).facilities.keep_duplicates);
    EXPECT_EQ(refusal(with("facilities", "duplicates = \"ignore\"")),
              "run.toml: [facilities] duplicates = \"ignore\" must be \"drop\" or \"keep\".");
}

TEST(RunFile, ASectionThatIsNoneIsRefused) {
    EXPECT_EQ(refusal("zones = \"counties.geojson\"\n[facilities]\npath = \"a\"\n"),
              "run.toml: zones must be a table: write [zones] on a line of its own.");
    EXPECT_THAT(refusal("[[demand]]\npath = \"a\"\n"), HasSubstr("run.toml: demand must be a table"));
    EXPECT_THAT(refusal(with("output", "draw = 1")), HasSubstr("[output] draw must be true or false"));
    EXPECT_THAT(refusal(with("top", "title = 5")), HasSubstr("run.toml: title = 5 must be text in quotes"));
}

TEST(RunFile, WhatIsNoTomlIsRefusedByItsLine) {
    EXPECT_THAT(refusal("title = \"a\"\n\npath = stations.csv\n"), StartsWith("run.toml, line 3: "));
    EXPECT_THAT(refusal("title = \"a\"\ntitle = \"b\"\n"), StartsWith("run.toml, line 2: "));
    EXPECT_THAT(refusal("\xff\xfe\x00t"), StartsWith("run.toml, line 1"));
    EXPECT_THAT(refusal(std::string(5000, '[')), StartsWith("run.toml, line 1"));
    EXPECT_THAT(refusal("PK\x03\x04 a workbook"), StartsWith("run.toml, line 1"));
}

}  // namespace
}  // namespace yiquan::audit
