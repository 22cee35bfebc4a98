// SPDX-License-Identifier: MIT
#include "core/coverage/hours_tokens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

namespace yiquan::coverage {
namespace {

constexpr int minutes_an_hour = 60;
constexpr unsigned long workdays = 0b0011111;
constexpr unsigned long weekend = 0b1100000;

struct Word {
    std::string_view text;
    HoursKind kind;
    unsigned long value = 0;
};

/// Longer words before those that they begin with.
constexpr auto words = std::to_array<Word>({{"法定节假日除外", HoursKind::noise},
                                            {"节假日除外", HoursKind::noise},
                                            {"法定节假日休息", HoursKind::noise},
                                            {"节假日休息", HoursKind::noise},
                                            {"ph off", HoursKind::noise},
                                            {"7x24小时", HoursKind::always},
                                            {"7x24", HoursKind::always},
                                            {"7*24小时", HoursKind::always},
                                            {"7*24", HoursKind::always},
                                            {"7×24小时", HoursKind::always},
                                            {"7×24", HoursKind::always},
                                            {"24小时", HoursKind::always},
                                            {"24hours", HoursKind::always},
                                            {"24hrs", HoursKind::always},
                                            {"24/7", HoursKind::always},
                                            {"24h", HoursKind::always},
                                            {"二十四小时", HoursKind::always},
                                            {"全天候", HoursKind::always},
                                            {"全天", HoursKind::always},
                                            {"周一", HoursKind::days, 1},
                                            {"周二", HoursKind::days, 2},
                                            {"周三", HoursKind::days, 4},
                                            {"周四", HoursKind::days, 8},
                                            {"周五", HoursKind::days, 16},
                                            {"周六", HoursKind::days, 32},
                                            {"周日", HoursKind::days, 64},
                                            {"周天", HoursKind::days, 64},
                                            {"每周", HoursKind::noise},
                                            {"周末", HoursKind::days, weekend},
                                            {"双休日", HoursKind::days, weekend},
                                            {"工作日", HoursKind::days, workdays},
                                            {"每日", HoursKind::days, all_days},
                                            {"每天", HoursKind::days, all_days},
                                            {"天天", HoursKind::days, all_days},
                                            {"daily", HoursKind::days, all_days},
                                            {"everyday", HoursKind::days, all_days},
                                            {"weekdays", HoursKind::days, workdays},
                                            {"weekends", HoursKind::days, weekend},
                                            {"monday", HoursKind::days, 1},
                                            {"mon", HoursKind::days, 1},
                                            {"mo", HoursKind::days, 1},
                                            {"tuesday", HoursKind::days, 2},
                                            {"tue", HoursKind::days, 2},
                                            {"tu", HoursKind::days, 2},
                                            {"wednesday", HoursKind::days, 4},
                                            {"wed", HoursKind::days, 4},
                                            {"we", HoursKind::days, 4},
                                            {"thursday", HoursKind::days, 8},
                                            {"thu", HoursKind::days, 8},
                                            {"th", HoursKind::days, 8},
                                            {"friday", HoursKind::days, 16},
                                            {"fri", HoursKind::days, 16},
                                            {"fr", HoursKind::days, 16},
                                            {"saturday", HoursKind::days, 32},
                                            {"sat", HoursKind::days, 32},
                                            {"sa", HoursKind::days, 32},
                                            {"sunday", HoursKind::days, 64},
                                            {"sun", HoursKind::days, 64},
                                            {"su", HoursKind::days, 64},
                                            {"休息", HoursKind::closed},
                                            {"闭馆", HoursKind::closed},
                                            {"不营业", HoursKind::closed},
                                            {"不开放", HoursKind::closed},
                                            {"closed", HoursKind::closed},
                                            {"off", HoursKind::closed},
                                            {"上午", HoursKind::morning},
                                            {"早上", HoursKind::morning},
                                            {"早", HoursKind::morning},
                                            {"下午", HoursKind::afternoon},
                                            {"晚上", HoursKind::evening},
                                            {"晚", HoursKind::evening},
                                            {"次日凌晨", HoursKind::next_day},
                                            {"次日", HoursKind::next_day},
                                            {"第二天", HoursKind::next_day},
                                            {"翌日", HoursKind::next_day},
                                            {"开放时间", HoursKind::noise},
                                            {"营业时间", HoursKind::noise},
                                            {"服务时间", HoursKind::noise},
                                            {"对外开放", HoursKind::noise},
                                            {"开放", HoursKind::noise},
                                            {"营业", HoursKind::noise},
                                            {"服务", HoursKind::noise},
                                            {"至", HoursKind::dash},
                                            {"到", HoursKind::dash},
                                            {"to", HoursKind::dash},
                                            {"-", HoursKind::dash},
                                            {"~", HoursKind::dash},
                                            {"～", HoursKind::dash},
                                            {"〜", HoursKind::dash},
                                            {"—", HoursKind::dash},
                                            {"–", HoursKind::dash},
                                            {"‐", HoursKind::dash},
                                            {"‑", HoursKind::dash},
                                            {"−", HoursKind::dash},
                                            {"―", HoursKind::dash},
                                            {"─", HoursKind::dash},
                                            {",", HoursKind::comma},
                                            {"、", HoursKind::comma},
                                            {"及", HoursKind::comma},
                                            {"和", HoursKind::comma},
                                            {";", HoursKind::semicolon},
                                            {"。", HoursKind::semicolon},
                                            {"\n", HoursKind::semicolon},
                                            {"(", HoursKind::noise},
                                            {")", HoursKind::noise},
                                            {":", HoursKind::noise},
                                            {" ", HoursKind::noise}});

/// Bare numerals that may follow a weekday: "周一至五", "周六日".
constexpr auto short_days = std::to_array<Word>({{"一", HoursKind::days, 1},
                                                 {"二", HoursKind::days, 2},
                                                 {"三", HoursKind::days, 4},
                                                 {"四", HoursKind::days, 8},
                                                 {"五", HoursKind::days, 16},
                                                 {"六", HoursKind::days, 32},
                                                 {"日", HoursKind::days, 64},
                                                 {"天", HoursKind::days, 64}});

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
        out.append(text.substr(0, at)).append(to);
        text.remove_prefix(at + from.size());
    }
    return out.append(text);
}

