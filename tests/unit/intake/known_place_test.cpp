// SPDX-License-Identifier: MIT
#include "core/intake/known_place.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "core/geo/datum.hpp"

namespace yiquan::intake {
namespace {

struct Lists {
    std::vector<KnownPlace> known;
    std::vector<coverage::Facility> facilities;
};

/// Known places all over Qinghai, rounded to a step, each with a facility of its name; all but one letter of
/// a name are the same, so that only the place can tell them apart.
Lists made_up(unsigned seed, std::size_t count, double rounding_degrees, bool shifted) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(90.0, 103.0);
    std::uniform_real_distribution<double> lat(32.0, 39.0);
    Lists lists;
    for (std::size_t i = 0; i < count; ++i) {
        const geo::LonLat place{lon(random), lat(random)};
        const auto rounded = [&](double v) {
            return rounding_degrees == 0.0 ? v : std::round(v / rounding_degrees) * rounding_degrees;
        };
        lists.known.push_back({"镇" + std::to_string(i), {rounded(place.lon), rounded(place.lat)}});
        coverage::Facility facility;
        facility.name = "青海省镇" + std::to_string(i) + "号驿站";
        facility.place = shifted ? geo::wgs84_to_gcj02(place) : place;
        lists.facilities.push_back(std::move(facility));
    }
    return lists;
}

DatumFit judged(const Lists& lists) {
    return judge_datum(lists.facilities, lists.known);
}

TEST(JudgeDatum, TellsAShiftedListFromAnUnshiftedOne) {
    const DatumFit shifted = judged(made_up(1, 40, 0.0, true));
    EXPECT_EQ(shifted.matches, 40U);
    EXPECT_NEAR(shifted.shift_share, 1.0, 1e-9);
    EXPECT_TRUE(shifted.looks_like_gcj02());
    const DatumFit plain = judged(made_up(1, 40, 0.0, false));
    EXPECT_NEAR(plain.shift_share, 0.0, 1e-9);
    EXPECT_FALSE(plain.looks_like_gcj02());
}

TEST(JudgeDatum, SeesTheShiftThroughTheNoiseOfPlacesRoundedToHundredths) {
    // Rounding to 0.002 degrees is noise of up to 90 m east and 110 m north around a shift of some 173 m.
    for (unsigned seed = 1; seed <= 50; ++seed) {
        EXPECT_TRUE(judged(made_up(seed, 40, 0.002, true)).looks_like_gcj02()) << seed;
    }
}

TEST(JudgeDatum, ClaimsNothingAboutUnshiftedListsAgainstPlacesRoundedToAMinute) {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        EXPECT_FALSE(judged(made_up(seed, 275, 1.0 / 60.0, false)).looks_like_gcj02()) << seed;
    }
}

TEST(JudgeDatum, FindsTheShiftAgainstManyPlacesRoundedToAMinute) {
    EXPECT_TRUE(judged(made_up(7, 5000, 1.0 / 60.0, true)).looks_like_gcj02());
}

TEST(JudgeDatum, NeedsEightMatches) {
    EXPECT_FALSE(judged(made_up(1, 7, 0.0, true)).looks_like_gcj02());
    EXPECT_TRUE(judged(made_up(1, 8, 0.0, true)).looks_like_gcj02());
}

TEST(JudgeDatum, DoesNotCallABaiduListGcj02) {
    Lists lists = made_up(3, 40, 0.0, true);
    for (coverage::Facility& facility : lists.facilities) facility.place = geo::gcj02_to_bd09(facility.place);
    EXPECT_FALSE(judged(lists).looks_like_gcj02());
}

TEST(JudgeDatum, MatchesOnlyTheSameNameWithinFiveKilometres) {
    const std::vector<KnownPlace> known{{"平安", {102.1, 36.5}}};
    coverage::Facility far;
    far.name = "平安驿站";
    far.place = {102.16, 36.5};  // 5.4 km
    coverage::Facility other;
    other.name = "乐都驿站";
    other.place = {102.1, 36.5};
    EXPECT_EQ(judge_datum(std::vector{far, other}, known).matches, 0U);
    far.place = {102.15, 36.5};  // 4.5 km
    EXPECT_EQ(judge_datum(std::vector{far, other}, known).matches, 1U);
}

TEST(JudgeDatum, CountsAKnownPlaceOnceHoweverManyFacilitiesStandThere) {
    const std::vector<KnownPlace> known{{"平安", {102.1, 36.5}}};
    coverage::Facility facility;
    facility.name = "平安驿站";
    facility.place = geo::wgs84_to_gcj02({102.1, 36.5});
    const DatumFit fit = judge_datum(std::vector(20, facility), known);
    EXPECT_EQ(fit.matches, 1U);
    EXPECT_FALSE(fit.looks_like_gcj02());
}

TEST(JudgeDatum, HasNoOpinionWithoutPlaces) {
    EXPECT_EQ(judge_datum({}, {}).matches, 0U);
    EXPECT_FALSE(DatumFit{}.looks_like_gcj02());
}

}  // namespace
}  // namespace yiquan::intake
