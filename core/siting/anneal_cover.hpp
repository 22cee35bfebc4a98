// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>

#include "core/optimize/search_limits.hpp"
#include "core/siting/interchange.hpp"
#include "core/siting/service_program.hpp"

namespace yiquan::siting {

/// True where a count of sites is to serve the most: neither links nor sites cost anything, and nobody must
/// be served.
[[nodiscard]] bool is_most_covering(const ServiceProgram& program);

struct AnnealOptions {
    /// Links to look at. Work ends it and not time, so that the answer is the same on any machine.
    std::uint64_t work = 0;
    std::uint64_t seed = 1;
    /// What an exchange may cost at first, as a share of what an open site usually serves alone. Little
    /// search is spent best at 0.3, which leaves the local optima of small programs; long search at 0.1.
    double heat = 0.3;
    std::int64_t enough = std::numeric_limits<std::int64_t>::min();  ///< a choice as cheap as this ends it
};

/// Improves a choice of sites by random exchanges of an open site for a closed one, at first also such that
/// cost a little, later hardly any (threshold accepting, Dueck and Scheuer 1990).
/// \param program one for which `is_most_covering` holds
/// \param open as many sites as the program counts
/// \return the best that was met, never worse than `open`
[[nodiscard]] Selection anneal_cover(const ServiceProgram& program, const SiteLinks& by_site,
                                     std::span<const std::uint32_t> open, const AnnealOptions& options,
                                     const optimize::SearchLimits& limits);

}  // namespace yiquan::siting
