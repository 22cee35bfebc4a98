// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>

#include "core/base/progress.hpp"
#include "core/demand/raster_grid.hpp"
#include "core/demand/raster_source.hpp"
#include "core/screening/candidate.hpp"

namespace yiquan::screening {

/// Slope of the ground under a candidate, rise over run (0.25 is 25 % or 14.0°).
struct SiteSlope {
    std::uint64_t cells = 0;    ///< under the candidate, those without a slope too
    std::uint64_t unknown = 0;  ///< without a slope: no data there or beside them, or beyond the raster
    double sum = 0.0;           ///< over the known cells, rise over run
    double degrees_sum = 0.0;   ///< over the known cells, degrees
    double worst = 0.0;         ///< of the known cells, rise over run

    [[nodiscard]] bool complete() const { return cells > 0 && unknown == 0; }
};

/// Slope after Horn (1981, Proc. IEEE 69:14) from a digital elevation model in metres: each cell by its eight
/// neighbours, which stand where the ellipsoid has them, so that columns and rows may cross at any angle.
/// Cells count whose centre lies in the polygon; under a polygon too small to hold one, and under a point,
/// the cells of its corners. A cell at the edge of the raster, or with a neighbour without data, has no
/// slope. Only rows and columns around the site are read, in strips.
class SlopeModel {
public:
    /// \throws Error{input} for a raster whose cells have no area, Error{usage} for an unknown system
    explicit SlopeModel(std::unique_ptr<demand::RasterSource> elevation);

    /// \throws Error{input} where the file cannot be read, and for a site of absurdly many cells
    [[nodiscard]] SiteSlope under(const Candidate& candidate, const Progress& progress);

private:
    std::unique_ptr<demand::RasterSource> elevation_;
    demand::RasterGrid grid_;
};

}  // namespace yiquan::screening
