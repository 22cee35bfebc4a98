// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/ledger_table.hpp"
#include "cli/list_options.hpp"
#include "cli/text_table.hpp"
#include "core/audit/run_file.hpp"
#include "core/base/error.hpp"
#include "core/io/service_area/job.hpp"

namespace yiquan::cli {
namespace {

struct ServiceAreaOptions {
    CommonOptions common;
    ListOptions list;
    std::vector<std::string> radius;
    std::string preset;
    std::string network;
    std::string mode;
    std::string budget;
};

std::vector<Cost> bands_of(const ServiceAreaOptions& options) {
    if (!options.network.empty() || !options.mode.empty() || !options.budget.empty()) {
        throw Error{
            ErrorKind::usage,
            {"Travel times need a street network; networks come in a later version. Use --radius for now.",
             "出行时间需要道路网络，将在以后的版本中提供。目前请使用 --radius。"}};
    }
    audit::AuditParams params;
    if (!options.preset.empty()) {
        if (!options.radius.empty()) {
            throw Error{ErrorKind::usage,
                        {"--radius and --preset cannot be used together; keep one.",
                         "--radius 与 --preset 不能同时使用，请保留其一。"}};
        }
        params.standard = audit::shipped_standard(options.preset);
    } else {
        if (options.radius.empty()) {
            throw Error{ErrorKind::usage,
                        {"Give a radius, for example --radius \"1 km\", or a standard with --preset.",
                         "请用 --radius 给出半径，例如 --radius \"1 km\"，或用 --preset 指定标准。"}};
        }
        std::vector<Metres> radii;
        for (const std::string& text : options.radius) radii.push_back(parse_length(text, "--radius"));
        params.standard = audit::custom_standard(radii);
    }
    params.check();
    return params.standard.bands;
}

void print_areas(const audit::ServiceAreas& areas, std::size_t facilities, Language language) {
    const bool chinese = language == Language::chinese;
    using Align = TextTable::Align;
    const char* limit = areas.unit == CostUnit::metres ? "Radius" : "Limit";
    TextTable table({{chinese ? std::string{info(areas.unit).limit_zh} : limit, Align::right},
                     {chinese ? "设施" : "Facilities", Align::right},
                     {chinese ? "合计覆盖 km²" : "Covered km²", Align::right}});
    for (std::size_t band = 0; band < areas.bands.size(); ++band) {
        table.add({to_text(CostLimit{areas.bands[band], areas.unit}).in(language), std::to_string(facilities),
                   fmt::format("{:.3f}", areas.union_km2[band])});
    }
    fmt::print("{}", table.text());
}

ExitCode run(const ServiceAreaOptions& options, Language language) {
    const io::ServiceAreaJob job{
        options.list.list,     options.list.facility_options(), bands_of(options),
        options.common.output, options.common.overwriting(),    options.common.thread_count()};
    io::ServiceAreaOutcome outcome;
    {
        const auto progress = options.common.make_progress(language);
        outcome = io::run_service_areas(job, *progress);
    }
    if (options.common.json) {
        fmt::print("{}", audit::service_areas_json(outcome.areas, outcome.facilities.size(),
                                                   outcome.findings.count()));
    } else if (!options.common.quiet) {
        print_areas(outcome.areas, outcome.facilities.size(), language);
        fmt::print("{}", finding_summary(outcome.findings, language));
        if (!options.common.output.empty())
            fmt::print("{}{}\n",
                       language == Language::chinese ? "已写出：" : "Written: ", options.common.output);
    }
    return done;
}

}  // namespace

Run setup_service_area(CLI::App& app, Language language) {
    const auto options = std::make_shared<ServiceAreaOptions>();
    const auto say = [&](const char* en, const char* zh) {
        return std::string{language == Language::chinese ? zh : en};
    };
    add_list_options(app, options->list, language);
    app.add_option("--radius", options->radius,
                   say("Radius with its unit, such as \"15 km\"; several separated by commas",
                       "带单位的半径，如“15 km”；多个用逗号隔开"))
        ->delimiter(',');
    app.add_option("--preset", options->preset, say("Id of a shipped standard", "自带标准的编号"));
    app.add_option("--network", options->network,
                   say("Street network (later version)", "道路网络（以后的版本）"));
    app.add_option("--mode", options->mode,
                   say("walk, ebike or drive (later version)", "walk、ebike 或 drive（以后的版本）"));
    app.add_option("--budget", options->budget, say("Travel time (later version)", "出行时间（以后的版本）"));
    add_common(app, options->common, language);
    return [options, language] { return run(*options, language); };
}

}  // namespace yiquan::cli
