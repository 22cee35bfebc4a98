// SPDX-License-Identifier: MIT
#include "core/siting/model_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/siting/model.hpp"

namespace yiquan::siting {
namespace {

/// A page of the documents, with the table put in its place where YIQUAN_WRITE_DOCS asks for it.
std::string page(const std::string& name, bool chinese) {
    const std::string path = YIQUAN_SOURCE_DIR "/docs/" + name;
    const auto read = [&] {
        std::ifstream file(path, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    };
    std::string text = read();
    if (std::getenv("YIQUAN_WRITE_DOCS") == nullptr) return text;
    const std::string table = model_table(chinese);
    const std::size_t begin = text.find(table.substr(0, table.find('\n')));
    const std::size_t end = text.find("\n\n", begin);
    if (begin == std::string::npos || end == std::string::npos) return text;
    text.replace(begin, end + 1 - begin, table);
    std::ofstream(path, std::ios::binary) << text;
    return read();
}

TEST(ModelTable, TheSitingPagesHoldIt) {
    for (const bool chinese : {false, true}) {
        EXPECT_THAT(page(chinese ? "siting.zh.md" : "siting.md", chinese),
                    testing::HasSubstr(model_table(chinese) + "\n"))
            << "run test_siting --gtest_filter='ModelTable.*' with YIQUAN_WRITE_DOCS=1, and look at the page";
    }
}

TEST(ModelTable, NamesASourceForEveryModel) {
    for (const Model& model : models) {
        EXPECT_FALSE(model.paper.empty()) << model.id;
        EXPECT_FALSE(model.formula.empty()) << model.id;
    }
}

/// What is said of a model, or done because of it, is a field of its row.
TEST(Models, AreNamedInTheirOwnRoomAlone) {
    const std::filesystem::path root{YIQUAN_SOURCE_DIR};
    std::size_t seen = 0;
    for (const char* house : {"core", "cli", "plugin"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / house)) {
            const std::string path = std::filesystem::relative(entry.path(), root).generic_string();
            if (!path.ends_with("pp") || path.starts_with("core/siting/")) continue;
            ++seen;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string code{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
            for (const Model& model : models) {
                EXPECT_EQ(code.find(fmt::format("\"{}\"", model.id)), std::string::npos)
                    << path << " names " << model.id;
            }
        }
    }
    EXPECT_GT(seen, 200U);  // else the test looked in the wrong place
}

TEST(Models, HaveWordsOfTheirOwnAlsoWhereAnotherVersionKnewMore) {
    for (const Model& model : models) {
        EXPECT_EQ(&model_of_document(model.id), &model);
        for (const std::string_view words : {model.objective_en, model.objective_zh, model.rival_en,
                                             model.rival_zh, model.proof_en, model.proof_zh}) {
            EXPECT_FALSE(words.empty()) << model.id;
        }
    }
    EXPECT_EQ(model_of_document("of a later version").rival_en, "do better");
}

}  // namespace
}  // namespace yiquan::siting
