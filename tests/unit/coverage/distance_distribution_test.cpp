// SPDX-License-Identifier: MIT
#include "core/coverage/distance_distribution.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/unit/base/dice.hpp"

namespace yiquan::coverage {
namespace {

struct Entry {
    double metres;
    Persons people;
};

/// Sorted out in full, in doubles.
DistanceSummary by_sorting(std::vector<Entry> entries) {
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.metres < b.metres; });
    long double people = 0.0;
    long double metres = 0.0;
    double worst = 0.0;
    for (const Entry& entry : entries) {
        people += static_cast<long double>(entry.people.value());
        metres += static_cast<long double>(entry.people.value()) * static_cast<long double>(entry.metres);
        if (entry.people > Persons{}) worst = std::max(worst, entry.metres);
    }
    const auto quantile = [&](long double share) {
        long double passed = 0.0;
        for (const Entry& entry : entries) {
            passed += static_cast<long double>(entry.people.value());
            if (entry.people > Persons{} && passed >= share * people) return CostValue{entry.metres};
        }
        return CostValue{worst};
    };
    return {CostValue{static_cast<double>(metres / people)}, quantile(0.5L), quantile(0.9L),
            CostValue{worst}};
}

void expect_close(const std::vector<Entry>& entries) {
    DistanceDistribution distribution;
    for (const Entry& entry : entries) distribution.add(CostValue{entry.metres}, entry.people);
    const auto summary = distribution.summary();
    ASSERT_TRUE(summary);
    const DistanceSummary expected = by_sorting(entries);
    EXPECT_NEAR(summary->mean.value(), expected.mean.value(), 1.1e-3);
    EXPECT_NEAR(summary->worst.value(), expected.worst.value(), 5.1e-4);
    EXPECT_NEAR(summary->median.value(), expected.median.value(), 0.5);
    EXPECT_NEAR(summary->p90.value(), expected.p90.value(), 0.5);
}

TEST(DistanceDistribution, AgreesWithSortingEverything) {
    test::Dice dice(181);
    for (const std::size_t count : {1U, 2U, 3U, 10U, 999U}) {
        for (int round = 0; round < 50; ++round) {
            std::vector<Entry> entries;
            for (std::size_t i = 0; i < count; ++i) {
                entries.push_back(
                    {std::exp(dice.between(0.0, 14.0)), Persons::nearest(dice.between(0.001, 500.0))});
            }
            expect_close(entries);
        }
    }
}

TEST(DistanceDistribution, AgreesWithSortingWhenItHasToTidyUp) {
    test::Dice dice(182);
    std::vector<Entry> entries;
    for (int i = 0; i < 400'000; ++i)
        entries.push_back({dice.between(0.0, 150'000.0), Persons::nearest(dice.between(0.001, 50.0))});
    expect_close(entries);
}

TEST(DistanceDistribution, QuantilesOfAFewPeopleAreWorkedByHand) {
    DistanceDistribution ten;
    for (int i = 1; i <= 10; ++i) ten.add(CostValue{100.0 * i}, Persons::whole(1));
    const auto summary = ten.summary();
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->median, CostValue{500.0});  // five of ten live no farther away
    EXPECT_EQ(summary->p90, CostValue{900.0});
    EXPECT_EQ(summary->mean, CostValue{550.0});
    EXPECT_EQ(summary->worst, CostValue{1000.0});
}

TEST(DistanceDistribution, PeopleWeighDistances) {
    DistanceDistribution two;
    two.add(CostValue{1'000.0}, Persons::whole(9));
    two.add(CostValue{50'000.0}, Persons::whole(1));
    const auto summary = two.summary();
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->mean, CostValue{5'900.0});
    EXPECT_EQ(summary->median, CostValue{1'000.0});
    EXPECT_EQ(summary->p90, CostValue{1'000.0});  // exactly nine of ten
    EXPECT_EQ(summary->worst, CostValue{50'000.0});
}

TEST(DistanceDistribution, NobodyHasNoDistance) {
    DistanceDistribution nobody;
    EXPECT_FALSE(nobody.summary());
    nobody.add(CostValue{999'999.0}, Persons{});
    EXPECT_FALSE(nobody.summary());
    nobody.add(CostValue{10.0}, Persons::from_ticks(1));
    ASSERT_TRUE(nobody.summary());
    EXPECT_EQ(nobody.summary()->worst, CostValue{10.0});
}

TEST(DistanceDistribution, IsTheSameInAnyOrderAndInAnyParts) {
    test::Dice dice(183);
    std::vector<Entry> entries;
    for (int i = 0; i < 200'000; ++i)
        entries.push_back({dice.between(0.0, 1e6), Persons::nearest(dice.between(0.0, 80.0))});
    const auto summary_of = [&](std::size_t parts) {
        std::vector<DistanceDistribution> split(parts);
        for (std::size_t i = 0; i < entries.size(); ++i)
            split[i % parts].add(CostValue{entries[i].metres}, entries[i].people);
        DistanceDistribution whole;
        for (const DistanceDistribution& part : split) whole.add(part);
        const auto s = whole.summary();
        return std::vector<CostValue>{s->mean, s->median, s->p90, s->worst};
    };
    const auto one = summary_of(1);
    EXPECT_EQ(summary_of(7), one);
    std::reverse(entries.begin(), entries.end());
    EXPECT_EQ(summary_of(1), one);
    EXPECT_EQ(summary_of(3), one);
}

TEST(DistanceDistribution, HoldsEverybodyOnEarthAtTheFarEndOfIt) {
    DistanceDistribution all;
    for (int i = 0; i < 8; ++i) all.add(CostValue{2e7}, Persons::nearest(1e9));
    const auto summary = all.summary();
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->mean, CostValue{2e7});
    EXPECT_EQ(summary->median, CostValue{2e7});
}

TEST(DistanceDistribution, NoQuantileIsBeyondTheWorst) {
    // 6259.7 m is the whole metre 6260 for a quantile, but nobody lives farther than 6259.7 m.
    DistanceDistribution distances;
    distances.add(CostValue{6259.7}, Persons::whole(3));
    const auto summary = distances.summary();
    ASSERT_TRUE(summary.has_value());
    EXPECT_EQ(summary->worst.value(), 6259.7);
    EXPECT_EQ(summary->p90.value(), 6259.7);
}

}  // namespace
}  // namespace yiquan::coverage
