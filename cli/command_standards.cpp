// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <memory>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/text_table.hpp"
#include "core/audit/limit_json.hpp"
#include "core/audit/standard.hpp"

namespace yiquan::cli {
namespace {

using Json = nlohmann::ordered_json;

struct StandardsOptions {
    CommonOptions common;
    std::string show;
};

std::string limit(const audit::Standard& standard, Language language) {
    if (standard.travel)
        return fmt::format("{}, {}", standard.travel->mode, to_text(standard.travel->budget));
    std::string radii;
    for (const Cost band : standard.bands)
        radii += (radii.empty() ? "" : ", ") + to_text(CostLimit{band, standard.unit}).in(language);
    if (radii.empty()) return language == Language::chinese ? "自定" : "yours to set";
    return standard.radius_range.empty() ? radii : fmt::format("{} ({})", radii, standard.radius_range);
}

Json standard_json(const audit::Standard& s) {
    Json out{{"id", s.id},
             {"name", {{"zh", s.name.zh}, {"en", s.name.en}}},
             {"summary", {{"zh", s.summary.zh}, {"en", s.summary.en}}}};
    out[unit_key("bands", s.unit)] = audit::costs_json(s.bands);
    if (s.travel) out["travel"] = {{"mode", s.travel->mode}, {"budget_s", s.travel->budget.value()}};
    if (s.station_targets.open_24h_share) out["open_24h_share"] = *s.station_targets.open_24h_share;
    if (s.station_targets.honoured_share) out["honoured_share"] = *s.station_targets.honoured_share;
    Json figures = Json::array();
    for (const audit::Standard::Figure& f : s.figures) {
        figures.push_back({{"key", f.key},
                           {"value", f.value},
                           {"source", f.source},
                           {"confidence", f.confidence},
                           {"note", {{"zh", f.note.zh}, {"en", f.note.en}}}});
    }
    out["figures"] = std::move(figures);
    return out;
}

void print_standard(const audit::Standard& s, Language language) {
    const bool chinese = language == Language::chinese;
    fmt::print("{}  {}\n{}\n", s.id, s.name.in(language), s.summary.in(language));
    fmt::print("{}{}\n\n", chinese ? "范围：" : "Limit: ", limit(s, language));
    using Align = TextTable::Align;
    TextTable table({{chinese ? "数值项" : "Figure", Align::left},
                     {chinese ? "数值" : "Value", Align::left},
                     {chinese ? "可信度" : "Confidence", Align::left},
                     {chinese ? "依据" : "Source", Align::left}});
    for (const audit::Standard::Figure& f : s.figures) table.add({f.key, f.value, f.confidence, f.source});
    fmt::print("{}", table.text());
    for (const audit::Standard::Figure& f : s.figures) {
        if (!f.note.in(language).empty())
            fmt::print("{}{}{}\n", f.key, chinese ? "：" : ": ", f.note.in(language));
    }
}

ExitCode run(const StandardsOptions& options, Language language) {
    if (!options.show.empty()) {
        const audit::Standard& standard = audit::shipped_standard(options.show);
        if (options.common.json) {
            fmt::print("{}\n", standard_json(standard).dump(2));
        } else {
            print_standard(standard, language);
        }
        return done;
    }
    if (options.common.json) {
        Json all = Json::array();
        for (const audit::Standard& standard : audit::shipped_standards())
            all.push_back(standard_json(standard));
        fmt::print("{}\n", all.dump(2));
        return done;
    }
    const bool chinese = language == Language::chinese;
    using Align = TextTable::Align;
    TextTable table({{chinese ? "编号" : "Id", Align::left},
                     {chinese ? "范围" : "Limit", Align::left},
                     {chinese ? "名称" : "Name", Align::left}});
    for (const audit::Standard& s : audit::shipped_standards())
        table.add({s.id, limit(s, language), s.name.in(language)});
    fmt::print("{}", table.text());
    return done;
}

}  // namespace

Run setup_standards(CLI::App& app, Language language) {
    const auto options = std::make_shared<StandardsOptions>();
    const bool chinese = language == Language::chinese;
    app.add_flag("--json", options->common.json, chinese ? "打印 JSON" : "Print JSON");
    CLI::App* show =
        app.add_subcommand("show", chinese ? "显示一项标准及其依据" : "Show one standard with its sources");
    show->add_option("ID", options->show, chinese ? "标准编号" : "Id of the standard")->required();
    show->add_flag("--json", options->common.json, chinese ? "打印 JSON" : "Print JSON");
    return [options, language] { return run(*options, language); };
}

}  // namespace yiquan::cli
