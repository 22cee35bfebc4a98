// SPDX-License-Identifier: MIT

#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

using testing::HasSubstr;

/// A folder with tables for `yiquan locate`.
///   a --5-- X --12-- b --8-- Y --3-- c --4-- Z
class Tables {
public:
    Tables() {
        county_.write("od.csv",
                      "origin_id,destination_id,minutes\n"
                      "a,X,5\na,Y,20\na,Z,40\nb,X,12\nb,Y,8\nb,Z,30\nc,X,25\nc,Y,3\nc,Z,4\n");
        county_.write("weights.csv", "id,weight\na,10\nb,2\n");
    }
    void write(const std::string& name, const std::string& text) { county_.write(name, text); }
    [[nodiscard]] Outcome locate(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "locate");
        return county_.run(arguments);
    }
    [[nodiscard]] Json answer(std::vector<std::string> arguments) const {
        arguments.emplace_back("--json");
        const Outcome outcome = locate(std::move(arguments));
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        return Json::parse(outcome.out);
    }
    void expect_refused(std::vector<std::string> arguments, int code, const std::string& en) const {
        arguments.insert(arguments.begin(), "locate");
        expect_command_refused(county_, std::move(arguments), code, en);
    }

private:
    SmallCounty county_;
};

const std::vector<std::string> cover{"--model", "mclp", "--matrix", "od.csv", "--threshold", "10"};

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

TEST(Locate, CoversTheMostAndProvesIt) {
    const Tables tables;
    const Json answer = tables.answer(with(cover, {"-p", "1"}));
    EXPECT_EQ(answer["schema"], "yiquan.siting/1");
    EXPECT_EQ(answer["model"], "mclp");
    EXPECT_EQ(answer["status"], "optimal");
    EXPECT_EQ(answer["objective"], 2.0);  // Y reaches b and c
    EXPECT_EQ(answer["bound"], 2.0);
    EXPECT_EQ(answer["gap"], 0.0);
    EXPECT_EQ(answer["sites"], Json::array({"Y"}));
    EXPECT_EQ(answer["uncoverable"], 0.0);
    EXPECT_TRUE(answer["seconds"].is_number());
}

TEST(Locate, WeightsAreOneWhereAbsent) {
    const Tables tables;
    const Json answer = tables.answer(with(cover, {"-p", "1", "--weights", "weights.csv"}));
    EXPECT_EQ(answer["sites"], Json::array({"X"}));  // a alone outweighs b and c: 10 against 2 + 1
    EXPECT_EQ(answer["objective"], 10.0);
}

TEST(Locate, ExistingSitesStayAndAreNotCounted) {
    const Tables tables;
    const Json answer = tables.answer(with(cover, {"-p", "1", "--existing", "Y"}));
    EXPECT_EQ(answer["sites"], Json::array({"X"}));
    EXPECT_EQ(answer["existing"], Json::array({"Y"}));
    EXPECT_EQ(answer["objective"], 3.0);
}

TEST(Locate, ForcedAndForbiddenSitesAreObeyed) {
    const Tables tables;
    EXPECT_EQ(tables.answer(with(cover, {"-p", "1", "--forced", "Z"}))["sites"], Json::array({"Z"}));
    EXPECT_EQ(tables.answer(with(cover, {"-p", "1", "--forbidden", "Y,Z"}))["sites"], Json::array({"X"}));
}

TEST(Locate, ARangeOfCountsGivesTheCurveOfGains) {
    const Tables tables;
    const Json answer = tables.answer(with(cover, {"-p", "1..3", "--greedy"}));
    ASSERT_EQ(answer["curve"].size(), 3U);
    EXPECT_EQ(answer["curve"][0]["gain"], Json());
    EXPECT_EQ(answer["curve"][1]["gain"], 1.0);
    EXPECT_EQ(answer["curve"][2]["gain"], 0.0);
    EXPECT_EQ(answer["curve"][2]["greedy"]["objective"], 3.0);
    EXPECT_EQ(answer["objective"], 3.0);
}

TEST(Locate, AnswersThePMedianAndThePCenterOfTheLine) {
    const Tables tables;
    const Json median = tables.answer({"--model", "p-median", "--matrix", "od.csv", "-p", "2"});
    EXPECT_EQ(median["objective"], 5.0 + 8.0 + 3.0);
    EXPECT_EQ(median["sites"], Json::array({"X", "Y"}));
    const Json center = tables.answer({"--model", "p-center", "--matrix", "od.csv", "-p", "1"});
    EXPECT_EQ(center["objective"], 20.0);
    EXPECT_EQ(center["sites"], Json::array({"Y"}));
}

