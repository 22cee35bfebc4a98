// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/terminal.hpp"
#include "core/base/error.hpp"

namespace yiquan::cli {

/// Exit codes, one per cause.
enum ExitCode : int {
    done = 0,
    target_missed = 1,
    usage_error = 2,
    input_error = 3,  ///< the data, or the place to write to, cannot be used
    our_fault = 70,
    cancelled = 130,
};

/// What each of them means, as the help says it.
struct ExitCodeInfo {
    ExitCode code;
    std::string_view en;
    std::string_view zh;
};
inline constexpr std::array exit_codes{
    ExitCodeInfo{done, "done", "完成"},
    ExitCodeInfo{target_missed, "a target is missed (with --check)", "有目标未达到（使用 --check 时）"},
    ExitCodeInfo{usage_error, "the request is wrong", "命令或设置有误"},
    ExitCodeInfo{input_error, "the data, or the place to write to, cannot be used", "数据或输出位置不能使用"},
    ExitCodeInfo{our_fault, "a fault of the program's own", "程序自身的错误"},
    ExitCodeInfo{cancelled, "cancelled", "已取消"},
};

/// Words CLI11's headings in Chinese.
void word_in_chinese(CLI::App& app);

/// Parses the words of the command line. Help and version are printed.
/// \param name of the program, for the messages
/// \return nothing where the program goes on, else its exit code
[[nodiscard]] std::optional<ExitCode> parse(CLI::App& app, int argc, char** argv, const std::string& name,
                                            Language language);

/// A program's `main`: chooses the language, listens for Ctrl-C, and turns every error into a sentence and an
/// exit code.
[[nodiscard]] int run_program(int argc, char** argv, const std::function<ExitCode(Language)>& body);

}  // namespace yiquan::cli
