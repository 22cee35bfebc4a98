// SPDX-License-Identifier: MIT
#include "core/siting/locate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"

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
               fmt::format("Model {} needs the farthest cost that counts as served: --threshold beside "
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
    if (request.threshold && !(*request.threshold >= 0.0)) {
        refuse(ErrorKind::usage, "--threshold must be a number of zero or more.",
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
    if (!(request.seconds > 0.0)) {
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

}  // namespace

const Model& model(std::string_view id) {
    for (const Model& model : models) {
        if (model.id == id) return model;
    }
    std::vector<std::string_view> known;
    for (const Model& model : models) known.push_back(model.id);
    const Message near = suggestion(id, known);
    refuse(ErrorKind::usage,
           fmt::format("There is no model \"{}\".{} The models are {}.", id, near.en, fmt::join(known, ", ")),
           fmt::format("没有模型“{}”。{}可用的模型：{}。", id, near.zh, fmt::join(known, "、")));
}

namespace {

Answer answer_of(const Model& model, Instance& instance) {
    Answer answer = model.solve(instance);
    answer.seconds = instance.limits.elapsed();
    return answer;
}

}  // namespace

Answer locate(const Problem& problem, const Request& request, const IntegerSolver* solver,
              Progress& progress) {
    const SearchLimits limits(request.seconds, request.gap, progress);
    const Model& asked = model(request.model);
    check_request(asked, request);
    problem.check();
    check_count(problem, request);
    check_seats(asked, problem, request);
    check_zones(asked, problem);
    Instance instance(problem, request, request.threshold.value_or(CostSource::no_limit), solver, limits);
    check_pairs(asked, instance);
    return answer_of(asked, instance);
}

std::vector<Answer> locate_each(const Problem& problem, const Request& request, std::uint32_t first,
                                std::uint32_t last, const IntegerSolver* solver, Progress& progress) {
    Request longest = request;
    longest.count = last;
    check_request(model(request.model), longest);
    problem.check();
    check_count(problem, longest);  // before any work, and in the user's own number
    std::vector<Answer> out;
    std::vector<std::uint32_t> hint;
    for (std::uint32_t count = first; count <= last; ++count) {
        Request step = request;
        step.count = count;
        progress.report(static_cast<double>(count - first) / static_cast<double>(last - first + 1));
        const SearchLimits limits(request.seconds, request.gap, progress);
        const Model& asked = model(request.model);
        check_request(asked, step);
        problem.check();
        check_count(problem, step);
        check_seats(asked, problem, step);
        check_zones(asked, problem);
        Instance instance(problem, step, step.threshold.value_or(CostSource::no_limit), solver, limits);
        check_pairs(asked, instance);
        std::vector<std::uint32_t> number(problem.sites.size());
        for (std::uint32_t n = 0; n < instance.order.size(); ++n) number[instance.order[n]] = n;
        for (const std::uint32_t site : hint) instance.hint.push_back(number[site]);
        out.push_back(answer_of(asked, instance));
        hint = out.back().open;
        if (progress.cancelled()) break;
    }
    return out;
}

}  // namespace yiquan::siting
