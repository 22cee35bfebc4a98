// SPDX-License-Identifier: MIT
#include "core/siting_exact/cbc_solver.hpp"

#include <CbcConfig.h>
#include <fmt/format.h>
#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <string>

#ifdef __SANITIZE_ADDRESS__
/// CBC 2.10 forgets some of the cuts that it copies when it is stopped; that is not ours to free.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libOsi\nleak:libCoinUtils\nleak:libCbc\nleak:libCgl\nleak:libClp\n";
}
extern "C" const char* __lsan_default_options() {
    return "print_suppressions=0";
}
#endif

namespace yiquan::siting_exact {
namespace {

/// Where CBC is, so that it can be told to stop in the middle of its work.
class Search {
public:
    /// Where CBC puts a handler of its own, Ctrl-C would never reach the limits; so the program's is put
    /// back. It is only asked for here: there is no moment without it.
    explicit Search(const optimize::SearchLimits& the_limits)
        : limits(the_limits), known_(::sigaction(SIGINT, nullptr, &on_interrupt_) == 0) {}
    void listen() const {
        if (known_) ::sigaction(SIGINT, &on_interrupt_, nullptr);
    }

    const optimize::SearchLimits& limits;
    CbcModel* tree = nullptr;                             ///< while there is one
    double bound = -optimize::IntegerProgram::unbounded;  ///< of the tree, when last heard of before the stop
    bool stopped = false;  ///< within a heuristic or earlier: what CBC says then is void

private:
    struct sigaction on_interrupt_ {};
    bool known_;
};

/// Stops the search tree when time is over or the user asks to.
class Watch final : public CbcEventHandler {
public:
    explicit Watch(Search& search) : search_(&search) {}
    CbcAction event(CbcEvent /*what*/) override {
        search_->listen();
        if (search_->limits.over()) return stop;
        if (getModel() == search_->tree && search_->tree != nullptr) {  // not a heuristic's small tree
            search_->bound = std::max(search_->bound, getModel()->getBestPossibleObjValue());
        }
        return noAction;
    }
    [[nodiscard]] CbcEventHandler* clone() const override { return new Watch(*this); }  // NOLINT: CBC owns it
    [[nodiscard]] Search& search() const { return *search_; }

private:
    Search* search_;
};

/// Heuristics at the root ask nobody but the clock, and not often; one of their linear programs may take
/// minutes. Such a program is cut off. The tree's own goes on to its end, so that its bound is one.
class WatchLinearPrograms final : public ClpEventHandler {
public:
    explicit WatchLinearPrograms(Search& search) : search_(&search) {}
    int event(Event /*what*/) override {
        constexpr int go_on = -1;
        constexpr int cut_off = 5;
        search_->listen();
        if (search_->tree == nullptr || !search_->limits.over()) return go_on;
        search_->tree->setMaximumSeconds(0.0);
        const auto* own = dynamic_cast<const OsiClpSolverInterface*>(search_->tree->solver());
        if (own == nullptr || own->getModelPtr() == model_) return go_on;
        search_->stopped = true;
        return cut_off;
    }
    [[nodiscard]] ClpEventHandler* clone() const override {
        return new WatchLinearPrograms(*this);  // NOLINT: CLP owns it
    }

private:
    Search* search_;
};

/// CBC calls this at stages of its work; anything but 0 ends it.
int follow(CbcModel* model, int stage) {
    constexpr int before_the_tree = 3;
    const auto* watch = dynamic_cast<const Watch*>(model->getEventHandler());
    if (watch == nullptr) return 0;
    Search& search = watch->search();
    search.listen();
    search.tree = nullptr;
    if (stage > before_the_tree) return 0;
    if (search.limits.over()) {
        search.stopped = true;
        return 1;
    }
    if (stage == before_the_tree) {
        search.tree = model;
        if (model->solver()->isProvenOptimal()) search.bound = model->solver()->getObjValue();
    }
    return 0;
}

constexpr double longest = 1e9;  // seconds; CBC knows no infinity

void load(const optimize::IntegerProgram& program, OsiClpSolverInterface& lp) {
    const double infinity = lp.getInfinity();
    const auto bound = [&](double value) { return std::clamp(value, -infinity, infinity); };
    std::vector<int> rows, columns;
    std::vector<double> factors;
    rows.reserve(program.terms());
    columns.reserve(program.terms());
    factors.reserve(program.terms());
    std::vector<double> row_lower(program.rows()), row_upper(program.rows());
    for (std::size_t r = 0; r < program.rows(); ++r) {
        for (const optimize::IntegerProgram::Term& term : program.row(r)) {
            rows.push_back(static_cast<int>(r));
            columns.push_back(static_cast<int>(term.column));
            factors.push_back(term.factor);
        }
        row_lower[r] = bound(program.lower(r));
        row_upper[r] = bound(program.upper(r));
    }
    const std::size_t width = program.columns().size();
    std::vector<double> cost(width), lower(width, 0.0), upper(width);
    for (std::size_t c = 0; c < width; ++c) {
        cost[c] = program.columns()[c].cost;
        upper[c] = bound(program.columns()[c].upper);
    }
    CoinPackedMatrix matrix(true, rows.data(), columns.data(), factors.data(),
                            static_cast<CoinBigIndex>(factors.size()));
    matrix.setDimensions(static_cast<int>(program.rows()), static_cast<int>(width));
    lp.loadProblem(matrix, lower.data(), upper.data(), cost.data(), row_lower.data(), row_upper.data());
    for (std::size_t c = 0; c < width; ++c) {
        if (program.columns()[c].integer) lp.setInteger(static_cast<int>(c));
    }
}

}  // namespace

optimize::IntegerResult CbcSolver::solve(const optimize::IntegerProgram& program, double cutoff, double gap,
                                         const optimize::SearchLimits& limits) const {
    OsiClpSolverInterface lp;
    lp.messageHandler()->setLogLevel(0);
    load(program, lp);
    Search search(limits);
    WatchLinearPrograms watch_programs(search);
    lp.getModelPtr()->passInEventHandler(&watch_programs);
    CbcModel model(lp);
    model.setLogLevel(0);
    CbcSolverUsefulData data;
    data.noPrinting_ = true;
    CbcMain0(model, data);
    data.useSignalHandler_ = false;
    Watch watch(search);
    model.passInEventHandler(&watch);
    if (cutoff < lp.getInfinity()) model.setCutoff(cutoff);
    model.setDblParam(CbcModel::CbcAllowableGap, std::max(gap, 0.0));
    model.setDblParam(CbcModel::CbcAllowableFractionGap, 0.0);
    // Whole seconds, which CBC reads alike wherever a comma divides decimals; the limits end it in time.
    const std::string seconds =
        fmt::format("{:.0f}", std::ceil(std::clamp(limits.remaining().value(), 0.0, longest)));
    std::array words{"yiquan",   "-log",          "0",      "-slog", "0", "-timeMode", "elapsed",
                     "-seconds", seconds.c_str(), "-solve", "-quit"};
    CbcMain1(static_cast<int>(words.size()), words.data(), model, follow, data);

    optimize::IntegerResult result;
    if (model.bestSolution() != nullptr) {
        result.values.assign(model.bestSolution(), model.bestSolution() + model.getNumCols());
    }
    if (search.stopped) {
        result.bound = search.bound;
        return result;
    }
    const bool ended = model.status() == 0;
    result.proved = ended && (gap <= 0.0);
    constexpr double unknown = 1e49;  // CBC starts from a huge bound, which stays where it is stopped early
    const double possible = model.getBestPossibleObjValue();
    if (std::abs(possible) < unknown) result.bound = possible;
    if (ended && result.values.empty()) result.bound = std::max(result.bound, cutoff - std::max(gap, 0.0));
    return result;
}

}  // namespace yiquan::siting_exact
