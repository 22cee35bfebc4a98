// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "core/coverage/facility.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::intake {

/// A place whose WGS84 position is known well enough to judge a list by.
struct KnownPlace {
    std::string name;
    geo::LonLat place;
};

/// How well a list, taken as it is, fits known places after the GCJ-02 shift is taken back.
struct DatumFit {
    std::size_t matches = 0;   ///< known places whose name some facility within 5 km of it holds
    double shift_share = 0.0;  ///< median share of the GCJ-02 shift found in the offsets: 0 WGS84, 1 GCJ-02
    double uncertainty = 0.0;  ///< robust standard error of that median (1.2533 * 1.4826 * MAD / sqrt(n))

    /// At least eight matches, nearer to 1 than to 0 or 2, and more than four standard errors above 0.
    [[nodiscard]] bool looks_like_gcj02() const;
};

/// Projects each offset (listed minus known) on the shift that GCJ-02 would cause there. Rounding of the
/// known places is noise around the systematic shift, so a median over a few dozen matches tells 173 m apart
/// where that noise stays below some 200 m; with more noise the uncertainty grows and nothing is claimed. Of
/// many facilities around one known place the median counts once, because they are not independent.
[[nodiscard]] DatumFit judge_datum(std::span<const coverage::Facility> facilities,
                                   std::span<const KnownPlace> known);

}  // namespace yiquan::intake
