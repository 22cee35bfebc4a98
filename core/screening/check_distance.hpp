// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/progress.hpp"
#include "core/screening/known_area.hpp"
#include "core/screening/layer_index.hpp"
#include "core/screening/screening.hpp"

namespace yiquan::screening {

/// A layer ready to be measured to.
struct MeasuredLayer {
    const LayerIndex& index;
    const KnownArea& known;
    std::uint64_t unplaced = 0;  ///< further features of which nobody knows where they lie
};

/// Evidence of a rule that avoids a layer or wants to be near it, one per candidate.
/// \throws Error{input} where a column of `limit_by` is missing
[[nodiscard]] std::vector<Evidence> check_distance(const Rule& rule, const Candidates& candidates,
                                                   const MeasuredLayer& layer, unsigned threads,
                                                   Progress& progress);

}  // namespace yiquan::screening
