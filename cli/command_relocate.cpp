// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "cli/command.hpp"
#include "cli/ledger_table.hpp"
#include "cli/search_options.hpp"
#include "cli/text_table.hpp"
#include "core/base/number_text.hpp"
#include "core/base/quantity.hpp"
#include "core/geo/datum.hpp"
#include "core/io/relocate/job.hpp"
#include "core/io/relocate/order.hpp"
#include "core/relocation/unit_rows.hpp"
#include "core/siting_exact/cbc_solver.hpp"

namespace yiquan::cli {
namespace {

struct RelocateOptions {
    CommonOptions common;
    io::RelocationLists lists;
    std::string objective = "travel";
    std::string farthest;
    std::string datum = "wgs84";
    std::string sites_datum;
    std::string gap = "0.1 %";
    std::string time_limit;
    bool check = false;
};

io::RelocationJob job_of(const RelocateOptions& options) {
    io::RelocationJob job;
    job.lists = options.lists;
    job.lists.datum = geo::datum_from(options.datum);
    if (!options.sites_datum.empty()) job.lists.sites_datum = geo::datum_from(options.sites_datum);
    job.request.objective = relocation::objective_from(options.objective);
    job.request.gap = share_of(options.gap, "--gap");
    if (!options.time_limit.empty()) job.request.time_limit = time_limit_of(options.time_limit);
    job.request.threads = options.common.thread_count();
    if (!options.farthest.empty()) job.farthest = parse_length(options.farthest, "--max-distance");
    job.output = options.common.output;
    job.overwrite = options.common.overwriting();
    job.version = YIQUAN_VERSION;
    return job;
}

std::string whole(std::int64_t count) {
    return grouped(static_cast<double>(count));
}

std::string objective_figure(relocation::Objective objective, double value) {
    constexpr double metres_per_km = 1000.0;
    switch (objective) {
        case relocation::Objective::travel:
            return fmt::format("{:.3f}", value);
        case relocation::Objective::worst:
            return fmt::format("{:.3f} km", value / metres_per_km);
        case relocation::Objective::sites:
        case relocation::Objective::cost:
            break;
    }
    return fmt::format("{}", value);
}

/// What is printed for people to read.
class Summary {
public:
    Summary(const io::RelocationJob& job, const io::RelocationOutcome& outcome, Language language)
        : job_(job),
          problem_(outcome.problem),
          answer_(outcome.answer),
          findings_(outcome.findings),
          language_(language) {}

    void print() const {
        print_proof();
        print_ledger();
        print_sites();
        print_unplaced();
        fmt::print("{}", finding_summary(findings_, language_));
    }

private:
    [[nodiscard]] std::string say(std::string_view en, std::string_view zh) const {
        return std::string{language_ == Language::chinese ? zh : en};
    }
    void line(std::string_view en, std::string_view zh, const std::string& text) const {
        fmt::print("{}{}{}\n", say(en, zh), say(": ", "："), text);
    }

    void print_proof() const {
        const bool optimal = answer_.status == optimize::Status::optimal;
        line("Status", "结论",
             optimal ? say("optimal, proved", "已证明最优")
                     : say("feasible, not proved optimal", "可行，未证明最优"));
        const relocation::ObjectiveInfo& objective = relocation::info(job_.request.objective);
        const bool worst = objective.objective == relocation::Objective::worst;
        line("Objective", "目标",
             fmt::format("{} {} ({})", objective_figure(objective.objective, answer_.value),
                         worst ? "" : say(objective.unit_en, objective.unit_zh),
                         say(objective.en, objective.zh)));
        line("Bound", "界",
             fmt::format("{} ({})", objective_figure(objective.objective, answer_.bound),
                         percent(answer_.gap)));
        if (answer_.placed_people == 0) return;
        constexpr double millimetres_per_km = 1e6;
        line("Travel", "路程",
             fmt::format(
                 fmt::runtime(say("mean {:.1f} km, worst {:.1f} km", "平均 {:.1f} 公里，最远 {:.1f} 公里")),
                 static_cast<double>(answer_.travel) / millimetres_per_km /
                     static_cast<double>(answer_.placed_people),
                 answer_.worst.value() / 1000.0));
    }

