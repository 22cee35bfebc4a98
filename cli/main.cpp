// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <map>
#include <new>
#include <system_error>

#include "cli/command.hpp"
#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"

namespace yiquan::cli {
namespace {

ExitCode exit_code(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
            return usage_error;
        case ErrorKind::input:
        case ErrorKind::output:
            return input_error;
        case ErrorKind::internal:
            return our_fault;
        case ErrorKind::cancelled:
            return cancelled;
    }
    return our_fault;
}

/// `--lang zh` or `--lang=zh` anywhere; it must be known before the help is worded.
std::string language_option(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang" && i + 1 < argc) return argv[i + 1];
        if (word.starts_with("--lang=")) return std::string{word.substr(7)};
    }
    return {};
}

/// Only headings: translated type names would break CLI11's columns, which count bytes.
void word_in_chinese(CLI::App& app) {
    const auto formatter = app.get_formatter();
    formatter->label("Usage", "用法");
    formatter->label("OPTIONS", "选项");
    formatter->label("Positionals", "参数");
    formatter->label("Subcommands", "命令");
    formatter->label("SUBCOMMAND", "命令");
    formatter->label("REQUIRED", "必填");
    app.option_defaults()->group("选项");
}

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

/// What CLI11 found wrong with the words, in Chinese; it has only English itself.
std::string chinese_words(const CLI::ParseError& error) {
    std::string what = error.what();
    const std::string head = what.substr(0, what.find_first_of(": "));
    const int kind = error.get_exit_code();
    const auto is = [kind](CLI::ExitCodes code) { return kind == static_cast<int>(code); };
    if (is(CLI::ExitCodes::ExtrasError)) return "多余或无法识别：" + what.substr(what.find(": ") + 2);
    if (is(CLI::ExitCodes::RequiredError)) return head == "A" ? "没有写命令" : "缺少 " + head;
    if (is(CLI::ExitCodes::ArgumentMismatch)) return head + " 后面的取值个数不对";
    if (is(CLI::ExitCodes::ValidationError) || is(CLI::ExitCodes::ConversionError)) {
        return head + " 的取值不对（" + what + "）";
    }
    return what;
}

/// \param error `errno` of the failed write
/// \return the exit code of a result that stdout did not take
ExitCode lost_output(int error, Language language) {
    if (error == EPIPE) {  // the reader has had enough, as with `| head`
        std::signal(SIGPIPE, SIG_DFL);
        std::raise(SIGPIPE);
    }
    complain(language == Language::chinese ? "结果无法写到标准输出。"
                                           : "The result could not be written to stdout.");
    return input_error;
}

ExitCode run(int argc, char** argv, Language language) {
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
    app.add_option("--lang", lang, chinese ? "界面语言：zh 或 en" : "Language of messages: en or zh")
        ->check(CLI::IsMember({"en", "zh"}))
        ->type_name("en|zh");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) {
            app.exit(e);  // help or version
            return done;
        }
        complain(chinese ? fmt::format("命令行有误：{}。用 yiquan --help 查看用法。", chinese_words(e))
                         : fmt::format("{}. See yiquan --help.", e.what()));
        return usage_error;
    }
    return runs.at(app.get_subcommands().front())();
}

}  // namespace
}  // namespace yiquan::cli

int main(int argc, char** argv) {
    namespace cli = yiquan::cli;
    using yiquan::Error;
    using yiquan::Language;
    cli::listen_for_cancel();
    const Language language = cli::choose_language(cli::language_option(argc, argv));
    try {
        const cli::ExitCode code = cli::run(argc, argv, language);
        return std::fflush(stdout) == 0 ? code : cli::lost_output(errno, language);
    } catch (const Error& e) {
        cli::complain(e.message().in(language));
        return cli::exit_code(e.kind());
    } catch (const std::bad_alloc&) {
        cli::complain(language == Language::chinese
                          ? "内存不足；请减少数据量，或关闭绘图（[output] draw = false）。"
                          : "Out of memory; use less data, or [output] draw = false.");
    } catch (const std::exception& e) {
        const auto* system = dynamic_cast<const std::system_error*>(&e);
        if (system != nullptr && std::ferror(stdout) != 0) {
            return cli::lost_output(system->code().value(), language);
        }
        cli::complain(fmt::format(
            "{}{}", language == Language::chinese ? "程序内部错误：" : "Internal error: ", e.what()));
    }
    return cli::our_fault;
}
