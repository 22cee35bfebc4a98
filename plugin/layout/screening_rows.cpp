// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/screening_rows.hpp"

#include <fmt/format.h>

#include <vector>

namespace yiquan::plugin {
namespace {

using report::ScreenedCandidate;
using report::ScreenedRule;
using screening::Verdict;

/// An empty cell would be as high as the table's default letters.
QString text_or_dash(const std::string& text) {
    return text.empty() ? QStringLiteral("–") : utf8(text);
}

QString name_of(const ScreenedRule& rule, const PaperText& words) {
    if (!rule.weight) return words.say(rule.name);
    return words.say({fmt::format("{} (for the score, weight {})", rule.name.en, *rule.weight),
                      fmt::format("{}（计分，权重 {}）", rule.name.zh, *rule.weight)});
}

Message verdict_words(Verdict verdict) {
    switch (verdict) {
        case Verdict::pass:
            return {"Passes", "通过"};
        case Verdict::unknown:
            return {"Unknown", "未知"};
        case Verdict::fail:
            return {"Fails", "不通过"};
    }
    return {};
}

QString why(const report::ScreeningRecord& record, const ScreenedCandidate& candidate,
            const PaperText& words) {
    Message text = verdict_words(candidate.verdict);
    std::string en;
    std::string zh;
    for (const std::size_t rule : candidate.because) {
        en += (en.empty() ? ": " : ", ") + record.rules[rule].name.en;
        zh += (zh.empty() ? "：" : "、") + record.rules[rule].name.zh;
    }
    return words.say({text.en + en, text.zh + zh}, below);
}

}  // namespace

LedgerRows rule_rows(const report::ScreeningRecord& record, const PaperText& words, const QString& elsewhere,
                     std::size_t most) {
    LedgerRows table;
    table.headings = QStringList(
        {words.say("Rule", "规则", below), words.say("Limit", "限值", below),
         words.say("Source of the limit", "限值出处", below), words.say("Fail it", "不符合", below),
         words.say("By it alone", "仅因此排除", below), words.say("Unknown", "无法判断", below)});
    table.widths = {0.22, 0.14, 0.34, 0.10, 0.10, 0.10};
    table.word_columns = 3;
    std::vector<const ScreenedRule*> used;
    QStringList off;
    for (const ScreenedRule& rule : record.rules) {
        if (rule.enabled) {
            used.push_back(&rule);
        } else {
            off.append(words.say(rule.name));
        }
    }
    const std::size_t shown = named_rows(used.size(), off.isEmpty() ? 0 : 1, most);
    for (std::size_t r = 0; r < shown; ++r) {
        const ScreenedRule& rule = *used[r];
        table.rows.push_back({name_of(rule, words), text_or_dash(rule.limit), text_or_dash(rule.source),
                              figure_of(rule.failed),
                              rule.weight ? QStringLiteral("–") : figure_of(rule.excluded_alone),
                              figure_of(rule.unknown)});
    }
    const QString dash = QStringLiteral("–");
    table.left_out = used.size() - shown;
    if (table.left_out > 0)
        table.rows.push_back({rest_name(table.left_out, words), dash, elsewhere, dash, dash, dash});
    if (!off.isEmpty()) {
        table.rows.push_back(
            {words.say({fmt::format("{} switched off", off.size()), fmt::format("未启用 {} 条", off.size())}),
             dash,
             off.join(words.language() == PaperLanguage::english ? QStringLiteral(", ")
                                                                 : QStringLiteral("、")),
             dash, dash, dash});
    }
    return table;
}

LedgerRows candidate_rows(const report::ScreeningRecord& record, const PaperText& words,
                          const QString& elsewhere, std::size_t most) {
    LedgerRows table;
    const bool scored = record.scored();
    table.headings =
        QStringList({words.say("Candidate", "候选点", below), words.say("Verdict", "结论", below)});
    table.widths = {0.42, 0.58};
    table.word_columns = 2;
    if (scored) {
        table.headings.append(words.say("Score", "得分", below));
        table.widths = {0.38, 0.47, 0.15};
    }
    const auto row = [&](const QString& name, const QString& verdict, const QString& score) {
        QStringList cells{name, verdict};
        if (scored) cells.append(score);
        table.rows.push_back(cells);
    };
    const std::size_t count = record.candidates.size();
    const std::size_t shown = named_rows(count, 0, most);
    for (std::size_t c = 0; c < shown; ++c) {
        const ScreenedCandidate& candidate = record.candidates[c];
        constexpr double points = 100.0;
        row(utf8(candidate.name), why(record, candidate, words),
            candidate.score ? figure(points * *candidate.score) : QStringLiteral("–"));
    }
    table.left_out = count - shown;
    if (table.left_out > 0) row(rest_name(table.left_out, words), elsewhere, QStringLiteral(" "));
    return table;
}

}  // namespace yiquan::plugin
