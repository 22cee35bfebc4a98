// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/text_table.hpp"
#include "core/audit/comparison.hpp"
#include "core/base/number_text.hpp"
#include "core/io/audit/reader.hpp"
#include "core/io/files/output_file.hpp"

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
    if (before.radius != after.radius) {
        fmt::print("{}\n\n", chinese ? fmt::format("注意：两次审计的半径不同（{} 与 {}）。",
                                                   to_text(before.radius), to_text(after.radius))
                                     : fmt::format("Note: the audits use different radii, {} and {}.",
                                                   to_text(before.radius), to_text(after.radius)));
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
    std::optional<io::OutputFile> file;
    if (!options.common.output.empty()) {
        io::InputFiles inputs;
        inputs.add_audit(options.before);
        inputs.add_audit(options.after);
        file.emplace(options.common.output, options.common.overwriting(), inputs);
    }
    constexpr double before_read = 0.45;
    constexpr double after_read = 0.9;
    auto progress = options.common.make_progress(language);
    progress->stage({"Reading", "读取数据"});
    ProgressSlice reading_before(*progress, 0.0, before_read);
    audit::StoredAudit before = io::read_audit(options.before, reading_before);
    ProgressSlice reading_after(*progress, before_read, after_read);
    audit::StoredAudit after = io::read_audit(options.after, reading_after);
    progress->stage({"Comparing", "比较"});
    const audit::Comparison comparison =
        audit::compare(before.summary, after.summary, std::move(before.demand), std::move(after.demand));
    const std::string json = audit::comparison_json(comparison, before.summary, after.summary);
    progress->check();
    if (file) {
        io::write_text_file(file->path(), json);
        file->commit();
    }
    progress->report(1.0);
    progress.reset();  // its line goes before the answer is printed
    if (options.common.json) {
        fmt::print("{}", json);
    } else if (!options.common.quiet) {
        print_comparison(comparison, before.summary, after.summary, language);
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