TEST(Locate, PricesMakeTheCheapestCoverAndABudgetBinds) {
    Tables tables;
    tables.write("sites.csv", "id,price\nX,2\nY,5\nZ,1\n");
    const Json cheapest =
        tables.answer({"--model", "lscp", "--matrix", "od.csv", "--threshold", "12", "--sites", "sites.csv"});
    EXPECT_EQ(cheapest["sites"], Json::array({"X", "Z"}));
    EXPECT_EQ(cheapest["objective"], 3.0);
    const Json within = tables.answer(with(cover, {"--budget", "3", "--sites", "sites.csv"}));
    EXPECT_EQ(within["objective"], 2.0);
    EXPECT_EQ(within["sites"], Json::array({"X", "Z"}));
}

TEST(Locate, AGraphOfTheOrLibraryTakesTheLastLengthOfAnEdge) {
    Tables tables;
    tables.write("line.txt", " 4 4 1\n 1 2 90\n 2 3 1\n 3 4 1\n 2 1 2\n");
    const Json answer = tables.answer({"--model", "p-median", "--orlib", "line.txt"});
    EXPECT_EQ(answer["objective"], 5.0);  // from 2: 2 + 0 + 1 + 2; from 3: 3 + 1 + 0 + 1
    EXPECT_EQ(answer["status"], "optimal");
}

TEST(Locate, BadTablesAreRefusedWithTheRow) {
    Tables tables;
    const std::string head = "origin_id,destination_id,minutes\n";
    const auto refused = [&](const std::string& rows, const std::string& en) {
        tables.write("od.csv", rows);
        tables.expect_refused(with(cover, {"-p", "1"}), 3, en);
    };
    refused(head + "a,X,5\na,X,6\n", "od.csv, row 3: the pair \"a\", \"X\" is already in row 2");
    refused(head + "a,X,-5\n", "row 2: minutes = \"-5\" is negative");
    refused(head + "a,X,near\n", "row 2: minutes = \"near\" is not a number");
    refused(head + "a,,5\n", "row 2: destination_id is empty");
    refused("origin_id,minutes,destination\na,5,X\n", "no column destination_id");
    refused(head, "no candidate");
    tables.write("od.csv", head + "a,X,5\n");
    tables.write("weights.csv", "id,weight\nq,1\n");
    tables.expect_refused(with(cover, {"-p", "1", "--weights", "weights.csv"}), 3, "no demand \"q\"");
    tables.write("weights.csv", "id,weight\na,0\n");
    tables.expect_refused(with(cover, {"-p", "1", "--weights", "weights.csv"}), 3, "weights are zero");
    tables.write("bad.txt", "3 1 1\n1 2 x\n");
    tables.expect_refused({"--model", "p-median", "--orlib", "bad.txt"}, 3, "\"x\" is not a whole number");
    tables.write("apart.txt", "3 1 1\n1 2 5\n");
    tables.expect_refused({"--model", "p-median", "--orlib", "apart.txt"}, 3, "not connected");
}

TEST(Locate, BadRequestsAreUsageErrors) {
    const Tables tables;
    const auto refused = [&](const std::vector<std::string>& words, const std::string& en) {
        tables.expect_refused(words, 2, en);
    };
    refused(with(cover, {"-p", "9"}), "-p 9 is more than the 3 candidates");
    refused(with(cover, {"-p", "many"}), "whole number");
    refused(with(cover, {"-p", "5..2"}), "backwards");
    refused(with(cover, {"-p", "1", "--forced", "X", "--forbidden", "X"}), "both forced and forbidden");
    refused(with(cover, {"-p", "1", "--radius", "1 km"}), "--radius goes with --candidates");
    refused(with(cover, {"--budget", "5%"}), "--budget \"5%\" must be an amount, not a percentage");
    refused(with(cover, {"--budget", "5 ％"}), "must be an amount, not a percentage");
    refused({"--model", "mclp", "-p", "1", "--matrix", "od.csv", "--threshold", "10 %"},
            "--threshold \"10 %\" must be an amount, not a percentage");
    refused({"--model", "mcpl", "-p", "1", "--matrix", "od.csv"}, "Did you mean \"mclp\"?");
    refused({"--model", "mclp", "-p", "1"}, "--matrix, --orlib, or --candidates");
    tables.expect_refused(with(cover, {"-p", "1", "--forced", "W"}), 3, "no site \"W\"");
}

