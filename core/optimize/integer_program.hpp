// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/optimize/search_limits.hpp"

namespace yiquan::optimize {

/// A mixed-integer program to be minimized, built row by row.
class IntegerProgram {
public:
    static constexpr double unbounded = std::numeric_limits<double>::infinity();

    struct Column {
        double cost = 0.0;
        double upper = 1.0;  ///< the lower bound is zero
        bool integer = false;
    };
    struct Term {
        std::uint32_t column;
        double factor;
    };

    std::uint32_t add_column(Column column) {
        columns_.push_back(column);
        return static_cast<std::uint32_t>(columns_.size() - 1);
    }
    /// lower <= sum of the terms <= upper; each column at most once.
    void add_row(double lower, double upper, std::span<const Term> terms) {
        terms_.insert(terms_.end(), terms.begin(), terms.end());
        first_.push_back(terms_.size());
        lower_.push_back(lower);
        upper_.push_back(upper);
    }

    [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }
    [[nodiscard]] std::size_t rows() const { return lower_.size(); }
    [[nodiscard]] double lower(std::size_t row) const { return lower_[row]; }
    [[nodiscard]] double upper(std::size_t row) const { return upper_[row]; }
    [[nodiscard]] std::span<const Term> row(std::size_t row) const {
        return std::span{terms_}.subspan(first_[row], first_[row + 1] - first_[row]);
    }
    [[nodiscard]] std::size_t terms() const { return terms_.size(); }
    std::vector<Column>& columns() { return columns_; }

private:
    std::vector<Column> columns_;
    std::vector<std::size_t> first_{0};
    std::vector<Term> terms_;
    std::vector<double> lower_;
    std::vector<double> upper_;
};

/// What a solver found out.
struct IntegerResult {
    bool proved = false;         ///< the search ended: `values` are best below the cutoff, or there are none
    std::vector<double> values;  ///< of the best solution below the cutoff; empty where none was found
    double bound = -IntegerProgram::unbounded;  ///< no solution costs less, but for those at the cutoff
};

/// What the arithmetic of a solver may hide of a value, in units of the program: its tolerances are absolute
/// near zero and relative beyond.
[[nodiscard]] inline double solver_slack(double value) {
    constexpr double relative = 1e-7;
    return relative * (1.0 + std::abs(value));
}

/// What a solver may leave open below its cutoff, so that the bound is within `allowed` of the best known
/// choice, which costs a little more than the cutoff; less than that by what rounding takes. 0 asks for a
/// proof.
[[nodiscard]] inline double gap_below(double cutoff, double best, double allowed) {
    constexpr double part = 0.999;
    return std::max(0.0, part * allowed - (best - cutoff));
}

/// A solver of mixed-integer programs. The library has none of its own: the command line brings one
/// (`siting_exact`), tests bring another.
class IntegerSolver {
public:
    virtual ~IntegerSolver() = default;
    /// Looks for the cheapest solution that costs less than `cutoff`.
    /// \param gap absolute gap that is good enough
    [[nodiscard]] virtual IntegerResult solve(const IntegerProgram& program, double cutoff, double gap,
                                              const SearchLimits& limits) const = 0;
};

}  // namespace yiquan::optimize
