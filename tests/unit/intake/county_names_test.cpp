// SPDX-License-Identifier: MIT
#include "core/intake/county_names.hpp"

#include <gtest/gtest.h>

namespace yiquan::intake {
namespace {

demand::Zones qinghai_counties() {
    demand::Zones zones;
    const auto add = [&](const char* code, const char* name, const char* parent, const char* note = "") {
        zones.push_back({code, name, parent, note, {}, {}});
    };
    add("630102", "城东区", "西宁市");
    add("630103", "城中区", "西宁市");
    add("630223", "互助土族自治县", "海东市");
    add("632324", "河南蒙古族自治县", "黄南藏族自治州");
    add("632701", "玉树市", "玉树藏族自治州");
    add("632723", "称多县", "玉树藏族自治州");
    add("632803", "茫崖市和大柴旦（海西州直辖）", "海西蒙古族藏族自治州",
        "含原冷湖");  // as some borders join them
    return zones;
}

constexpr std::uint32_t chengdong = 0, huzhu = 2, henan = 3, yushu = 4, chengduo = 5, mangya = 6;

TEST(CountyNames, ShortNamesLoseRankAndNationality) {
    EXPECT_EQ(short_name("互助土族自治县"), "互助");
    EXPECT_EQ(short_name("大通回族土族自治县"), "大通");
    EXPECT_EQ(short_name("河南蒙古族自治县"), "河南");
    EXPECT_EQ(short_name("玉树藏族自治州"), "玉树");
    EXPECT_EQ(short_name("互助县"), "互助");
    EXPECT_EQ(short_name("城东区"), "城东");
    EXPECT_EQ(short_name("市区"), "市区");
}

TEST(CountyNames, AcceptCodesOfTheCountyItsTownsAndItsPrefecture) {
    CountyNames names(qinghai_counties());
    EXPECT_TRUE(names.same("630102", chengdong));
    EXPECT_TRUE(names.same("630102003", chengdong));
    EXPECT_TRUE(names.same("630100", chengdong));
    EXPECT_TRUE(names.same("630000", chengdong));
    EXPECT_FALSE(names.same("630103", chengdong));
    EXPECT_FALSE(names.same("630200", chengdong));
}

TEST(CountyNames, AcceptFullAndShortNamesAndAddresses) {
    CountyNames names(qinghai_counties());
    EXPECT_TRUE(names.same("互助土族自治县", huzhu));
    EXPECT_TRUE(names.same(" 互助县", huzhu));
    EXPECT_TRUE(names.same("互助", huzhu));
    EXPECT_TRUE(names.same("青海省海东市互助县", huzhu));
    EXPECT_TRUE(names.same("黄南州河南县", henan));
    EXPECT_TRUE(names.same("", huzhu));
}

TEST(CountyNames, TakeTheLastPlaceOfAnAddress) {
    CountyNames names(qinghai_counties());
    EXPECT_TRUE(names.same("玉树州称多县", chengduo));
    EXPECT_FALSE(names.same("玉树州称多县", yushu));
    EXPECT_TRUE(names.same("玉树州玉树市", yushu));
}

TEST(CountyNames, AcceptTheUnitAboveAndWhatAZoneSaysItHolds) {
    CountyNames names(qinghai_counties());
    EXPECT_TRUE(names.same("西宁市", chengdong));
    EXPECT_TRUE(names.same("海西州", mangya));
    EXPECT_TRUE(names.same("大柴旦", mangya));
    EXPECT_TRUE(names.same("冷湖", mangya));
}

TEST(CountyNames, RefuseOtherCounties) {
    CountyNames names(qinghai_counties());
    EXPECT_FALSE(names.same("城中区", chengdong));
    EXPECT_FALSE(names.same("西宁市城中区", chengdong));
    EXPECT_FALSE(names.same("兰州市", chengdong));
    EXPECT_FALSE(names.same("互助县", chengdong));
}

TEST(CountyNames, DoNotCompareCodesWithZonesThatHaveNone) {
    CountyNames names(demand::Zones{{"northern grid", "A1", "", "", {}, {}}});
    EXPECT_TRUE(names.same("630102", 0));
}

}  // namespace
}  // namespace yiquan::intake
