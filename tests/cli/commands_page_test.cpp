// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>
#include <string>

#include "core/toolbox/analysis.hpp"
#include "tests/cli/help_of.hpp"
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

/// docs/commands.md as the program would print it.
std::string commands_page() {
    std::string page =
        "# Verbs and options 命令与选项\n\nPrinted from the program; a test keeps it true. What they mean, "
        "and "
        "every key of a run file: [reference.md](reference.md). 由程序打印，由测试保证一致。\n";
    const auto add = [&](const std::string& help) { page += "\n```text\n" + help + "```\n"; };
    for (const char* language : {"en", "zh"}) add(yiquan({"--help", "--lang", language}).out);
    for (const std::string& verb : verbs()) {
        page += "\n## yiquan " + verb + "\n";
        for (const char* language : {"en", "zh"}) add(help_of(verb, language));
    }
    return page;
}

TEST(CommandsPage, IsWhatTheProgramPrints) {
    const std::string path = YIQUAN_SOURCE_DIR "/docs/commands.md";
    const std::string page = commands_page();
    if (std::getenv("YIQUAN_WRITE_DOCS") != nullptr) std::ofstream(path, std::ios::binary) << page;
    EXPECT_EQ(content_of(path), page)
        << "run test_cli --gtest_filter='CommandsPage.*' with YIQUAN_WRITE_DOCS=1, and look at the page";
}

/// The options of a verb; those that take a value, or those that take none.
std::set<std::string> options_of(const std::string& verb, bool with_value) {
    static const std::regex line(R"(^  (?:-\w,)?(--?[a-z-]+)( (?:TEXT|FLOAT|INT|UINT|N:)\S*)?.*)");
    std::set<std::string> found;
    std::istringstream help(help_of(verb, "en"));
    for (std::string text; std::getline(help, text);) {
        std::smatch match;
        if (std::regex_match(text, match, line) && match[2].matched == with_value) found.insert(match[1]);
    }
    return found;
}

/// What the toolbox has no use for: where results go and how a program talks, and what it asks in its own
/// way.
const std::set<std::string> of_the_terminal{"--help",  "--output",   "--overwrite", "--json", "--threads",
                                            "--quiet", "--progress", "--check",     "--orlib"};

TEST(ToolboxOptions, AreThoseOfTheProgram) {
    std::size_t seen = 0;
    for (const toolbox::Analysis& analysis : toolbox::analyses()) {
        if (analysis.verb.empty()) continue;
        const std::string verb{analysis.verb};
        const std::set<std::string> flags = options_of(verb, false);
        const std::set<std::string> valued = options_of(verb, true);
        std::set<std::string> known;
        for (const toolbox::Parameter& parameter : analysis.parameters) {
            const std::string option{parameter.option};
            if (option.empty()) continue;
            const bool flag = parameter.kind == toolbox::ParameterKind::flag;
            EXPECT_TRUE((flag ? flags : valued).contains(option)) << verb << " " << option;
            known.insert(option);
            ++seen;
        }
        for (const std::set<std::string>* options : {&flags, &valued}) {
            for (const std::string& option : *options) {
                EXPECT_TRUE(known.contains(option) || of_the_terminal.contains(option))
                    << verb << " " << option << " is missing in the toolbox";
            }
        }
    }
    EXPECT_GT(seen, 20U);
}

}  // namespace
}  // namespace yiquan::cli
