// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "core/coverage/distance_distribution.hpp"

namespace yiquan::coverage {
namespace {

DistanceProfile profile_of(const std::vector<std::pair<double, std::int64_t>>& people) {
    DistanceDistribution distribution;
    for (const auto& [metres, count] : people) distribution.add(CostValue{metres}, Persons::whole(count));
    return distribution.profile().value();
}

TEST(DistanceProfile, IsEvenWhereAllHaveItEquallyFar) {
    const DistanceProfile profile = profile_of({{500, 10}, {500, 30}});
    EXPECT_NEAR(profile.gini, 0.0, 1e-12);
    for (std::size_t k = 0; k < DistanceProfile::points; ++k) {
        EXPECT_EQ(profile.quantiles[k], CostValue{500});
        EXPECT_NEAR(profile.lorenz[k], static_cast<double>(k) / 100.0, 1e-12);
    }
}

TEST(DistanceProfile, OfThreeNearAndOneFarByHand) {
    // 3 people at the door, 1 person 100 m off: he bears all, and Gini is 1 - 2 * (1/4 * 1/2) = 0.75.
    const DistanceProfile profile = profile_of({{0, 3}, {100, 1}});
    EXPECT_NEAR(profile.gini, 0.75, 1e-12);
    EXPECT_EQ(profile.quantiles[75], CostValue{0});
    EXPECT_EQ(profile.quantiles[76], CostValue{100});
    EXPECT_NEAR(profile.lorenz[75], 0.0, 1e-12);
    EXPECT_NEAR(profile.lorenz[80], 0.2, 1e-12);  // a fifth of the last quarter of the people
    EXPECT_NEAR(profile.lorenz[100], 1.0, 1e-12);
}

TEST(DistanceProfile, IsEvenWhereNobodyHasAnyWay) {
    const DistanceProfile profile = profile_of({{0, 7}});
    EXPECT_EQ(profile.gini, 0.0);
    EXPECT_NEAR(profile.lorenz[40], 0.4, 1e-12);
}

TEST(DistanceProfile, IsMissingWithoutPeople) {
    EXPECT_FALSE(DistanceDistribution{}.profile().has_value());
}

TEST(DistanceProfile, AgreesWithTheMeanDifferenceOfAllPairs) {
    std::mt19937 random(20261122);
    for (int round = 0; round < 20; ++round) {
        std::vector<double> metres;
        DistanceDistribution distribution;
        for (int i = 0; i < 60; ++i) {
            metres.push_back(static_cast<double>(random() % 5000));
            distribution.add(CostValue{metres.back()}, Persons::whole(1));
        }
        double differences = 0.0;
        double sum = 0.0;
        for (const double a : metres) {
            sum += a;
            for (const double b : metres) differences += std::abs(a - b);
        }
        const auto n = static_cast<double>(metres.size());
        const DistanceProfile profile = distribution.profile().value();
        EXPECT_NEAR(profile.gini, differences / (2.0 * n * sum), 1e-12);
        for (std::size_t k = 1; k < DistanceProfile::points; ++k) {
            EXPECT_GE(profile.lorenz[k], profile.lorenz[k - 1]);
            EXPECT_LE(profile.lorenz[k], static_cast<double>(k) / 100.0 + 1e-12);
            EXPECT_GE(profile.quantiles[k], profile.quantiles[k - 1]);
        }
    }
}

}  // namespace
}  // namespace yiquan::coverage
