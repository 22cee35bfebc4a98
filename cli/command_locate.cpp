// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <unordered_set>

#include "cli/command.hpp"
#include "cli/search_options.hpp"
#include "cli/text_table.hpp"
#include "core/base/error.hpp"
#include "core/base/number_text.hpp"
#include "core/base/quantity.hpp"
#include "core/geo/datum.hpp"
#include "core/intake/read_demand.hpp"
#include "core/intake/read_facilities.hpp"
#include "core/io/output_file.hpp"
#include "core/io/siting_json.hpp"
#include "core/io/siting_tables.hpp"
#include "core/io/source_path.hpp"
#include "core/io/table.hpp"
#include "core/siting/locate.hpp"
#include "core/siting/point_costs.hpp"
#include "core/siting_exact/cbc_solver.hpp"

namespace yiquan::cli {
namespace {

struct LocateOptions {
    CommonOptions common;
    std::string model;
    std::string count;
    std::string budget;
    std::string matrix;
    std::string threshold;
    std::string orlib;
    std::string candidates;
    std::string demand;
    std::string radius;
    std::string datum = "wgs84";
    std::string existing;
    std::string may_close;
    std::string forced;
    std::string forbidden;
    std::string weights;
    std::string zones;
    std::string sites;
    std::string share = "100 %";
    std::string gap = "0";
    std::string time_limit;
    bool greedy = false;
};

[[noreturn]] void refuse(const std::string& en, const std::string& zh) {
    throw Error{ErrorKind::usage, {en, zh}};
}

struct CountRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// "5" or "1..20".
CountRange count_range(const std::string& text) {
    const auto whole = [&](std::string_view word) {
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (error != std::errc{} || end != word.data() + word.size()) {
            refuse(fmt::format("-p \"{}\" must be a whole number such as 5, or a range such as 1..20.", text),
                   fmt::format("-p “{}”应为整数，例如 5，或范围，例如 1..20。", text));
        }
        return value;
    };
    const std::size_t dots = text.find("..");
    if (dots == std::string::npos) return {whole(text), whole(text)};
    const CountRange range{whole(std::string_view{text}.substr(0, dots)),
                           whole(std::string_view{text}.substr(dots + 2))};
    if (range.first > range.last) {
        refuse(fmt::format("-p {} runs backwards; give the smaller number first.", text),
               fmt::format("-p {} 的范围颠倒；请把较小的数写在前面。", text));
    }
    return range;
}

/// What is asked of sites by name.
struct SiteLists {
    std::vector<std::string> existing;
    std::vector<std::string> may_close;
};

bool is_file(const std::string& text) {
    std::error_code ignored;
    return !text.empty() && std::filesystem::exists(io::file_part(text), ignored);
}

/// Candidates and demand from lists of places. An existing list that is a file has places too; its sites join
/// the candidates, or are those among them that have its ids.
siting::Problem read_places(const LocateOptions& options, SiteLists& lists, Progress& progress) {
    if (options.candidates.empty() || options.demand.empty()) {
        refuse("Give --matrix, --orlib, or --candidates with --demand.",
               "请给出 --matrix 或 --orlib，或同时给出 --candidates 与 --demand。");
    }
    siting::Problem problem;
    features::FindingList findings;
    intake::DemandOptions demand_options;
    demand_options.coordinates.datum = geo::datum_from(options.datum);
    const auto demand_table = io::open_table(options.demand);
    demand::DemandPoints points = intake::read_demand(*demand_table, demand_options, findings, progress);
    problem.demand.weights = std::move(points.weights);
    problem.demand.ids = std::move(points.ids);
    intake::FacilityOptions site_options;
    site_options.coordinates.datum = demand_options.coordinates.datum;
    site_options.keep_duplicates = true;
    std::vector<geo::LonLat> places;
    std::unordered_set<std::string> known;
    const auto read_sites = [&](const std::string& path) {
        std::vector<std::string> ids;
        const auto source = io::open_table(path);
        for (const coverage::Facility& site :
             intake::read_facilities(*source, site_options, {}, {}, findings, progress)) {
            ids.push_back(site.id);
            if (!known.insert(site.id).second) continue;
            problem.sites.emplace_back().id = site.id;
            places.push_back(site.place);
        }
        return ids;
    };
    read_sites(options.candidates);
    if (is_file(options.existing)) lists.existing = read_sites(options.existing);
    if (is_file(options.may_close)) lists.may_close = read_sites(options.may_close);
    problem.costs = std::make_shared<siting::PointCosts>(std::move(points.places), std::move(places));
    return problem;
}

struct Task {
    siting::Problem problem;
    siting::Request request;
    CountRange counts;
};

void check_sources(const LocateOptions& options) {
    const int sources = (options.matrix.empty() ? 0 : 1) + (options.orlib.empty() ? 0 : 1) +
                        (options.candidates.empty() && options.demand.empty() ? 0 : 1);
    if (sources > 1) {
        refuse("--matrix, --orlib, and --candidates with --demand exclude each other; keep one.",
               "--matrix、--orlib 与 --candidates/--demand 不能同时使用，请保留其一。");
    }
    if (!options.radius.empty() && (!options.matrix.empty() || !options.orlib.empty())) {
        refuse("--radius goes with --candidates; beside --matrix give --threshold in the unit of its costs.",
               "--radius 与 --candidates 一起使用；用 --matrix 时请以其费用单位给出 --threshold。");
    }
    if (!options.threshold.empty() && options.matrix.empty() && options.orlib.empty()) {
        refuse("--threshold goes with --matrix; beside --candidates give --radius with its unit.",
               "--threshold 与 --matrix 一起使用；用 --candidates 时请给出带单位的 --radius。");
    }
}

siting::Request request_of(const LocateOptions& options) {
    siting::Request request;
    request.model = options.model;
    const siting::Model& model = siting::model(options.model);
    if (!options.budget.empty()) {
        const double budget = share_or_number(options.budget, "--budget");
        if (budget > siting::Price::largest) {
            refuse(
                fmt::format("--budget {} is too large to count exactly; use a larger unit.", options.budget),
                fmt::format("--budget {} 过大，无法精确计数；请换用更大的单位。", options.budget));
        }
        request.budget = siting::Price::nearest(budget);
    }
    if (!options.threshold.empty()) request.threshold = share_or_number(options.threshold, "--threshold");
    if (!options.radius.empty()) request.threshold = parse_length(options.radius, "--radius").value();
    if (model.share) request.share = share_or_number(options.share, "--share");
    request.gap = share_or_number(options.gap, "--gap");
    if (!options.time_limit.empty()) request.seconds = seconds_of(options.time_limit);
    request.threads = options.common.thread_count();
    return request;
}

Task read_task(const LocateOptions& options, Progress& progress) {
    check_sources(options);
    Task task;
    task.request = request_of(options);
    if (!options.count.empty()) task.counts = count_range(options.count);
    SiteLists lists;
    if (!options.orlib.empty()) {
        io::GraphProblem graph = io::read_orlib_graph(options.orlib);
        task.problem = std::move(graph.problem);
        const bool asked = !options.count.empty() || !options.budget.empty();
        const bool counts = siting::model(options.model).choose == siting::Choose::count_or_budget;
        if (!asked && counts) task.counts = {graph.count, graph.count};
    } else if (!options.matrix.empty()) {
        task.problem = io::read_cost_matrix(options.matrix, progress);
    } else {
        task.problem = read_places(options, lists, progress);
    }
    siting::Problem& problem = task.problem;
    if (lists.existing.empty()) lists.existing = io::read_ids(options.existing);
    if (lists.may_close.empty()) lists.may_close = io::read_ids(options.may_close);
    siting::mark_sites(problem, siting::Mark::may_close, lists.may_close, "--may-close");
    siting::mark_sites(problem, siting::Mark::stays, lists.existing, "--existing");
    siting::mark_sites(problem, siting::Mark::forced, io::read_ids(options.forced), "--forced");
    siting::mark_sites(problem, siting::Mark::forbidden, io::read_ids(options.forbidden), "--forbidden");
    if (!options.weights.empty()) io::read_weights(options.weights, problem.demand);
    if (!options.zones.empty()) io::read_demand_zones(options.zones, problem.demand);
    if (!options.sites.empty()) io::read_site_table(options.sites, problem);
    if (task.counts.last > 0 || !options.count.empty()) task.request.count = task.counts.last;
    return task;
}

std::string figure(double value) {
    constexpr double whole = 1e15;
    if (value == std::floor(value) && std::abs(value) < whole) return grouped(value);
    return fmt::format("{:.6g}", value);
}

std::string names(const siting::Problem& problem, const std::vector<std::uint32_t>& sites) {
    std::string out;
    for (const std::uint32_t s : sites) out += (out.empty() ? "" : ", ") + problem.sites[s].id;
    return out;
}

std::string_view status_text(siting::Status status, bool chinese) {
    switch (status) {
        case siting::Status::optimal:
            return chinese ? "已证明最优" : "optimal, proved";
        case siting::Status::feasible:
            return chinese ? "可行，未证明最优" : "feasible, not proved optimal";
        case siting::Status::infeasible:
            return chinese ? "无解" : "infeasible, proved";
    }
    return "";
}

void print_answer(const Task& task, const siting::Answer& answer, bool greedy, bool chinese) {
    const siting::Model& model = siting::model(task.request.model);
    const auto line = [&](std::string_view en, std::string_view zh, const std::string& text) {
        fmt::print("{}{}{}\n", chinese ? zh : en, chinese ? "：" : ": ", text);
    };
    line("Status", "结论", std::string{status_text(answer.status, chinese)});
    if (answer.status != siting::Status::infeasible) {
        line("Objective", "目标值",
             fmt::format("{} ({})", figure(answer.objective),
                         chinese ? model.objective_zh : model.objective_en));
        line("Bound", "界", fmt::format("{} ({})", figure(answer.bound), percent(answer.gap())));
        line("Sites", "站点", fmt::format("{}: {}", answer.open.size(), names(task.problem, answer.open)));
    }
    if (answer.uncoverable_places > 0) {
        line("Beyond every candidate", "任何候选点都覆盖不到",
             fmt::format("{} ({})", figure(answer.uncoverable.value()), answer.uncoverable_places));
    }
    if (greedy && answer.greedy_known) {
        line("Greedy", "贪心",
             fmt::format("{}: {}", figure(answer.greedy_objective), names(task.problem, answer.greedy_open)));
    }
    for (const siting::ZoneShare& zone : answer.zones) {
        line(fmt::format("  {}", zone.zone), fmt::format("  {}", zone.zone),
             percent(share(zone.served, zone.total)));
    }
    line("Time", "用时", fmt::format("{:.2f} s", answer.seconds));
}

void print_curve(const Task& task, const std::vector<siting::Answer>& answers, bool greedy, bool chinese) {
    using Align = TextTable::Align;
    std::vector<TextTable::Column> columns{{"p", Align::right},
                                           {chinese ? "目标值" : "Objective", Align::right},
                                           {chinese ? "增益" : "Gain", Align::right},
                                           {chinese ? "差距" : "Gap", Align::right}};
    if (greedy) columns.push_back({chinese ? "贪心" : "Greedy", Align::right});
    columns.push_back({chinese ? "站点" : "Sites", Align::left});
    TextTable table(std::move(columns));
    for (std::size_t k = 0; k < answers.size(); ++k) {
        const siting::Answer& a = answers[k];
        std::vector<std::string> cells{fmt::format("{}", task.counts.first + k), figure(a.objective),
                                       k == 0 ? "" : figure(std::abs(a.objective - answers[k - 1].objective)),
                                       percent(a.gap())};
        if (greedy) cells.push_back(figure(a.greedy_objective));
        cells.push_back(names(task.problem, a.open));
        table.add(std::move(cells));
    }
    fmt::print("{}", table.text());
}

ExitCode run(const LocateOptions& options, Language language) {
    std::optional<io::OutputFile> file;
    if (!options.common.output.empty()) file.emplace(options.common.output, options.common.overwriting());
    Task task;
    std::vector<siting::Answer> answers;
    {
        const auto progress = options.common.make_progress(language);
        task = read_task(options, *progress);
        const siting_exact::CbcSolver solver;
        if (task.counts.first < task.counts.last) {
            answers = siting::locate_each(task.problem, task.request, task.counts.first, task.counts.last,
                                          &solver, *progress);
        } else {
            answers.push_back(siting::locate(task.problem, task.request, &solver, *progress));
        }
    }
    const std::string json =
        io::siting_json(task.problem, task.request, answers, task.counts.first, options.greedy);
    if (file) {
        io::write_text_file(file->path(), json);
        file->commit();
    }
    const bool chinese = language == Language::chinese;
    if (options.common.json) {
        fmt::print("{}", json);
    } else if (!options.common.quiet) {
        if (answers.size() > 1) {
            print_curve(task, answers, options.greedy, chinese);
        } else {
            print_answer(task, answers.front(), options.greedy, chinese);
        }
    }
    return done;
}

std::string model_list(bool chinese) {
    std::string out = chinese ? "模型：" : "Model:";
    for (const siting::Model& model : siting::models) {
        out += fmt::format("\n{}: {}", model.id, chinese ? model.summary_zh : model.summary_en);
    }
    return out;
}

}  // namespace

Run setup_locate(CLI::App& app, Language language) {
    const auto options = std::make_shared<LocateOptions>();
    const bool chinese = language == Language::chinese;
    const auto add = [&](const char* name, std::string& value, const char* en, const char* zh) {
        return app.add_option(name, value, chinese ? zh : en);
    };
    app.add_option("--model", options->model, model_list(chinese))->required();
    add("-p", options->count, "Sites to open beside those that stay: 5, or 1..20 for the curve",
        "除保留站点外开设的数量：5，或 1..20 得到曲线");
    add("--budget", options->budget, "Instead of -p: what the sites may cost together",
        "代替 -p：站点总造价上限");
    add("--matrix", options->matrix, "CSV origin_id (demand), destination_id (site), cost",
        "CSV：origin_id（需求）、destination_id（站点）、费用");
    add("--threshold", options->threshold, "Farthest cost that is served, in the unit of the matrix",
        "可服务的最大费用，单位同矩阵");
    add("--candidates", options->candidates, "List of candidate sites with coordinates",
        "带坐标的候选站点名单");
    add("--demand", options->demand, "List of weighted demand points", "带权重的需求点名单");
    add("--radius", options->radius, "Radius with its unit, such as \"15 km\"", "带单位的半径，如“15 km”");
    add("--datum", options->datum, "Datum of the lists: wgs84, cgcs2000, gcj02 or bd09",
        "名单的坐标基准：wgs84、cgcs2000、gcj02 或 bd09");
    add("--orlib", options->orlib, "Graph in the p-median format of the OR-Library",
        "OR-Library p-median 格式的图");
    add("--existing", options->existing, "Sites that stay open: a list, or ids with commas",
        "保留的现有站点：名单，或用逗号隔开的编号");
    add("--may-close", options->may_close, "Existing sites that may close: a list, or ids with commas",
        "可以关闭的现有站点：名单，或用逗号隔开的编号");
    add("--forced", options->forced, "Sites that must open: ids with commas, or a table with id",
        "必选站点：用逗号隔开的编号，或含 id 列的表");
    add("--forbidden", options->forbidden, "Sites that must not open: ids with commas, or a table with id",
        "禁用站点：用逗号隔开的编号，或含 id 列的表");
    add("--weights", options->weights, "CSV id, weight of demand; others keep theirs, 1 with --matrix",
        "CSV：需求的 id、weight；未列出的不变，用 --matrix 时为 1");
    add("--zones", options->zones, "CSV id, zone of demand, for equity", "CSV：需求的 id、zone，用于 equity");
    add("--sites", options->sites, "Table id, price, seats of sites",
        "站点的 id、price（造价）、seats（座位）表");
    add("--share", options->share, "Share to reach, for partial: \"90 %\"", "partial 要达到的覆盖率：“90 %”");
    add("--gap", options->gap, "Relative gap that is good enough, such as \"0.1 %\"",
        "可接受的相对差距，如“0.1 %”");
    add("--time-limit", options->time_limit, "Stop after this time, such as \"60 s\", with the best so far",
        "到时停止并给出当前最好的结果，如“60 s”");
    app.add_flag("--greedy", options->greedy,
                 chinese ? "同时给出逐个贪心选择的结果" : "Also tell what choosing one by one gives");
    add_common(app, options->common, language);
    return [options, language] { return run(*options, language); };
}

}  // namespace yiquan::cli
