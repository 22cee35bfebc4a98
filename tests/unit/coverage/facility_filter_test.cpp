// SPDX-License-Identifier: MIT
#include "core/coverage/facility_filter.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace yiquan::coverage {
namespace {

Facility station(const std::string& hours, std::vector<std::string> amenities = {}, std::string kind = {}) {
    Facility facility;
    facility.hours_text = hours;
    facility.hours = OpeningHours::parse(hours);
    facility.amenities = std::move(amenities);
    facility.kind = std::move(kind);
    return facility;
}

TEST(FacilityFilter, WithoutConditionsAdmitsAll) {
    EXPECT_TRUE(FacilityFilter{}.admits(Facility{}));
    EXPECT_FALSE(FacilityFilter{}.asks_for_hours());
}

TEST(FacilityFilter, AStationWithUnknownHoursIsNotTakenForOpen) {
    FacilityFilter all_day;
    all_day.open_24h = true;
    FacilityFilter at_two;
    at_two.open_at = WeekTime{std::nullopt, 2 * 60};
    EXPECT_TRUE(all_day.asks_for_hours());
    EXPECT_TRUE(at_two.asks_for_hours());
    EXPECT_FALSE(all_day.admits(Facility{}));
    EXPECT_FALSE(at_two.admits(Facility{}));
}

TEST(FacilityFilter, NightCoverageKeepsOnlyWhatIsOpenThen) {
    FacilityFilter at_two;
    at_two.open_at = WeekTime{std::nullopt, 2 * 60};
    EXPECT_TRUE(at_two.admits(station("24小时")));
    EXPECT_TRUE(at_two.admits(station("20:00-06:00")));
    EXPECT_FALSE(at_two.admits(station("08:00-20:00")));
    FacilityFilter all_day;
    all_day.open_24h = true;
    EXPECT_TRUE(all_day.admits(station("24小时")));
    EXPECT_FALSE(all_day.admits(station("20:00-06:00")));
}

TEST(FacilityFilter, AsksForEveryAmenityWithoutCase) {
    FacilityFilter filter;
    filter.amenities = {"WiFi", "微波炉"};
    EXPECT_TRUE(filter.admits(station("", {"wifi", "微波炉", "饮水机"})));
    EXPECT_FALSE(filter.admits(station("", {"wifi"})));
    EXPECT_FALSE(filter.admits(station("", {"wifi ap", "微波炉"})));
    EXPECT_FALSE(filter.admits(Facility{}));
}

TEST(FacilityFilter, AsksForOneOfTheKinds) {
    FacilityFilter filter;
    filter.kinds = {"工会驿站", "司机之家"};
    EXPECT_TRUE(filter.admits(station("", {}, "司机之家")));
    EXPECT_FALSE(filter.admits(station("", {}, "暖心驿站")));
    EXPECT_FALSE(filter.admits(Facility{}));
}

TEST(FacilityFilter, AllConditionsMustHold) {
    FacilityFilter filter;
    filter.open_24h = true;
    filter.kinds = {"工会驿站"};
    filter.amenities = {"饮水机"};
    EXPECT_TRUE(filter.admits(station("24小时", {"饮水机"}, "工会驿站")));
    EXPECT_FALSE(filter.admits(station("08:00-20:00", {"饮水机"}, "工会驿站")));
    EXPECT_FALSE(filter.admits(station("24小时", {}, "工会驿站")));
    EXPECT_FALSE(filter.admits(station("24小时", {"饮水机"}, "司机之家")));
}

}  // namespace
}  // namespace yiquan::coverage