    void print_ledger() const {
        using Align = TextTable::Align;
        TextTable table({{say("Ledger", "台账"), Align::left},
                         {say("Households", "户数"), Align::right},
                         {say("People", "人数"), Align::right}});
        table.add({say("Placed", "已安置"), whole(answer_.placed_households), whole(answer_.placed_people)});
        table.add({say("Not placed", "未安置"), whole(answer_.all_households - answer_.placed_households),
                   whole(answer_.people - answer_.placed_people)});
        table.add_total({say("Total", "合计"), whole(answer_.all_households), whole(answer_.people)});
        fmt::print("\n{}", table.text());
        std::int64_t capacity = 0;
        for (const relocation::Site& site : problem_.sites) capacity += site.allowed ? site.capacity : 0;
        if (capacity < answer_.people) {
            fmt::print("{}\n",
                       fmt::format(fmt::runtime(say("The sites have room for {}; {} seats are missing.",
                                                    "安置点共可容纳 {} 人，还缺 {} 个名额。")),
                                   whole(capacity), whole(answer_.people - capacity)));
        }
        if (answer_.placed_people < answer_.placeable) {
            fmt::print(
                "{}\n",
                fmt::format(fmt::runtime(say(
                                "At most {} people could be placed; whether that many can be was not proved.",
                                "至多可安置 {} 人；未能证明是否可达。")),
                            whole(answer_.placeable)));
        }
    }

    void print_sites() const {
        using Align = TextTable::Align;
        TextTable table({{say("Site", "安置点"), Align::left},
                         {say("Name", "名称"), Align::left},
                         {say("People", "人数"), Align::right},
                         {say("Capacity", "容量"), Align::right},
                         {say("Used", "使用率"), Align::right},
                         {say("Households", "户数"), Align::right}});
        std::int64_t people = 0;
        std::int64_t capacity = 0;
        std::int64_t households = 0;
        std::size_t opened = 0;
        for (const std::size_t s : io::by_id(problem_.sites)) {
            if (answer_.load[s] == 0) continue;
            const relocation::Site& site = problem_.sites[s];
            table.add({site.id, site.name, whole(answer_.load[s]), whole(site.capacity),
                       percent(static_cast<double>(answer_.load[s]) / static_cast<double>(site.capacity)),
                       whole(answer_.households[s])});
            people += answer_.load[s];
            capacity += site.capacity;
            households += answer_.households[s];
            ++opened;
        }
        if (opened == 0) return;
        table.add_total(
            {fmt::format(fmt::runtime(say("{} of {}", "{} / {} 处")), opened, problem_.sites.size()), "",
             whole(people), whole(capacity),
             percent(static_cast<double>(people) / static_cast<double>(capacity)), whole(households)});
        fmt::print("\n{}", table.text());
    }

    void print_unplaced() const {
        if (answer_.unplaced.empty()) return;
        fmt::print("\n{}\n", say("Not placed, and what would place them:", "未安置及放宽何种条件即可安置："));
        constexpr std::size_t most = 10;
        const std::vector<std::string> names = relocation::unit_names(problem_);
        std::size_t listed = 0;
        for (const relocation::Unplaced& unit : answer_.unplaced) {
            if (listed++ == most) break;
            fmt::print(
                "  {}{}{}\n", names[unit.rows.front()],
                fmt::format(fmt::runtime(say(" ({} people, {}): ", "（{} 人，{}）：")), whole(unit.people),
                            say(relocation::info(unit.reason).en, relocation::info(unit.reason).zh)),
                unit.text.in(language_));
        }
        if (answer_.unplaced.size() > most) {
            fmt::print("{}\n", fmt::format(fmt::runtime(say("  … and {} more; -o lists them all.",
                                                            "  ……另有 {} 条，用 -o 写出全部。")),
                                           answer_.unplaced.size() - most));
        }
    }

