// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/progress.hpp"
#include "core/base/quantity.hpp"
#include "core/features/feature_source.hpp"
#include "core/geo/datum.hpp"
#include "core/geo/lonlat.hpp"
#include "core/intake/columns.hpp"

namespace yiquan::intake {

/// How far the places of a list move when its degrees are read in a datum. All zero without places.
struct DatumShift {
    /// One place as listed and as read.
    struct Move {
        geo::LonLat listed;
        geo::LonLat corrected;
    };

    std::uint64_t places = 0;
    Metres mean;  ///< along the ellipsoid
    Metres least;
    Metres most;
    std::vector<Move> moves;  ///< evenly spread over the list, in its order, at most as many as asked for
};

/// \param listed     degrees as the list gives them
/// \param most_moves how many moves to keep for showing
[[nodiscard]] DatumShift datum_shift(std::span<const geo::LonLat> listed, geo::Datum datum,
                                     std::size_t most_moves);

/// The usable places of a list as it gives them, before the datum is applied.
/// \throws Error as `RowLocator`, so for a shifted datum in metres, and Error{cancelled}
[[nodiscard]] std::vector<geo::LonLat> listed_places(features::FeatureSource& source,
                                                     const ColumnNames& columns, geo::Datum datum,
                                                     Progress& progress);

}  // namespace yiquan::intake
