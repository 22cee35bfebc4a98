// SPDX-License-Identifier: MIT
#include "core/audit/standard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "core/audit/run_file.hpp"
#include "core/base/embedded_file.hpp"
#include "tests/unit/base/error_of.hpp"

namespace yiquan::audit {
namespace {

using ::testing::AnyOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(ShippedStandards, AreThePresetsThatTheSourcesGive) {
    std::vector<std::string> ids;
    for (const Standard& standard : shipped_standards()) ids.push_back(standard.id);
    EXPECT_THAT(ids, ElementsAre("county-centre-15km", "county-centre-30km", "drive-15min", "ebike-15min",
                                 "gb50180-10min", "gb50180-15min", "gb50180-5min", "gb50180-circles",
                                 "job-circle-3km", "sanitation-hut-dense", "sanitation-hut-medium",
                                 "sanitation-hut-sparse", "union-new-double15", "walk-15min"));
}

TEST(ShippedStandards, HaveTheirFilesNameForAnId) {
    std::set<std::string> ids;
    for (const EmbeddedFile& file : embedded_standards()) {
        const Standard standard = parse_standard(file.text, file.name);
        EXPECT_EQ(standard.id + ".toml", file.name);
        EXPECT_TRUE(ids.insert(standard.id).second) << standard.id << " twice";
    }
    EXPECT_EQ(ids.size(), shipped_standards().size());
}

TEST(ShippedStandards, SayInBothLanguagesWhatTheyAre) {
    for (const Standard& standard : shipped_standards()) {
        SCOPED_TRACE(standard.id);
        EXPECT_THAT(standard.name.en, Not(IsEmpty()));
        EXPECT_THAT(standard.name.zh, Not(IsEmpty()));
        EXPECT_THAT(standard.summary.en, Not(IsEmpty()));
        EXPECT_THAT(standard.summary.zh, Not(IsEmpty()));
        EXPECT_EQ(std::count(standard.name.zh.begin(), standard.name.zh.end(), '\n'), 0);
    }
}

TEST(ShippedStandards, GiveForEveryFigureAValueASourceAndHowSureItIs) {
    for (const Standard& standard : shipped_standards()) {
        EXPECT_THAT(standard.figures, Not(IsEmpty())) << standard.id;
        for (const Standard::Figure& figure : standard.figures) {
            SCOPED_TRACE(standard.id + ": " + figure.key);
            EXPECT_THAT(figure.key, Not(IsEmpty()));
            EXPECT_THAT(figure.value, Not(IsEmpty()));
            EXPECT_THAT(figure.source, Not(IsEmpty()));
            EXPECT_THAT(figure.confidence, AnyOf("high", "medium-high", "medium", "low", "setting"));
            EXPECT_EQ(figure.note.en.empty(), figure.note.zh.empty()) << "notes come in both languages";
            EXPECT_THAT(figure.source, Not(HasSubstr("from memory"))) << "what nobody checked is not shipped";
        }
    }
}

TEST(ShippedStandards, HaveAFigureForWhateverTheySet) {
    const auto has_figure = [](const Standard& standard, std::string_view key) {
        return std::any_of(standard.figures.begin(), standard.figures.end(),
                           [&](const Standard::Figure& figure) { return figure.key.starts_with(key); });
    };
    for (const Standard& standard : shipped_standards()) {
        SCOPED_TRACE(standard.id);
        if (!standard.bands.empty()) {
            EXPECT_TRUE(has_figure(standard, "radius"));
        }
        if (standard.travel) {
            EXPECT_TRUE(has_figure(standard, "budget"));
        }
        EXPECT_EQ(standard.station_targets.open_24h_share.has_value(),
                  has_figure(standard, "open_24h_share"));
        EXPECT_EQ(standard.station_targets.honoured_share.has_value(),
                  has_figure(standard, "honoured_share"));
    }
}

struct Radii {
    std::string_view id;
    std::vector<double> metres;
};

TEST(ShippedStandards, HaveTheRadiiOfTheirSources) {
    const std::array<Radii, 14> expected{{
        {"gb50180-5min", {300}},
        {"gb50180-10min", {500}},
        {"gb50180-15min", {1000}},  // 800 to 1000 m in the standard: the upper end
        {"gb50180-circles", {300, 500, 1000}},
        {"job-circle-3km", {3000}},
        {"sanitation-hut-dense", {800}},    // 0.5 to 0.8 km
        {"sanitation-hut-medium", {1200}},  // 0.8 to 1.2 km
        {"sanitation-hut-sparse", {1500}},  // 1.2 to 1.5 km
        {"county-centre-15km", {15'000}},
        {"county-centre-30km", {30'000}},
        {"union-new-double15", {}},  // no national radius was found
        {"walk-15min", {}},
        {"ebike-15min", {}},
        {"drive-15min", {}},
    }};
    ASSERT_EQ(shipped_standards().size(), expected.size());
    for (const Radii& radii : expected) {
        std::vector<double> metres;
        for (const Cost band : shipped_standard(radii.id).bands) metres.push_back(band.value());
        EXPECT_EQ(metres, radii.metres) << radii.id;
    }
}

TEST(ShippedStandards, TellTheRangeWhereTheSourceGivesOne) {
    EXPECT_EQ(shipped_standard("gb50180-15min").radius_range, "800 m–1 km");
    EXPECT_EQ(shipped_standard("sanitation-hut-dense").radius_range, "500 m–800 m");
    EXPECT_EQ(shipped_standard("sanitation-hut-medium").radius_range, "800 m–1.2 km");
    EXPECT_EQ(shipped_standard("sanitation-hut-sparse").radius_range, "1.2 km–1.5 km");
    EXPECT_EQ(shipped_standard("gb50180-5min").radius_range, "");
}

TEST(ShippedStandards, TravelTimesAreFifteenMinutesByTheirMode) {
    for (const auto& [id, mode] : {std::pair{"walk-15min", "walk"}, std::pair{"ebike-15min", "ebike"},
                                   std::pair{"drive-15min", "drive"}}) {
        const Standard& standard = shipped_standard(id);
        ASSERT_TRUE(standard.travel) << id;
        EXPECT_EQ(standard.travel->mode, mode);
        EXPECT_EQ(standard.travel->budget, minutes(15));
    }
}

TEST(ShippedStandards, OnlyTheUnionsProgrammeSetsSharesOfStations) {
    const StationTargets& targets = shipped_standard("union-new-double15").station_targets;
    EXPECT_EQ(targets.open_24h_share, 0.15);
    EXPECT_EQ(targets.honoured_share, 0.15);
    for (const Standard& standard : shipped_standards()) {
        if (standard.id == "union-new-double15") continue;
        EXPECT_FALSE(standard.station_targets.open_24h_share) << standard.id;
    }
}

TEST(ShippedStandards, WhatNoSourceGivesIsCalledASetting) {
    for (const std::string_view id : {"county-centre-15km", "county-centre-30km"}) {
        ASSERT_EQ(shipped_standard(id).figures.size(), 1U);
        EXPECT_EQ(shipped_standard(id).figures[0].confidence, "setting");
    }
}

TEST(ShippedStandards, AnUnknownOneIsNamedWithTheNearest) {
    const auto error = test::error_of([] { (void)shipped_standard("walk-15"); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), ErrorKind::usage);
    EXPECT_THAT(error->message().en,
                HasSubstr("There is no standard \"walk-15\". Did you mean \"walk-15min\"?"));
    EXPECT_THAT(error->message().zh, HasSubstr("walk-15min"));
}

TEST(ParseStandard, ReadsEveryKey) {
    const Standard standard = parse_standard(R"(
        id = "own"
        name = { zh = "甲", en = "A" }
        summary = { zh = "乙", en = "B" }
        radius = "2 km"
        bands = ["500 m", "2 km", "1 km"]
        radius_range = ["1 km", "2 km"]
        [station_targets]
        open_24h_share = 0.2
        [[figure]]
        key = "radius"
        value = "2 km"
        source = "a paper"
        confidence = "low"
        note = { zh = "丙", en = "C" } )",
                                             "own.toml");
    EXPECT_EQ(standard.id, "own");
    EXPECT_EQ(standard.name.zh, "甲");
    EXPECT_EQ(standard.summary.en, "B");
    EXPECT_THAT(standard.bands, ElementsAre(Cost::whole(500), Cost::whole(1000), Cost::whole(2000)));
    EXPECT_EQ(standard.radius_range, "1 km–2 km");
    EXPECT_EQ(standard.station_targets.open_24h_share, 0.2);
    EXPECT_FALSE(standard.station_targets.honoured_share);
    ASSERT_EQ(standard.figures.size(), 1U);
    EXPECT_EQ(standard.figures[0].source, "a paper");
    EXPECT_EQ(standard.figures[0].note.zh, "丙");
}

TEST(ParseStandard, NamesFileAndKeyOfWhatItRefuses) {
    const auto refusal = [](std::string_view text) {
        const auto error = test::error_of([&] { (void)parse_standard(text, "own.toml"); });
        return error ? error->message().en : "not refused";
    };
    EXPECT_THAT(refusal("radius = \"1 mile\""), HasSubstr("own.toml: radius = \"1 mile\""));
    EXPECT_THAT(refusal("raduis = \"1 km\""), HasSubstr("own.toml: raduis is not a known setting"));
    EXPECT_THAT(refusal("budget = \"15 min\""), HasSubstr("own.toml: budget needs a mode"));
    EXPECT_THAT(refusal("mode = \"walk\""), HasSubstr("own.toml: budget"));
    EXPECT_THAT(refusal("[station_targets]\nopen_24h = 0.15"),
                HasSubstr("own.toml: [station_targets] open_24h is not a known setting"));
    EXPECT_THAT(refusal("[[figure]]\nvalu = \"1\""), HasSubstr("[figure] valu is not a known setting"));
    EXPECT_THAT(refusal("[figure]\nkey = \"radius\""), HasSubstr("own.toml: figure must be a list"));
}

TEST(CustomStandard, IsNamedAfterItsRadiiAndSortsThem) {
    const Standard standard = custom_standard({Metres{1500}, Metres{500}, Metres{1500}});
    EXPECT_EQ(standard.id, "custom");
    EXPECT_THAT(standard.bands, ElementsAre(Cost::whole(500), Cost::whole(1500)));
    EXPECT_EQ(standard.name.en, "Radius of 500 m, 1.5 km");
    EXPECT_EQ(standard.name.zh, "半径 500 m, 1.5 km");
    EXPECT_THAT(standard.figures, IsEmpty());
}

TEST(CustomStandard, NeedsARadius) {
    const auto error = test::error_of([] { (void)custom_standard({}); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), ErrorKind::usage);
}

}  // namespace
}  // namespace yiquan::audit
