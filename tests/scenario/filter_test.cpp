// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scenario/audited.hpp"
#include "tests/scenario/drawn_map.hpp"

namespace yiquan::test {
namespace {

using ::testing::HasSubstr;

/// Six people between B and C, four between A and B; every station reaches the places beside it.
class NightTown : public ::testing::Test {
protected:
    NightTown() : town_("A.4.B.6.C", kilometres(1)) {
        town_.facility('A').hours = coverage::OpeningHours::parse("24小时");
        town_.facility('B').hours = coverage::OpeningHours::parse("Mo-Fr 08:00-20:00");
    }
    [[nodiscard]] Audited audited_when(const coverage::FacilityFilter& filter) const {
        audit::AuditParams params = radius(Metres{2100});
        params.filter = filter;
        return audited(params, town_.facilities(), town_.zones("ZZZZZZZZZ"), town_.demand());
    }
    static coverage::FacilityFilter open_at(std::string_view time) {
        coverage::FacilityFilter filter;
        filter.open_at = coverage::parse_week_time(time, "open_at");
        return filter;
    }
    DrawnMap town_;
};

TEST_F(NightTown, WithoutAFilterEveryStationServes) {
    const Audited audit = audited_when({});
    EXPECT_EQ(audit.total().covered, Persons::whole(10));
    EXPECT_EQ(audit.total().single, Persons{});
    EXPECT_EQ(audit.findings.count(), 0U) << "unknown hours matter only to those who ask for them";
}

TEST_F(NightTown, OnlyWhatIsOpenRoundTheClockRemainsAtNight) {
    const Audited audit = audited_when(open_at("02:00"));
    EXPECT_EQ(audit.total().covered, Persons::whole(4));
    EXPECT_EQ(audit.total().gap, Persons::whole(6));
    EXPECT_EQ(audit.total().single, Persons::whole(4));
    EXPECT_EQ(audit.total().facilities, 1U);
    EXPECT_TRUE(audit.facility('A').active);
    EXPECT_FALSE(audit.facility('B').active);
    EXPECT_EQ(audit.facility('B').served, Persons{});
    EXPECT_EQ(audit.by_id.at("c6r0").nearest, "A") << "a closed station is nobody's nearest";
    EXPECT_EQ(audit.result.service_areas.size(), 1U);
    EXPECT_EQ(audit.result.service_areas[0].facility, 0U);
}

TEST_F(NightTown, AFilterThatLeavesNothingIsAFinding) {
    coverage::FacilityFilter filter;
    filter.kinds = {"司机之家"};  // the town has none, or the kind is misspelt
    const Audited audit = audited_when(filter);
    EXPECT_EQ(audit.total().gap, Persons::whole(10));
    EXPECT_EQ(audit.findings.count(features::FindingKind::none_admitted), 1U);
}

TEST_F(NightTown, TheHourAndTheDayDecide) {
    EXPECT_EQ(audited_when(open_at("We 10:00")).total().covered, Persons::whole(10));
    EXPECT_EQ(audited_when(open_at("We 10:00")).total().single, Persons::whole(6));  // C is unknown
    EXPECT_EQ(audited_when(open_at("周六 10:00")).total().covered, Persons::whole(4));
    EXPECT_EQ(audited_when(open_at("10:00")).total().covered, Persons::whole(4))
        << "without a day the station has to be open on every day";
}

TEST_F(NightTown, AStationWhoseHoursNobodyKnowsIsClosedAndAFinding) {
    coverage::FacilityFilter filter;
    filter.open_24h = true;
    const Audited audit = audited_when(filter);
    EXPECT_FALSE(audit.facility('C').active);
    ASSERT_EQ(audit.findings.count(features::FindingKind::unknown_hours), 1U);
    const features::Finding& finding = audit.findings.list()[0];
    EXPECT_EQ(finding.action, features::Action::left_out);
    EXPECT_EQ(finding.row, 4U);
    EXPECT_THAT(finding.detail.en, HasSubstr("station C"));
    EXPECT_THAT(finding.detail.zh, HasSubstr("station C"));
}

TEST_F(NightTown, HoursThatCouldNotBeReadAreNotReportedTwice) {
    town_.facility('C').hours_text = "看情况";  // was a finding when the list was read
    const Audited audit = audited_when(open_at("02:00"));
    EXPECT_FALSE(audit.facility('C').active);
    EXPECT_EQ(audit.findings.count(), 0U);
}

TEST_F(NightTown, AllAmenitiesMustBeThere) {
    town_.facility('A').amenities = {"WiFi", "饮水"};
    town_.facility('B').amenities = {"饮水"};
    coverage::FacilityFilter filter;
    filter.amenities = {"饮水"};
    EXPECT_EQ(audited_when(filter).total().covered, Persons::whole(10));
    filter.amenities = {"饮水", "wifi"};
    EXPECT_EQ(audited_when(filter).total().covered, Persons::whole(4));
    filter.amenities = {"饮"};
    EXPECT_EQ(audited_when(filter).total().covered, Persons{}) << "part of a word is another amenity";
}

TEST_F(NightTown, AnyOfTheKindsWillDo) {
    town_.facility('A').kind = "工会驿站";
    town_.facility('B').kind = "司机之家";
    coverage::FacilityFilter filter;
    filter.kinds = {"工会驿站"};
    EXPECT_EQ(audited_when(filter).total().covered, Persons::whole(4));
    filter.kinds = {"工会驿站", "司机之家"};
    EXPECT_EQ(audited_when(filter).total().covered, Persons::whole(10));
    EXPECT_EQ(audited_when(filter).total().single, Persons::whole(6)) << "C has no kind";
}

TEST_F(NightTown, EveryConditionMustHold) {
    town_.facility('A').kind = "工会驿站";
    town_.facility('B').kind = "工会驿站";
    coverage::FacilityFilter filter = open_at("We 10:00");
    filter.kinds = {"工会驿站"};
    filter.open_24h = true;
    const Audited audit = audited_when(filter);
    EXPECT_TRUE(audit.facility('A').active);
    EXPECT_FALSE(audit.facility('B').active);
}

TEST_F(NightTown, AFilterThatLeavesNobodyPutsEverybodyIntoTheGap) {
    coverage::FacilityFilter filter;
    filter.kinds = {"图书馆"};
    const Audited audit = audited_when(filter);
    EXPECT_EQ(audit.total().gap, Persons::whole(10));
    EXPECT_EQ(audit.total().facilities, 0U);
    EXPECT_EQ(audit.result.facilities.size(), 3U) << "they stay in the list, as not active";
    EXPECT_EQ(audit.layers.layer("facilities").text(0, "active"), "0");
    EXPECT_FALSE(audit.total().nearest);
}

}  // namespace
}  // namespace yiquan::test
