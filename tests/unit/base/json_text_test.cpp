// SPDX-License-Identifier: MIT
#include "core/base/json_text.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

namespace yiquan {
namespace {

TEST(JsonText, EscapesWhatWouldEndTheString) {
    EXPECT_EQ(json_text("a \"b\"\\\nc\td\r"), R"("a \"b\"\\\nc\td\r")");
    EXPECT_EQ(json_text(std::string_view{"\x01\x1f\0", 3}), R"("\u0001\u001f\u0000")");
    EXPECT_EQ(json_text(""), R"("")");
}

TEST(JsonText, LeavesEveryCharacterOfUnicodeAsItIs) {
    for (const std::string text : {"读取数据", "é", "😀𠮷", "\x7f", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"})
        EXPECT_EQ(json_text(text), '"' + text + '"');
}

TEST(JsonText, PutsAMarkInPlaceOfEachByteThatIsNoUtf8) {
    const std::string mark = "\xEF\xBF\xBD";
    EXPECT_EQ(json_text("a\xFFz"), "\"a" + mark + "z\"");
    EXPECT_EQ(json_text("\xE8\xAF"), '"' + mark + mark + '"');                        // cut off in the middle
    EXPECT_EQ(json_text("\xC0\xAF"), '"' + mark + mark + '"');                        // a slash in two bytes
    EXPECT_EQ(json_text("\xED\xA0\x80"), '"' + mark + mark + mark + '"');             // half of a pair
    EXPECT_EQ(json_text("\xF4\x90\x80\x80"), '"' + mark + mark + mark + mark + '"');  // beyond Unicode
}

TEST(JsonText, IsReadByAnotherLibraryWhateverTheBytes) {
    std::uint32_t state = 1;
    const auto next = [&] {  // a fixed sequence (Lehmer 1951)
        return state = static_cast<std::uint32_t>(state * 48'271ULL % 2'147'483'647ULL);
    };
    constexpr int trials = 20'000;
    for (int trial = 0; trial < trials; ++trial) {
        std::string bytes;
        for (std::uint32_t i = next() % 12; i > 0; --i) bytes += static_cast<char>(next() % 256);
        const auto read = nlohmann::json::parse(json_text(bytes), nullptr, false);
        ASSERT_TRUE(read.is_string()) << json_text(bytes);
        const auto whole = nlohmann::json::parse('"' + bytes + '"', nullptr, false);
        if (whole.is_string() && bytes.find('\\') == std::string::npos) {
            EXPECT_EQ(read.get<std::string>(), bytes);
        }
    }
}

}  // namespace
}  // namespace yiquan
