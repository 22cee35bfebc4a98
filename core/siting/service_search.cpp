// SPDX-License-Identifier: MIT
#include "core/siting/service_search.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "core/siting/anneal_cover.hpp"
#include "core/siting/cost_scale.hpp"
#include "core/siting/interchange.hpp"
#include "core/siting/lagrangian.hpp"
#include "core/siting/radius_formulation.hpp"
#include "core/siting/row_weighting.hpp"

namespace yiquan::siting {
namespace {

/// How many terms an integer program may have to go to the solver, which is quick with little ones. Wide gaps
/// are closed sooner by branching here; only a search that grows long is worth the solver's heavier tools.
struct HandOver {
    std::size_t until_node;
    std::size_t most_terms;
};
constexpr std::array hand_over_sizes{HandOver{4000, 1'000}, HandOver{20'000, 5'000},
                                     HandOver{std::numeric_limits<std::size_t>::max(), 100'000}};

constexpr std::size_t most_covering_terms = 200'000;

struct Anneal {
    std::uint64_t passes;  ///< how often it looks at all links
    double heat;
};
constexpr Anneal short_anneal{300, 0.3};
constexpr Anneal long_anneal{2400, 0.1};  // where the search will be long

class ServiceSearch {
public:
    ServiceSearch(const ServiceProgram& whole, const ServiceGoal& goal, const optimize::SearchLimits& limits)
        : goal_(goal),
          limits_(limits),
          whole_(settle(whole, std::vector<SiteState>(whole.sites(), SiteState::free)).program),
          scale_(rescale(whole_)),
          by_site_(whole_),
          covering_(is_covering(whole_)),
          most_covering_(is_most_covering(whole_)) {
        if (goal_.cutoff != ServiceProgram::must) {
            scale_.highest = std::min(scale_.highest, scale_.at_least(goal_.cutoff));
        }
    }

    ServiceChoice run(const optimize::IntegerSolver* solver) {
        if (whole_.infeasible) {
            best_.ended = true;
            return answer();
        }
        begin();
        best_.ended = search(solver);
        return answer();
    }

private:
    /// In the units of the caller.
    [[nodiscard]] ServiceChoice answer() const {
        ServiceChoice out = best_;
        out.cost = scale_.theirs(best_.cost);
        out.greedy_cost = scale_.theirs(best_.greedy_cost);
        // Rounded up, since choices cost whole grains.
        const std::int64_t up = best_.bound % scale_.grain > 0 ? scale_.grain : 0;
        out.hidden = (best_.hidden + scale_.grain - 1) / scale_.grain * scale_.unit;
        out.bound = best_.bound > lowest ? scale_.theirs(best_.bound + up) : lowest;
        return out;
    }
    /// Choices must cost less than this to be better than the best.
    [[nodiscard]] std::int64_t target() const { return ceiling() - scale_.grain + 1; }
    /// What choices that are looked for stay below.
    [[nodiscard]] std::int64_t ceiling() const {
        return best_.feasible ? std::min(best_.cost, scale_.highest) : scale_.highest;
    }

    [[nodiscard]] bool good_enough() const {
        if (!best_.feasible) return false;
        if (goal_.enough > lowest && scale_.theirs(best_.cost) <= goal_.enough) return true;
        const double gap = static_cast<double>(best_.cost - best_.bound);
        return gap <= 0.0 || gap <= allowed_gap();
    }
    /// What the user's relative gap allows, of the objective in the user's sense.
    [[nodiscard]] double allowed_gap() const {
        if (goal_.enough > lowest) return 0.0;  // the gap is of another objective, which asks yes or no
        const auto objective = static_cast<double>(scale_.theirs(best_.cost));
        return limits_.gap() * std::abs(goal_.total - objective) / static_cast<double>(scale_.unit) *
               static_cast<double>(scale_.grain);
    }
    void take(const Selection& selection) {
        if (selection.cost >= best_.cost) return;
        best_.cost = selection.cost;
        best_.feasible = true;
        best_.open.clear();
        for (const std::uint32_t s : selection.open) best_.open.push_back(whole_.label[s]);
    }
    void begin() {
        const Selection greedy = greedy_selection(whole_, by_site_, limits_);
        best_.greedy_cost = greedy.cost;
        for (const std::uint32_t s : greedy.open) best_.greedy_open.push_back(whole_.label[s]);
        take(greedy);
        take(interchange(whole_, by_site_, greedy.open, limits_));
        anneal(short_anneal);
        if (goal_.hint.empty()) return;
        std::vector<std::uint32_t> start;
        for (const std::uint32_t label : goal_.hint) {
            if (std::binary_search(whole_.label.begin(), whole_.label.end(), label)) {
                start.push_back(number_of(label));
            }
        }
        if (whole_.count && start.size() > *whole_.count) return;
        take(interchange(whole_, by_site_, start, limits_));
    }
    /// A choice that costs no more needs no improvement.
    [[nodiscard]] std::int64_t enough_cost() const {
        return goal_.enough > lowest ? scale_.at_most(goal_.enough) : best_.bound;
    }
    void mend_cover() {
        std::vector<std::uint32_t> start;
        for (const std::uint32_t label : best_.open) start.push_back(number_of(label));
        take(row_weighting(whole_, by_site_, start, enough_cost(), limits_));
    }
    /// Looks beyond exchanges that each save something.
    void anneal(const Anneal& how) {
        if (!best_.feasible || !most_covering_) return;
        std::vector<std::uint32_t> start;
        for (const std::uint32_t label : best_.open) start.push_back(number_of(label));
        constexpr std::uint64_t most_links = 1'000'000;
        AnnealOptions options;
        options.heat = how.heat;
        options.work = how.passes * std::min(whole_.site.size() + whole_.sites(), most_links);
        options.seed = ++annealed_;
        options.enough = enough_cost();
        take(anneal_cover(whole_, by_site_, start, options, limits_));
    }
    /// The number of a label in the whole program.
    [[nodiscard]] std::uint32_t number_of(std::uint32_t label) const {
        return static_cast<std::uint32_t>(std::lower_bound(whole_.label.begin(), whole_.label.end(), label) -
                                          whole_.label.begin());
    }
    void raise_bound(std::int64_t bound) { best_.bound = std::max(best_.bound, std::min(bound, ceiling())); }
    /// Sites that the settled part of the program keeps open.
    void improve_from(const ServiceProgram& program, const std::vector<std::uint32_t>& choice,
                      const std::vector<std::uint32_t>& settled_open) {
        std::vector<std::uint32_t> start;
        for (const std::uint32_t s : choice) start.push_back(number_of(program.label[s]));
        for (const std::uint32_t label : settled_open) start.push_back(number_of(label));
        take(interchange(whole_, by_site_, start, limits_));
    }

    /// A part of the choices that are still to be searched.
    struct Node {
        ServiceProgram rest;
        std::vector<std::int64_t> multipliers;    // empty: none known
        std::vector<std::uint32_t> settled_open;  // labels
        std::int64_t bound = lowest;
        int depth = 0;
        bool handed = false;  // the solver had it
    };

    /// \return true where nothing is left to be searched
    bool search(const optimize::IntegerSolver* solver) {
        best_.bound = lowest;
        std::vector<Node> open;
        open.push_back({whole_, {}, {}, lowest, 0});
        while (!open.empty()) {
            std::int64_t least = std::min(ceiling(), left_);
            for (const Node& node : open) least = std::min(least, node.bound);
            raise_bound(least);
            if (good_enough() || limits_.over()) return best_.feasible && best_.bound >= best_.cost;
            Node node = next(open);
            if (leave(node)) continue;
            ++nodes_;
            if (!tighten(node)) continue;
            if (limits_.over()) {
                // What this node still hides is known by its bound alone.
                open.push_back(std::move(node));
                continue;
            }
            if (improve_again(node)) {
                open.push_back(std::move(node));
                continue;
            }
            if (leave(node)) continue;
            if (solver != nullptr && !node.handed && hand_over(node, *solver, open)) continue;
            branch(std::move(node), open);
        }
        best_.bound = std::min(ceiling(), left_);
        return best_.bound >= ceiling();
    }

    /// The node to be searched next.
    Node next(std::vector<Node>& open) const {
        std::size_t links = 0;
        for (const Node& node : open) links += node.rest.site.size();
        constexpr std::size_t most_links = 50'000'000;  // a few hundred megabytes
        auto chosen = open.end() - 1;
        if (most_covering_ && links <= most_links) {
            // The worst bound of all is the one that counts; ties by age.
            chosen = std::min_element(open.begin(), open.end(),
                                      [](const Node& a, const Node& b) { return a.bound < b.bound; });
        }
        Node node = std::move(*chosen);
        open.erase(chosen);
        return node;
    }
    /// Leaves a node unsearched where nothing in it is better than the best by more than the user's gap.
    bool leave(const Node& node) {
        if (!best_.feasible || allowed_gap() <= 0.0) return false;
        if (static_cast<double>(best_.cost - node.bound) > allowed_gap()) return false;
        left_ = std::min(left_, node.bound);
        return true;
    }
    /// Looks for better choices where exchanges do not lead to them.
    /// \return true where the node is to be tightened again
    bool improve_again(const Node& node) {
        if (!best_.feasible) return false;
        const std::int64_t before = best_.cost;
        if (node.depth == 0 && covering_) mend_cover();
        // A search that settles few sites will be long, and its answer is worth more time.
        const bool wide = 2 * node.rest.sites() > whole_.sites();
        constexpr std::size_t many_nodes = 32;
        if (node.depth == 0 && wide) anneal(long_anneal);
        if (nodes_ >= many_nodes && std::has_single_bit(nodes_)) anneal(wide ? long_anneal : short_anneal);
        return best_.cost < before;
    }

    /// Raises the node's bound and settles sites by it; false where nothing better is in it.
    bool tighten(Node& node) {
        const int most_rounds = node.depth == 0 ? 4 : 2;
        for (int round = 0; round < most_rounds; ++round) {
            ServiceProgram& rest = node.rest;
            if (rest.infeasible) return false;
            if (is_leaf(rest)) {
                take_leaf(node);
                return false;
            }
            // What is settled must be paid; near zero the relaxation comes to that only slowly.
            if (!scale_.negative) node.bound = std::max(node.bound, rest.constant);
            LagrangianOptions options;
            options.start = node.multipliers;
            if (best_.feasible && allowed_gap() > 0.0) {
                options.good_bound = best_.cost - static_cast<std::int64_t>(allowed_gap());
            }
            if (round > 0) options.first_step = 0.1;  // good prices are known
            if (node.depth > 0) {
                options.rounds = 200;
                options.patience = 12;
                options.first_step = 0.5;
                options.last_step = 0.02;
                options.kept_choices = 1;
            }
            LagrangianBound found = lagrangian_bound(rest, target(), options, limits_);
            node.bound = std::max(node.bound, found.bound);
            constexpr std::size_t many_links = 2'000'000;  // where one exchange takes a tenth of a second
            if (whole_.site.size() > many_links && found.choices.size() > 1) {
                found.choices.erase(found.choices.begin(), found.choices.end() - 1);
            }
            for (auto choice = found.choices.rbegin(); choice != found.choices.rend(); ++choice) {
                if (node.bound >= target() || limits_.over()) break;
                improve_from(rest, *choice, node.settled_open);
            }
            if (node.bound >= target()) return false;
            const Fixing fixing = fix_by_reduced_cost(rest, found, target());
            const std::size_t before = rest.site.size();
            node.multipliers = std::move(found.multiplier);
            reduced_ = std::move(found.reduced);
            narrow(node, fixing.states, fixing.ceiling);
            if (static_cast<double>(node.rest.site.size()) >
                (node.depth == 0 ? 0.98 : 0.9) * static_cast<double>(before))
                break;
        }
        if (node.rest.infeasible || !is_leaf(node.rest)) return !node.rest.infeasible;
        take_leaf(node);
        return false;
    }
    /// True where nothing is left to be chosen.
    static bool is_leaf(const ServiceProgram& rest) {
        return rest.clients() == 0 || rest.sites() == 0 || (rest.count && *rest.count == 0);
    }
    void take_leaf(const Node& node) {
        Selection leaf;
        for (const std::uint32_t label : node.settled_open) leaf.open.push_back(number_of(label));
        for (std::uint32_t s = 0;
             node.rest.count && leaf.open.size() < *whole_.count && s < node.rest.sites(); ++s)
            leaf.open.push_back(number_of(node.rest.label[s]));
        std::sort(leaf.open.begin(), leaf.open.end());
        leaf.cost = service_cost(whole_, leaf.open);
        take(leaf);
    }
    /// Settles sites of the node.
    void narrow(Node& node, const std::vector<SiteState>& states, std::span<const std::int64_t> ceiling) {
        std::vector<std::int64_t> reduced;
        for (std::uint32_t s = 0; s < node.rest.sites(); ++s) {
            if (states[s] == SiteState::open) node.settled_open.push_back(node.rest.label[s]);
            if (states[s] == SiteState::free) reduced.push_back(reduced_[s]);
        }
        Settled next = settle(node.rest, states, ceiling);
        std::vector<std::int64_t> multipliers(next.program.clients(), 0);
        for (std::size_t i = 0; i < node.rest.clients(); ++i) {
            if (next.client[i] != Settled::gone) multipliers[next.client[i]] += node.multipliers[i];
        }
        node.multipliers = std::move(multipliers);
        node.rest = std::move(next.program);
        reduced_ = std::move(reduced);
    }
    void branch(Node node, std::vector<Node>& open) {
        // The site that the relaxation wants most.
        const auto wanted =
            static_cast<std::size_t>(std::min_element(reduced_.begin(), reduced_.end()) - reduced_.begin());
        std::vector<SiteState> states(node.rest.sites(), SiteState::free);
        const std::vector<std::int64_t> reduced = reduced_;
        ++node.depth;
        node.handed = false;
        Node closed = node;
        states[wanted] = SiteState::closed;
        narrow(closed, states, {});
        open.push_back(std::move(closed));
        states[wanted] = SiteState::open;
        reduced_ = reduced;
        narrow(node, states, {});
        open.push_back(std::move(node));
    }

    /// Lets the solver search a node that is small enough for it.
    /// \return false where it is too large, and is still to be branched on
    bool hand_over(Node& node, const optimize::IntegerSolver& solver, std::vector<Node>& open) {
        const auto size = std::find_if(hand_over_sizes.begin(), hand_over_sizes.end(),
                                       [&](const HandOver& h) { return nodes_ <= h.until_node; });
        // Covering everyone has wide gaps that the solver's cuts close and branching here does not.
        const bool covering = !whole_.count && !whole_.budget;
        const auto formulation =
            radius_formulation(node.rest, covering ? most_covering_terms : size->most_terms);
        if (!formulation) return false;
        const auto scaled = [&](double cost) {
            return (cost - static_cast<double>(formulation->base)) / formulation->unit;
        };
        const double cutoff =
            scaled(static_cast<double>(ceiling()) - 0.5 * static_cast<double>(scale_.grain));
        const double gap = best_.feasible
                               ? optimize::gap_below(cutoff, scaled(static_cast<double>(best_.cost)),
                                                     allowed_gap() / formulation->unit)
                               : 0.0;
        const optimize::IntegerResult result = solver.solve(formulation->program, cutoff, gap, limits_);
        if (!result.values.empty()) {
            Selection selection;
            for (std::uint32_t s = 0; s < node.rest.sites(); ++s) {
                if (result.values[s] > 0.5) selection.open.push_back(number_of(node.rest.label[s]));
            }
            for (const std::uint32_t label : node.settled_open) selection.open.push_back(number_of(label));
            std::sort(selection.open.begin(), selection.open.end());
            selection.cost = service_cost(whole_, selection.open);
            take(selection);
        }
        if (result.proved) {
            // Nothing was found below the cutoff, which lies half a grain below the best.
            const double slack = optimize::solver_slack(cutoff) * formulation->unit;
            if (slack >= 0.5 * static_cast<double>(scale_.grain)) {
                best_.hidden = std::max(best_.hidden, static_cast<std::int64_t>(std::ceil(slack)));
            }
            return true;
        }
        if (std::isfinite(result.bound)) {
            const double value = static_cast<double>(formulation->base) +
                                 formulation->unit * (result.bound - optimize::solver_slack(result.bound));
            node.bound = std::max(node.bound, static_cast<std::int64_t>(std::ceil(value)));
        }
        node.handed = true;
        open.push_back(std::move(node));
        return true;
    }

    static constexpr std::int64_t lowest = LagrangianBound::lowest;

    const ServiceGoal& goal_;
    const optimize::SearchLimits& limits_;
    std::int64_t left_ = ServiceProgram::must;  ///< the least bound of what was left unsearched
    std::size_t nodes_ = 0;
    std::uint64_t annealed_ = 0;  ///< how often
    std::vector<std::int64_t> reduced_;
    ServiceProgram whole_;
    CostScale scale_;
    SiteLinks by_site_;
    bool covering_;
    bool most_covering_;
    ServiceChoice best_;
};

}  // namespace

ServiceChoice search_service(const ServiceProgram& program, const optimize::IntegerSolver* solver,
                             const ServiceGoal& goal, const optimize::SearchLimits& limits) {
    return ServiceSearch{program, goal, limits}.run(solver);
}

}  // namespace yiquan::siting
