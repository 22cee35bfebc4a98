// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/coverage/facility.hpp"
#include "core/features/finding.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::intake {

/// A place whose WGS84 position is known well enough to judge a list by.
struct KnownPlace {
    std::string name;
    geo::LonLat place;
};

/// How well a list, taken as it is, fits known places after the GCJ-02 shift is taken back.
struct DatumFit {
    std::size_t matches = 0;    ///< facilities whose name holds a known place's name, within 5 km of it
    double shift_share = 0.0;   ///< median share of the GCJ-02 shift found in the offsets: 0 WGS84, 1 GCJ-02
    double uncertainty = 0.0;   ///< robust standard error of that median (1.2533 * 1.4826 * MAD / sqrt(n))
    [[nodiscard]] bool looks_like_gcj02() const;
};

/// Projects each offset (listed minus known) on the shift that GCJ-02 would cause there. Rounding of the known
/// places is noise around the systematic shift, so a median over a few dozen matches tells 173 m apart.
[[nodiscard]] DatumFit judge_datum(std::span<const coverage::Facility> facilities, std::span<const KnownPlace> known);

}  // namespace yiquan::intake
