// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>

namespace yiquan::cli {
namespace {

/// `--lang zh` or `--lang=zh` anywhere; it must be known before the help is worded.
std::string language_option(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang" && i + 1 < argc) return argv[i + 1];
        if (word.starts_with("--lang=")) return std::string{word.substr(7)};
    }
    return {};
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

}  // namespace

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

std::optional<ExitCode> parse(CLI::App& app, int argc, char** argv, const std::string& name,
                              Language language) {
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) {
            app.exit(e);  // help or version
            return done;
        }
        complain(language == Language::chinese
                     ? fmt::format("命令行有误：{}。用 {} --help 查看用法。", chinese_words(e), name)
                     : fmt::format("{}. See {} --help.", e.what(), name));
        return usage_error;
    }
    return std::nullopt;
}

int run_program(int argc, char** argv, const std::function<ExitCode(Language)>& body) {
    listen_for_cancel();
    const Language language = choose_language(language_option(argc, argv));
    try {
        const ExitCode code = body(language);
        return std::fflush(stdout) == 0 ? code : lost_output(errno, language);
    } catch (const Error& e) {
        complain(e.message().in(language));
        return exit_code_of(e.kind());
    } catch (const std::bad_alloc&) {
        complain(language == Language::chinese
                     ? "内存不足；请减少数据量，或关闭绘图（[output] draw = false）。"
                     : "Out of memory; use less data, or [output] draw = false.");
    } catch (const std::exception& e) {
        const auto* system = dynamic_cast<const std::system_error*>(&e);
        if (system != nullptr && std::ferror(stdout) != 0) {
            return lost_output(system->code().value(), language);
        }
        complain(fmt::format(
            "{}{}", language == Language::chinese ? "程序内部错误：" : "Internal error: ", e.what()));
    }
    return our_fault;
}

}  // namespace yiquan::cli
