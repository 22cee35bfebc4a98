// SPDX-License-Identifier: MIT
#include "core/coverage/opening_hours.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/error.hpp"

namespace yiquan::coverage {
namespace {

constexpr int monday = 0, friday = 4, saturday = 5, sunday = 6;

/// Hours of each day, such as "M1 8-12 14-18; S6 shut"; a day like the one before is not repeated.
std::string week(std::string_view text) {
    const auto hours = OpeningHours::parse(text);
    if (!hours) return "unread";
    std::string out;
    std::string last;
    for (int day = monday; day <= sunday; ++day) {
        std::string today;
        for (int minute = 0; minute < OpeningHours::minutes_a_day;) {
            const auto open = [&](int m) {
                return m < OpeningHours::minutes_a_day && hours->open_at({day, m});
            };
            if (!open(minute)) {
                ++minute;
                continue;
            }
            const int from = minute;
            while (open(minute)) ++minute;
            const auto clock = [](int m) {
                return m % 60 == 0 ? fmt::format("{}", m / 60) : fmt::format("{}:{}", m / 60, m % 60);
            };
            today += fmt::format("{}{}-{}", today.empty() ? "" : " ", clock(from), clock(minute));
        }
        if (today.empty()) today = "shut";
        if (today != last) {
            out += fmt::format("{}{}{} {}", out.empty() ? "" : "; ", "MTWTFSS"[day], day + 1, today);
        }
        last = today;
    }
    return out;
}

TEST(OpeningHours, ReadEveryWayOfSayingAlways) {
    for (const char* text : {"24小时", "24 小时", "24h", "24H", "24/7", "全天", "全天24小时", "24小时开放",
                             "00:00-24:00", "0:00-23:59", "7×24小时", "7*24", "二十四小时", "每天全天开放",
                             "周一至周日 24小时", "２４小时", "8:00-次日8:00", "24 hours"}) {
        const auto hours = OpeningHours::parse(text);
        ASSERT_TRUE(hours) << text;
        EXPECT_TRUE(hours->always_open()) << text;
    }
}

TEST(OpeningHours, ReadOneSpellForEveryDay) {
    for (const char* text : {"08:00-20:00",
                             "8:00至20:00",
                             "8：00—20：00",
                             "８:００－２０:００",
                             "8:00~20:00",
                             "8:00～20:00",
                             "08:00 – 20:00",
                             "8点-20点",
                             "8时到20时",
                             "08:00:00-20:00:00",
                             "8.00-20.00",
                             "8am-8pm",
                             "上午8:00-晚上8:00",
                             "早8点至晚8点",
                             "上午8:00-下午8点整",
                             "开放时间：8:00-20:00",
                             "每天 8:00-20:00",
                             "Mo-Su 08:00-20:00",
                             "daily 8:00 to 20:00",
                             "8:00-20:00（节假日除外）",
                             "8:00-20:00 周一至周日"}) {
        EXPECT_EQ(week(text), "M1 8-20") << text;
    }
    EXPECT_EQ(week("8点半-17点30分"), "M1 8:30-17:30");
}

TEST(OpeningHours, ReadSeveralSpells) {
    for (const char* text : {"08:30-12:00,14:00-18:00", "8:30-12:00、14:00-18:00", "8:30-12:00；14:00-18:00",
                             "8:30-12:00 14:00-18:00", "8:30-12:00\n14:00-18:00",
                             "上午8:30-12:00 下午14:00-18:00", "上午8:30-12:00，下午2:00-6:00"}) {
        EXPECT_EQ(week(text), "M1 8:30-12 14-18") << text;
    }
}

TEST(OpeningHours, ReadDays) {
    EXPECT_EQ(week("Mo-Fr 08:00-18:00; Sa 09:00-12:00"), "M1 8-18; S6 9-12; S7 shut");
    EXPECT_EQ(week("周一至周五 8:00-18:00"), "M1 8-18; S6 shut");
    EXPECT_EQ(week("星期一到星期五8:00-18:00，星期六9:00-12:00"), "M1 8-18; S6 9-12; S7 shut");
    EXPECT_EQ(week("周一至五 8:00-12:00,14:00-18:00"), "M1 8-12 14-18; S6 shut");
    EXPECT_EQ(week("周一、周三、周五 9:00-17:00"), "M1 9-17; T2 shut; W3 9-17; T4 shut; F5 9-17; S6 shut");
    EXPECT_EQ(week("Mo,We 09:00-17:00"), "M1 9-17; T2 shut; W3 9-17; T4 shut");
    EXPECT_EQ(week("周六日 10:00-16:00"), "M1 shut; S6 10-16");
    EXPECT_EQ(week("工作日8:00-18:00；周末及节假日10:00-16:00"), "M1 8-18; S6 10-16");
    EXPECT_EQ(week("Sa-Mo 10:00-16:00"), "M1 10-16; T2 shut; S6 10-16");
    EXPECT_EQ(week("Monday to Friday 9am-5pm"), "M1 9-17; S6 shut");
    EXPECT_EQ(week("周一至周五 24小时"), "M1 0-24; S6 shut");
}

TEST(OpeningHours, ReadDaysThatAreClosed) {
    EXPECT_EQ(week("8:00-18:00；周日休息"), "M1 8-18; S7 shut");
    EXPECT_EQ(week("Mo-Su 08:00-18:00; We off"), "M1 8-18; W3 shut; T4 8-18");
    EXPECT_EQ(week("9:00-17:00，周一闭馆"), "M1 shut; T2 9-17");
    EXPECT_EQ(week("20:00-02:00；周日休息"),
              "M1 20-24; T2 0-2 20-24; S7 0-2");  // Saturday's night still ends on Sunday
}

TEST(OpeningHours, RunOverMidnight) {
    EXPECT_EQ(week("20:00-06:00"), "M1 0-6 20-24");
    EXPECT_EQ(week("20:00-次日6:00"), "M1 0-6 20-24");
    EXPECT_EQ(week("晚上8:00-次日凌晨2:00"), "M1 0-2 20-24");
    EXPECT_EQ(week("18:00-26:00"), "M1 0-2 18-24");
    EXPECT_EQ(week("下午2点到晚上12点"), "M1 14-24");
    EXPECT_EQ(week("Su 22:00-03:00"), "M1 0-3; T2 shut; S7 22-24");
}

TEST(OpeningHours, LeaveUnreadWhatHasNoCertainReading) {
    for (const char* text : {"",
                             "看情况",
                             "8-20",
                             "夏季8:00-20:00 冬季9:00-18:00",
                             "8:00",
                             "8:00-",
                             "25:00-49:00",
                             "8:60-9:00",
                             "08:00-08:00",
                             "8:30-12:00,2:30-6:00",
                             "上午9:00-5:00",
                             "周一至周五",
                             "休息",
                             "周日休息",
                             "Mo-Fr 08:00-18:00; 09:00-12:00",
                             "周一至周五 8:00-12:00；周一至周五 9:00-18:00",
                             "8:00-18:00，周日9:00-12:00",
                             "节假日 9:00-12:00",
                             "24",
                             "0800-2000",
                             "-",
                             "8:00-20:00左右",
                             "8:00-12:00-18:00"}) {
        EXPECT_EQ(week(text), "unread") << text;
    }
    EXPECT_EQ(week(std::string(1'000'000, '8')), "unread");
}

TEST(OpeningHours, NeverFailOnGarbage) {
    unsigned state = 1;
    const std::string letters = "0123456789:-,; 周一至五休息点半MoFroff\xEF\xBC\x9A\xE3";
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            state = state * 1664525U + 1013904223U;
            text += letters[(state >> 8U) % letters.size()];
        }
        (void)OpeningHours::parse(text);
    }
}

