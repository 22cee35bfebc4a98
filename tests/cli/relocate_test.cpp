// SPDX-License-Identifier: MIT

#include <fmt/format.h>

#include <cmath>

#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

using testing::HasSubstr;

/// Four households in two villages, two sites, and how far each is from each:
///
///         A    B
///   h1  1 km  5 km   4 people  village v
///   h2  2 km  3 km   3 people  village v
///   h3  4 km  1 km   2 people  village w
///   h4  9 km  2 km   5 people  village w
class Lists {
public:
    Lists() {
        county_.write("homes.csv",
                      "id,name,people,village,county\n"
                      "h1,一户,4,v,c1\nh2,二户,3,v,c1\nh3,三户,2,w,c1\nh4,四户,5,w,c2\n");
        county_.write("sites.csv", "id,name,capacity,county,price\nA,甲点,6,c1,10\nB,乙点,9,c2,20\n");
        county_.write(
            "od.csv",
            "origin_id,destination_id,metres\n"
            "h1,A,1000\nh1,B,5000\nh2,A,2000\nh2,B,3000\nh3,A,4000\nh3,B,1000\nh4,A,9000\nh4,B,2000\n");
    }
    void write(const std::string& name, const std::string& text) { county_.write(name, text); }
    [[nodiscard]] Outcome relocate(const std::vector<std::string>& more) const {
        std::vector<std::string> words{"relocate", "--households", "homes.csv", "--sites", "sites.csv"};
        words.insert(words.end(), more.begin(), more.end());
        return county_.run(words);
    }
    [[nodiscard]] Json answer(std::vector<std::string> more) const {
        more.insert(more.end(), {"--matrix", "od.csv", "--json"});
        const Outcome outcome = relocate(more);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        return Json::parse(outcome.out);
    }
    void expect_refused(const std::vector<std::string>& more, int code, const std::string& en) const {
        std::vector<std::string> words{"relocate", "--households", "homes.csv", "--sites", "sites.csv"};
        words.insert(words.end(), more.begin(), more.end());
        words.insert(words.end(), {"-o", "plan.gpkg"});
        expect_command_refused(county_, std::move(words), code, en);
    }

private:
    SmallCounty county_;
};

const std::vector<std::string> matrix{"--matrix", "od.csv"};

/// A household whose AMap place is 173 m east and 9 m south of the site, which is where it really lives: the
/// published vector of Xining.
TEST(Relocate, ReadsEachListInItsOwnDatum) {
    Lists lists;
    lists.write("homes.csv", "id,people,lon,lat\nh,1,101.7799328,36.6169185\n");
    lists.write("sites.csv", "id,capacity,lon,lat\nA,1,101.778,36.617\n");
    const auto travel = [&](std::vector<std::string> more) {
        more.emplace_back("--json");
        const Outcome outcome = lists.relocate(more);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        return 1000.0 * Json::parse(outcome.out)["value"].get<double>();
    };
    EXPECT_NEAR(travel({"--datum", "gcj02", "--sites-datum", "wgs84"}), 0.0, 0.5);
    EXPECT_NEAR(travel({}), std::hypot(173.0, 9.0), 0.5);
    EXPECT_NEAR(travel({"--datum", "gcj02"}), std::hypot(173.0, 9.0), 1.0);  // both are shifted alike
    lists.expect_refused({"--sites-datum", "gcj2"}, 2, "gcj2");
}

/// 14 people, 15 seats: A holds 6 of h1+h3 (4 and 2 people), B the other 8; or h1 to A and the rest to B.
TEST(Relocate, MovesEverybodyWithTheLeastTravel) {
    const Json answer = Lists{}.answer({});
    EXPECT_EQ(answer["schema"], "yiquan.relocation/1");
    EXPECT_EQ(answer["status"], "optimal");
    // h1 to A, h2 to B would leave B with 3 + 5 = 8 of 9 and h3 with A: 4*1 + 3*3 + 2*4 + 5*2 = 31 person-km;
    // h2 and h3 to A, h1 and h4 to B: 6 + 8 + 20 + 10 = 44. h1 alone in A does not fit B: 3 + 2 + 5 = 10.
    EXPECT_DOUBLE_EQ(answer["value"].get<double>(), 31.0);
    EXPECT_DOUBLE_EQ(answer["bound"].get<double>(), 31.0);
    EXPECT_EQ(answer["totals"]["placed_people"], 14);
    EXPECT_EQ(answer["totals"]["unplaced_people"], 0);
    EXPECT_EQ(answer["sites"][0]["load"], 6);
    EXPECT_EQ(answer["sites"][1]["load"], 8);
    EXPECT_EQ(answer["assignments"][2]["site"], "A");
    EXPECT_EQ(answer["assignments"][2]["distance_m"], 4000.0);
}

