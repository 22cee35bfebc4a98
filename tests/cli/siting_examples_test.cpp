// SPDX-License-Identifier: MIT
// Runs the examples of docs/siting.md and docs/siting.zh.md: ```csv NAME is a file, ```sh a command, and
// every line of the ```text answer behind it must stand in what the command prints.
#include <algorithm>
#include <sstream>

#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

using testing::HasSubstr;

struct Block {
    std::string info;  ///< what stands behind the fence
    std::vector<std::string> lines;

    [[nodiscard]] std::string text() const {
        std::string out;
        for (const std::string& line : lines) out.append(line).push_back('\n');
        return out;
    }
};

std::vector<Block> blocks_of(const std::string& page) {
    std::ifstream file(fmt::format("{}/docs/{}", YIQUAN_SOURCE_DIR, page));
    EXPECT_TRUE(file) << page;
    std::vector<Block> blocks;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("```")) {
            inside = !inside;
            if (inside) blocks.push_back({line.substr(3), {}});
        } else if (inside) {
            blocks.back().lines.push_back(line);
        }
    }
    return blocks;
}

/// Runs of blanks count as one, since tables are as wide as they need to be.
std::string squeezed(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out.push_back(c);
    }
    return out;
}

/// \return the models that the page's commands name
std::vector<std::string> run_examples(const std::string& page) {
    const SmallCounty scratch;
    std::vector<std::string> models;
    std::string printed;
    for (const Block& block : blocks_of(page)) {
        if (block.info.starts_with("csv ")) {
            scratch.write(block.info.substr(4), block.text());
        } else if (block.info == "sh") {
            EXPECT_EQ(block.lines.size(), 1U) << page;
            std::vector<std::string> arguments = words(block.lines.front());
            arguments.erase(arguments.begin());  // yiquan
            const Outcome outcome = scratch.run(arguments);
            EXPECT_EQ(outcome.exit_code, 0) << block.lines.front() << "\n" << outcome.err;
            printed = squeezed(outcome.out);
            models.push_back(arguments.at(2));
        } else if (block.info == "text answer") {
            EXPECT_FALSE(block.lines.empty());
            for (const std::string& line : block.lines)
                EXPECT_THAT(printed, HasSubstr(squeezed(line))) << page;
        }
    }
    return models;
}

TEST(SitingPages, EveryExampleAnswersWhatThePageSays) {
    const std::vector<std::string> models = run_examples("siting.md");
    for (const char* model : {"mclp", "lscp", "partial", "p-median", "p-center", "backup", "capacitated-mclp",
                              "capacitated-p-median", "equity"}) {
        EXPECT_THAT(models, testing::Contains(model));
    }
    EXPECT_EQ(run_examples("siting.zh.md"), models);
}

}  // namespace
}  // namespace yiquan::cli