TEST(Locate, EachModelSaysWhatItMisses) {
    Tables tables;
    tables.write("seats.csv", "id,seats\nX,5\nY,2\nZ,1\n");
    const std::vector<std::string> costs{"--matrix", "od.csv", "--weights", "weights.csv"};
    const auto refused = [&](const std::string& model, const std::vector<std::string>& words, int code,
                             const std::string& en) {
        tables.expect_refused(with(with({"--model", model}, costs), words), code, en);
    };
    refused("mclp", {"-p", "1"}, 2, "needs the highest cost that counts as served");
    refused("equity", {"-p", "1", "--threshold", "9"}, 2, "needs the zone of each demand; give --zones");
    refused("partial", {"--threshold", "9", "--share", "120 %"}, 2, "--share must be above 0 and at most 1");
    refused("capacitated-mclp", {"-p", "1", "--threshold", "9"}, 3, "Site \"X\" has no seats");
    // a 10, b 2 and c 1 make 13; the two largest sites have 7 seats.
    refused("capacitated-p-median", {"-p", "2", "--sites", "seats.csv"}, 3,
            "The demand of 13 exceeds the 7 seats that can open with -p 2 by 6");
    refused("lscp", {"--threshold", "9", "--budget", "2"}, 2, "leave -p and --budget out");
}

TEST(Locate, AMissingPairIsAnErrorWhereEveryPairCounts) {
    Tables tables;
    tables.write("od.csv", "origin_id,destination_id,minutes\na,X,5\na,Y,20\nb,X,12\n");
    for (const char* model : {"p-median", "p-center"}) {
        tables.expect_refused({"--model", model, "--matrix", "od.csv", "-p", "1"}, 3,
                              "The cost from demand \"b\" to site \"Y\" is missing");
    }
    EXPECT_EQ(tables.answer(with(cover, {"-p", "1"}))["objective"],
              1.0);  // elsewhere b is not within reach of Y
}

TEST(Locate, SiteTablesAndListsThatContradictAreRefused) {
    Tables tables;
    tables.write("sites.csv", "id,price\nX,2\nQ,5\n");
    tables.expect_refused(with(cover, {"-p", "1", "--sites", "sites.csv"}), 3,
                          "row 3: there is no site \"Q\"");
    tables.write("sites.csv", "id,price\nX,-2\n");
    tables.expect_refused(with(cover, {"-p", "1", "--sites", "sites.csv"}), 3, "price = \"-2\" is negative");
    tables.expect_refused(with(cover, {"-p", "1", "--existing", "X", "--forbidden", "X"}), 2,
                          "both an existing site that stays and forbidden");
    tables.expect_refused(with(cover, {"-p", "1..9"}), 2, "-p 9 is more than the 3 candidates");
    tables.write("zones.csv", "id,zone\na,north\nb,north\n");
    tables.expect_refused(
        {"--model", "equity", "--matrix", "od.csv", "--threshold", "9", "-p", "1", "--zones", "zones.csv"}, 3,
        "demand \"c\" has no zone");
}

TEST(Locate, ZonesOfOneNameInATableAreToldApartByTheirParents) {
    Tables tables;
    tables.write("zones.csv", "id,zone,parent\na,鼓楼区,甲市\nb,鼓楼区,乙市\nc,鼓楼区,乙市\n");
    const Json answer = tables.answer(
        {"--model", "equity", "--matrix", "od.csv", "--threshold", "9", "-p", "2", "--zones", "zones.csv"});
    ASSERT_EQ(answer["zones"].size(), 2U);
    EXPECT_EQ(answer["zones"][0]["code"], "乙市 鼓楼区");
    EXPECT_EQ(answer["zones"][0]["name"], "鼓楼区");
    EXPECT_EQ(answer["zones"][1]["parent"], "甲市");
    EXPECT_EQ(answer["sites"], Json::array({"X", "Y"}));  // X for a, Y for b and c
}

TEST(Locate, ABudgetOfZeroOpensNothingThatCosts) {
    Tables tables;
    tables.write("sites.csv", "id,price\nX,0\n");
    EXPECT_EQ(tables.answer(with(cover, {"--budget", "0"}))["sites"], Json::array());
    EXPECT_EQ(tables.answer(with(cover, {"--budget", "0", "--sites", "sites.csv"}))["sites"],
              Json::array({"X"}));
}

TEST(Locate, AnIdThatTwoDemandPointsShareCannotBeWeighed) {
    const SmallCounty county;
    county.write("demand.csv", "id,lon,lat\nd,101.05,36.05\nd,101.15,36.05\n");
    county.write("candidates.csv", "id,lon,lat\nc,101.05,36.05\n");
    county.write("weights.csv", "id,weight\nd,3\n");
    const Outcome outcome =
        county.run({"locate", "--model", "mclp", "-p", "1", "--radius", "1 km", "--candidates",
                    "candidates.csv", "--demand", "demand.csv", "--weights", "weights.csv"});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, HasSubstr("two demand points have the id \"d\""));
}

TEST(Locate, HelpListsEveryModel) {
    const Tables tables;
    const Outcome help = tables.locate({"--help"});
    for (const char* model : {"mclp", "lscp", "partial", "p-median", "p-center", "backup", "equity"}) {
        EXPECT_THAT(help.out, HasSubstr(std::string{model} + ":"));
    }
}

}  // namespace
}  // namespace yiquan::cli
