// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

#include <fmt/format.h>

#include <array>

#include "core/base/error.hpp"
#include "core/base/parallel.hpp"

namespace yiquan::cli {

Run setup_audit(CLI::App& app, Language language);
Run setup_import(CLI::App& app, Language language);
Run setup_service_area(CLI::App& app, Language language);
Run setup_locate(CLI::App& app, Language language);
Run setup_screen(CLI::App& app, Language language);
Run setup_relocate(CLI::App& app, Language language);
Run setup_compare(CLI::App& app, Language language);
Run setup_report(CLI::App& app, Language language);
Run setup_pack(CLI::App& app, Language language);
Run setup_standards(CLI::App& app, Language language);

namespace {

constexpr std::array verbs{
    Command{"audit", "Service areas, gaps and a ledger per zone, from a run file.",
            "按运行文件计算服务区、空白区和分单元台账。", "yiquan audit data/qinghai/audit.toml -o audit-out",
            setup_audit},
    Command{"import", "Cleans a station list: datum, encoding, duplicates, wrong coordinates or county.",
            "清洗站点名单：坐标基准、编码、重复、坐标或区县有误。",
            "yiquan import data/qinghai/service_centres.csv --zones data/qinghai/counties.geojson -o "
            "stations.gpkg",
            setup_import},
    Command{"service-area", "Draws the areas that facilities serve.", "绘制服务设施的服务区。",
            "yiquan service-area data/qinghai/service_centres.csv --radius \"15 km\" -o areas.gpkg",
            setup_service_area},
    Command{
        "locate", "Chooses the best sites, with a proof.", "求最优选址，并给出证明。",
        "yiquan locate --model mclp -p 5 --radius \"15 km\" --demand data/qinghai/demand.csv --candidates "
        "data/qinghai/service_centres.csv",
        setup_locate},
    Command{"screen", "Checks candidate sites against rules (avoid, be near, attain), with evidence.",
            "按避开、靠近、达到三类规则筛选候选点，逐条给出依据。",
            "yiquan screen data/rules/relocation.toml", setup_screen},
    Command{"relocate", "Says which households move to which site, within capacity, with a proof.",
            "在容量之内安排哪户搬往哪处安置点，并给出证明。",
            "yiquan relocate --households data/example/relocation/households.csv --sites "
            "data/example/relocation/sites.csv --within county --together village --max-distance \"30 km\"",
            setup_relocate},
    Command{"compare", "Tells who gained and who lost between two audits.",
            "比较两次审计，谁新获得服务，谁失去服务。", "yiquan compare before after", setup_compare},
    Command{"report", "Makes one web page of an audit that opens anywhere, without a network.",
            "把审计结果做成一个离线网页报告。", "yiquan report audit-out -o report.html", setup_report},
    Command{"pack", "Makes everything a meeting needs: maps, summary, report, workbook, GeoPackage.",
            "一次生成会议材料：地图、摘要、报告、工作簿和 GeoPackage。",
            "yiquan pack data/qinghai/audit.toml -o pack", setup_pack},
    Command{"standards", "Lists the shipped service standards with their sources.",
            "列出自带的服务标准及其依据。", "yiquan standards show gb50180-15min", setup_standards},
};

}  // namespace

std::span<const Command> commands() {
    return verbs;
}

unsigned CommonOptions::thread_count() const {
    return threads == 0 ? default_threads() : threads;
}

std::unique_ptr<TerminalProgress> CommonOptions::make_progress(Language language) const {
    const auto shown_as = [&](ProgressStyle style) {
        auto made = std::make_unique<TerminalProgress>(style, language);
        made->stage({"Starting", "开始"});  // no line is without a name, whatever comes first
        return made;
    };
    if (progress == "json") return shown_as(ProgressStyle::json);
    if (progress == "none" || quiet) return shown_as(ProgressStyle::none);
    if (progress == "auto") return shown_as(automatic_progress());
    throw Error{ErrorKind::usage,
                {fmt::format("--progress {} must be auto, none or json.", progress),
                 fmt::format("--progress {} 应为 auto、none 或 json。", progress)}};
}

void add_common(CLI::App& app, CommonOptions& options, Language language) {
    const auto say = [&](const char* en, const char* zh) {
        return std::string{language == Language::chinese ? zh : en};
    };
    app.add_option("-o,--output", options.output, say("Where to write the result", "结果写到哪里"));
    app.add_flag("--overwrite", options.overwrite, say("Replace existing results", "覆盖已有结果"));
    app.add_flag("--json", options.json, say("Print the result as JSON on stdout", "在标准输出打印 JSON"));
    app.add_option("--threads", options.threads,
                   say("Worker threads; 0 means all cores", "线程数，0 为全部核心"))
        ->check(CLI::Range(0U, 1024U))
        ->type_name("N");
    app.add_option("--progress", options.progress,
                   say("auto, none or json (on stderr)", "auto、none 或 json（标准错误）"));
    app.add_flag("--quiet", options.quiet, say("Print nothing but errors", "只显示错误"));
}

}  // namespace yiquan::cli
