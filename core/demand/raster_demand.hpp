// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>

#include "core/base/quantity.hpp"
#include "core/demand/demand_source.hpp"
#include "core/demand/raster_source.hpp"
#include "core/features/finding.hpp"
#include "core/geo/crs.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::demand {

/// The people of a population raster, strip by strip.
///
/// Each cell is split between zones by the exact share of its area that lies in each. Cells that are coarse
/// beside the radius are first cut into up to 16 x 16 equal parts, so that a part's centre stands for it
/// within a sixteenth of the radius. People are split in whole ticks: every cell's parts add up to the cell.
class RasterDemand final : public DemandSource {
public:
    /// \param finest  the smallest radius of the run
    /// \throws Error{input} where the raster's grid cannot be laid on Earth
    RasterDemand(std::unique_ptr<RasterSource> raster, const Zones& zones, Metres finest,
                 features::FindingSink& findings);

    /// \throws Error{input} for a negative or infinite cell, or a total above `Persons::largest`
    const DemandBatch* next() override;
    [[nodiscard]] double fraction() const override;

    /// Parts along each side of a cell.
    [[nodiscard]] std::size_t parts() const { return parts_; }

private:
    /// A zone's rings in columns and rows of the fine grid.
    struct GridZone {
        std::vector<std::vector<geo::RawPosition>> rings;
        double west, north, east, south;
    };
    struct Piece {
        std::uint32_t cell;
        ZoneIndex zone;
        float share;
    };

    void place_zones(const Zones& zones);
    void share_cells(std::size_t first_row, std::size_t rows, std::vector<ZoneIndex>& whole,
                     std::vector<Piece>& partial) const;
    void add_piece(std::uint64_t row, std::uint64_t column, Persons people, ZoneIndex zone);
    [[nodiscard]] geo::RawPosition position(double column, double row) const;
    [[nodiscard]] Persons people_in(double value, std::size_t row, std::size_t column) const;

    std::unique_ptr<RasterSource> raster_;
    features::FindingSink& findings_;
    geo::Projection projection_;
    std::size_t parts_ = 1;
    std::vector<GridZone> zones_;
    std::size_t next_row_ = 0;
    Persons total_;
    Persons outside_;
    DemandBatch batch_;
};

}  // namespace yiquan::demand
