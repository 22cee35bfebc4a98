// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/text_table.hpp"
#include "core/base/number_text.hpp"
#include "core/io/compare/job.hpp"

namespace yiquan::cli {
namespace {

struct CompareOptions {
    CommonOptions common;
    std::string before;
    std::string after;
};

std::string signed_people(Persons people) {
    return (people > Persons{} ? "+" : "") + grouped(people.value());
}

std::vector<std::string> cells(const std::string& name, const audit::Change& c) {
    return {name,
            grouped(c.covered_before.value()),
            grouped(c.covered_after.value()),
            grouped(c.gained.value()),
            grouped(c.lost.value()),
            signed_people(c.covered_after - c.covered_before)};
}

std::string facility_line(const audit::FacilityChange& change, bool chinese) {
    std::string who = fmt::format("{} {}", change.id, change.name);
    switch (change.kind) {
        case audit::FacilityChange::Kind::added:
            return (chinese ? "新增：" : "added: ") + who;
        case audit::FacilityChange::Kind::removed:
            return (chinese ? "撤销：" : "removed: ") + who;
        case audit::FacilityChange::Kind::moved:
            return chinese ? fmt::format("移动：{}（{}）", who, to_text(change.distance))
                           : fmt::format("moved: {} by {}", who, to_text(change.distance));
        case audit::FacilityChange::Kind::renamed:
            return chinese ? fmt::format("更名：{}（原名 {}）", who, change.name_before)
                           : fmt::format("renamed: {}, before {}", who, change.name_before);
    }
    return who;
}

void print_comparison(const audit::Comparison& comparison, const audit::AuditSummary& before,
                      const audit::AuditSummary& after, Language language) {
    const bool chinese = language == Language::chinese;
    if (before.limit != after.limit) {
        const bool radii = before.limit.unit == CostUnit::metres && after.limit.unit == CostUnit::metres;
        const std::string one = to_text(before.limit).in(language);
        const std::string other = to_text(after.limit).in(language);
        fmt::print("{}\n\n", chinese ? fmt::format("注意：两次审计的{}不同（{} 与 {}）。",
                                                   radii ? "半径" : "范围", one, other)
                                     : fmt::format("Note: the audits use different {}, {} and {}.",
                                                   radii ? "radii" : "limits", one, other));
    }
    using Align = TextTable::Align;
    TextTable table({{chinese ? "单元" : "Zone", Align::left},
                     {chinese ? "原覆盖" : "Before", Align::right},
                     {chinese ? "现覆盖" : "After", Align::right},
                     {chinese ? "新增" : "Gained", Align::right},
                     {chinese ? "失去" : "Lost", Align::right},
                     {chinese ? "净变化" : "Net", Align::right}});
    for (const audit::ZoneChange& zone : comparison.zones) {
        const audit::Change& c = zone.change;
        if (c.gained == Persons{} && c.lost == Persons{} && c.covered_before == c.covered_after) continue;
        table.add(cells(zone.code.empty() ? (chinese ? "单元之外" : "outside zones") : zone.name, c));
    }
    table.add_total(cells(chinese ? "合计" : "Total", comparison.total));
    fmt::print("{}", table.text());
    if (!comparison.by_place) {
        fmt::print("{}\n", chinese ? "没有两次审计的需求图层，只能给出各单元净变化。"
                                   : "Without both demand layers only each zone's net change is known.");
    }
    if (!comparison.facilities.empty()) fmt::print("\n{}\n", chinese ? "设施变化：" : "Facilities:");
    for (const audit::FacilityChange& change : comparison.facilities) {
        fmt::print("  {}\n", facility_line(change, chinese));
    }
}

ExitCode run(const CompareOptions& options, Language language) {
    io::CompareOutcome outcome;
    {
        const auto progress = options.common.make_progress(language);
        outcome = io::run_compare(
            {options.before, options.after, options.common.output, options.common.overwriting()}, *progress);
    }
    if (options.common.json) {
        fmt::print("{}", outcome.json);
    } else if (!options.common.quiet) {
        print_comparison(outcome.comparison, outcome.before, outcome.after, language);
    }
    return done;
}

}  // namespace

Run setup_compare(CLI::App& app, Language language) {
    const auto options = std::make_shared<CompareOptions>();
    const bool chinese = language == Language::chinese;
    app.add_option("BEFORE", options->before,
                   chinese ? "先前审计的目录、audit.json 或 audit.gpkg"
                           : "Folder, audit.json or audit.gpkg of the earlier audit")
        ->required();
    app.add_option("AFTER", options->after,
                   chinese ? "后来审计的目录、audit.json 或 audit.gpkg"
                           : "Folder, audit.json or audit.gpkg of the later audit")
        ->required();
    add_common(app, options->common, language);
    return [options, language] { return run(*options, language); };
}

}  // namespace yiquan::cli
