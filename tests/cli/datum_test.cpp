// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "core/geo/crs.hpp"
#include "core/geo/datum.hpp"
#include "core/io/audit/file_job.hpp"
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

const std::string data = YIQUAN_SOURCE_DIR "/data/qinghai/";

std::uint64_t found(const Json& audit, const std::string& kind) {
    return audit["findings"]["by_kind"].value(kind, std::uint64_t{0});
}

/// The province's demand and counties, with one station per county seat in a list of the test's own.
class SeatsOfTheProvince : public testing::Test {
protected:
    SeatsOfTheProvince() {
        county.sections["demand"] = "path = \"" + data + "demand.csv\"\nweight = \"population\"";
        county.sections["zones"] = "path = \"" + data + "counties.geojson\"\nparent = \"prefecture\"";
        county.sections["standard"] = "radius = \"5 km\"";
    }

    /// Writes the seats, moved by a function, and audits with those lines more in [facilities].
    template <class Move>
    Json audited(const std::string& name, const std::string& lines, Move move) {
        std::string list = "name,lon,lat\n";
        for (const intake::KnownPlace& seat : io::shipped_places()) {
            const auto [x, y] = move(seat.place);
            list += fmt::format("{},{:.9f},{:.9f}\n", seat.name, x, y);
        }
        county.write("stations.csv", list);
        county.sections["facilities"] = "path = \"stations.csv\"\n" + lines;
        return county.audited(name);
    }
    Json audited(const std::string& name) {
        return audited(name, "", [](geo::LonLat p) { return p; });
    }

    static void expect_nearly_the_same(const Json& a, const Json& b) {
        for (const char* figure : {"demand", "covered", "gap", "outside_zones"}) {
            EXPECT_NEAR(a["totals"][figure].get<double>(), b["totals"][figure].get<double>(), 500.0)
                << figure << " of six million";
        }
        const double area = a["totals"]["covered_area_km2"].get<double>();
        EXPECT_NEAR(b["totals"]["covered_area_km2"].get<double>(), area, 1e-4 * area);
        EXPECT_EQ(a["totals"]["facilities"], b["totals"]["facilities"]);
        for (std::size_t i = 0; i < a["facilities"].size(); ++i) {
            EXPECT_NEAR(a["facilities"][i]["lon"].get<double>(), b["facilities"][i]["lon"].get<double>(),
                        2e-6);
            EXPECT_NEAR(a["facilities"][i]["lat"].get<double>(), b["facilities"][i]["lat"].get<double>(),
                        2e-6);
        }
    }

    SmallCounty county;
};

TEST_F(SeatsOfTheProvince, AGcj02ListThatSaysSoGivesTheLedgerOfTheWgs84One) {
    const Json straight = audited("straight");
    EXPECT_EQ(found(straight, "looks_like_gcj02"), 0U);
    const Json declared = audited("declared", "datum = \"gcj02\"", geo::wgs84_to_gcj02);
    expect_nearly_the_same(straight, declared);
    EXPECT_EQ(found(declared, "looks_like_gcj02"), 0U);
}

TEST_F(SeatsOfTheProvince, AGcj02ListThatSaysNothingIsFoundOutAndLeftAsItIs) {
    const Json straight = audited("straight");
    const Json silent = audited("silent", "", geo::wgs84_to_gcj02);
    EXPECT_EQ(found(silent, "looks_like_gcj02"), 1U);
    EXPECT_NE(silent["facilities"][0]["lon"], straight["facilities"][0]["lon"]);
}

TEST_F(SeatsOfTheProvince, ABd09ListThatSaysSoGivesTheLedgerOfTheWgs84One) {
    const Json declared = audited("declared", "datum = \"bd09\"",
                                  [](geo::LonLat p) { return geo::gcj02_to_bd09(geo::wgs84_to_gcj02(p)); });
    expect_nearly_the_same(audited("straight"), declared);
}

/// Eastings and northings of the small county's stations.
std::string list_in(const char* crs, bool northing_first) {
    const geo::Projection grid{crs};
    std::string list = "id,name,x,y\n";
    for (const auto& [id, place] :
         {std::pair{"s1", geo::LonLat{101.05, 36.05}}, {"s2", geo::LonLat{101.15, 36.05}}}) {
        const geo::RawPosition p = *grid.from_lonlat(place);
        list += fmt::format("{},站{},{:.3f},{:.3f}\n", id, id, northing_first ? p.y : p.x,
                            northing_first ? p.x : p.y);
    }
    return list;
}

struct GridList {
    std::string what;
    const char* written_in;
    bool northing_first;
    std::string crs;  ///< as stated in the run file; empty: not stated
    std::uint64_t findings;
};

void PrintTo(const GridList& list, std::ostream* out) {
    *out << list.written_in << " stated as " << list.crs;
}

class ProjectedList : public testing::TestWithParam<GridList> {};

TEST_P(ProjectedList, GivesTheLedgerOfTheOneInDegrees) {
    SmallCounty county;
    county.write("stations.csv", list_in(GetParam().written_in, GetParam().northing_first));
    if (!GetParam().crs.empty()) county.sections["facilities"] += "\ncrs = \"" + GetParam().crs + "\"";
    const Json audit = county.audited();
    EXPECT_EQ(audit["totals"]["covered"], 180.0);
    EXPECT_NEAR(audit["facilities"][0]["lon"].get<double>(), 101.05, 1e-7);
    EXPECT_NEAR(audit["facilities"][1]["lat"].get<double>(), 36.05, 1e-7);
    EXPECT_EQ(found(audit, "metres_not_degrees"), GetParam().findings);
}

INSTANTIATE_TEST_SUITE_P(
    Cgcs2000, ProjectedList,
    testing::Values(GridList{"ThreeDegreesWithPrefix", "EPSG:4522", false, "EPSG:4522", 0},
                    GridList{"ThreeDegreesWithoutPrefix", "EPSG:4543", false, "EPSG:4543", 0},
                    GridList{"SixDegreesWithPrefix", "EPSG:4495", false, "EPSG:4495", 0},
                    GridList{"SixDegreesWithoutPrefix", "EPSG:4506", false, "EPSG:4506", 0},
                    GridList{"NorthingFirst", "EPSG:4543", true, "EPSG:4543", 0},
                    GridList{"PrefixThoughTheStatedGridHasNone", "EPSG:4522", false, "EPSG:4543", 0},
                    GridList{"NoPrefixThoughTheStatedGridHasOne", "EPSG:4543", false, "EPSG:4522", 0},
                    GridList{"PrefixThatSpeaksForItself", "EPSG:4522", false, "", 2},
                    GridList{"PrefixThatSpeaksForItselfNorthingFirst", "EPSG:4522", true, "", 2}),
    [](const auto& list) { return list.param.what; });

TEST(ProjectedList, WithoutPrefixAndWithoutCrsIsRefusedBecauseItCouldLieAnywhere) {
    SmallCounty county;
    county.write("stations.csv", list_in("EPSG:4543", false));
    expect_refused(county, 3, {"stations.csv", "none of the 2 rows", "crs"}, {"crs"});
}

}  // namespace
}  // namespace yiquan::cli
