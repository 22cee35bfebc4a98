// SPDX-License-Identifier: MIT
#include "core/settings/toml_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/base/error_of.hpp"

namespace yiquan::settings {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class TomlTableTest : public ::testing::Test {
protected:
    TomlTable open(std::string_view text) {
        document_ = parse_toml(text, "run.toml");
        return {document_, "run.toml", ""};
    }
    /// The English message of the call's refusal.
    template <class Call>
    static std::string refusal(Call call) {
        const auto error = test::error_of(call);
        return error ? error->message().en : "not refused";
    }
    toml::table document_;
};

TEST_F(TomlTableTest, TextIsTextAndNothingElse) {
    TomlTable table = open("a = \"x\"\nn = 5\nd = 1979-05-27");
    EXPECT_EQ(table.text("a"), "x");
    EXPECT_EQ(table.text("b"), std::nullopt);
    EXPECT_EQ(table.text_or("b", "y"), "y");
    EXPECT_EQ(refusal([&] { (void)table.text("n"); }),
              "run.toml: n = 5 must be text in quotes, with its unit where it has one.");
    EXPECT_THAT(refusal([&] { (void)table.text("d"); }), HasSubstr("d = 1979-05-27 must be text"));
}

TEST_F(TomlTableTest, FlagsAreTrueOrFalse) {
    TomlTable table = open("yes = true\nno = false\none = 1");
    EXPECT_EQ(table.flag("yes"), true);
    EXPECT_EQ(table.flag("no"), false);
    EXPECT_EQ(table.flag("none"), std::nullopt);
    EXPECT_EQ(refusal([&] { (void)table.flag("one"); }), "run.toml: one must be true or false.");
}

TEST_F(TomlTableTest, TextsAreOneOrManyAndKeepTheirOrder) {
    TomlTable table = open("one = \"x\"\nmany = [\"b\", \"a\"]\nempty = []\nmixed = [\"a\", 1]\nn = 1");
    EXPECT_THAT(table.texts("one"), ElementsAre("x"));
    EXPECT_THAT(table.texts("many"), ElementsAre("b", "a"));
    EXPECT_THAT(table.texts("empty"), IsEmpty());
    EXPECT_THAT(table.texts("none"), IsEmpty());
    EXPECT_THAT(refusal([&] { (void)table.texts("mixed"); }), HasSubstr("must be a list of texts"));
    EXPECT_THAT(refusal([&] { (void)table.texts("n"); }), HasSubstr("n = 1 must be text in quotes"));
}

TEST_F(TomlTableTest, MessagesComeInBothLanguages) {
    TomlTable table = open("name = { zh = \"驿圈\", en = \"Yiquan\" }\nbad = { zhh = \"驿圈\" }");
    EXPECT_EQ(table.message("name").zh, "驿圈");
    EXPECT_EQ(table.message("name").en, "Yiquan");
    EXPECT_EQ(table.message("none").en, "");
    EXPECT_EQ(refusal([&] { (void)table.message("bad"); }),
              "run.toml: [bad] zhh is not a known setting. Did you mean \"zh\"?");
}

TEST_F(TomlTableTest, NestedTablesAreCalledByTheirWholePath) {
    TomlTable table = open("[a.b]\nc = 1");
    TomlTable inner = table.table("a").table("b");
    EXPECT_EQ(inner.full_name("c"), "run.toml: [a.b] c");
    EXPECT_EQ(refusal([&] { inner.refuse_unknown(); }), "run.toml: [a.b] c is not a known setting.");
}

TEST_F(TomlTableTest, ListsOfTablesHoldTablesOnly) {
    TomlTable table = open("[[figure]]\nkey = \"a\"\n[[figure]]\nkey = \"b\"");
    std::vector<TomlTable> rows = table.tables("figure");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].text("key"), "b");
    EXPECT_THAT(table.tables("none"), IsEmpty());
    TomlTable single = open("[figure]\nkey = \"a\"");
    EXPECT_EQ(refusal([&] { (void)single.tables("figure"); }),
              "run.toml: figure must be a list of tables: write [[figure]] above each.");
    TomlTable mixed = open("figure = [ { key = \"a\" }, \"b\" ]");
    EXPECT_THAT(refusal([&] { (void)mixed.tables("figure"); }), HasSubstr("[[figure]]"));
}

TEST_F(TomlTableTest, OnlyKeysThatSomebodyAskedForAreKnown) {
    TomlTable table = open("a = 1\nb = 2");
    EXPECT_THAT(refusal([&] { table.refuse_unknown(); }), HasSubstr("a is not a known setting"));
    EXPECT_TRUE(table.has("a"));
    EXPECT_FALSE(table.has("c"));
    EXPECT_THAT(refusal([&] { table.refuse_unknown(); }), HasSubstr("b is not a known setting"));
    EXPECT_TRUE(table.has("b"));
    EXPECT_EQ(refusal([&] { table.refuse_unknown(); }), "not refused");
}

TEST_F(TomlTableTest, RefusalsNameFileAndKeyInBothLanguages) {
    const TomlTable table = open("");
    const auto error = test::error_of([&] { table.refuse("key", {"is odd.", "很奇怪。"}); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), ErrorKind::usage);
    EXPECT_EQ(error->message().en, "run.toml: key is odd.");
    EXPECT_EQ(error->message().zh, "run.toml: key 很奇怪。");
}

}  // namespace
}  // namespace yiquan::settings
