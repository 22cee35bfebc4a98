// SPDX-License-Identifier: MIT
#include "core/geo/crs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::geo {
namespace {

struct Known {
    const char* crs;
    LonLat place;
    RawPosition position;
};
// echo "36.617 101.778" | cs2cs -f %.6f EPSG:4326 EPSG:4543   (and the like; PROJ 9.1.1)
constexpr std::array known{Known{"EPSG:4543", {101.778, 36.617}, {480140.725606, 4054030.858733}},
                           Known{"EPSG:4543", {102.0, 36.0}, {500000.0, 3985542.670296}},
                           Known{"EPSG:4543", {100.5, 34.25}, {361824.273300, 3792410.696879}},
                           Known{"EPSG:4522", {101.778, 36.617}, {34480140.725606, 4054030.858733}},
                           Known{"EPSG:4522", {100.5, 34.25}, {34361824.273300, 3792410.696879}},
                           Known{"EPSG:4495", {101.778, 36.617}, {17748537.454073, 4057603.345422}},
                           Known{"EPSG:4495", {102.0, 36.0}, {17770529.581845, 3989707.845373}},
                           Known{"EPSG:4495", {100.5, 34.25}, {17638175.726700, 3792410.696879}},
                           Known{"EPSG:4490", {101.778, 36.617}, {101.778, 36.617}},
                           Known{"EPSG:4326", {101.778, 36.617}, {101.778, 36.617}}};

TEST(Projection, AgreesWithCs2csBothWays) {
    for (const Known& k : known) {
        const Projection projection{std::string{k.crs}};
        const auto place = projection.to_lonlat(k.position);
        ASSERT_TRUE(place) << k.crs;
        EXPECT_LT(geodesic_distance(*place, k.place).value(), 1e-5) << k.crs;
        const auto position = projection.from_lonlat(k.place);
        ASSERT_TRUE(position) << k.crs;
        EXPECT_NEAR(position->x, k.position.x, 1e-5) << k.crs;
        EXPECT_NEAR(position->y, k.position.y, 1e-5) << k.crs;
    }
}

TEST(Projection, ReturnsToWhereItStarted) {
    const Projection projection{"EPSG:4543"};
    test::Dice dice(21);
    for (int i = 0; i < 10'000; ++i) {
        const LonLat p{dice.between(100.0, 104.0), dice.between(31.0, 40.0)};
        const auto position = projection.from_lonlat(p);
        ASSERT_TRUE(position);
        const auto back = projection.to_lonlat(*position);
        ASSERT_TRUE(back);
        EXPECT_LT(geodesic_distance(*back, p).value(), 1e-6);
    }
}

TEST(Projection, KnowsDegreesFromMetres) {
    EXPECT_TRUE(Projection{"EPSG:4490"}.geographic());
    EXPECT_TRUE(Projection{"EPSG:4326"}.geographic());
    EXPECT_FALSE(Projection{"EPSG:4543"}.geographic());
    EXPECT_FALSE(Projection{"EPSG:3857"}.geographic());
}

TEST(Projection, TakesEastFirstWhateverTheAuthoritySays) {
    // EPSG:4326 and EPSG:4543 both state north first.
    const auto place = Projection{"EPSG:4326"}.to_lonlat({101.0, 36.0});
    ASSERT_TRUE(place);
    EXPECT_NEAR(place->lon, 101.0, 1e-12);
    EXPECT_NEAR(place->lat, 36.0, 1e-12);
}

TEST(Projection, APositionWithoutAnImageIsNothingAndDoesNoLastingHarm) {
    const Projection projection{"EPSG:4543"};
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    EXPECT_FALSE(projection.to_lonlat({infinity, 4e6}));
    EXPECT_FALSE(projection.to_lonlat({nan, nan}));
    EXPECT_FALSE(projection.from_lonlat({nan, 36.0}));
    EXPECT_FALSE(Projection{"EPSG:3857"}.from_lonlat({infinity, 36.0}));
    const auto after = projection.to_lonlat({500'000.0, 3985542.670296});
    ASSERT_TRUE(after);
    EXPECT_NEAR(after->lat, 36.0, 1e-9);
}

TEST(Projection, AnUnknownReferenceSystemIsAnErrorThatNamesIt) {
    for (const std::string& crs : {std::string{"EPSG:99999"}, std::string{""}, std::string{"EPSG:7030"},
                                   std::string{"nonsense"}, std::string{"+proj=tmerc"}}) {
        try {
            const Projection projection{crs};
            FAIL() << crs;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::usage);
            EXPECT_THAT(error.message().en, ::testing::HasSubstr("crs = \"" + crs + "\""));
            EXPECT_THAT(error.message().en, ::testing::HasSubstr("EPSG:4543"));
        }
    }
}

TEST(Projection, AnEndlessReferenceSystemIsShownCutShort) {
    try {
        const Projection projection{std::string(100'000, 'x')};
        FAIL();
    } catch (const Error& error) {
        EXPECT_LT(error.message().en.size(), 250U);
    }
}

TEST(ZonePrefix, NamesTheThreeAndSixDegreeZonesOfChina) {
    EXPECT_EQ(cgcs2000_zone_of(34'480'140.7), "EPSG:4522");  // 3 degrees, 102 E
    EXPECT_EQ(cgcs2000_zone_of(25'500'000.0), "EPSG:4513");  // the westernmost, 75 E
    EXPECT_EQ(cgcs2000_zone_of(45'500'000.0), "EPSG:4533");  // the easternmost, 135 E
    EXPECT_EQ(cgcs2000_zone_of(17'748'537.5), "EPSG:4495");  // 6 degrees, 99 E
    EXPECT_EQ(cgcs2000_zone_of(13'500'000.0), "EPSG:4491");
    EXPECT_EQ(cgcs2000_zone_of(23'500'000.0), "EPSG:4501");
}

TEST(ZonePrefix, IsTheReferenceSystemThatPutsThePlaceBack) {
    for (const Known& k : known) {
        const auto crs = cgcs2000_zone_of(k.position.x);
        if (k.position.x < 1e6) {
            EXPECT_EQ(crs, std::nullopt);
        } else {
            EXPECT_EQ(crs, k.crs);
        }
    }
}

TEST(ZonePrefix, IsNotSeenWhereThereIsNone) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const double easting :
         {480'140.7, 0.0, -34'480'140.0, 12'500'000.0, 24'500'000.0, 46'500'000.0, 34'100'000.0, 34'900'000.0,
          101.778, 1e12 + 5e5, 1e16 + 5e5, 1e300, nan, infinity, -infinity}) {
        EXPECT_EQ(cgcs2000_zone_of(easting), std::nullopt) << easting;
    }
}

TEST(CentralMeridian, NamesTheZoneWithoutPrefix) {
    EXPECT_EQ(cgcs2000_crs_at(75.0), "EPSG:4534");
    EXPECT_EQ(cgcs2000_crs_at(102.0), "EPSG:4543");
    EXPECT_EQ(cgcs2000_crs_at(135.0), "EPSG:4554");
    for (const double meridian :
         {72.0, 138.0, 101.0, 103.5, -102.0, 1e300, std::nan(""), std::numeric_limits<double>::infinity()}) {
        EXPECT_EQ(cgcs2000_crs_at(meridian), std::nullopt) << meridian;
    }
}

}  // namespace
}  // namespace yiquan::geo
