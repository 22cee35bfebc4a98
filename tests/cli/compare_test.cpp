// SPDX-License-Identifier: MIT
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

using testing::HasSubstr;

/// Audits two lists of stations over the same villages and compares them.
class Compared : public testing::Test {
protected:
    Json compare(std::string_view before, std::string_view after) {
        county.write("stations.csv", before);
        static_cast<void>(county.audited("before"));
        county.write("stations.csv", after);
        static_cast<void>(county.audited("after"));
        const Outcome outcome = county.run({"compare", "before", "after", "--json"});
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        return Json::parse(outcome.out);
    }

    SmallCounty county;
};

void expect_change(const Json& row, double before, double after, double gained, double lost, double grown) {
    EXPECT_EQ(row["covered_before"], before) << row;
    EXPECT_EQ(row["covered_after"], after) << row;
    EXPECT_EQ(row["gained"], gained) << row;
    EXPECT_EQ(row["lost"], lost) << row;
    EXPECT_EQ(row["grown"], grown) << row;
}

TEST_F(Compared, NothingChangesWhereNothingChanged) {
    const Json same = compare(SmallCounty::stations, SmallCounty::stations);
    EXPECT_EQ(same["schema"], "yiquan.compare/1");
    expect_change(same["totals"], 180, 180, 0, 0, 0);
    EXPECT_TRUE(same["facilities"].empty());
}

TEST_F(Compared, AStationAddedAndOneRemovedGainAndLoseTheirVillages) {
    // d3 (30) loses s2; d4 (7) gains s3. The net change of 乙县 hides neither.
    const Json changed =
        compare(SmallCounty::stations, "id,name,lon,lat\ns1,东站,101.05,36.05\ns3,新站,101.199,36.09\n");
    EXPECT_EQ(changed["by_place"], true);
    expect_change(changed["totals"], 180, 157, 7, 30, 0);
    expect_change(changed["zones"][0], 150, 150, 0, 0, 0);
    EXPECT_EQ(changed["zones"][1]["code"], "2");
    expect_change(changed["zones"][1], 30, 7, 7, 30, 0);
    ASSERT_EQ(changed["facilities"].size(), 2U);
    EXPECT_EQ(changed["facilities"][0], (Json{{"change", "added"}, {"id", "s3"}, {"name", "新站"}}));
    EXPECT_EQ(changed["facilities"][1], (Json{{"change", "removed"}, {"id", "s2"}, {"name", "西站"}}));
}

TEST_F(Compared, AStationThatMovedTellsHowFarAndWhoLost) {
    // 0.01 degrees east: d2 (50) stays within 1 km, d1 (100) is then 0.9 km off and stays, too.
    const Json east =
        compare(SmallCounty::stations, "id,name,lon,lat\ns1,东站,101.06,36.05\ns2,西站,101.15,36.05\n");
    expect_change(east["totals"], 180, 180, 0, 0, 0);
    ASSERT_EQ(east["facilities"].size(), 1U);
    EXPECT_EQ(east["facilities"][0]["change"], "moved");
    EXPECT_NEAR(east["facilities"][0]["distance_m"].get<double>(), 901.1, 0.5);
}

TEST_F(Compared, AStationThatWasRenamedIsTheSameStation) {
    const Json renamed =
        compare(SmallCounty::stations, "id,name,lon,lat\ns1,东方站,101.05,36.05\ns2,西站,101.15,36.05\n");
    ASSERT_EQ(renamed["facilities"].size(), 1U);
    EXPECT_EQ(renamed["facilities"][0],
              (Json{{"change", "renamed"}, {"id", "s1"}, {"name", "东方站"}, {"name_before", "东站"}}));
}

TEST_F(Compared, PeopleWhoCameToACoveredVillageHaveGrownAndNotGained) {
    static_cast<void>(county.audited("before"));
    std::string demand{SmallCounty::demand};
    demand.replace(demand.find(",100\n"), 5, ",110\n");
    county.write("demand.csv", demand);
    static_cast<void>(county.audited("after"));
    const Json change = Json::parse(county.run({"compare", "before", "after", "--json"}).out);
    expect_change(change["totals"], 180, 190, 0, 0, 10);
}

TEST_F(Compared, WithoutTheLayersOnlyNetChangesAreKnownAndSaid) {
    static_cast<void>(
        compare(SmallCounty::stations, "id,name,lon,lat\ns1,东站,101.05,36.05\ns3,新站,101.199,36.09\n"));
    std::filesystem::remove(county.folder() / "before" / "audit.gpkg");
    const Json net = Json::parse(county.run({"compare", "before/audit.json", "after", "--json"}).out);
    EXPECT_EQ(net["by_place"], false);
    expect_change(net["zones"][1], 30, 7, 0, 23, 0);
    const Outcome words = county.run({"compare", "before", "after"});
    EXPECT_THAT(words.out, HasSubstr("only each zone's net change"));
    const Outcome chinese = county.run({"compare", "before", "after", "--lang", "zh"});
    EXPECT_THAT(chinese.out, HasSubstr("只能给出各单元净变化"));
}

TEST_F(Compared, DifferentRadiiAreSaid) {
    static_cast<void>(county.audited("before"));
    county.sections["standard"] = "radius = \"8 km\"";
    static_cast<void>(county.audited("after"));
    const Outcome outcome = county.run({"compare", "before", "after"});
    EXPECT_THAT(outcome.out, HasSubstr("different radii, 1 km and 8 km"));
    const Json change = Json::parse(county.run({"compare", "before", "after", "--json"}).out);
    expect_change(change["zones"][1], 30, 37, 7, 0, 0);
}

TEST_F(Compared, TheResultCanBeWrittenAndIsNotReplacedUnasked) {
    const Json json = compare(SmallCounty::stations, SmallCounty::stations);
    EXPECT_EQ(county.run({"compare", "before", "after", "-o", "c.json", "--quiet"}).exit_code, 0);
    EXPECT_EQ(Json::parse(content_of(county.folder() / "c.json")), json);
    EXPECT_EQ(county.run({"compare", "before", "after", "-o", "c.json"}).exit_code, 2);
}

TEST(Comparison, OfWhatIsNoAuditIsRefused) {
    const SmallCounty county;
    std::filesystem::create_directory(county.folder() / "empty");
    county.write("other.json", R"({"schema": "yiquan.audit/2"})");
    county.write("list.json", "[1, 2]");
    county.write("broken.json", "{");
    county.write("half.json", R"({"schema": "yiquan.audit/1", "run": {}})");
    for (const std::string path :
         {"missing", "empty", "other.json", "list.json", "broken.json", "half.json", "stations.csv"}) {
        const Outcome outcome = county.run({"compare", path, path});
        EXPECT_EQ(outcome.exit_code, 3) << path;
        expect_one_sentence(outcome);
        EXPECT_THAT(outcome.err, HasSubstr(path));
    }
    const Outcome long_name = county.run({"compare", std::string(300, 'x'), "empty"});
    EXPECT_EQ(long_name.exit_code, 3);
    expect_one_sentence(long_name);
}

TEST(Comparison, WithADamagedPackageIsRefused) {
    const SmallCounty county;
    static_cast<void>(county.audited("a"));
    static_cast<void>(county.audited("b"));
    county.write("b/audit.gpkg", "not a database at all");
    const Outcome outcome = county.run({"compare", "a", "b"});
    EXPECT_EQ(outcome.exit_code, 3);
    expect_one_sentence(outcome);
    EXPECT_THAT(outcome.err, HasSubstr("audit.gpkg"));
}

}  // namespace
}  // namespace yiquan::cli