TEST(Relocate, KeepsAVillageTogetherAndSaysWhoFitsOnlyInParts) {
    Lists lists;
    lists.write("homes.csv", "id,people,village\nh1,4,v\nh2,3,v\nh3,2,w\nh4,5,w\n");
    const Json answer = lists.answer({"--together", "village"});
    // Both villages have 7 people; only B has room for one. w travels 2 + 10 = 12, v would travel 20 + 9
    // = 29.
    EXPECT_EQ(answer["status"], "optimal");
    EXPECT_DOUBLE_EQ(answer["value"].get<double>(), 12.0);
    EXPECT_EQ(answer["totals"]["placed_people"], 7);
    EXPECT_EQ(answer["totals"]["unplaced_people"], 7);
    EXPECT_EQ(answer["unplaced"].size(), 2);
    EXPECT_EQ(answer["unplaced"][0]["household"], "h1");
    EXPECT_EQ(answer["unplaced"][0]["reason"], "no_capacity");  // 4 to A and 3 to B do not fit: B has 2 left
    EXPECT_EQ(answer["unplaced"][0]["loosen"]["site"], "A");
    EXPECT_EQ(answer["unplaced"][0]["loosen"]["needed"], 1.0);
}

TEST(Relocate, SaysHowFarOneWouldHaveToGo) {
    const Json answer = Lists{}.answer({"--max-distance", "3.5 km"});
    // h3 may go to B only, h1 to A only, h2 and h4: 3 + ... A: h1; B: h2? 3 + 2 + 5 = 10 > 9.
    EXPECT_EQ(answer["totals"]["placed_people"], 12);
    EXPECT_EQ(answer["unplaced"][0]["household"], "h3");
    EXPECT_EQ(answer["unplaced"][0]["reason"], "no_capacity");
    EXPECT_EQ(answer["unplaced"][0]["loosen"]["needed"], 1.0);
    const Json nearer = Lists{}.answer({"--max-distance", "1.5 km"});
    EXPECT_EQ(nearer["totals"]["placed_people"], 6);
    EXPECT_EQ(nearer["unplaced"][0]["household"], "h2");
    EXPECT_EQ(nearer["unplaced"][0]["reason"], "too_far");
    EXPECT_EQ(nearer["unplaced"][0]["loosen"]["needed"], 3.0);  // A is nearer, but has 2 seats left
}

TEST(Relocate, StaysWithinTheCounty) {
    const Json answer = Lists{}.answer({"--within", "county"});
    EXPECT_EQ(answer["totals"]["placed_people"], 11);  // h1 and h3 in A, h4 in B
    EXPECT_EQ(answer["unplaced"][0]["household"], "h2");
}

/// Two villages 上庄村, nine people each, and a site in each county: both move, each within its own.
TEST(Relocate, KeepsTwoVillagesOfOneNameInTwoCountiesApart) {
    Lists lists;
    lists.write("homes.csv",
                "id,people,village,county\n"
                "h1,5,上庄村,湟中区\nh2,4,上庄村,湟中区\nh3,5,上庄村,乐都区\nh4,4,上庄村,乐都区\n");
    lists.write("sites.csv", "id,capacity,county\nA,10,湟中区\nB,8,乐都区\n");
    const Json answer = lists.answer({"--together", "village", "--within", "county"});
    EXPECT_EQ(answer["status"], "optimal");
    EXPECT_EQ(answer["totals"]["placed_people"], 9);
    EXPECT_EQ(answer["assignments"][0]["unit"], "湟中区 上庄村");
    EXPECT_EQ(answer["unplaced"][0]["unit"], "乐都区 上庄村");
    EXPECT_EQ(answer["unplaced"][0]["village"], "上庄村");
    EXPECT_EQ(answer["unplaced"][0]["loosen"]["needed"], 1.0);
    EXPECT_EQ(answer["findings"]["count"], 1);
    const Outcome words = lists.relocate(
        {"--together", "village", "--within", "county", "--matrix", "od.csv", "-o", "plan.csv"});
    EXPECT_THAT(words.out, HasSubstr("  乐都区 上庄村 (9 people, no room left): "));
    EXPECT_THAT(words.out, HasSubstr("one name, perhaps several places: 1"));
}

