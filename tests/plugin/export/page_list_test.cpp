// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/export/export_page_list.hpp"

#include <gmock/gmock.h>

#include "core/base/error.hpp"

namespace yiquan::plugin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(PageList, ReadsNumbersAndRangesOnceEachInRisingOrder) {
    EXPECT_THAT(page_list(QStringLiteral("1-3, 5"), 8), ElementsAre(0, 1, 2, 4));
    EXPECT_THAT(page_list(QStringLiteral("5,2-3,3"), 8), ElementsAre(1, 2, 4));
    EXPECT_THAT(page_list(QStringLiteral(" 8 "), 8), ElementsAre(7));
    EXPECT_THAT(page_list(QStringLiteral(""), 8), IsEmpty());
    EXPECT_THAT(page_list(QStringLiteral(" , "), 8), IsEmpty());
}

TEST(PageList, ReadsWhatAChineseKeyboardWrites) {
    EXPECT_THAT(page_list(QStringLiteral("1至3，5、7"), 8), ElementsAre(0, 1, 2, 4, 6));
    EXPECT_THAT(page_list(QStringLiteral("2～4；６"), 8), ElementsAre(1, 2, 3, 5));
}

TEST(PageList, NamesThePieceThatIsWrong) {
    struct Case {
        const char* text;
        const char* piece;
    };
    for (const Case& each :
         {Case{"1, two", "\"two\""}, Case{"2-9", "2-9"}, Case{"0", "0"}, Case{"3-1", "3-1"},
          Case{"1-", "\"1-\""}, Case{"99999999999999999999999", "999999"}}) {
        try {
            (void)page_list(QString::fromUtf8(each.text), 8);
            FAIL() << each.text;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::usage) << each.text;
            EXPECT_THAT(error.message().en, HasSubstr(each.piece));
            EXPECT_THAT(error.message().zh, HasSubstr("页"));
        }
    }
}

}  // namespace
}  // namespace yiquan::plugin