TEST(OpeningHours, AreOpenOnEveryDayWhereNoneIsAskedFor) {
    const auto hours = OpeningHours::parse("Mo-Fr 08:00-18:00; Sa-Su 10:00-18:00");
    ASSERT_TRUE(hours);
    EXPECT_FALSE(hours->open_at({std::nullopt, 9 * 60}));
    EXPECT_TRUE(hours->open_at({friday, 9 * 60}));
    EXPECT_TRUE(hours->open_at({std::nullopt, 10 * 60}));
    EXPECT_FALSE(hours->open_at({std::nullopt, 18 * 60}));  // closed from that minute on
}

TEST(WeekTime, IsReadInBothLanguages) {
    EXPECT_EQ(parse_week_time("02:00", "at").minute, 120);
    EXPECT_EQ(parse_week_time("02:00", "at").weekday, std::nullopt);
    for (const char* text : {"Sa 23:30", "周六 23:30", "星期六23：30"}) {
        EXPECT_EQ(parse_week_time(text, "at").weekday, saturday) << text;
        EXPECT_EQ(parse_week_time(text, "at").minute, 23 * 60 + 30) << text;
    }
    EXPECT_EQ(parse_week_time("每天 8:00", "at").weekday, std::nullopt);
}

TEST(WeekTime, RefusesWhatIsNoTime) {
    for (const char* text : {"", "24:00", "25:00", "noon", "8", "Sa", "周末 10:00", "08:00-10:00", "8:61"}) {
        try {
            (void)parse_week_time(text, "open_at");
            ADD_FAILURE() << text;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::usage);
            EXPECT_NE(error.message().en.find("open_at = \"" + std::string{text} + "\""), std::string::npos);
        }
    }
}

}  // namespace
}  // namespace yiquan::coverage