/// Lower case and half width; line ends as "\n".
std::string half_width(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
        char c = text[i];
        if (i + 2 < text.size() && byte(i) == 0xEF && (byte(i + 1) == 0xBC || byte(i + 1) == 0xBD)) {
            const unsigned code = (byte(i + 1) - 0xBCU) * 64U + (byte(i + 2) - 0x80U) + 0x20U;
            if (code < 0x7FU) {
                c = static_cast<char>(code);
                i += 2;
            }
        }
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        out += c == '\r' ? '\n' : c == '\t' ? ' ' : c;
    }
    return out;
}

/// Half width, one word for each weekday, no holidays (a week has none), and spaces only where they part two
/// numbers or two words.
std::string plain(std::string_view text) {
    std::string out = half_width(text);
    for (const std::string_view space : {"\u3000", "\u00A0"}) out = replaced(out, space, " ");
    for (const std::string_view week : {"星期", "礼拜"}) out = replaced(out, week, "周");
    for (const std::string_view day : {"法定节假日", "节假日"}) {
        for (const std::string_view besides : {"及", "和", "、"})
            out = replaced(out, fmt::format("{}{}", besides, day), "");
    }
    std::string spaced;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] != ' ') {
            spaced += out[i];
            continue;
        }
        const std::size_t next = out.find_first_not_of(' ', i);
        if (spaced.empty() || next == std::string::npos) continue;
        const bool parts = (is_digit(spaced.back()) && is_digit(out[next])) ||
                           (is_letter(spaced.back()) && is_letter(out[next]));
        if (parts) spaced += ' ';
        i = next - 1;
    }
    return spaced;
}

