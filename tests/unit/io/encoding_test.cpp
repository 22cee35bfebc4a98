// SPDX-License-Identifier: MIT
#include "core/io/tables/encoding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

using testing::HasSubstr;

constexpr std::string_view xining_gbk = "\xCE\xF7\xC4\xFE";  // 西宁
// U+20000 needs four bytes in GB18030.
constexpr std::string_view rare_gb18030 = "\x95\x32\x82\x36";

std::string whole_text(const std::string& path) {
    TextReader reader{parse_source_path(path)};
    std::string text;
    while (reader.append_to(text)) continue;
    return text;
}

TextEncoding encoding_of(const std::string& path) {
    return detect_encoding(parse_source_path(path));
}

TEST(Encoding, TakesPlainAndMarkedUtf8) {
    const ScratchFolder folder;
    EXPECT_EQ(whole_text(folder.write("plain.csv", "名称\n西宁😀\n")), "名称\n西宁😀\n");
    EXPECT_EQ(whole_text(folder.write("marked.csv", "\xEF\xBB\xBF名称\n")), "名称\n");
}

TEST(Encoding, FindsGb18030WithTwoAndFourByteLetters) {
    const ScratchFolder folder;
    const std::string path =
        folder.write("gbk.csv", std::string{xining_gbk} + "," + std::string{rare_gb18030} + "\n");
    EXPECT_EQ(encoding_of(path), TextEncoding::gb18030);
    EXPECT_EQ(whole_text(path), "西宁,\U00020000\n");
}

TEST(Encoding, ConvertsLettersThatAPieceBoundaryCutsInTwo) {
    const ScratchFolder folder;
    std::string gbk = "a";
    std::string expected = "a";
    for (int i = 0; i < 800'000; ++i) {
        gbk += xining_gbk;
        expected += "西宁";
    }
    EXPECT_EQ(whole_text(folder.write("long.csv", gbk)), expected);
}

TEST(Encoding, ReadsUtf16WithAByteOrderMark) {
    const ScratchFolder folder;
    using namespace std::string_view_literals;
    EXPECT_EQ(whole_text(folder.write("little.csv", "\xFF\xFE\x7F\x89,\0\x81\x5B"sv)), "西,宁");
    EXPECT_EQ(whole_text(folder.write("big.csv", "\xFE\xFF\x89\x7F\0,\x5B\x81"sv)), "西,宁");
}

TEST(Encoding, RefusesBinaryDataNamedCsv) {
    const ScratchFolder folder;
    using namespace std::string_view_literals;
    const std::string zeros = folder.write("zeros.csv", "id,name\n1,\0\n"sv);
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return encoding_of(zeros); }).en,
                HasSubstr("zeros.csv: is not a table"));
    std::string noise;
    for (int i = 0; i < 1000; ++i) noise += static_cast<char>(1 + i % 255);
    const std::string path = folder.write("noise.csv", noise);
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return encoding_of(path); }).en,
                HasSubstr("is not a table"));
}

TEST(Encoding, PassesOneStrayControlCharacter) {
    const ScratchFolder folder;
    EXPECT_EQ(encoding_of(folder.write("stray.csv", "id,name\n1,a\vb\n")), TextEncoding::utf8);
}

TEST(Encoding, NamesTheLineThatIsNeitherUtf8NorGb18030) {
    const ScratchFolder folder;
    const std::string path = folder.write("latin.csv", "id,name\n1,caf\xE9\n2,\xFF\xFF\n");
    const Message message = error_of(ErrorKind::input, [&] { return encoding_of(path); });
    EXPECT_THAT(message.en, HasSubstr("line 2 is neither UTF-8 nor GB18030"));
    EXPECT_THAT(message.zh, HasSubstr("第 2 行"));
}

TEST(Encoding, DoesNotTakeDamagedUtf8ForGb18030) {
    const ScratchFolder folder;
    std::string text = "id,名称\n1,西宁市城东区东关大街驿站\n";
    text += "2,\xE8\xA5\n3,海东市平安区驿站\n";
    const std::string path = folder.write("damaged.csv", text);
    const Message message = error_of(ErrorKind::input, [&] { return encoding_of(path); });
    EXPECT_THAT(message.en, HasSubstr("line 3 holds bytes that are not UTF-8"));
}

TEST(Encoding, RefusesAMarkedUtf8FileThatIsGbkInside) {
    const ScratchFolder folder;
    const std::string path = folder.write("lies.csv", "\xEF\xBB\xBF" + std::string{xining_gbk});
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return encoding_of(path); }).en, HasSubstr("line 1"));
}

TEST(Encoding, KnowsTheEdgesOfUtf8) {
    EXPECT_TRUE(is_utf8("\xF4\x8F\xBF\xBF"));   // U+10FFFF
    EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // beyond
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // a surrogate
    EXPECT_FALSE(is_utf8("\xC0\xAF"));          // overlong
    EXPECT_FALSE(is_utf8("\xE8\xA5"));          // cut off
    EXPECT_TRUE(is_utf8(""));
}

TEST(Encoding, MakesFieldTextUtf8WhateverItWas) {
    EXPECT_EQ(to_utf8("西宁"), "西宁");
    EXPECT_EQ(to_utf8(xining_gbk), "西宁");
    EXPECT_EQ(to_utf8("西宁市城东区\xE9\xA9"), "西宁市城东区");
    EXPECT_EQ(to_utf8("caf\xFF!"), "caf\uFFFD!");
}

}  // namespace
}  // namespace yiquan::io
