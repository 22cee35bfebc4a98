// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/paper_font.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.hpp"

namespace yiquan::plugin {
namespace {

QFont font_of(double points) {
    QFont font(chinese_family(families_with_chinese()));
    font.setPointSizeF(points);
    return font;
}

TEST(ChineseFamily, PrefersTheOneThatPagesAreDrawnFor) {
    EXPECT_EQ(chinese_family({"Some Kai", "WenQuanYi Zen Hei", "Noto Sans CJK SC"}), "Noto Sans CJK SC");
    EXPECT_EQ(chinese_family({"Some Kai"}), "Some Kai");
    EXPECT_TRUE(chinese_family({}).isEmpty());
}

TEST(ChineseFamily, ThatIsMissingIsRefusedWithThePackageToInstall) {
    try {
        refuse_without_font();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_THAT(error.message().zh, testing::HasSubstr("fonts-noto-cjk"));
        EXPECT_THAT(error.message().en, testing::HasSubstr("fonts-noto-cjk"));
    }
}

TEST(Chinese, IsFoundInNamesAndSigns) {
    EXPECT_TRUE(has_chinese("Xining 西宁"));
    EXPECT_TRUE(has_chinese("（1）"));
    EXPECT_FALSE(has_chinese("Xining – 75 %, Größe"));
}

TEST(Text, ThatFitsKeepsItsLettersAndItsLine) {
    const FittedText fitted = fit_text(font_of(20), "西宁市", QSizeF(100, 12), 6);
    EXPECT_EQ(fitted.text, "西宁市");
    EXPECT_DOUBLE_EQ(fitted.font.pointSizeF(), 20.0);
}

TEST(Text, ThatIsTooLongGetsSmallerAndWrapsButStaysWhole) {
    const QString name = QString("茫崖市和大柴旦").repeated(6);
    const FittedText fitted = fit_text(font_of(20), name, QSizeF(100, 12), 6);
    EXPECT_EQ(QString(fitted.text).remove('\n'), name);
    EXPECT_LT(fitted.font.pointSizeF(), 20.0);
    EXPECT_LE(text_size(fitted.font, fitted.text).height(), 12.01);
    EXPECT_LE(text_size(fitted.font, fitted.text).width(), 100.01);
}

TEST(Text, ThatCannotFitEvenSoSaysThatItGoesOn) {
    const FittedText fitted = fit_text(font_of(8), QString("字").repeated(2000), QSizeF(50, 5), 6);
    EXPECT_TRUE(fitted.text.endsWith("…"));
}

}  // namespace
}  // namespace yiquan::plugin
