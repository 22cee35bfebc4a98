// SPDX-License-Identifier: MIT
#include "core/demand/demand_source.hpp"

#include <fmt/format.h>

namespace yiquan::demand {

std::string DemandBatch::id(std::size_t piece) const {
    if (cells.empty()) return ids[piece];
    return fmt::format("r{}c{}", cells[piece] / raster_columns + 1, cells[piece] % raster_columns + 1);
}

}  // namespace yiquan::demand
