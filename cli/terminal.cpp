// SPDX-License-Identifier: MIT
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "core/base/json_text.hpp"

namespace yiquan::cli {
namespace {

// A signal handler can reach nothing else.
volatile std::sig_atomic_t cancel_asked = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void ask_to_cancel(int signal) {
    cancel_asked = 1;
    std::signal(signal, SIG_DFL);
}

/// A stage may bear a name that the user wrote.
std::string on_one_line(std::string text) {
    constexpr unsigned char first_printable = 0x20;
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < first_printable; }, ' ');
    return text;
}

/// Words for people: that nobody reads them is no reason to fail.
void say(const std::string& words) {
    std::fputs(words.c_str(), stderr);
}

}  // namespace

ProgressStyle automatic_progress() {
    return isatty(STDERR_FILENO) != 0 ? ProgressStyle::line : ProgressStyle::none;
}

TerminalProgress::TerminalProgress(ProgressStyle style, Language language)
    : style_(style), language_(language), started_(Clock::now()), shown_(started_) {}

TerminalProgress::~TerminalProgress() {
    if (line_shown_) say("\r\033[K");
}

void TerminalProgress::report(double fraction) {
    if (ended()) return;
    const double before = fraction_;
    fraction_ = std::clamp(fraction, fraction_, 1.0);
    if (style_ == ProgressStyle::none) return;
    constexpr auto pause = std::chrono::milliseconds(100);
    constexpr double percent = 100.0;
    const bool risen = std::floor(fraction_ * percent) > std::floor(before * percent);
    if (Clock::now() - shown_ >= pause || (style_ == ProgressStyle::json && risen)) show();
}

void TerminalProgress::stage(const Message& name) {
    if (ended()) return;
    stage_ = name.in(language_);
    if (style_ == ProgressStyle::json) show();
}

void TerminalProgress::show() {
    constexpr auto patience = std::chrono::seconds(1);
    shown_ = Clock::now();
    if (style_ == ProgressStyle::json) {
        constexpr double thousand = 1000.0;  // 1.000 is only said of what is complete
        say(fmt::format("{{\"progress\": {:.3f}, \"stage\": {}}}\n",
                        std::floor(fraction_ * thousand) / thousand, json_text(stage_)));
    } else if (shown_ - started_ > patience) {
        say(fmt::format("\r\033[K{:3.0f} %  {}", fraction_ * 100.0, on_one_line(stage_)));
        std::fflush(stderr);
        line_shown_ = true;
    }
}

bool TerminalProgress::cancelled() const {
    return cancel_asked != 0;
}

void listen_for_cancel() {
    std::signal(SIGINT, ask_to_cancel);
    std::signal(SIGTERM, ask_to_cancel);
    if (std::signal(SIGHUP, ask_to_cancel) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);  // nohup stays nohup
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

Language choose_language(const std::string& choice) {
    if (!choice.empty()) return choice.starts_with("zh") ? Language::chinese : Language::english;
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        // No thread has started yet, and nothing sets the environment.
        const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe)
        if (value != nullptr && *value != '\0') {
            return std::string_view{value}.starts_with("zh") ? Language::chinese : Language::english;
        }
    }
    return Language::english;
}

void complain(const std::string& sentence) {
    say(fmt::format("yiquan: {}\n", sentence));
}

}  // namespace yiquan::cli
