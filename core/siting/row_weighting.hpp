// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "core/optimize/search_limits.hpp"
#include "core/siting/interchange.hpp"
#include "core/siting/service_program.hpp"

namespace yiquan::siting {

/// True for set covering: nothing but site costs, and everyone must be served.
[[nodiscard]] bool is_covering(const ServiceProgram& program);

/// A cheaper cover, by local search that lets a cover fall apart and mends it where it failed most often:
/// each client carries a weight that grows while nobody serves it (Gao, Weise and Li 2015). Ends after a
/// fixed number of steps without a cheaper cover, so it gives the same cover on every machine; at once where
/// it costs at most `enough`.
/// \param program is_covering
/// \param open a cover to begin from
[[nodiscard]] Selection row_weighting(const ServiceProgram& program, const SiteLinks& by_site,
                                      std::span<const std::uint32_t> open, std::int64_t enough,
                                      const optimize::SearchLimits& limits);

}  // namespace yiquan::siting
