// SPDX-License-Identifier: MIT
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "core/base/json_text.hpp"

namespace yiquan::cli {
namespace {

// A signal handler can reach nothing else.
volatile std::sig_atomic_t cancel_asked = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// When each signal came first, in milliseconds of the clock that never goes back; 0 before.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::array<std::atomic<std::int64_t>, NSIG> first_came{};

/// One Ctrl-C may come as several: a key that repeats, a parent that hands on what the whole group heard.
void ask_to_cancel(int signal) {
    constexpr std::int64_t same_wish = 1000;
    timespec clock{};
    ::clock_gettime(CLOCK_MONOTONIC, &clock);
    const std::int64_t now = std::int64_t{clock.tv_sec} * 1000 + clock.tv_nsec / 1'000'000;
    std::int64_t first = 0;
    cancel_asked = 1;
    if (first_came.at(static_cast<std::size_t>(signal)).compare_exchange_strong(first, now)) return;
    if (now - first < same_wish) return;
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void hear(int signal) {
    struct sigaction ours {};
    ours.sa_handler = ask_to_cancel;
    ours.sa_flags = SA_RESTART;
    ::sigaction(signal, &ours, nullptr);
}

bool is_ignored(int signal) {
    struct sigaction now {};
    return ::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
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
    hear(SIGINT);
    hear(SIGTERM);
    if (!is_ignored(SIGHUP)) hear(SIGHUP);  // nohup stays nohup
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
