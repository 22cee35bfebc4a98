// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "cli/program.hpp"
#include "cli/terminal.hpp"
#include "core/base/message.hpp"
#include "core/io/files/staging.hpp"

namespace yiquan::cli {

/// Options that every verb has.
struct CommonOptions {
    std::string output;
    bool overwrite = false;
    bool json = false;
    unsigned threads = 0;
    std::string progress = "auto";
    bool quiet = false;

    [[nodiscard]] io::Overwrite overwriting() const {
        return overwrite ? io::Overwrite::yes : io::Overwrite::no;
    }
    [[nodiscard]] unsigned thread_count() const;
    /// \throws Error{usage} for an unknown kind of progress
    [[nodiscard]] std::unique_ptr<TerminalProgress> make_progress(Language language) const;
};

/// Adds the common options to a verb's own.
void add_common(CLI::App& app, CommonOptions& options, Language language);

/// Does the work of a verb once its options are parsed.
using Run = std::function<ExitCode()>;

/// One verb. `setup` adds options and touches no file.
struct Command {
    std::string_view name;
    std::string_view summary_en;
    std::string_view summary_zh;
    std::string_view example;  ///< runs on data/ from the project's folder; a test runs it
    Run (*setup)(CLI::App& app, Language language);
};

/// All verbs, in the order of the help.
[[nodiscard]] std::span<const Command> commands();

}  // namespace yiquan::cli
