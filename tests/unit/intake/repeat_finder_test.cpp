// SPDX-License-Identifier: MIT
#include "core/intake/repeat_finder.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/geo/geodesic.hpp"

namespace yiquan::intake {
namespace {

TEST(RepeatFinder, FindsTheSameNameWithinReachOnly) {
    RepeatFinder finder(Metres{50.0});
    const geo::LonLat place{101.778, 36.617};
    EXPECT_FALSE(finder.add("甲", place));
    EXPECT_FALSE(finder.add("乙", place));
    const auto near = finder.add("甲", geo::geodesic_destination(place, 70.0, Metres{49.99}));
    ASSERT_TRUE(near);
    EXPECT_EQ(near->first, 0U);
    EXPECT_NEAR(near->distance.value(), 49.99, 1e-6);
    EXPECT_FALSE(finder.add("甲", geo::geodesic_destination(place, 250.0, Metres{50.01})));
}

TEST(RepeatFinder, DoesNotChainRepeats) {
    // Of four places 40 m apart in a row the second repeats the first; the third stands 80 m from the first.
    RepeatFinder finder(Metres{50.0});
    const geo::LonLat start{101.778, 36.617};
    std::vector<bool> repeats;
    for (int i = 0; i < 4; ++i) {
        repeats.push_back(
            finder.add("站", geo::geodesic_destination(start, 90.0, Metres{40.0 * i})).has_value());
    }
    EXPECT_EQ(repeats, (std::vector{false, true, false, true}));
}

TEST(RepeatFinder, AgreesWithBruteForce) {
    std::mt19937 random(20240607);
    // A square of some 450 m, at Xining, on the date line and at the pole.
    for (const geo::LonLat corner :
         {geo::LonLat{101.778, 36.617}, geo::LonLat{179.998, 10.0}, geo::LonLat{0.0, 89.998}}) {
        RepeatFinder finder(Metres{50.0});
        struct First {
            std::string name;
            geo::LonLat place;
            std::size_t number;
        };
        std::vector<First> firsts;
        std::uniform_real_distribution<double> offset(0.0, 0.004);
        for (std::size_t i = 0; i < 400; ++i) {
            geo::LonLat place{corner.lon + offset(random), std::min(90.0, corner.lat + offset(random) / 2.0)};
            if (place.lon > 180.0) place.lon -= 360.0;
            if (corner.lat > 80.0) place.lon = offset(random) * 90'000.0 - 180.0;
            const std::string name = random() % 3 == 0 ? "甲" : "乙";
            const First* best = nullptr;
            for (const First& first : firsts) {
                if (first.name != name || geo::geodesic_distance(first.place, place) > Metres{50.0}) continue;
                if (best == nullptr ||
                    geo::geodesic_distance(first.place, place) < geo::geodesic_distance(best->place, place)) {
                    best = &first;
                }
            }
            const auto found = finder.add(name, place);
            ASSERT_EQ(found.has_value(), best != nullptr) << i;
            if (found) {
                EXPECT_EQ(found->first, best->number) << i;
            } else {
                firsts.push_back({name, place, i});
            }
        }
    }
}

}  // namespace
}  // namespace yiquan::intake
