// SPDX-License-Identifier: MIT
#include "core/intake/read_facilities.hpp"

#include <gmock/gmock.h>

#include <random>

#include "core/geo/datum.hpp"
#include "core/geo/geodesic.hpp"
#include "tests/unit/intake/tables.hpp"

namespace yiquan::intake {
namespace {

using features::Action;
using features::FindingKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Result {
    std::vector<coverage::Facility> facilities;
    features::FindingList findings;

    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> out;
        for (const coverage::Facility& facility : facilities) out.push_back(facility.id);
        return out;
    }
};

Result read(const std::vector<std::string>& columns, const std::vector<Cells>& rows,
            const FacilityOptions& options = {}, const demand::Zones& zones = {},
            std::span<const KnownPlace> known = {}) {
    auto source = table(columns, rows);
    Result result;
    Progress silent;
    result.facilities = read_facilities(source, options, zones, known, result.findings, silent);
    return result;
}

/// Two counties side by side: 甲县 from 101 to 102 E, 乙土族自治县 from 102 to 103 E.
demand::Zones two_counties() {
    const auto box = [](double west) {
        return geo::MultiPolygon{
            {{{{{west, 36.0}, {west + 1.0, 36.0}, {west + 1.0, 37.0}, {west, 37.0}, {west, 36.0}}}}}};
    };
    return {{"630001", "甲山县", "", "", box(101.0), {}},
            {"630002", "乙水土族自治县", "", "", box(102.0), {}}};
}

std::string text(const char* value) {
    return value;
}

TEST(ReadFacilities, ReadsEveryColumnItKnows) {
    const Result result =
        read({"编号", "站点名称", "类型", "经度", "纬度", "所属区县", "开放时间", "配套设施", "荣誉"},
             {{text("S1"), text(" 东关驿站 "), text("工会驿站"), 101.8, 36.6, text("甲山县"), text("24小时"),
               text("饮水、微波炉/WiFi；饮水"), text("2023年最美驿站")}});
    ASSERT_EQ(result.facilities.size(), 1U);
    const coverage::Facility& facility = result.facilities[0];
    EXPECT_EQ(facility.id, "S1");
    EXPECT_EQ(facility.name, "东关驿站");
    EXPECT_EQ(facility.kind, "工会驿站");
    EXPECT_EQ(facility.place, (geo::LonLat{101.8, 36.6}));
    EXPECT_EQ(facility.row, 2U);
    EXPECT_EQ(facility.county, "甲山县");
    EXPECT_EQ(facility.hours_text, "24小时");
    ASSERT_TRUE(facility.hours);
    EXPECT_TRUE(facility.hours->always_open());
    EXPECT_THAT(facility.amenities, ElementsAre("饮水", "微波炉", "WiFi"));
    EXPECT_TRUE(facility.honoured);
    EXPECT_THAT(result.findings.list(), IsEmpty());
}

TEST(ReadFacilities, UnderstandsWhatListsSayAboutHonours) {
    std::vector<Cells> rows;
    const std::vector<std::string> said{"是", "Yes", "1", "√",    "全国最美驿站",
                                        "否", "0",   "",  "五星", "非最美"};
    for (std::size_t i = 0; i < said.size(); ++i) {
        rows.push_back({std::to_string(i), 101.0 + 0.1 * static_cast<double>(i), 36.5, said[i]});
    }
    std::vector<bool> honoured;
    for (const auto& facility : read({"name", "lon", "lat", "最美驿站"}, rows).facilities) {
        honoured.push_back(facility.honoured);
    }
    EXPECT_THAT(honoured, ElementsAre(true, true, true, true, true, false, false, false, false, false));
}

TEST(ReadFacilities, LeavesOutExactAndNearDuplicates) {
    const geo::LonLat place{101.8, 36.6};
    const geo::LonLat near = geo::geodesic_destination(place, 45.0, Metres{49.0});
    const geo::LonLat far = geo::geodesic_destination(place, 45.0, Metres{51.0});
    const std::vector<Cells> rows{{text("驿站"), place.lon, place.lat},
                                  {text("驿站"), place.lon, place.lat},
                                  {text("驿站"), near.lon, near.lat},
                                  {text("驿站"), far.lon, far.lat},
                                  {text("另一驿站"), place.lon, place.lat}};
    const Result result = read({"name", "lon", "lat"}, rows);
    EXPECT_THAT(result.ids(), ElementsAre("2", "5", "6"));
    ASSERT_THAT(kinds(result.findings), ElementsAre(FindingKind::duplicate, FindingKind::near_duplicate));
    EXPECT_EQ(result.findings.list()[0].row, 3U);
    EXPECT_THAT(result.findings.list()[0].detail.en,
                HasSubstr("\"驿站\" is already listed at the same place in row 2"));
    EXPECT_THAT(result.findings.list()[1].detail.en, HasSubstr("49.0 m away in row 2"));
    FacilityOptions keep;
    keep.keep_duplicates = true;
    const Result kept = read({"name", "lon", "lat"}, rows, keep);
    EXPECT_EQ(kept.facilities.size(), 5U);
    EXPECT_EQ(kept.findings.list()[0].action, Action::kept);
}

TEST(ReadFacilities, ComparesUnnamedRowsById) {
    const Result anonymous = read({"lon", "lat"}, {{101.8, 36.6}, {101.8, 36.6}, {101.8001, 36.6}});
    EXPECT_EQ(anonymous.facilities.size(), 2U);
    const Result numbered = read(
        {"id", "lon", "lat"}, {{text("a"), 101.8, 36.6}, {text("b"), 101.8, 36.6}, {text("a"), 101.8, 36.6}});
    EXPECT_THAT(numbered.ids(), ElementsAre("a", "b"));
}

TEST(ReadFacilities, MakesIdsUnique) {
    const Result result = read({"id", "name", "lon", "lat"}, {{{}, text("甲"), 101.1, 36.5},
                                                              {text("7"), text("乙"), 101.2, 36.5},
                                                              {text("7"), text("丙"), 101.3, 36.5},
                                                              {text("2"), text("丁"), 101.4, 36.5}});
    EXPECT_THAT(result.ids(), ElementsAre("2#", "7", "7#4", "2"));  // row 2 finds its number taken by 丁
    ASSERT_THAT(kinds(result.findings), ElementsAre(FindingKind::duplicate));
    EXPECT_EQ(result.findings.list()[0].field, "id");
    EXPECT_EQ(result.findings.list()[0].row, 4U);
    EXPECT_EQ(result.findings.list()[0].action, Action::corrected);
}

TEST(ReadFacilities, LetsTheIdStandForAMissingName) {
    const Result result =
        read({"id", "name", "lon", "lat"}, {{text("S7"), {}, 101.1, 36.5}, {{}, {}, 101.2, 36.5}});
    EXPECT_EQ(result.facilities[0].name, "S7");
    EXPECT_EQ(result.facilities[1].name, "3");
    EXPECT_THAT(kinds(result.findings), ElementsAre(FindingKind::missing_name, FindingKind::missing_name));
    const Result nameless = read({"id", "lon", "lat"}, {{text("a"), 101.1, 36.5}, {text("b"), 101.2, 36.5}});
    ASSERT_THAT(kinds(nameless.findings), ElementsAre(FindingKind::missing_name));
    EXPECT_EQ(nameless.findings.list()[0].row, std::nullopt);  // said once for the list
}

TEST(ReadFacilities, ComparesTheCountyThatTheListNames) {
    const Result result = read({"name", "lon", "lat", "区县"},
                               {{text("对"), 101.5, 36.5, text("甲山县")},
                                {text("简称"), 102.5, 36.5, text("乙水县")},
                                {text("代码"), 102.5, 36.6, text("630002")},
                                {text("空"), 102.5, 36.7, {}},
                                {text("错"), 102.5, 36.8, text("甲山县")},
                                {text("外"), 104.5, 36.5, text("甲山县")}},
                               {}, two_counties());
    EXPECT_EQ(result.facilities.size(), 6U);
    ASSERT_THAT(kinds(result.findings), ElementsAre(FindingKind::other_county, FindingKind::outside_zones));
    EXPECT_EQ(result.findings.list()[0].row, 6U);
    EXPECT_EQ(result.findings.list()[0].field, "区县");
    EXPECT_EQ(result.findings.list()[0].value, "甲山县");
    EXPECT_THAT(result.findings.list()[0].detail.en,
                HasSubstr("lies in 乙水土族自治县, but 区县 = \"甲山县\""));
    EXPECT_EQ(result.findings.list()[1].row, 7U);
}

TEST(ReadFacilities, ReportsHoursThatAreMissingOrUnreadable) {
    const Result result = read({"name", "lon", "lat", "hours"}, {{text("a"), 101.1, 36.5, text("8:00-20:00")},
                                                                 {text("b"), 101.2, 36.5, text("看情况")},
                                                                 {text("c"), 101.3, 36.5, {}}});
    EXPECT_TRUE(result.facilities[0].hours);
    EXPECT_FALSE(result.facilities[1].hours);
    EXPECT_EQ(result.facilities[1].hours_text, "看情况");
    ASSERT_THAT(kinds(result.findings),
                ElementsAre(FindingKind::unreadable_hours, FindingKind::unknown_hours));
    EXPECT_EQ(result.findings.list()[0].value, "看情况");
}

/// Twelve known places and a list of stations that stand there exactly, as a web map shows them.
TEST(ReadFacilities, ReportsAListThatLooksLikeGcj02UnlessItIsDeclaredSo) {
    std::vector<KnownPlace> known;
    std::vector<Cells> rows;
    for (int i = 0; i < 12; ++i) {
        const geo::LonLat place{100.0 + 0.2 * i, 35.0 + 0.15 * i};
        const geo::LonLat shown = geo::wgs84_to_gcj02(place);
        known.push_back({"地点" + std::string(1, static_cast<char>('a' + i)), place});
        rows.push_back({known.back().name + "驿站", shown.lon, shown.lat});
    }
    const Result undeclared = read({"name", "lon", "lat"}, rows, {}, {}, known);
    ASSERT_THAT(kinds(undeclared.findings), ElementsAre(FindingKind::looks_like_gcj02));
    EXPECT_EQ(undeclared.findings.list()[0].row, std::nullopt);
    EXPECT_EQ(undeclared.findings.list()[0].action, Action::kept);
    EXPECT_THAT(undeclared.findings.list()[0].detail.en, HasSubstr("set datum = \"gcj02\""));
    FacilityOptions declared;
    declared.coordinates.datum = geo::Datum::gcj02;
    EXPECT_THAT(read({"name", "lon", "lat"}, rows, declared, {}, known).findings.list(), IsEmpty());
}

TEST(ReadFacilities, SurvivesNamesOfEveryKind) {
    const std::string odd = "\"东\n关\", 😀𠀀'驿站\t";
    const Result result = read({"name", "lon", "lat"}, {{odd, 101.1, 36.5}, {odd, 101.1, 36.5}});
    EXPECT_EQ(result.facilities[0].name, "\"东\n关\", 😀𠀀'驿站");
    EXPECT_EQ(result.findings.list().at(0).detail.en.find('\n'), std::string::npos);
    EXPECT_THAT(result.findings.list().at(0).detail.en, HasSubstr("😀𠀀"));
}

TEST(ReadFacilities, RefusesListsWithoutUsableRows) {
    EXPECT_THAT(error_of([] {
                    (void)read({"lon", "lat"}, {});
                }),
                HasSubstr("list.csv: the list has no rows"));
    EXPECT_THAT(error_of([] {
                    (void)read({"lon", "lat"}, {{0.0, 0.0}, {{}, {}}});
                }),
                HasSubstr("list.csv: none of the 2 rows has usable coordinates"));
}

/// Kept rows by the rule itself: a row is left out where a kept one of its name stands within 50 m.
std::vector<std::string> kept_by_brute_force(const std::vector<Cells>& rows) {
    std::vector<std::string> ids;
    std::vector<const Cells*> kept;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto place = [](const Cells& c) {
            return geo::LonLat{std::get<double>(c[1]), std::get<double>(c[2])};
        };
        const bool repeats = std::any_of(kept.begin(), kept.end(), [&](const Cells* k) {
            return (*k)[0] == rows[i][0] && geo::geodesic_distance(place(*k), place(rows[i])) <= Metres{50.0};
        });
        if (repeats) continue;
        kept.push_back(&rows[i]);
        ids.push_back(std::to_string(i + 2));
    }
    return ids;
}

