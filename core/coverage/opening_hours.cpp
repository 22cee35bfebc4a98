// SPDX-License-Identifier: MIT
#include "core/coverage/opening_hours.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/coverage/hours_tokens.hpp"

namespace yiquan::coverage {
namespace {

constexpr int a_day = OpeningHours::minutes_a_day;
constexpr int days_a_week = 7;

/// Bit 0 is Monday.
using Days = std::bitset<days_a_week>;

/// One spell of opening in a day; it may end on the next one.
struct Spell {
    int from = 0;
    int to = 0;
};

/// Days with what happens on them.
struct Rule {
    Days days{all_days};
    bool days_given = false;
    bool closed = false;
    std::vector<Spell> spells;
};

/// Reads tokens into rules; fails on whatever has two readings.
class Rules {
public:
    [[nodiscard]] static std::optional<std::vector<Rule>> of(std::span<const HoursToken> tokens) {
        Rules rules{tokens};
        if (!rules.read() || rules.list_.empty()) return std::nullopt;
        return std::move(rules.list_);
    }

private:
    explicit Rules(std::span<const HoursToken> tokens) : tokens_(tokens) {}

    [[nodiscard]] bool at(HoursKind kind) const {
        return next_ < tokens_.size() && tokens_[next_].kind == kind;
    }
    bool take(HoursKind kind) {
        if (!at(kind)) return false;
        ++next_;
        return true;
    }

    bool read() {
        while (next_ < tokens_.size()) {
            if (take(HoursKind::comma) || take(HoursKind::semicolon)) continue;
            Rule rule;
            if (at(HoursKind::days) && !read_days(rule)) return false;
            if (!read_opening(rule)) return false;
            if (!rule.days_given && list_.empty()) read_days_behind(rule);
            list_.push_back(std::move(rule));
        }
        return true;
    }

    /// "08:00-18:00 周一至周五", and nothing after that.
    void read_days_behind(Rule& rule) {
        if (!at(HoursKind::days)) return;
        const std::size_t before = next_;
        Rule with_days = rule;
        if (read_days(with_days) && next_ == tokens_.size()) {
            rule = with_days;
        } else {
            next_ = before;
        }
    }

    bool read_days(Rule& rule) {
        rule.days.reset();
        rule.days_given = true;
        while (true) {
            while (take(HoursKind::comma)) {
            }
            if (!at(HoursKind::days)) return true;
            const Days first{static_cast<unsigned long>(tokens_[next_++].value)};
            if (!take(HoursKind::dash)) {
                rule.days |= first;
                continue;
            }
            if (!at(HoursKind::days)) return false;
            const Days last{static_cast<unsigned long>(tokens_[next_++].value)};
            if (first.count() != 1 || last.count() != 1) return false;
            std::size_t day = 0;
            while (!first[day]) ++day;
            for (;; day = (day + 1) % days_a_week) {
                rule.days.set(day);
                if (last[day]) break;
            }
        }
    }

    bool read_opening(Rule& rule) {
        if (take(HoursKind::closed)) {
            rule.closed = true;
            return rule.days_given;
        }
        if (take(HoursKind::always)) {
            take(HoursKind::always);
            rule.spells.push_back({0, a_day});
            return true;
        }
        while (true) {
            const std::optional<Spell> spell = read_spell();
            if (!spell) return false;
            if (!rule.spells.empty() && spell->from < rule.spells.back().to) return false;
            rule.spells.push_back(*spell);
            const std::size_t before = next_;
            while (take(HoursKind::comma) || (!rule.days_given && take(HoursKind::semicolon))) {
            }
            const bool more = next_ < tokens_.size() && (at(HoursKind::time) || half_at(next_));
            if (more) continue;
            next_ = before;
            return true;
        }
    }

    [[nodiscard]] bool half_at(std::size_t i) const {
        const HoursKind kind = tokens_[i].kind;
        return kind == HoursKind::morning || kind == HoursKind::afternoon || kind == HoursKind::evening;
    }

    std::optional<HoursKind> take_half() {
        if (next_ == tokens_.size() || !half_at(next_)) return std::nullopt;
        return tokens_[next_++].kind;
    }

    /// A named half of the day turns 2:00 into 14:00, and 12:00 at night into midnight.
    static std::optional<int> in_half(int minute, std::optional<HoursKind> half) {
        if (half == HoursKind::morning) return minute <= noon ? std::optional{minute} : std::nullopt;
        if (half == HoursKind::afternoon && minute < noon) return minute + noon;
        if (half == HoursKind::evening && minute < noon + 60) return minute + noon;
        return minute;
    }

