// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cmath>
#include <memory>

#include "cli/command.hpp"
#include "cli/ledger_table.hpp"
#include "cli/text_table.hpp"
#include "core/base/number_text.hpp"
#include "core/io/screen/job.hpp"

namespace yiquan::cli {
namespace {

using screening::Evidence;
using screening::Rule;
using screening::Verdict;

struct ScreenOptions {
    CommonOptions common;
    std::string rules;
    std::string candidates;
};

std::string verdict_text(Verdict verdict, bool chinese) {
    switch (verdict) {
        case Verdict::pass:
            return chinese ? "通过" : "pass";
        case Verdict::fail:
            return chinese ? "不通过" : "fail";
        case Verdict::unknown:
            return chinese ? "未知" : "unknown";
    }
    return "";
}

std::string measured_text(const Rule& rule, const Evidence& evidence) {
    const auto* number = std::get_if<double>(&evidence.value);
    if (number == nullptr) return features::to_text(evidence.value);
    if (rule.kind != screening::RuleKind::attain) {
        constexpr double whole_metres = 10'000.0;
        return to_text(
            Metres{*number < whole_metres ? std::round(*number) : std::round(*number / 100.0) * 100.0});
    }
    return fmt::format("{:.6g} {}", *number, screening::value_unit(rule));
}

std::string limit_text(const Rule& rule, const Evidence& evidence) {
    if (rule.kind == screening::RuleKind::attain || rule.distance.by.empty() || !evidence.limit)
        return screening::limit_text(rule);
    return (rule.kind == screening::RuleKind::avoid ? "≥ " : "≤ ") + to_text(Metres{*evidence.limit});
}

/// "Near a county seat: 41 km (≤ 30 km), 玛多县"
std::string evidence_text(const Rule& rule, const Evidence& evidence, Language language) {
    const bool chinese = language == Language::chinese;
    std::string text = rule.name.in(language) + (chinese ? "：" : ": ");
    if (evidence.verdict == Verdict::unknown) {
        text += (chinese ? "未知，" : "unknown, ") + evidence.why.in(language);
        return text;
    }
    const std::string measured = measured_text(rule, evidence);
    const std::string limit = limit_text(rule, evidence);
    text += chinese ? fmt::format("{}（{}）", measured, limit) : fmt::format("{} ({})", measured, limit);
    if (!evidence.nearest.empty()) text += (chinese ? "，" : ", ") + evidence.nearest;
    return text;
}

void print_candidates(const io::ScreeningOutcome& outcome, Language language) {
    const bool chinese = language == Language::chinese;
    const screening::Screening& screening = outcome.screening;
    bool scored = false;
    for (const Rule& rule : outcome.rules.rules) scored = scored || (rule.enabled && !rule.hard());
    using Align = TextTable::Align;
    std::vector<TextTable::Column> columns{{chinese ? "编号" : "Id", Align::left},
                                           {chinese ? "候选点" : "Candidate", Align::left},
                                           {chinese ? "结论" : "Verdict", Align::left}};
    if (scored) columns.push_back({chinese ? "得分" : "Score", Align::right});
    columns.push_back({chinese ? "依据" : "Evidence", Align::left});
    TextTable table(std::move(columns));
    for (std::size_t c = 0; c < screening.results.size(); ++c) {
        const screening::CandidateResult& result = screening.results[c];
        std::string why;
        for (std::size_t r = 0; r < outcome.rules.rules.size(); ++r) {
            const Rule& rule = outcome.rules.rules[r];
            if (!rule.enabled || screening.rules[r].evidence[c].verdict == Verdict::pass) continue;
            why += (why.empty() ? ""
                    : chinese   ? "；"
                                : "; ") +
                   evidence_text(rule, screening.rules[r].evidence[c], language);
        }
        std::vector<std::string> cells{screening.candidates.list[c].id, screening.candidates.list[c].name,
                                       verdict_text(result.verdict, chinese)};
        if (scored) cells.push_back(result.score ? fmt::format("{:.2f}", *result.score) : "–");
        cells.push_back(std::move(why));
        table.add(std::move(cells));
    }
    fmt::print("{}", table.text());
}

void print_rules(const io::ScreeningOutcome& outcome, Language language) {
    const bool chinese = language == Language::chinese;
    using Align = TextTable::Align;
    TextTable table({{chinese ? "规则" : "Rule", Align::left},
                     {chinese ? "限值" : "Limit", Align::left},
                     {chinese ? "性质" : "Kind", Align::left},
                     {chinese ? "不通过" : "Fail", Align::right},
                     {chinese ? "未知" : "Unknown", Align::right},
                     {chinese ? "仅因它排除" : "It alone excludes", Align::right}});
    for (std::size_t r = 0; r < outcome.rules.rules.size(); ++r) {
        const Rule& rule = outcome.rules.rules[r];
        const screening::RuleResult& result = outcome.screening.rules[r];
        if (!rule.enabled) {
            table.add({rule.name.in(language), "–", chinese ? "停用" : "off", "–", "–", "–"});
            continue;
        }
        const std::string kind = rule.hard()
                                     ? std::string{chinese ? "一票否决" : "hard"}
                                     : fmt::format("{} {:.6g}", chinese ? "权重" : "weight", *rule.weight);
        table.add({rule.name.in(language), screening::limit_text(rule), kind, std::to_string(result.failed),
                   std::to_string(result.unknown),
                   rule.hard() ? std::to_string(result.excluded_alone) : std::string{"–"}});
    }
    fmt::print("{}", table.text());
}

void print_screening(const io::ScreeningOutcome& outcome, Language language) {
    const bool chinese = language == Language::chinese;
    const screening::Screening& screening = outcome.screening;
    if (!outcome.rules.title.empty()) fmt::print("{}\n\n", outcome.rules.title);
    print_candidates(outcome, language);
    fmt::print("\n");
    print_rules(outcome, language);
    fmt::print("\n{} {}", chinese ? "候选点" : "Candidates", screening.results.size());
    const char* before = chinese ? "：" : ": ";
    for (const Verdict verdict : {Verdict::pass, Verdict::fail, Verdict::unknown}) {
        fmt::print("{}{} {}", before, verdict_text(verdict, chinese), screening.count(verdict));
        before = chinese ? "，" : ", ";
    }
    fmt::print("\n");
    if (!outcome.rules.notice.empty()) fmt::print("{}\n", outcome.rules.notice);
    fmt::print("{}", finding_summary(screening.findings, language));
}

ExitCode run(const ScreenOptions& options, Language language) {
    io::ScreeningOutcome outcome;
    {
        const auto progress = options.common.make_progress(language);
        outcome = io::run_screening({.rules = options.rules,
                                     .candidates = options.candidates,
                                     .output = options.common.output,
                                     .overwrite = options.common.overwriting(),
                                     .threads = options.common.thread_count(),
                                     .version = YIQUAN_VERSION},
                                    *progress);
    }
    if (options.common.json) {
        fmt::print("{}", outcome.document);
    } else if (!options.common.quiet) {
        print_screening(outcome, language);
        if (!options.common.output.empty()) {
            fmt::print("{}{}\n",
                       language == Language::chinese ? "已写出：" : "Written: ", options.common.output);
        }
    }
    return done;
}

}  // namespace

Run setup_screen(CLI::App& app, Language language) {
    const auto options = std::make_shared<ScreenOptions>();
    const auto say = [&](const char* en, const char* zh) {
        return std::string{language == Language::chinese ? zh : en};
    };
    app.add_option("RULES", options->rules,
                   say("Rule file; data/rules/relocation.toml is one to start from",
                       "规则文件；可从 data/rules/relocation.toml 改起"))
        ->required();
    app.add_option(
        "--candidates", options->candidates,
        say("Candidates instead of the rule file's: points or polygons", "代替规则文件中的候选点：点或面"));
    add_common(app, options->common, language);
    return [options, language] { return run(*options, language); };
}

}  // namespace yiquan::cli