TEST(ReadFacilities, FindsDuplicatesAsBruteForceDoes) {
    std::mt19937 random(99);
    std::uniform_real_distribution<double> offset(0.0, 0.005);
    for (int round = 0; round < 20; ++round) {
        std::vector<Cells> rows;
        for (int i = 0; i < 150; ++i) {
            const std::string name{static_cast<char>('a' + random() % 3)};
            if (!rows.empty() && random() % 5 == 0) {
                rows.push_back(rows[random() % rows.size()]);
            } else {
                rows.push_back({name, 101.7 + offset(random), 36.6 + offset(random)});
            }
        }
        EXPECT_EQ(read({"name", "lon", "lat"}, rows).ids(), kept_by_brute_force(rows)) << round;
    }
}

TEST(ReadFacilities, TakesTimeInProportionToTheRows) {
    // Quadratic work on 50,000 rows would take minutes.
    constexpr std::size_t many = 50'000;
    const std::vector<Cells> copies(many, Cells{text("驿站"), 101.8, 36.6});
    EXPECT_EQ(read({"name", "lon", "lat"}, copies).facilities.size(), 1U);
    std::vector<Cells> spread;
    for (std::size_t i = 0; i < many; ++i) {
        spread.push_back({text("驿站"), 95.0 + 0.002 * static_cast<double>(i % 250),
                          33.0 + 0.002 * static_cast<double>(i / 250)});
    }
    EXPECT_EQ(read({"name", "lon", "lat"}, spread).facilities.size(), many);
}

}  // namespace
}  // namespace yiquan::intake
