// SPDX-License-Identifier: MIT
#include "core/intake/datum_shift.hpp"

#include <gmock/gmock.h>

#include <array>

#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "tests/unit/intake/tables.hpp"

namespace yiquan::intake {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::array<geo::LonLat, 3> listed{geo::LonLat{101.78, 36.62}, geo::LonLat{95.79, 36.42},
                                            geo::LonLat{97.37, 37.37}};

TEST(DatumShift, MeasuresEveryPlaceAlongTheEllipsoid) {
    const DatumShift shift = datum_shift(listed, geo::Datum::gcj02, 10);
    double sum = 0.0;
    double least = 1e9;
    double most = 0.0;
    for (const geo::LonLat p : listed) {
        const double d = geo::geodesic_distance(p, geo::gcj02_to_wgs84(p)).value();
        sum += d;
        least = std::min(least, d);
        most = std::max(most, d);
    }
    EXPECT_EQ(shift.places, 3U);
    EXPECT_DOUBLE_EQ(shift.mean.value(), sum / 3.0);
    EXPECT_EQ(shift.least.value(), least);
    EXPECT_EQ(shift.most.value(), most);
    EXPECT_GT(shift.least.value(), 50.0);  // what GCJ-02 is made for
    ASSERT_THAT(shift.moves, SizeIs(3));
    EXPECT_EQ(shift.moves[1].listed, listed[1]);
    EXPECT_EQ(shift.moves[1].corrected, geo::gcj02_to_wgs84(listed[1]));
}

TEST(DatumShift, NothingMovesInWgs84OrCgcs2000) {
    for (const geo::Datum datum : {geo::Datum::wgs84, geo::Datum::cgcs2000}) {
        const DatumShift shift = datum_shift(listed, datum, 10);
        EXPECT_EQ(shift.places, 3U);
        EXPECT_EQ(shift.mean.value(), 0.0);
        EXPECT_EQ(shift.most.value(), 0.0);
    }
}

TEST(DatumShift, KeepsAnEvenSampleOfTheMoves) {
    std::vector<geo::LonLat> many;
    for (int i = 0; i < 10; ++i) many.push_back({100.0 + i, 36.0});
    const DatumShift shift = datum_shift(many, geo::Datum::bd09, 4);
    ASSERT_THAT(shift.moves, SizeIs(4));  // rows 0, 2 (of 2.5), 5, 7 (of 7.5)
    EXPECT_EQ(shift.moves[0].listed.lon, 100.0);
    EXPECT_EQ(shift.moves[1].listed.lon, 102.0);
    EXPECT_EQ(shift.moves[2].listed.lon, 105.0);
    EXPECT_EQ(shift.moves[3].listed.lon, 107.0);
    EXPECT_THAT(datum_shift(many, geo::Datum::bd09, 0).moves, IsEmpty());
}

TEST(DatumShift, AnEmptyListDoesNotMove) {
    const DatumShift shift = datum_shift({}, geo::Datum::gcj02, 10);
    EXPECT_EQ(shift.places, 0U);
    EXPECT_EQ(shift.mean.value(), 0.0);
    EXPECT_THAT(shift.moves, IsEmpty());
}

TEST(ListedPlaces, LeavesOutRowsWithoutAPlaceAndAppliesNoDatum) {
    auto source = table({"经度", "纬度"}, {{101.78, 36.62}, {features::Value{}, 36.0}, {95.79, 36.42}});
    Progress progress;
    const std::vector<geo::LonLat> places = listed_places(source, {}, geo::Datum::gcj02, progress);
    ASSERT_THAT(places, SizeIs(2));
    EXPECT_EQ(places[0], (geo::LonLat{101.78, 36.62}));
    EXPECT_EQ(places[1], (geo::LonLat{95.79, 36.42}));
}

TEST(ListedPlaces, RefusesAShiftedDatumInMetres) {
    features::MemorySource source("grid", {}, {{{}, geo::RawPosition{500000.0, 4000000.0}}}, "EPSG:4543");
    Progress progress;
    EXPECT_THROW((void)listed_places(source, {}, geo::Datum::gcj02, progress), Error);
}

}  // namespace
}  // namespace yiquan::intake
