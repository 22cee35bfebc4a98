// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/exact.hpp"
#include "core/base/message.hpp"
#include "core/base/quantity.hpp"
#include "core/optimize/status.hpp"

namespace yiquan::siting {

using optimize::Status;
using optimize::status_name;

/// What a proof leaves open, to be put behind the word "proved": " (to within 0.00001 %)"; empty where it is
/// exact.
/// \param tolerance of the objective, as in `Answer`; rounded up
[[nodiscard]] Message proof_margin(double tolerance);

struct Answer {
    Status status = Status::infeasible;
    double objective = 0.0;  ///< of `open`, worked out anew from the data
    double bound = 0.0;      ///< no choice is better than this
    /// Of the objective: how much better a choice might be all the same, because the proof rests on costs
    /// that were rounded to fit, or on a solver's floating-point arithmetic. 0 where every comparison was
    /// exact; `bound` allows for it.
    double tolerance = 0.0;
    std::vector<std::uint32_t> open;  ///< sites chosen, without those that stay; by id
    Persons uncoverable;              ///< weight that no site may reach
    std::size_t uncoverable_places = 0;
    Seconds took;
    bool greedy_known = false;
    double greedy_objective = 0.0;  ///< of choosing one site after the other
    std::vector<std::uint32_t> greedy_open;

    /// Relative gap between objective and bound; 0 where proved.
    [[nodiscard]] double gap() const;
};

}  // namespace yiquan::siting
