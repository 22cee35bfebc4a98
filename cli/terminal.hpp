// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

#include "core/base/progress.hpp"

namespace yiquan::cli {

enum class ProgressStyle { none, line, json };

/// `line` where stderr is a terminal, else `none`.
[[nodiscard]] ProgressStyle automatic_progress();

/// Shows progress on stderr and polls for Ctrl-C. The line appears only for work that takes over a second; as
/// JSON there is a line for each stage and each hundredth, and the last one, of 1.000, comes once.
class TerminalProgress final : public Progress {
public:
    TerminalProgress(ProgressStyle style, Language language);
    ~TerminalProgress() override;
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;

    void report(double fraction) override;
    void stage(const Message& name) override;
    [[nodiscard]] bool cancelled() const override;

private:
    [[nodiscard]] bool ended() const { return fraction_ >= 1.0; }
    void show();

    using Clock = std::chrono::steady_clock;
    ProgressStyle style_;
    Language language_;
    std::string stage_;
    double fraction_ = 0.0;
    Clock::time_point started_;
    Clock::time_point shown_;
    bool line_shown_ = false;
};

/// From now on Ctrl-C, SIGTERM and a closed terminal ask the work to stop; again, a second or more later,
/// they end the program at once. A reader that goes away and a file-size limit become write errors instead of
/// ending it half-way.
void listen_for_cancel();

/// The language of `--lang` where it is given, else of LC_ALL, LC_MESSAGES or LANG.
/// \param choice empty, "en" or "zh"
[[nodiscard]] Language choose_language(const std::string& choice);

/// Prints one sentence on stderr, behind "yiquan: ".
void complain(const std::string& sentence);

}  // namespace yiquan::cli
