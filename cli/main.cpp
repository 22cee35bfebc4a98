// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/command.hpp"
#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"
#include "core/io/gdal/gdal_program.hpp"

namespace yiquan::cli {
namespace {

/// The first word, where it is meant as a verb and is none.
/// \throws Error{usage} with the nearest verb
void check_verb(int argc, char** argv) {
    if (argc < 2 || std::string_view{argv[1]}.starts_with('-')) return;
    std::vector<std::string_view> verbs;
    for (const Command& command : commands()) verbs.push_back(command.name);
    if (std::find(verbs.begin(), verbs.end(), argv[1]) != verbs.end()) return;
    const Message near = suggestion(argv[1], verbs);
    throw Error{ErrorKind::usage,
                {fmt::format("There is no command \"{}\".{} See yiquan --help.", argv[1], near.en),
                 fmt::format("没有命令“{}”。{}用 yiquan --help 查看用法。", argv[1], near.zh)}};
}

ExitCode run(int argc, char** argv, Language language) {
    io::prepare_gdal_for_a_program();
    check_verb(argc, argv);
    const bool chinese = language == Language::chinese;
    CLI::App app{chinese ? "驿圈：谁没有被服务到，下一站设在哪里最好。"
                         : "Yiquan: who is not served, and where the next station helps most."};
    app.name("yiquan");
    app.require_subcommand(1);
    app.set_version_flag("--version", YIQUAN_VERSION, chinese ? "显示版本" : "Show the version");
    app.set_help_flag("-h,--help", chinese ? "显示帮助" : "Show this help");
    if (chinese) word_in_chinese(app);
    app.fallthrough();  // --lang may stand behind the words of a verb

    std::string lang;
    std::map<const CLI::App*, Run> runs;
    for (const Command& command : commands()) {
        CLI::App* verb = app.add_subcommand(std::string{command.name},
                                            std::string{chinese ? command.summary_zh : command.summary_en});
        verb->footer(fmt::format("{}\n  {}", chinese ? "例：" : "Example:", command.example));
        verb->set_help_flag("-h,--help", chinese ? "显示帮助" : "Show this help");
        verb->fallthrough();
        runs[verb] = command.setup(*verb, language);
    }
    std::string codes = chinese ? "退出码：" : "Exit codes:";
    for (const ExitCodeInfo& row : exit_codes)
        codes += fmt::format("\n  {:<28}{}", static_cast<int>(row.code), chinese ? row.zh : row.en);
    app.footer(codes);
    app.add_option("--lang", lang, chinese ? "界面语言：zh 或 en" : "Language of messages: en or zh")
        ->check(CLI::IsMember({"en", "zh"}))
        ->type_name("en|zh");
    if (const auto code = parse(app, argc, argv, "yiquan", language)) return *code;
    return runs.at(app.get_subcommands().front())();
}

}  // namespace
}  // namespace yiquan::cli

int main(int argc, char** argv) {
    return yiquan::cli::run_program(
        argc, argv, [&](yiquan::Language language) { return yiquan::cli::run(argc, argv, language); });
}
