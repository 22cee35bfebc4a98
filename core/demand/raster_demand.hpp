// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>

#include "core/base/quantity.hpp"
#include "core/demand/demand_source.hpp"
#include "core/demand/grid_zones.hpp"
#include "core/demand/raster_grid.hpp"
#include "core/demand/raster_source.hpp"
#include "core/features/finding.hpp"

namespace yiquan::demand {

/// The people of a population raster, strip by strip.
///
/// Each cell is split between zones by the share of its area that lies in each (`zones_on_grid`). Cells that
/// are coarse beside the radius are first cut into up to 16 x 16 equal parts, so that a part's centre stands
/// for it within a sixteenth of the radius. People are split in whole ticks: every cell's parts add up to the
/// cell.
class RasterDemand final : public DemandSource {
public:
    /// \param finest  the smallest radius of the run
    /// \throws Error{input} where the raster's grid cannot be laid on Earth, or is too wide
    RasterDemand(std::unique_ptr<RasterSource> raster, const Zones& zones, Metres finest,
                 features::FindingSink& findings);

    /// \throws Error{input} for a negative or infinite cell, or a total above `Persons::largest`
    const DemandBatch* next() override;
    [[nodiscard]] double fraction() const override;

    /// Parts along each side of a cell.
    [[nodiscard]] std::size_t parts() const { return parts_; }

private:
    struct Piece {
        std::uint32_t cell;
        ZoneIndex zone;
        float share;
    };

    void cut_cells(Metres finest);
    void share_cells(std::size_t first_row, std::size_t rows, std::vector<ZoneIndex>& whole,
                     std::vector<Piece>& partial) const;
    void add_piece(std::uint64_t row, std::uint64_t column, Persons people, ZoneIndex zone);
    [[nodiscard]] Persons people_in(double value, std::size_t row, std::size_t column) const;

    std::unique_ptr<RasterSource> raster_;
    features::FindingSink& findings_;
    RasterGrid grid_;
    std::size_t parts_ = 1;
    std::vector<GridZone> zones_;
    std::size_t next_row_ = 0;
    Persons total_;
    Persons outside_;
    DemandBatch batch_;
};

}  // namespace yiquan::demand
