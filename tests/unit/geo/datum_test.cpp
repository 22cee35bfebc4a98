// SPDX-License-Identifier: MIT
#include "core/geo/datum.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::geo {
namespace {

struct Vector {
    LonLat wgs84;
    LonLat gcj02;
    LonLat bd09;
};
// Worked by a script of the published formulas (transformLat, transformLon and bd_encrypt) in Python.
constexpr std::array vectors{
    Vector{{101.778, 36.617}, {101.779932761348, 36.616918481227}, {101.786392075805, 36.623077324539}},
    Vector{{116.391, 39.907}, {116.397240958599, 39.908401108846}, {116.403614423766, 39.914743900760}},
    Vector{{94.9, 36.4}, {94.900886983930, 36.399516311183}, {94.907344455997, 36.405676247132}},
    Vector{{87.6, 43.8}, {87.602838972272, 43.801212030292}, {87.609210151822, 43.807472507650}},
    Vector{{114.17, 22.3}, {114.174964208736, 22.297254174058}, {114.181510557980, 22.302919926917}}};

constexpr double a_thousandth_of_a_millimetre = 1e-11;  // degrees

void expect_near(LonLat actual, LonLat expected, double degrees) {
    EXPECT_NEAR(actual.lon, expected.lon, degrees);
    EXPECT_NEAR(actual.lat, expected.lat, degrees);
}

TEST(Gcj02, XiningIsShiftedAsThePublishedVectorSays) {
    const LonLat shifted = wgs84_to_gcj02({101.778, 36.617});
    EXPECT_NEAR(shifted.lon - 101.778, 0.0019328, 5e-8);
    EXPECT_NEAR(shifted.lat - 36.617, -0.0000815, 5e-8);
}

TEST(Gcj02, ShiftsAndReturnsAsTheScriptOfThePublishedFormulas) {
    for (const Vector& v : vectors) {
        expect_near(wgs84_to_gcj02(v.wgs84), v.gcj02, a_thousandth_of_a_millimetre);
        expect_near(gcj02_to_bd09(v.gcj02), v.bd09, a_thousandth_of_a_millimetre);
        expect_near(to_wgs84(v.gcj02, Datum::gcj02), v.wgs84, 1e-9);
        expect_near(to_wgs84(v.bd09, Datum::bd09), v.wgs84, 1e-9);
        expect_near(to_wgs84(v.wgs84, Datum::cgcs2000), v.wgs84, 0.0);
    }
}

TEST(Gcj02, InXiningTheShiftIs173MetresEastAnd9MetresSouth) {
    const LonLat p{101.778, 36.617};
    const LonLat gcj02 = wgs84_to_gcj02(p);
    EXPECT_NEAR(geodesic_distance(p, {gcj02.lon, p.lat}).value(), 173.0, 0.5);
    EXPECT_NEAR(geodesic_distance(p, {p.lon, gcj02.lat}).value(), 9.0, 0.5);
}

TEST(Gcj02, InQinghaiTheShiftIsSmallerThan360Metres) {
    // A script of the published formulas found 17.6 to 355.6 m at 200,000 places of this box.
    test::Dice dice(11);
    for (int i = 0; i < 10'000; ++i) {
        const LonLat p{dice.between(89.5, 103.1), dice.between(31.6, 39.2)};
        const LonLat gcj02 = wgs84_to_gcj02(p);
        EXPECT_LT(geodesic_distance(p, gcj02).value(), 360.0);
        const double baidu = geodesic_distance(p, gcj02_to_bd09(gcj02)).value();
        EXPECT_GT(baidu, 500.0);
        EXPECT_LT(baidu, 1300.0);
    }
}

TEST(Gcj02, TheInverseIsRightToABillionthOfADegreeAllOverChina) {
    test::Dice dice(12);
    for (int i = 0; i < 100'000; ++i) {
        const LonLat p{dice.between(73.0, 136.0), dice.between(3.0, 54.0)};
        expect_near(gcj02_to_wgs84(wgs84_to_gcj02(p)), p, 1e-9);
    }
}

TEST(Gcj02, TheInverseHoldsOnTheMeridianWhereTheFormulaHasACorner) {
    // sqrt(|lon - 105|) and sqrt(|lat - 35|) have no slope at 105 E and 35 N.
    for (const double lon : {105.0, 105.0 + 1e-12, 105.0 - 1e-9, 105.0 + 1e-7}) {
        const LonLat p{lon, 35.0};
        expect_near(gcj02_to_wgs84(wgs84_to_gcj02(p)), p, 1e-9);
    }
}

/// Places within 0.02 degrees of the edge of the box inside which the shift applies.
LonLat near_the_edge(test::Dice& dice) {
    const double off = dice.between(-0.02, 0.02);
    const double lon = dice.between(72.004, 137.8347);
    const double lat = dice.between(0.8293, 55.8271);
    switch (dice.below(4)) {
        case 0:
            return {72.004 + off, lat};
        case 1:
            return {137.8347 + off, lat};
        case 2:
            return {lon, 0.8293 + off};
        default:
            return {lon, 55.8271 + off};
    }
}

TEST(Gcj02, AtTheEdgeOfTheShiftedBoxTheInverseIsStillAPlaceWithThatShift) {
    // The shift ends abruptly there, so a shifted place may have two origins; any of them is right.
    test::Dice dice(13);
    for (int i = 0; i < 100'000; ++i) {
        const LonLat p = near_the_edge(dice);
        const LonLat shifted = wgs84_to_gcj02(p);
        expect_near(wgs84_to_gcj02(gcj02_to_wgs84(shifted)), shifted, 1e-9);
    }
}

TEST(Gcj02, AShiftedPlaceWithoutOriginStaysWithinTheShift) {
    test::Dice dice(14);
    for (int i = 0; i < 10'000; ++i) {
        const LonLat p = near_the_edge(dice);
        expect_near(gcj02_to_wgs84(p), p, 0.02);
    }
}

TEST(Gcj02, NothingIsShiftedOutsideTheBox) {
    for (const LonLat p : {LonLat{72.0, 35.0}, {138.0, 35.0}, {105.0, 0.5}, {105.0, 56.0}, {-101.8, 36.6}}) {
        EXPECT_EQ(wgs84_to_gcj02(p), p);
        EXPECT_EQ(gcj02_to_wgs84(p), p);
    }
}

TEST(Bd09, RoundTripsHoldAllOverChina) {
    test::Dice dice(15);
    for (int i = 0; i < 100'000; ++i) {
        const LonLat gcj02{dice.between(73.0, 136.0), dice.between(3.0, 54.0)};
        expect_near(bd09_to_gcj02(gcj02_to_bd09(gcj02)), gcj02, 1e-9);
    }
}

TEST(Bd09, AListInBd09ComesBackToWgs84) {
    test::Dice dice(16);
    for (int i = 0; i < 20'000; ++i) {
        const LonLat p{dice.between(73.0, 136.0), dice.between(3.0, 54.0)};
        expect_near(to_wgs84(gcj02_to_bd09(wgs84_to_gcj02(p)), Datum::bd09), p, 1e-9);
    }
}

TEST(DatumNames, AreReadAndASlipIsAnsweredWithTheNearest) {
    for (const DatumInfo& name : datums) EXPECT_EQ(datum_from(name.id), name.datum);
    try {
        (void)datum_from("gcj-02");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        EXPECT_THAT(error.message().en, ::testing::HasSubstr("\"gcj02\""));
        EXPECT_THAT(error.message().zh, ::testing::HasSubstr("gcj02"));
    }
    EXPECT_THROW((void)datum_from(""), Error);
}

}  // namespace
}  // namespace yiquan::geo