/// Cuts plain text into tokens; fails at the first thing it does not know.
class Tokens {
public:
    [[nodiscard]] static std::optional<std::vector<HoursToken>> of(std::string_view text) {
        Tokens tokens{text};
        while (!tokens.rest_.empty()) {
            if (!tokens.take_word() && !tokens.take_time()) return std::nullopt;
        }
        return std::move(tokens.list_);
    }

private:
    explicit Tokens(std::string_view text) : rest_(text) {}

    bool take(std::span<const Word> known) {
        for (const Word& word : known) {
            if (!rest_.starts_with(word.text)) continue;
            const std::string_view after = rest_.substr(word.text.size());
            const bool whole = after.empty() || !is_letter(word.text.back()) || !is_letter(after.front());
            if (!whole) continue;
            rest_ = after;
            if (word.kind != HoursKind::noise) list_.push_back({word.kind, static_cast<int>(word.value)});
            return true;
        }
        return false;
    }

    bool take_word() {
        if (!list_.empty()) {
            const auto last = std::find_if(list_.rbegin(), list_.rend(), [](const HoursToken& token) {
                return token.kind != HoursKind::dash && token.kind != HoursKind::comma;
            });
            if (last != list_.rend() && last->kind == HoursKind::days && take(short_days)) return true;
        }
        return take(words);
    }

    std::optional<int> take_number(std::size_t most_digits) {
        std::size_t digits = 0;
        int number = 0;
        while (digits < rest_.size() && digits < most_digits && is_digit(rest_[digits])) {
            number = number * 10 + (rest_[digits++] - '0');
        }
        if (digits == 0) return std::nullopt;
        rest_.remove_prefix(digits);
        return number;
    }

    bool take_text(std::string_view text) {
        if (!rest_.starts_with(text)) return false;
        rest_.remove_prefix(text.size());
        return true;
    }

    /// "8:30", "8:30:00", "8.30", "8点", "8点半", "8时30分", "8am", "8:30pm".
    bool take_time() {
        constexpr int latest_hour = 48;  // OpenStreetMap writes 26:00 for 02:00 of the next day
        const std::optional<int> hour = take_number(2);
        if (!hour || *hour > latest_hour) return false;
        int minute = 0;
        bool complete = false;
        if (take_text(":") || take_text(".")) {
            if (rest_.size() < 2 || !is_digit(rest_[1])) return false;
            minute = take_number(2).value_or(minutes_an_hour);
            if (rest_.starts_with(":00")) rest_.remove_prefix(3);
            complete = true;
        } else if (take_text("点") || take_text("时")) {
            if (take_text("半")) {
                minute = minutes_an_hour / 2;
            } else if (!rest_.empty() && is_digit(rest_.front())) {
                minute = take_number(2).value_or(minutes_an_hour);
                (void)take_text("分");
            } else {
                (void)take_text("整");
            }
            complete = true;
        }
        if (minute >= minutes_an_hour || (!rest_.empty() && is_digit(rest_.front()))) return false;
        int total = *hour * minutes_an_hour + minute;
        const bool after_noon = take_text("pm");
        if (after_noon || take_text("am")) {
            if (*hour < 1 || *hour > 12) return false;
            total = total % noon + (after_noon ? noon : 0);
            complete = true;
        }
        if (!complete || total > latest_hour * minutes_an_hour) return false;
        list_.push_back({HoursKind::time, total});
        return true;
    }

    std::string_view rest_;
    std::vector<HoursToken> list_;
};

}  // namespace

std::optional<std::vector<HoursToken>> hours_tokens(std::string_view text) {
    return Tokens::of(plain(text));
}

}  // namespace yiquan::coverage
