// SPDX-License-Identifier: MIT
#include "core/report/relocation_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "core/io/relocate/document.hpp"

namespace yiquan::report {
namespace {

using testing::HasSubstr;

/// Ten people at one site of twelve; `staying` people of one village, in two rows, have no place.
std::string document(std::string_view objective, std::string_view status, std::int64_t staying,
                     std::int64_t placeable, std::int64_t load = 10) {
    const std::string row = fmt::format(R"({{"household": "h", "name": "组", "village": "甲村", "people": {},
                         "text": {{"en": "Too far.", "zh": "太远。"}}}})",
                                        staying / 2);
    return fmt::format(
        R"({{"schema": "yiquan.relocation/1", "objective": "{}", "status": "{}", "value": 100.0,
             "bound": 96.0, "gap": 0.04, "seconds": 0.25, "version": "1.2",
             "request": {{"max_distance_m": 30000.0, "within": null, "together": "village"}},
             "totals": {{"households": 5, "people": {}, "placed_households": 3, "placed_people": 10,
                         "placeable_people": {}, "capacity": 12}},
             "travel": {{"mean_m": 2000.0, "worst_m": 4000.0}},
             "sites": [{{"id": "A", "name": null, "capacity": 12, "load": {}, "households": 3, "allowed": true}}],
             "unplaced": [{}], "inputs": []}})",
        objective, status, 10 + staying, placeable, load, staying > 0 ? row + "," + row : "");
}

RelocationRecord record_of(std::string_view objective, std::string_view status, std::int64_t staying,
                           std::int64_t placeable) {
    return *io::parse_relocation(document(objective, status, staying, placeable), "moves.gpkg");
}

TEST(RelocationText, SaysWhatAProofMeansForEachObjective) {
    EXPECT_EQ(relocation_proof(record_of("travel", "optimal", 4, 10)).en,
              "Proved optimal: no plan places more people, and none that places as many has less travel.");
    EXPECT_EQ(relocation_proof(record_of("worst", "optimal", 0, 10)).zh,
              "已证明最优：安置全部人员的任何方案的最远路程都不可能更短。");
    EXPECT_THAT(relocation_proof(record_of("sites", "optimal", 0, 10)).en, HasSubstr("opens fewer sites"));
    EXPECT_THAT(relocation_proof(record_of("cost", "optimal", 0, 10)).en, HasSubstr("costs less"));
}

TEST(RelocationText, WithoutAProofSaysHowFarFromTheBestItMayBe) {
    EXPECT_EQ(relocation_proof(record_of("travel", "feasible", 4, 13)).en,
              "Not proved to be the best: at most 3 more people could be placed.");
    EXPECT_EQ(relocation_proof(record_of("travel", "feasible", 4, 10)).zh,
              "尚未证明最优：安置人数已达上限，与总路程最小的方案相差不超过 4.0 %。");
}

TEST(RelocationText, TellsWhoMovesHowFarAndByWhichRules) {
    const RelocationRecord record = record_of("travel", "feasible", 10, 10);
    EXPECT_EQ(relocation_effect(record).en,
              "10 of 20 people (50.0 %) have a place, 10 stay; they move 2.0 km on average, 4.0 km at most.");
    EXPECT_EQ(
        relocation_method(record).en,
        "Relocation: as many people as possible, then least total travel, objective 100.0 person-km, "
        "bound 96.0 person-km, gap 4.0 %, at most 30 km, rows of the same village together, solved in 0.2 s, "
        "Yiquan 1.2.");
}

TEST(RelocationRecord, PutsTheRowsOfOneVillageTogether) {
    const RelocationRecord record = record_of("travel", "optimal", 4, 10);
    ASSERT_EQ(record.stays.size(), 1U);
    EXPECT_EQ(record.stays[0].name, "甲村");
    EXPECT_EQ(record.stays[0].people, 4);
    EXPECT_EQ(record.sites[0].name, "A") << "by its id, for it has no name";
}

TEST(RelocationRecord, SaysWhetherSomebodyWasLostOrCountedTwice) {
    EXPECT_TRUE(record_of("travel", "optimal", 4, 10).balances());
    const std::string nine_of_ten = document("travel", "optimal", 4, 10, 9);
    EXPECT_FALSE(io::parse_relocation(nine_of_ten, "moves.gpkg")->balances());
}

}  // namespace
}  // namespace yiquan::report
