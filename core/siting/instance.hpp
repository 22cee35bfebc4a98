// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/optimize/integer_program.hpp"
#include "core/optimize/search_limits.hpp"
#include "core/siting/answer.hpp"
#include "core/siting/pairs.hpp"
#include "core/siting/problem.hpp"
#include "core/siting/request.hpp"
#include "core/siting/service_program.hpp"

namespace yiquan::siting {

/// A problem in an order that does not depend on its rows: sites are numbered by id, and demand goes into
/// programs that sort it by its links.
struct Instance {
    const Problem& problem;
    const Request& request;
    const optimize::IntegerSolver* solver;  ///< may be null
    const optimize::SearchLimits& limits;

    const std::vector<std::uint32_t>& order;  ///< site of the problem, by number
    const coverage::Links& links;             ///< sites by number; rows are the problem's demand
    std::int64_t weight_unit;                 ///< ticks that divide all weights
    std::vector<SiteState> states;            ///< by number: open stays or is forced, closed is forbidden
    std::vector<std::int64_t> price;          ///< by number, ticks; 0 for sites that stay
    std::uint32_t staying = 0;                ///< sites that stay
    std::vector<std::uint32_t> hint;          ///< numbers of sites to begin from

    /// \param pairs of the same problem; all arguments must outlive the instance
    Instance(const Problem& problem, const Request& request, const Pairs& pairs,
             const optimize::IntegerSolver* solver, const optimize::SearchLimits& limits);

    [[nodiscard]] std::int64_t weight(std::size_t demand) const {
        return problem.demand.weights[demand].ticks() / weight_unit;
    }
    [[nodiscard]] std::span<const std::uint32_t> links_of(std::size_t demand) const {
        return std::span{links.column}.subspan(links.first[demand],
                                               links.first[demand + 1] - links.first[demand]);
    }
    /// Numbers of the sites that are open when these are chosen: with those that stay or are forced.
    [[nodiscard]] std::vector<char> opened(std::span<const std::uint32_t> chosen) const;
    /// Sites of the problem for numbers, without those that stay; by id.
    [[nodiscard]] std::vector<std::uint32_t> sites_of(std::span<const std::uint32_t> chosen) const;
    /// Demand of positive weight that no site reaches that is or may be open.
    void tell_uncoverable(Answer& answer) const;
    /// An empty service program with the sites, their states still to be settled, and count or budget.
    [[nodiscard]] ServiceProgram empty_program() const;
};

}  // namespace yiquan::siting