/// A household may go 1.005 km and has 1005 m, another 32.3 km and has 32,300 m: at the limit is allowed.
TEST(Relocate, TakesLimitsInDecimalsAsTheyAreTyped) {
    Lists lists;
    lists.write("homes.csv", "id,people,max_distance_km\nh1,4,1.005\nh2,5,\nh3,1,1.004\n");
    lists.write("sites.csv", "id,capacity\nA,1000\n");
    lists.write("od.csv", "origin_id,destination_id,metres\nh1,A,1005\nh2,A,32300\nh3,A,1004.001\n");
    const Json answer = lists.answer({"--max-distance", "32.3 km"});
    EXPECT_EQ(answer["totals"]["placed_people"], 9);
    EXPECT_EQ(answer["request"]["max_distance_m"], 32300.0);
    EXPECT_EQ(answer["unplaced"][0]["household"], "h3");  // one millimetre too far
    EXPECT_EQ(answer["unplaced"][0]["loosen"]["needed"], 1.005);
}

TEST(Relocate, OpensTheFewestAndTheCheapestSites) {
    Lists lists;
    lists.write("sites.csv", "id,capacity,county,price\nA,14,c1,30\nB,9,c2,20\nC,5,c1,5\n");
    lists.write("od.csv",
                "origin_id,destination_id,metres\n"
                "h1,A,1000\nh1,B,5000\nh1,C,1\nh2,A,2000\nh2,B,3000\nh2,C,1\nh3,A,4000\nh3,B,1000\nh3,C,1\n"
                "h4,A,9000\nh4,B,2000\nh4,C,1\n");
    const Json fewest = lists.answer({"--objective", "sites"});
    EXPECT_EQ(fewest["status"], "optimal");
    EXPECT_EQ(fewest["value"], 1.0);
    const Json cheapest = lists.answer({"--objective", "cost"});
    EXPECT_EQ(cheapest["status"], "optimal");
    EXPECT_EQ(cheapest["value"], 25.0);  // B and C hold 9 and 5
    const Json nearest = lists.answer({"--objective", "worst"});
    EXPECT_EQ(nearest["value"], 2000.0);  // h4 in C, h3 in B, h1 and h2 in A
    EXPECT_EQ(nearest["travel"]["worst_m"], 2000.0);
}

TEST(Relocate, SaysHowManySeatsAreMissingAndFailsOnlyWhenAsked) {
    Lists lists;
    lists.write("sites.csv", "id,capacity\nA,6\nB,3\n");
    const Outcome outcome = lists.relocate(matrix);
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.out, HasSubstr("room for 9; 5 seats are missing"));
    EXPECT_THAT(outcome.out, testing::ContainsRegex("Total +4 +14"));
    EXPECT_EQ(lists.relocate({"--matrix", "od.csv", "--check"}).exit_code, 1);
    EXPECT_EQ(Lists{}.relocate({"--matrix", "od.csv", "--check"}).exit_code, 0);
}

TEST(Relocate, UsesOnlySitesThatPassedScreening) {
    Lists lists;
    lists.write("sites.csv", "id,capacity,verdict\nA,20,fail\nB,20,unknown\n");
    EXPECT_EQ(lists.answer({})["unplaced"][0]["reason"], "no_allowed_site");
    const Json answer = lists.answer({"--allow-unknown"});
    EXPECT_EQ(answer["totals"]["placed_people"], 14);
    EXPECT_EQ(answer["sites"][0]["allowed"], false);
    EXPECT_EQ(answer["sites"][0]["load"], 0);
}

TEST(Relocate, RefusesListsItCannotUse) {
    Lists lists;
    const auto bad_sites = [&](const std::string& text, const std::string& en) {
        Lists other;
        other.write("sites.csv", text);
        other.expect_refused(matrix, 3, en);
    };
    bad_sites("id,capacity\n", "sites.csv");
    bad_sites("id,name\nA,x\nB,y\n", "has no column capacity");
    bad_sites("id,capacity\nA,\nB,3\n", "row 2: capacity is empty");
    bad_sites("id,capacity\nA,-3\nB,3\n", "is negative");
    bad_sites("id,capacity\nA,many\nB,3\n", "is not a number");
    bad_sites("id,capacity\nA,3\nA,3\n", "id \"A\" is already in row 2");
    bad_sites("id,capacity,verdict\nA,3,perhaps\nB,3,pass\n", "must be pass, fail or unknown");
    const auto bad_homes = [&](const std::string& text, const std::string& en) {
        Lists other;
        other.write("homes.csv", text);
        other.expect_refused(matrix, 3, en);
    };
    bad_homes("id,people\n", "homes.csv");
    bad_homes("id,people\nh1,-1\n", "is negative");
    bad_homes("id,people\nh1,two\n", "is not a number");
    bad_homes("id,people\nh1,2.5\n", "whole number");
    bad_homes("id,people\nh1,2\nh1,3\n", "is already in row 2");
    bad_homes("id,people,max_distance\nh1,2,3\n", "does not state its unit");
    lists.expect_refused({"--matrix", "od.csv", "--within", "district_x"}, 3,
                         "there is no column \"district_x\"");
    lists.expect_refused({"--matrix", "od.csv", "--together", "hamlet"}, 3, "there is no column \"hamlet\"");
    lists.expect_refused({"--matrix", "od.csv", "--max-distance", "30"}, 2, "--max-distance");
    lists.expect_refused({"--matrix", "od.csv", "--objective", "best"}, 2, "--objective best is unknown");
    EXPECT_EQ(lists.relocate({"--matrix", "od.csv", "-o", "plan.xlsx"}).exit_code, 2);
}

