// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/exact.hpp"
#include "core/base/quantity.hpp"
#include "core/coverage/distance_profile.hpp"

namespace yiquan::coverage {

/// Distances to the nearest facility, weighted by people.
struct DistanceSummary {
    Metres mean;
    Metres median;
    Metres p90;  ///< nine of ten people have it no farther
    Metres worst;
};

/// Gathers weighted distances in whole numbers, so that the summary is the same in any order and on any
/// number of threads. Mean and worst are right to a millimetre, quantiles to half a metre.
/// Memory is bounded by the number of different whole metres.
class DistanceDistribution {
public:
    /// People of weight zero count for nothing, not even for the worst distance.
    void add(Metres distance, Persons people);
    void add(const DistanceDistribution& other);

    /// \return nothing where nobody was added. A quantile is the smallest distance that at least that share
    ///         of the people does not exceed.
    [[nodiscard]] std::optional<DistanceSummary> summary() const;

    /// \return nothing where nobody was added. Quantiles as in the summary; a share of the people ends inside
    ///         a group that has it equally far.   O(n log n) in the number of different whole metres.
    [[nodiscard]] std::optional<DistanceProfile> profile() const;

private:
    struct Entry {
        std::uint32_t metres;
        std::int64_t ticks;
    };

    void compact();
    [[nodiscard]] std::vector<Entry> sorted() const;

    std::vector<Entry> entries_;
    std::size_t compacted_ = 0;  // entries that are sorted and merged already
    std::int64_t ticks_ = 0;
    __extension__ __int128 millimetre_ticks_ = 0;
    std::int64_t worst_millimetres_ = 0;
};

}  // namespace yiquan::coverage
