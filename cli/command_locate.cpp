// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/ledger_table.hpp"
#include "cli/search_options.hpp"
#include "cli/text_table.hpp"
#include "core/base/error.hpp"
#include "core/base/number_text.hpp"
#include "core/base/quantity.hpp"
#include "core/demand/zone_names.hpp"
#include "core/features/value.hpp"
#include "core/io/locate/job.hpp"
#include "core/siting_exact/cbc_solver.hpp"

namespace yiquan::cli {
namespace {

struct LocateOptions {
    CommonOptions common;
    io::SitingInputs inputs;
    std::string model;
    std::string count;
    std::string budget;
    std::string threshold;
    std::string radius;
    std::string datum = "wgs84";
    std::string share = "100 %";
    std::string gap = "0";
    std::string time_limit;
    bool greedy = false;
};

[[noreturn]] void refuse(const std::string& en, const std::string& zh) {
    throw Error{ErrorKind::usage, {en, zh}};
}

/// "5" or "1..20".
siting::CountRange count_range(const std::string& text) {
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
    const siting::CountRange range{whole(std::string_view{text}.substr(0, dots)),
                                   whole(std::string_view{text}.substr(dots + 2))};
    if (range.first > range.last) {
        refuse(fmt::format("-p {} runs backwards; give the smaller number first.", text),
               fmt::format("-p {} 的范围颠倒；请把较小的数写在前面。", text));
    }
    return range;
}

void check_unit(const LocateOptions& options) {
    const CostUnit unit = options.inputs.unit();
    if (!options.radius.empty() && unit != CostUnit::metres) {
        refuse("--radius goes with --candidates; with --matrix, give --threshold in the unit of its costs.",
               "--radius 与 --candidates 一起使用；用 --matrix 时请以其费用单位给出 --threshold。");
    }
    if (!options.threshold.empty() && unit != CostUnit::table) {
        refuse("--threshold goes with --matrix; with --candidates, give --radius with its unit.",
               "--threshold 与 --matrix 一起使用；用 --candidates 时请给出带单位的 --radius。");
    }
}

template <class Amount>
Amount amount(const std::string& text, std::string_view option) {
    const double value = amount_of(text, option);
    if (value > Amount::largest) {
        refuse(fmt::format("{} {} is too large to count exactly; use a larger unit.", option, text),
               fmt::format("{} {} 过大，无法精确计数；请换用更大的单位。", option, text));
    }
    return Amount::nearest(value);
}

siting::Request request_of(const LocateOptions& options) {
    siting::Request request;
    request.model = options.model;
    const siting::Model& model = siting::model(options.model);
    if (!options.budget.empty()) request.budget = amount<Price>(options.budget, "--budget");
    if (!options.threshold.empty()) request.threshold = amount<Cost>(options.threshold, "--threshold");
    if (!options.radius.empty()) {
        request.threshold = Cost::nearest(parse_length(options.radius, "--radius").value());
    }
    if (model.share) request.share = share_of(options.share, "--share");
    request.gap = share_of(options.gap, "--gap");
    if (!options.time_limit.empty()) request.time_limit = time_limit_of(options.time_limit);
    request.threads = options.common.thread_count();
    return request;
}

io::LocateJob job_of(const LocateOptions& options) {
    io::LocateJob job;
    job.inputs = options.inputs;
    job.inputs.datum = geo::datum_from(options.datum);
    job.inputs.check();
    check_unit(options);
    job.request = request_of(options);
    if (!options.count.empty()) job.counts = count_range(options.count);
    job.greedy = options.greedy;
    job.output = options.common.output;
    job.overwrite = options.common.overwriting();
    job.version = YIQUAN_VERSION;
    return job;
}

std::string figure(double value) {
    constexpr double whole = 1e15;
    if (value == std::floor(value) && std::abs(value) < whole) return grouped(value);
    return fmt::format("{:.6g}", value);
}

std::string called(const siting::Site& site) {
    if (site.name.empty() || site.name == site.id) return site.id;
    return fmt::format("{} ({})", site.name, site.id);
}

std::string names(const siting::Problem& problem, const std::vector<std::uint32_t>& sites) {
    std::string out;
    for (const std::uint32_t s : sites) out += (out.empty() ? "" : ", ") + called(problem.sites[s]);
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

void print_answer(const io::LocateOutcome& outcome, bool greedy, bool chinese) {
    const siting::Answer& answer = outcome.answers.back();
    const siting::Model& model = siting::model(outcome.request.model);
    const auto line = [&](std::string_view en, std::string_view zh, const std::string& text) {
        fmt::print("{}{}{}\n", chinese ? zh : en, chinese ? "：" : ": ", text);
    };
    const Message margin = siting::proof_margin(answer.tolerance);
    line("Status", "结论",
         std::string{status_text(answer.status, chinese)} + (chinese ? margin.zh : margin.en));
    if (answer.status != siting::Status::infeasible) {
        line("Objective", "目标值",
             fmt::format("{} ({})", figure(answer.objective),
                         chinese ? model.objective_zh : model.objective_en));
        line("Bound", "界", fmt::format("{} ({})", figure(answer.bound), percent(answer.gap())));
        line("Sites", "站点",
             fmt::format("{}{}{}", answer.open.size(), answer.open.empty() ? "" : ": ",
                         names(outcome.data.problem, answer.open)));
    }
    if (answer.uncoverable_places > 0) {
        line("Beyond every candidate", "任何候选点都覆盖不到",
             fmt::format("{} ({})", figure(answer.uncoverable.value()), answer.uncoverable_places));
    }
    if (greedy && answer.greedy_known) {
        line("Greedy", "贪心",
             fmt::format("{}: {}", figure(answer.greedy_objective),
                         names(outcome.data.problem, answer.greedy_open)));
    }
    const std::vector<std::string> zones = demand::telling_names(outcome.data.problem.demand.zones);
    for (std::size_t z = 0; model.zones && z < outcome.plan.zones.size(); ++z) {
        const siting::Reach& reach = outcome.plan.zones[z];
        if (reach.total == Persons{}) continue;
        const std::string name = "  " + zones[z];
        line(name, name, percent(share(reach.after, reach.total)));
    }
    line("Time", "用时", fmt::format("{:.2f} s", answer.took.value()));
}

/// "+甘沟乡 (7405532)" for each site that joins, with a minus for each that leaves.
std::string changes(const siting::Problem& problem, const std::vector<std::uint32_t>& before,
                    const std::vector<std::uint32_t>& after) {
    std::string out;
    const auto add = [&](char sign, const auto& from, const auto& others) {
        for (const std::uint32_t s : from) {
            if (std::find(others.begin(), others.end(), s) != others.end()) continue;
            out += fmt::format("{}{}{}", out.empty() ? "" : " ", sign, called(problem.sites[s]));
        }
    };
    add('-', before, after);
    add('+', after, before);
    return out;
}

void print_curve(const io::LocateOutcome& outcome, bool greedy, bool chinese) {
    const std::vector<siting::Answer>& answers = outcome.answers;
    using Align = TextTable::Align;
    std::vector<TextTable::Column> columns{{"p", Align::right},
                                           {chinese ? "目标值" : "Objective", Align::right},
                                           {chinese ? "增益" : "Gain", Align::right},
                                           {chinese ? "差距" : "Gap", Align::right}};
    if (greedy) columns.push_back({chinese ? "贪心" : "Greedy", Align::right});
    columns.push_back({chinese ? "站点变化" : "Sites that join (+) and leave (-)", Align::left});
    TextTable table(std::move(columns));
    for (std::size_t k = 0; k < answers.size(); ++k) {
        const siting::Answer& a = answers[k];
        const bool known = a.status != siting::Status::infeasible;
        const std::optional<double> gain = siting::gain(answers, k);
        const std::string_view proved = chinese ? "已证明" : "proved";
        std::vector<std::string> cells{
            fmt::format("{}", outcome.first_count + k), known ? figure(a.objective) : "–",
            gain ? figure(*gain) : "",
            a.status == siting::Status::feasible ? percent(a.gap()) : std::string{proved}};
        if (greedy) cells.push_back(a.greedy_known ? figure(a.greedy_objective) : "–");
        cells.push_back(changes(outcome.data.problem,
                                k == 0 ? std::vector<std::uint32_t>{} : answers[k - 1].open, a.open));
        table.add(std::move(cells));
    }
    fmt::print("{}", table.text());
}

void print_reach(const siting::Plan& plan, bool chinese) {
    if (!plan.threshold) return;
    const siting::Reach& reach = plan.reach;
    fmt::print(fmt::runtime(chinese ? "服务范围内：现状 {}（{}），建成后 {}（{}），合计 {}。\n"
                                    : "Within reach: {} ({}) before, {} ({}) after, of {}.\n"),
               figure(reach.before.value()), percent(share(reach.before, reach.total)),
               figure(reach.after.value()), percent(share(reach.after, reach.total)),
               figure(reach.total.value()));
}

ExitCode run(const LocateOptions& options, Language language) {
    io::LocateOutcome outcome;
    {
        const auto progress = options.common.make_progress(language);
        const siting_exact::CbcSolver solver;
        outcome = io::run_locate(job_of(options), &solver, *progress);
    }
    const bool chinese = language == Language::chinese;
    if (options.common.json) {
        fmt::print("{}", outcome.document);
    } else if (!options.common.quiet) {
        if (outcome.answers.size() > 1) {
            print_curve(outcome, options.greedy, chinese);
        } else {
            print_answer(outcome, options.greedy, chinese);
        }
        print_reach(outcome.plan, chinese);
        fmt::print("{}", finding_summary(outcome.data.findings, language));
        if (!options.common.output.empty()) {
            fmt::print("{}{}\n", chinese ? "已写出：" : "Written: ", options.common.output);
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
    add("-p", options->count, "Sites to open in addition to those that stay: 5, or 1..20 for the curve",
        "除保留站点外开设的数量：5，或 1..20 得到曲线");
    add("--budget", options->budget, "Instead of -p: what the sites may cost in total",
        "代替 -p：站点总造价上限");
    add("--matrix", options->inputs.matrix, "CSV origin_id (demand), destination_id (site), cost",
        "CSV：origin_id（需求）、destination_id（站点）、费用");
    add("--threshold", options->threshold, "Highest cost that counts as served, in the unit of the matrix",
        "可服务的最大费用，单位同矩阵");
    add("--candidates", options->inputs.candidates, "List of candidate sites with coordinates",
        "带坐标的候选站点名单");
    add("--demand", options->inputs.demand, "List of weighted demand points", "带权重的需求点名单");
    add("--radius", options->radius, "Radius with its unit, such as \"15 km\"", "带单位的半径，如“15 km”");
    add_datum(app, options->datum, language);
    add("--orlib", options->inputs.orlib, "Graph in the p-median format of the OR-Library",
        "OR-Library p-median 格式的图");
    add("--existing", options->inputs.existing, "Sites that stay open: a list, or ids separated by commas",
        "保留的现有站点：名单，或用逗号隔开的编号");
    add("--may-close", options->inputs.may_close,
        "Existing sites that may close: a list, or ids separated by commas",
        "可以关闭的现有站点：名单，或用逗号隔开的编号");
    add("--forced", options->inputs.forced,
        "Sites that must open: ids separated by commas, or a table with id",
        "必选站点：用逗号隔开的编号，或含 id 列的表");
    add("--forbidden", options->inputs.forbidden,
        "Sites that must not open: ids separated by commas, or a table with id",
        "禁用站点：用逗号隔开的编号，或含 id 列的表");
    add("--weights", options->inputs.weights, "CSV id, weight of demand; others keep theirs, 1 with --matrix",
        "CSV：需求的 id、weight；未列出的不变，用 --matrix 时为 1");
    add("--zones", options->inputs.zones,
        "Polygons, or CSV id, zone of demand: for equity, and for figures by zone",
        "面图层，或含需求 id、zone 的 CSV：用于 equity 和分单元统计");
    add("--sites", options->inputs.sites, "Table id, price, seats of sites",
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
