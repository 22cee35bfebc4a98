// SPDX-License-Identifier: MIT
#include "core/siting/plan.hpp"

#include <algorithm>
#include <cmath>

namespace yiquan::siting {
namespace {

class Planner {
public:
    Planner(const Problem& problem, const Request& request, const Pairs& pairs,
            std::span<const Answer> answers, std::uint32_t first_count)
        : problem_(problem),
          request_(request),
          pairs_(pairs),
          answers_(answers),
          first_count_(first_count),
          open_(problem.sites.size(), 0) {
        for (const std::uint32_t s : answers.back().open) open_[s] = 1;
        for (std::size_t s = 0; s < open_.size(); ++s) {
            const Role role = problem.sites[s].role;
            if (role == Role::stays) open_[s] = 1;
            const bool existing = role != Role::candidate;
            plan_.fates.push_back(open_[s] != 0 ? (existing ? Fate::stays : Fate::opens)
                                                : (existing ? Fate::closes : Fate::candidate));
        }
        plan_.figures.resize(problem.sites.size());
    }

    Plan run(Progress& progress) {
        plan_.threshold = request_.threshold.has_value();
        if (plan_.threshold) {
            reach();
            sum_zones();
        }
        find_nearest(progress);
        propose();
        return std::move(plan_);
    }

private:
    [[nodiscard]] bool by_id(std::uint32_t a, std::uint32_t b) const {
        return problem_.sites[a].id < problem_.sites[b].id;
    }
    [[nodiscard]] bool existing(std::uint32_t s) const { return problem_.sites[s].role != Role::candidate; }
    void reach() {
        const coverage::Links& links = pairs_.links;
        plan_.before.assign(links.rows(), 0);
        plan_.after.assign(links.rows(), 0);
        for (std::size_t d = 0; d < links.rows(); ++d) {
            const Persons weight = problem_.demand.weights[d];
            std::size_t times = 0;
            std::uint32_t last = 0;
            for (std::size_t k = links.first[d]; k < links.first[d + 1]; ++k) {
                const std::uint32_t s = pairs_.order[links.column[k]];
                if (existing(s)) plan_.before[d] = 1;
                if (open_[s] == 0) continue;
                plan_.figures[s].served += weight;
                last = s;
                ++times;
            }
            if (times == 1) plan_.figures[last].only_here += weight;
            if (times > 0) plan_.after[d] = 1;
        }
    }
    void sum_zones() {
        const Demand& demand = problem_.demand;
        plan_.zones.resize(demand.zones.size());
        for (std::size_t d = 0; d < demand.size(); ++d) {
            Reach mine{demand.weights[d], {}, {}};
            if (plan_.before[d] != 0) mine.before = mine.total;
            if (plan_.after[d] != 0) mine.after = mine.total;
            plan_.reach += mine;
            if (demand.zone.empty()) continue;
            (demand.zone[d] == demand::no_zone ? plan_.outside : plan_.zones[demand.zone[d]]) += mine;
        }
        for (std::size_t z = 0; z < plan_.zones.size(); ++z) {
            const std::string& parent = demand.zones[z].parent;
            if (parent.empty()) continue;
            auto found = std::find_if(plan_.parents.begin(), plan_.parents.end(),
                                      [&](const Plan::Parent& p) { return p.name == parent; });
            if (found == plan_.parents.end()) found = plan_.parents.insert(found, {parent, {}});
            found->reach += plan_.zones[z];
        }
    }
    void find_nearest(Progress& progress) {
        std::vector<std::uint32_t> open;
        for (const std::uint32_t s : pairs_.order) {
            if (open_[s] != 0) open.push_back(s);
        }
        const coverage::NearestColumns found =
            problem_.costs->nearest({problem_.demand.rows(), open}, request_.threads, progress);
        plan_.distance = found.cost;
        for (const std::uint32_t at : found.column) {
            plan_.nearest.push_back(at == coverage::NearestColumns::none ? Plan::no_site : open[at]);
        }
        for (std::size_t d = 0; d < plan_.nearest.size(); ++d) {
            if (plan_.nearest[d] != Plan::no_site) {
                plan_.figures[plan_.nearest[d]].nearest += problem_.demand.weights[d];
            }
        }
    }
    void propose() {
        for (std::uint32_t s = 0; s < open_.size(); ++s) {
            if (plan_.fates[s] != Fate::opens) continue;
            Proposal proposal{s};
            for (std::size_t k = answers_.size(); answers_.size() > 1 && k-- > 0;) {
                const auto& open = answers_[k].open;
                if (std::find(open.begin(), open.end(), s) != open.end()) {
                    proposal.first_count = first_count_ + static_cast<std::uint32_t>(k);
                }
            }
            plan_.proposals.push_back(proposal);
        }
        std::sort(plan_.proposals.begin(), plan_.proposals.end(), [&](const Proposal& a, const Proposal& b) {
            const SiteFigures& of_a = plan_.figures[a.site];
            const SiteFigures& of_b = plan_.figures[b.site];
            if (a.first_count != b.first_count) return a.first_count < b.first_count;
            if (of_a.served != of_b.served) return of_a.served > of_b.served;
            if (of_a.nearest != of_b.nearest) return of_a.nearest > of_b.nearest;
            return by_id(a.site, b.site);
        });
    }

    const Problem& problem_;
    const Request& request_;
    const Pairs& pairs_;
    std::span<const Answer> answers_;
    std::uint32_t first_count_;
    std::vector<char> open_;  // after
    Plan plan_;
};

}  // namespace

std::string_view fate_name(Fate fate) {
    switch (fate) {
        case Fate::opens:
            return "new";
        case Fate::stays:
            return "existing";
        case Fate::closes:
            return "closed";
        case Fate::candidate:
            return "candidate";
    }
    return "";
}

Reach& Reach::operator+=(const Reach& other) {
    total += other.total;
    before += other.before;
    after += other.after;
    return *this;
}

std::optional<double> gain(std::span<const Answer> answers, std::size_t at) {
    if (at == 0 || answers[at].status == Status::infeasible || answers[at - 1].status == Status::infeasible) {
        return std::nullopt;
    }
    return std::abs(answers[at].objective - answers[at - 1].objective);
}

Plan plan_of(const Problem& problem, const Request& request, const Pairs& pairs,
             std::span<const Answer> answers, std::uint32_t first_count, Progress& progress) {
    return Planner{problem, request, pairs, answers, first_count}.run(progress);
}

}  // namespace yiquan::siting