TEST(Relocate, RefusesAMatrixThatLeavesSomethingOpen) {
    const auto bad = [](const std::string& rows, const std::string& en) {
        Lists lists;
        lists.write("homes.csv", "id,people\nh1,2\nh2,1\n");
        lists.write("sites.csv", "id,capacity\nA,6\n");
        lists.write("od.csv", "origin_id,destination_id,metres\n" + rows);
        lists.expect_refused(matrix, 3, en);
    };
    bad("h1,A,5\n", "1 pairs are missing, such as \"h2\", \"A\"");
    bad("h1,A,5\nh2,A,-5\n", "is negative");
    bad("h1,A,5\nh2,A,far\n", "is not a number");
    bad("h1,A,5\nh9,A,5\n", "there is no household \"h9\"");
    bad("h1,A,5\nh2,Z,5\n", "there is no site \"Z\"");
    bad("h1,A,5\nh1,A,6\n", "listed twice");
}

/// 60,000 rows and 10,000 sites are 600 million pairs of 8 bytes; the matrix itself is not looked at.
TEST(Relocate, RefusesAMatrixThatMemoryDoesNotHoldBeforeMakingIt) {
    Lists lists;
    std::string homes = "id,people\n";
    for (int h = 0; h < 60'000; ++h) homes += fmt::format("h{},1\n", h);
    std::string sites = "id,capacity\n";
    for (int s = 0; s < 10'000; ++s) sites += fmt::format("s{},6\n", s);
    lists.write("homes.csv", homes);
    lists.write("sites.csv", sites);
    lists.expect_refused(matrix, 3, "60000 households and 10000 sites would take 4.8 GB of memory");
}

/// 100,000 km, the longest way that a matrix may hold, by 90 million people: beyond 64 bits of millimetres.
TEST(Relocate, RefusesWaysThatCannotBeSummedOverAllPeople) {
    Lists lists;
    lists.write("homes.csv", "id,people\nh1,45000000\nh2,45000000\n");
    lists.write("sites.csv", "id,capacity\nA,90000000\n");
    lists.write("od.csv", "origin_id,destination_id,metres\nh1,A,100000000\nh2,A,99999999.999\n");
    lists.expect_refused(matrix, 3, "\"h1\" has 100000000 m to go to \"A\"");
    lists.write("od.csv", "origin_id,destination_id,metres\nh1,A,30000\nh2,A,20000\n");
    EXPECT_EQ(lists.answer({})["value"], 45e6 * 30 + 45e6 * 20);
    lists.write("sites.csv", "id,capacity,price\nA,90000000,8000000000\n");
    EXPECT_EQ(lists.answer({"--objective", "cost"})["value"], 8e9);
}

TEST(Relocate, GivesTheSameBytesForAnyOrderOfRowsAndAnyThreads) {
    const auto plan = [](Lists& lists, const char* threads) {
        Json answer = lists.answer({"--threads", threads});
        for (const char* key : {"seconds", "inputs"}) answer.erase(key);
        return answer.dump();
    };
    Lists lists;
    const std::string before = plan(lists, "1");
    lists.write("homes.csv",
                "id,name,people,village,county\n"
                "h4,四户,5,w,c2\nh2,二户,3,v,c1\nh3,三户,2,w,c1\nh1,一户,4,v,c1\n");
    lists.write("sites.csv", "id,name,capacity,county,price\nB,乙点,9,c2,20\nA,甲点,6,c1,10\n");
    EXPECT_EQ(plan(lists, "2"), before);
}

TEST(Relocate, WritesWhatItsNameAsksFor) {
    const Lists lists;
    for (const char* name : {"plan.gpkg", "plan.json", "plan.csv"}) {
        const Outcome outcome = lists.relocate({"--matrix", "od.csv", "-o", name});
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_EQ(lists.relocate({"--matrix", "od.csv", "-o", name}).exit_code, 2) << "overwrote unasked";
    }
}

}  // namespace
}  // namespace yiquan::cli
