// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/cost.hpp"
#include "core/base/exact.hpp"
#include "core/coverage/distance_profile.hpp"

namespace yiquan::coverage {

/// What the way to the nearest facility costs, weighted by people, in the unit of the costs that were added.
struct DistanceSummary {
    CostValue mean;
    CostValue median;
    CostValue p90;  ///< nine of ten people live no farther away
    CostValue worst;
};

/// Gathers weighted costs in whole numbers, so that the summary is the same in any order and on any number of
/// threads. Mean and worst are right to a thousandth of the unit, quantiles to half a unit: a millimetre and
/// half a metre. Memory is bounded by the number of different whole metres or seconds.
class DistanceDistribution {
public:
    /// People of weight zero count for nothing, not even for the worst distance.
    void add(CostValue distance, Persons people);
    void add(const DistanceDistribution& other);

    /// \return nothing where nobody was added. A quantile is the smallest distance that at least that share
    ///         of the people does not exceed.
    [[nodiscard]] std::optional<DistanceSummary> summary() const;

    /// \return nothing where nobody was added. Quantiles as in the summary; a share of the people ends inside
    ///         a group that has equally far to go.   O(n log n) in the number of different whole units.
    [[nodiscard]] std::optional<DistanceProfile> profile() const;

private:
    struct Entry {
        std::uint32_t units;
        std::int64_t ticks;
    };

    void compact();
    [[nodiscard]] std::vector<Entry> sorted() const;

    std::vector<Entry> entries_;
    std::size_t compacted_ = 0;  // entries that are sorted and merged already
    std::int64_t ticks_ = 0;
    __extension__ __int128 thousandth_ticks_ = 0;
    std::int64_t worst_thousandths_ = 0;
};

}  // namespace yiquan::coverage
