// SPDX-License-Identifier: MIT
#include "core/siting/locate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/error.hpp"
#include "core/siting/pairs.hpp"

namespace yiquan::siting {
namespace {

[[noreturn]] void refuse(ErrorKind kind, std::string en, std::string zh) {
    throw Error{kind, {std::move(en), std::move(zh)}};
}

void check_choice(const Model& model, const Request& request) {
    if (model.choose == Choose::fewest && (request.count || request.budget)) {
        refuse(ErrorKind::usage,
               fmt::format("Model {} finds out the number of sites itself; leave -p and --budget out.",
                           model.id),
               fmt::format("模型 {} 自行求出站点数；请去掉 -p 和 --budget。", model.id));
    }
    if (model.choose == Choose::count_or_budget && request.count.has_value() == request.budget.has_value()) {
        refuse(ErrorKind::usage,
               fmt::format("Model {} needs either -p N or --budget; give one of them.", model.id),
               fmt::format("模型 {} 需要 -p N 或 --budget；请给出其中一个。", model.id));
    }
    if (request.count && *request.count == 0) {
        refuse(ErrorKind::usage, "-p 0 chooses nothing; give at least 1.", "-p 0 不选任何站点；请至少给 1。");
    }
    if (request.budget && *request.budget < Price{}) {
        refuse(ErrorKind::usage, "--budget is negative; give zero or more.",
               "--budget 为负数；请给不小于零的数。");
    }
}

void check_request(const Model& model, const Request& request) {
    check_choice(model, request);
    if (model.threshold && !request.threshold) {
        refuse(ErrorKind::usage,
               fmt::format("Model {} needs the highest cost that counts as served: --threshold with "
                           "--matrix, or --radius.",
                           model.id),
               fmt::format("模型 {} 需要服务的最大费用：与 --matrix 一起用 --threshold，或用 --radius。",
                           model.id));
    }
    if (!model.threshold && request.threshold) {
        refuse(ErrorKind::usage,
               fmt::format("Model {} knows no threshold; leave --threshold and --radius out.", model.id),
               fmt::format("模型 {} 不用服务范围；请去掉 --threshold 和 --radius。", model.id));
    }
    if (request.threshold && *request.threshold < Cost{}) {
        refuse(ErrorKind::usage, "--threshold must be zero or a positive number.",
               "--threshold 应为不小于零的数。");
    }
    if (!(request.share > 0.0 && request.share <= 1.0)) {
        refuse(ErrorKind::usage, "--share must be above 0 and at most 1, or 100 %.",
               "--share 应大于 0 且不超过 1（100 %）。");
    }
    if (!(request.gap >= 0.0 && request.gap < 1.0)) {
        refuse(ErrorKind::usage, "--gap must be at least 0 and below 1, such as 0.001 or 0.1%.",
               "--gap 应不小于 0 且小于 1，例如 0.001 或 0.1%。");
    }
    if (!(request.time_limit > Seconds{})) {
        refuse(ErrorKind::usage, "--time-limit must be above zero.", "--time-limit 应大于零。");
    }
}

void check_count(const Problem& problem, const Request& request) {
    std::size_t possible = 0;
    std::size_t forced = 0;
    Price forced_price;
    for (const Site& site : problem.sites) {
        if (site.role == Role::stays) continue;
        if (!site.forbidden) ++possible;
        if (site.forced) {
            ++forced;
            forced_price += site.price;
        }
    }
    if (request.count && *request.count > possible) {
        refuse(ErrorKind::usage,
               fmt::format("-p {} is more than the {} candidates that may open; lower it.", *request.count,
                           possible),
               fmt::format("-p {} 多于可开设的 {} 个候选点；请减小。", *request.count, possible));
    }
    if (request.count && *request.count < forced) {
        refuse(
            ErrorKind::usage,
            fmt::format("{} sites are forced, but -p {} opens fewer; raise -p or force fewer.", forced,
                        *request.count),
            fmt::format("必选站点有 {} 个，而 -p 只有 {}；请增大 -p 或减少必选。", forced, *request.count));
    }
    if (request.budget && forced_price > *request.budget) {
        refuse(ErrorKind::usage,
               fmt::format(
                   "The forced sites alone cost {}, more than the budget of {}; raise it or force fewer.",
                   forced_price.value(), request.budget->value()),
               fmt::format("仅必选站点就需要 {}，超过预算 {}；请提高预算或减少必选。", forced_price.value(),
                           request.budget->value()));
    }
}

void check_zones(const Model& model, const Problem& problem) {
    if (!model.zones) return;
    const Demand& demand = problem.demand;
    if (demand.zone.empty()) {
        refuse(ErrorKind::usage,
               fmt::format("Model {} needs the zone of each demand; give --zones.", model.id),
               fmt::format("模型 {} 需要每个需求所属的统计单元；请给出 --zones。", model.id));
    }
    for (std::size_t d = 0; d < demand.size(); ++d) {
        if (demand.zone[d] != demand::no_zone && demand.weights[d] > Persons{}) return;
    }
    refuse(ErrorKind::input,
           fmt::format("All demand lies outside the zones, so model {} has none to look at; check --zones.",
                       model.id),
           fmt::format("所有需求都在统计单元之外，模型 {} 无从比较；请核对 --zones。", model.id));
}

void check_seats(const Model& model, const Problem& problem, const Request& request) {
    if (!model.seats) return;
    Persons staying;
    std::vector<Persons> forced;
    std::vector<Persons> others;
    for (const Site& site : problem.sites) {
        if (site.forbidden) continue;
        if (!site.seats) {
            refuse(ErrorKind::input,
                   fmt::format("Site \"{}\" has no seats; model {} needs them for every site.", site.id,
                               model.id),
                   fmt::format("站点“{}”没有座位数；模型 {} 要求每个站点都有。", site.id, model.id));
        }
        if (site.role == Role::stays) {
            staying += *site.seats;
        } else {
            (site.forced ? forced : others).push_back(*site.seats);
        }
    }
    if (model.most) return;  // whoever finds no seat stays unserved
    std::sort(others.rbegin(), others.rend());
    Persons most = staying;
    std::size_t count = forced.size();
    for (const Persons seats : forced) most += seats;
    for (const Persons seats : others) {
        if (request.count && count++ >= *request.count) break;
        most += seats;
    }
    Persons wanted;
    for (const Persons weight : problem.demand.weights) wanted += weight;
    if (most < wanted) {
        refuse(ErrorKind::input,
               fmt::format("The demand of {} exceeds the {} seats that can open{} by {}; add seats or sites.",
                           wanted.value(), most.value(),
                           request.count ? fmt::format(" with -p {}", *request.count) : "",
                           (wanted - most).value()),
               fmt::format("需求 {} 超过{}可开设的 {} 个座位，缺 {}；请增加座位或站点。", wanted.value(),
                           request.count ? fmt::format(" -p {} ", *request.count) : "", most.value(),
                           (wanted - most).value()));
    }
}

void check_pairs(const Model& model, const Instance& instance) {
    if (!model.every_pair) return;
    const Problem& problem = instance.problem;
    for (std::size_t d = 0; d < instance.links.rows(); ++d) {
        const auto row = instance.links_of(d);
        if (row.size() == problem.sites.size()) continue;
        std::vector<char> there(problem.sites.size(), 0);
        for (const std::uint32_t n : row) there[n] = 1;
        const auto missing =
            static_cast<std::size_t>(std::find(there.begin(), there.end(), 0) - there.begin());
        const std::string& site = problem.sites[instance.order[missing]].id;
        const std::string& demand = problem.demand.ids[d];
        refuse(
            ErrorKind::input,
            fmt::format("The cost from demand \"{}\" to site \"{}\" is missing; model {} needs every pair.",
                        demand, site, model.id),
            fmt::format("缺少需求“{}”到站点“{}”的费用；模型 {} 需要每一对的费用。", demand, site, model.id));
    }
}

/// \param before the answer to begin from, or null
/// \param pairs  gathered here where they are not yet
Answer answer_of(const Model& model, const Problem& problem, const Request& request,
                 const optimize::IntegerSolver* solver, const Answer* before, std::optional<Pairs>& pairs,
                 Progress& progress) {
    constexpr double gathering = 0.5;  // of the progress
    ProgressSlice first(progress, 0.0, gathering);
    ProgressSlice rest(progress, pairs ? 0.0 : gathering, 1.0);
    const optimize::SearchLimits limits(request.time_limit, request.gap, rest);
    if (!pairs) {
        progress.stage({"Measuring who can be served from where", "测算谁能由哪里服务"});
        pairs.emplace(problem, request, optimize::SearchLimits{request.time_limit, request.gap, first});
    }
    progress.stage({"Choosing sites", "选择站点"});
    Instance instance(problem, request, *pairs, solver, limits);
    check_pairs(model, instance);
    if (before != nullptr) {
        std::vector<std::uint32_t> number(problem.sites.size());
        for (std::uint32_t n = 0; n < instance.order.size(); ++n) number[instance.order[n]] = n;
        for (const std::uint32_t site : before->open) instance.hint.push_back(number[site]);
    }
    Answer answer = model.solve(instance);
    answer.took = limits.elapsed();
    rest.report(1.0);
    return answer;
}

Answer one_answer(const Problem& problem, const Request& request, const optimize::IntegerSolver* solver,
                  std::optional<Pairs>& pairs, Progress& progress) {
    const Model& asked = model(request.model);
    check_request(asked, request);
    problem.check();
    check_count(problem, request);
    check_seats(asked, problem, request);
    check_zones(asked, problem);
    return answer_of(asked, problem, request, solver, nullptr, pairs, progress);
}

std::vector<Answer> curve(const Problem& problem, const Request& request, CountRange counts,
                          const optimize::IntegerSolver* solver, std::optional<Pairs>& pairs,
                          Progress& progress) {
    const Model& asked = model(request.model);
    Request step = request;
    step.count = counts.last;
    check_request(asked, step);
    problem.check();
    check_count(problem, step);  // before any work, and in the user's own number
    check_zones(asked, problem);
    std::vector<Answer> out;
    const double steps = counts.last - counts.first + 1;
    for (std::uint32_t count = counts.first; count <= counts.last; ++count) {
        step.count = count;
        check_count(problem, step);
        check_seats(asked, problem, step);
        const double done = count - counts.first;
        ProgressSlice mine(progress, done / steps, (done + 1.0) / steps);
        const Answer* const before = out.empty() ? nullptr : &out.back();
        out.push_back(answer_of(asked, problem, step, solver, before, pairs, mine));
        if (progress.cancelled()) break;
    }
    return out;
}

}  // namespace

Answer locate(const Problem& problem, const Request& request, const optimize::IntegerSolver* solver,
              Progress& progress) {
    std::optional<Pairs> pairs;
    return one_answer(problem, request, solver, pairs, progress);
}

std::vector<Answer> locate_each(const Problem& problem, const Request& request, CountRange counts,
                                const optimize::IntegerSolver* solver, Progress& progress) {
    std::optional<Pairs> pairs;
    return curve(problem, request, counts, solver, pairs, progress);
}

Located locate_with_plan(const Problem& problem, const Request& request, std::optional<CountRange> counts,
                         const optimize::IntegerSolver* solver, Progress& progress) {
    constexpr double searching = 0.98;  // of the progress
    ProgressSlice search(progress, 0.0, searching);
    ProgressSlice planning(progress, searching, 1.0);
    std::optional<Pairs> pairs;
    Located out;
    Request last = request;
    if (counts) {
        out.answers = curve(problem, request, *counts, solver, pairs, search);
        last.count = counts->last;
    } else {
        out.answers.push_back(one_answer(problem, request, solver, pairs, search));
    }
    UncancelledProgress finish(planning);  // an answer that was asked to come early is told all the same
    out.plan = plan_of(problem, last, *pairs, out.answers, counts ? counts->first : 0, finish);
    return out;
}

}  // namespace yiquan::siting
