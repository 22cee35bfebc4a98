// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/exact.hpp"
#include "core/demand/demand_points.hpp"
#include "core/demand/zones.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::demand {

/// A share of the demand, each entry put into one zone; one entry per piece in every filled vector.
struct DemandBatch {
    std::vector<geo::LonLat> places;
    std::vector<Persons> weights;
    std::vector<ZoneIndex> zones;
    std::vector<std::string> ids;    ///< empty for raster cells; ask `id`
    std::vector<std::string> names;  ///< empty where the demand has none
    /// For raster cells: row * raster_columns + column, both from 0; empty for points.
    std::vector<std::uint64_t> cells;
    std::uint64_t raster_columns = 0;

    /// Name of the piece for tables: the point's id, or "r12c345" for the cell in row 12, column 345, from 1.
    [[nodiscard]] std::string id(std::size_t piece) const;

    [[nodiscard]] std::size_t size() const { return places.size(); }
};

/// The demand of a run, handed out in batches that together hold everybody exactly once. The batches depend
/// on the data alone, never on the number of threads.
class DemandSource {
public:
    virtual ~DemandSource() = default;
    /// \return nullptr after the last batch; the batch is valid until the next call
    virtual const DemandBatch* next() = 0;
    /// Share of the work that the batches handed out so far stand for, 0 to 1.
    [[nodiscard]] virtual double fraction() const = 0;
};

}  // namespace yiquan::demand
