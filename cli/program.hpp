// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <optional>
#include <string>

#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"

namespace yiquan::cli {

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
