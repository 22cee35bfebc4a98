// SPDX-License-Identifier: MIT
#include "core/intake/columns.hpp"

#include <gmock/gmock.h>

#include "tests/unit/intake/tables.hpp"

namespace yiquan::intake {
namespace {

using ::testing::HasSubstr;

TEST(Columns, AreFoundByChineseAndEnglishNames) {
    const auto source = table({"站点名称", "经度", "Latitude", "所属区县", "常住人口"}, {});
    EXPECT_EQ(find_column(source, Meaning::name, ""), 0U);
    EXPECT_EQ(find_column(source, Meaning::longitude, ""), 1U);
    EXPECT_EQ(find_column(source, Meaning::latitude, ""), 2U);
    EXPECT_EQ(find_column(source, Meaning::county, ""), 3U);
    EXPECT_EQ(find_column(source, Meaning::weight, ""), 4U);
    EXPECT_EQ(find_column(source, Meaning::opening_hours, ""), std::nullopt);
}

TEST(Columns, IgnoreCaseSpacesByteOrderMarksAndUnitsInBrackets) {
    const auto source = table({"\uFEFF\u3000LON [deg] ", "纬度（°）", "Opening Hours", "ＩＤ"}, {});
    EXPECT_EQ(find_column(source, Meaning::longitude, ""), 0U);
    EXPECT_EQ(find_column(source, Meaning::latitude, ""), 1U);
    EXPECT_EQ(find_column(source, Meaning::opening_hours, ""), 2U);
    EXPECT_EQ(find_column(source, Meaning::id, ""), 3U);
}

TEST(Columns, ReadTheNameInBracketsOfSurveyorsColumns) {
    const auto source = table({"X（纬度）", "Y（经度）"}, {});
    EXPECT_EQ(find_column(source, Meaning::latitude, ""), 0U);
    EXPECT_EQ(find_column(source, Meaning::longitude, ""), 1U);
}

TEST(Columns, PreferTheBestKnownName) {
    const auto source = table({"序号", "x", "编号", "lon"}, {});
    EXPECT_EQ(find_column(source, Meaning::id, ""), 2U);
    EXPECT_EQ(find_column(source, Meaning::longitude, ""), 3U);
}

TEST(Columns, TakeTheUsersChoiceBeforeAnyKnownName) {
    const auto source = table({"lon", "Easting_2000"}, {});
    EXPECT_EQ(find_column(source, Meaning::longitude, "easting 2000"), 1U);
}

TEST(Columns, NameTheNearestColumnWhereTheChosenOneIsMissing) {
    const auto source = table({"name", "lng", "lat"}, {});
    const std::string message = error_of([&] { (void)find_column(source, Meaning::longitude, "lngg"); });
    EXPECT_THAT(message, HasSubstr("list.csv: there is no column \"lngg\" for the longitude"));
    EXPECT_THAT(message, HasSubstr("name, lng, lat"));
    EXPECT_THAT(message, HasSubstr("Did you mean \"lng\"?"));
}

TEST(Columns, EveryMeaningHasKnownNames) {
    for (int meaning = 0; meaning <= static_cast<int>(Meaning::note); ++meaning) {
        const auto names = known_names(static_cast<Meaning>(meaning));
        ASSERT_FALSE(names.empty());
        const auto source = table({std::string{names.back()}}, {});
        EXPECT_EQ(find_column(source, static_cast<Meaning>(meaning), ""), 0U) << names.back();
    }
}

}  // namespace
}  // namespace yiquan::intake