    std::optional<Spell> read_spell() {
        const std::optional<HoursKind> first_half = take_half();
        if (!at(HoursKind::time)) return std::nullopt;
        const std::optional<int> from = in_half(tokens_[next_++].value, first_half);
        if (!take(HoursKind::dash)) return std::nullopt;
        const bool next_day = take(HoursKind::next_day);
        const std::optional<HoursKind> last_half = take_half();
        if (!at(HoursKind::time)) return std::nullopt;
        std::optional<int> to = in_half(tokens_[next_++].value, last_half);
        if (!from || !to || *from >= a_day) return std::nullopt;
        if (next_day) {
            if (*to > a_day) return std::nullopt;
            *to += a_day;
        } else if (!last_half && first_half && *to < *from) {
            if (first_half == HoursKind::morning) return std::nullopt;
            const int in_afternoon = *to + noon;
            if (*to < noon && in_afternoon > *from) to = in_afternoon;
        }
        if (*to == a_day - 1) *to = a_day;  // "23:59" means to the end of the day
        if (*to == *from) return std::nullopt;
        if (*to < *from) *to += a_day;
        if (*to - *from > a_day) return std::nullopt;
        return Spell{*from, *to};
    }

    std::span<const HoursToken> tokens_;
    std::size_t next_ = 0;
    std::vector<Rule> list_;
};

/// Two rules for one day may mean "besides" or "instead"; that is sure only where one of them closes it.
bool certain(const std::vector<Rule>& rules) {
    Days taken;
    for (const Rule& rule : rules) {
        if (!rule.closed && (taken & rule.days).any()) return false;
        if (!rule.closed) taken |= rule.days;
    }
    return taken.any();
}

}  // namespace

std::optional<OpeningHours> OpeningHours::parse(std::string_view text) {
    constexpr std::size_t longest_sensible = 500;
    if (text.size() > longest_sensible) return std::nullopt;
    const auto tokens = hours_tokens(text);
    if (!tokens) return std::nullopt;
    const auto rules = Rules::of(*tokens);
    if (!rules || !certain(*rules)) return std::nullopt;

    Days closed;
    for (const Rule& rule : *rules) {
        if (rule.closed) closed |= rule.days;
    }
    OpeningHours hours;
    for (const Rule& rule : *rules) {
        for (std::size_t day = 0; day < days_a_week; ++day) {
            if (!rule.days[day] || closed[day]) continue;
            const std::size_t midnight = day * static_cast<std::size_t>(a_day);
            for (const Spell& spell : rule.spells) {
                for (int minute = spell.from; minute < spell.to; ++minute) {
                    hours.open_.set((midnight + static_cast<std::size_t>(minute)) % hours.open_.size());
                }
            }
        }
    }
    return hours;
}

bool OpeningHours::open_at(const WeekTime& time) const {
    const auto open_on = [&](int day) {
        const int minute_of_week = day * minutes_a_day + time.minute;
        return open_[static_cast<std::size_t>(minute_of_week)];
    };
    if (time.weekday) return open_on(*time.weekday);
    for (int day = 0; day < days_a_week; ++day) {
        if (!open_on(day)) return false;
    }
    return true;
}

WeekTime parse_week_time(std::string_view text, std::string_view field) {
    const auto tokens = hours_tokens(text);
    const std::size_t count = tokens ? tokens->size() : 0;
    const bool has_day = count == 2 && tokens->front().kind == HoursKind::days;
    if ((count == 1 || has_day) && tokens->back().kind == HoursKind::time && tokens->back().value < a_day) {
        const Days days{has_day ? static_cast<unsigned long>(tokens->front().value) : all_days};
        WeekTime time{std::nullopt, tokens->back().value};
        if (!has_day) return time;
        for (int day = 0; day < days_a_week; ++day) {
            if (days.count() == 1 && days[static_cast<std::size_t>(day)]) time.weekday = day;
        }
        if (time.weekday || days.all()) return time;
    }
    throw Error{
        ErrorKind::usage,
        {fmt::format("{} = \"{}\" is not a time of the week; write for example \"02:00\" or \"Sa 23:30\".",
                     field, text),
         fmt::format("{} = “{}”不是一周内的时刻；请写成例如“02:00”或“周六 23:30”。", field, text)}};
}

}  // namespace yiquan::coverage
