// SPDX-License-Identifier: MIT
#include "core/intake/row_message.hpp"

#include <gtest/gtest.h>

#include "core/intake/folded_text.hpp"

namespace yiquan::intake {
namespace {

TEST(ShownText, StaysOnOneLine) {
    EXPECT_EQ(shown("a\nb\tc\x7F"), "a b c ");
}

TEST(ShownText, IsCutBetweenCharacters) {
    EXPECT_EQ(shown("驿站驿站", 7), "驿站…");
    EXPECT_EQ(shown("驿站", 6), "驿站");
    EXPECT_EQ(shown("😀😀", 7), "😀…");
    EXPECT_EQ(shown(std::string(100, '\x80'), 10).size(), 7U + 3U);  // broken text is cut somewhere near
}

TEST(FoldedText, IgnoresCaseWidthAndSpaces) {
    EXPECT_EQ(folded("\uFEFF Ｌon　\u00A0（Ａ）"), "lon(a)");
}

}  // namespace
}  // namespace yiquan::intake
