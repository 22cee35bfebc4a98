// SPDX-License-Identifier: MIT
#include "core/siting_exact/cbc_solver.hpp"

#include <CbcConfig.h>
#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

#include <algorithm>
#include <array>
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

using siting::IntegerProgram;
using siting::IntegerResult;

/// Stops CBC when time is over or the user asks to.
class Watch final : public CbcEventHandler {
public:
    explicit Watch(const siting::SearchLimits& limits) : limits_(&limits) {}
    CbcAction event(CbcEvent /*what*/) override { return limits_->over() ? stop : noAction; }
    [[nodiscard]] CbcEventHandler* clone() const override { return new Watch(*this); }  // NOLINT: CBC owns it

private:
    const siting::SearchLimits* limits_;
};

/// CBC calls this at stages of its work; 0 lets it go on.
int ignore(CbcModel* /*model*/, int /*stage*/) {
    return 0;
}

constexpr double longest = 1e9;  // seconds; CBC knows no infinity

void load(const IntegerProgram& program, OsiClpSolverInterface& lp) {
    const double infinity = lp.getInfinity();
    const auto bound = [&](double value) { return std::clamp(value, -infinity, infinity); };
    std::vector<int> rows, columns;
    std::vector<double> factors;
    rows.reserve(program.terms());
    columns.reserve(program.terms());
    factors.reserve(program.terms());
    std::vector<double> row_lower(program.rows()), row_upper(program.rows());
    for (std::size_t r = 0; r < program.rows(); ++r) {
        for (const IntegerProgram::Term& term : program.row(r)) {
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

IntegerResult CbcSolver::solve(const IntegerProgram& program, double cutoff, double gap,
                               const siting::SearchLimits& limits) const {
    OsiClpSolverInterface lp;
    lp.messageHandler()->setLogLevel(0);
    load(program, lp);
    CbcModel model(lp);
    model.setLogLevel(0);
    CbcSolverUsefulData data;
    data.noPrinting_ = true;
    CbcMain0(model, data);
    Watch watch(limits);
    model.passInEventHandler(&watch);
    if (cutoff < lp.getInfinity()) model.setCutoff(cutoff);
    model.setDblParam(CbcModel::CbcAllowableGap, std::max(gap, 0.0));
    model.setDblParam(CbcModel::CbcAllowableFractionGap, 0.0);
    const std::string seconds = std::to_string(std::clamp(limits.remaining(), 0.0, longest));
    std::array words{"yiquan",   "-log",          "0",      "-slog", "0", "-timeMode", "elapsed",
                     "-seconds", seconds.c_str(), "-solve", "-quit"};
    CbcMain1(static_cast<int>(words.size()), words.data(), model, ignore, data);

    IntegerResult result;
    if (model.bestSolution() != nullptr) {
        result.values.assign(model.bestSolution(), model.bestSolution() + model.getNumCols());
    }
    const bool ended = model.status() == 0;
    result.proved = ended && (gap <= 0.0);
    result.bound = model.getBestPossibleObjValue();
    return result;
}

}  // namespace yiquan::siting_exact