    const io::RelocationJob& job_;
    const relocation::Problem& problem_;
    const relocation::Answer& answer_;
    const features::FindingList& findings_;
    Language language_;
};

ExitCode run(const RelocateOptions& options, Language language) {
    const io::RelocationJob job = job_of(options);
    io::RelocationOutcome outcome;
    {
        const auto progress = options.common.make_progress(language);
        const siting_exact::CbcSolver solver;
        outcome = io::run_relocation(job, &solver, *progress);
    }
    if (options.common.json) {
        fmt::print("{}", outcome.document);
    } else if (!options.common.quiet) {
        Summary{job, outcome, language}.print();
        if (!job.output.empty()) {
            fmt::print("{}{}\n", language == Language::chinese ? "已写出：" : "Written: ", job.output);
        }
    }
    const bool everybody = outcome.answer.placed_people == outcome.answer.people;
    return options.check && !everybody ? target_missed : done;
}

std::string objective_list(bool chinese) {
    std::string out = chinese ? "先安置尽可能多的人，再看：" : "After placing as many people as possible:";
    for (const relocation::ObjectiveInfo& row : relocation::objectives) {
        out += fmt::format("\n{}: {}", row.id, chinese ? row.zh : row.en);
    }
    return out;
}

}  // namespace

Run setup_relocate(CLI::App& app, Language language) {
    const auto options = std::make_shared<RelocateOptions>();
    const bool chinese = language == Language::chinese;
    const auto add = [&](const char* name, std::string& value, const char* en, const char* zh) {
        return app.add_option(name, value, chinese ? zh : en);
    };
    add("--households", options->lists.households,
        "Who moves: id, lon, lat, people; optionally households, village, county, max_distance_km",
        "搬迁名单：编号、经度、纬度、人数；可有户数、村、县、最远距离(公里)")
        ->required();
    add("--sites", options->lists.sites,
        "Where to: id, lon, lat, capacity in people; optionally county, price, verdict of yiquan screen",
        "安置点名单：编号、经度、纬度、容量（人）；可有县、造价、yiquan screen 的筛查结论")
        ->required();
    app.add_option("--objective", options->objective, objective_list(chinese));
    add("--max-distance", options->farthest, "Farthest that anybody may move, with its unit: \"30 km\"",
        "任何人都不得更远，带单位：“30 km”");
    add("--within", options->lists.within,
        "Column that must agree between household and site, such as county",
        "农户与安置点须一致的列，例如 county");
    add("--together", options->lists.together,
        "Column, such as village: rows with the same value go to one site",
        "整体搬往同一安置点的列，例如 village");
    add("--matrix", options->lists.matrix, "CSV origin_id (household), destination_id (site), metres",
        "CSV：origin_id（农户）、destination_id（安置点）、metres（米）");
    add_datum(app, options->datum, language);
    add("--sites-datum", options->sites_datum,
        "Datum of the sites if it differs; files from yiquan screen are in wgs84",
        "安置点的坐标基准与搬迁名单不同时填写；yiquan screen 的结果为 wgs84");
    app.add_flag("--allow-unknown", options->lists.allow_unknown,
                 chinese ? "筛查结论为 unknown 的安置点也可使用" : "Also use sites whose verdict is unknown");
    add("--gap", options->gap, "Relative gap that is good enough; small problems are proved anyway",
        "可接受的相对差距；小问题总会求到最优");
    add("--time-limit", options->time_limit, "Stop after this time, such as \"60 s\", with the best so far",
        "到时停止并给出当前最好的方案，如“60 s”");
    app.add_flag("--check", options->check,
                 chinese ? "有人未能安置时以退出码 1 结束" : "Exit with code 1 if anybody is not placed");
    add_common(app, options->common, language);
    return [options, language] { return run(*options, language); };
}

}  // namespace yiquan::cli
