// SPDX-License-Identifier: MIT
#include "core/screening/slope.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/geo/edge_distance.hpp"
#include "core/geo/geodesic.hpp"
#include "core/index/polygon_locator.hpp"

namespace yiquan::screening {
namespace {

/// Column and row; may lie beyond the raster.
using Cell = std::pair<std::int64_t, std::int64_t>;

/// Heights of a window and one cell around it, NaN beyond the raster.
class Heights {
public:
    Heights(demand::RasterSource& source, Cell first, Cell last)
        : column_(first.first - 1),
          row_(first.second - 1),
          columns_(static_cast<std::size_t>(last.first - first.first + 3)) {
        const auto rows = static_cast<std::size_t>(last.second - first.second + 3);
        cells_.assign(columns_ * rows, std::numeric_limits<double>::quiet_NaN());
        const std::int64_t west = std::max<std::int64_t>(column_, 0);
        const std::int64_t east = std::min(last.first + 2, static_cast<std::int64_t>(source.columns()));
        const std::int64_t north = std::max<std::int64_t>(row_, 0);
        const std::int64_t south = std::min(last.second + 2, static_cast<std::int64_t>(source.rows()));
        if (west >= east || north >= south) return;
        const demand::RasterSource::Window window{
            static_cast<std::size_t>(west), static_cast<std::size_t>(east - west),
            static_cast<std::size_t>(north), static_cast<std::size_t>(south - north)};
        std::vector<double> read(window.columns * window.rows);
        source.read_window(window, read);
        for (std::size_t r = 0; r < window.rows; ++r) {
            const std::size_t to = (static_cast<std::size_t>(north - row_) + r) * columns_ +
                                   static_cast<std::size_t>(west - column_);
            std::copy_n(read.begin() + static_cast<std::ptrdiff_t>(r * window.columns), window.columns,
                        cells_.begin() + static_cast<std::ptrdiff_t>(to));
        }
    }

    [[nodiscard]] double at(std::int64_t column, std::int64_t row) const {
        return cells_[static_cast<std::size_t>(row - row_) * columns_ +
                      static_cast<std::size_t>(column - column_)];
    }

private:
    std::int64_t column_;
    std::int64_t row_;
    std::size_t columns_;
    std::vector<double> cells_;
};

/// Metres from cell to cell.
struct CellSize {
    double east = 1.0;
    double south = 1.0;
};

/// Rise over run by the eight neighbours (Horn 1981, eq. 5 and 6); NaN where one is unknown.
double horn(const Heights& z, Cell cell, const CellSize& size) {
    const auto [c, r] = cell;
    if (std::isnan(z.at(c, r))) return z.at(c, r);
    const double east = z.at(c + 1, r - 1) + 2.0 * z.at(c + 1, r) + z.at(c + 1, r + 1);
    const double west = z.at(c - 1, r - 1) + 2.0 * z.at(c - 1, r) + z.at(c - 1, r + 1);
    const double south = z.at(c - 1, r + 1) + 2.0 * z.at(c, r + 1) + z.at(c + 1, r + 1);
    const double north = z.at(c - 1, r - 1) + 2.0 * z.at(c, r - 1) + z.at(c + 1, r - 1);
    constexpr double weights = 8.0;
    return std::hypot((east - west) / (weights * size.east), (south - north) / (weights * size.south));
}

void add(double rise, SiteSlope& slope) {
    ++slope.cells;
    if (std::isnan(rise)) {
        ++slope.unknown;
        return;
    }
    slope.sum += rise;
    slope.degrees_sum += std::atan(rise) / geo::radians_per_degree;
    slope.worst = std::max(slope.worst, rise);
}

}  // namespace

/// The raster as a grid on the ground.
class SlopeModel::Grid {
public:
    Grid(const demand::RasterSource& source, const geo::Projection& projection)
        : t_(source.transform()), projection_(projection) {}

    [[nodiscard]] geo::LonLat centre(Cell cell) const {
        constexpr double half = 0.5;
        const geo::RawPosition p{t_[0] + (static_cast<double>(cell.first) + half) * t_[1],
                                 t_[3] + (static_cast<double>(cell.second) + half) * t_[5]};
        constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
        return projection_.to_lonlat(p).value_or(geo::LonLat{nowhere, nowhere});
    }

    [[nodiscard]] std::optional<Cell> cell_of(geo::LonLat place) const {
        const auto p = projection_.from_lonlat(place);
        if (!p) return std::nullopt;
        const double column = std::floor((p->x - t_[0]) / t_[1]);
        const double row = std::floor((p->y - t_[3]) / t_[5]);
        constexpr double farthest = 1e12;
        if (!(std::abs(column) < farthest && std::abs(row) < farthest)) return std::nullopt;
        return Cell{static_cast<std::int64_t>(column), static_cast<std::int64_t>(row)};
    }

    [[nodiscard]] CellSize size_at(Cell cell) const {
        const auto [c, r] = cell;
        const auto half_way = [&](Cell a, Cell b) {
            return geo::geodesic_distance(centre(a), centre(b)).value() / 2.0;
        };
        return {half_way({c - 1, r}, {c + 1, r}), half_way({c, r - 1}, {c, r + 1})};
    }

private:
    const std::array<double, 6>& t_;
    const geo::Projection& projection_;
};

SlopeModel::SlopeModel(std::unique_ptr<demand::RasterSource> elevation)
    : elevation_(std::move(elevation)), projection_(elevation_->crs()) {
    const std::array<double, 6>& t = elevation_->transform();
    if (t[2] == 0.0 && t[4] == 0.0) return;
    throw Error{ErrorKind::input,
                {fmt::format("{}: the raster is turned against its axes; straighten it with gdalwarp.",
                             elevation_->name()),
                 fmt::format("{}：栅格相对坐标轴有旋转；请先用 gdalwarp 校正。", elevation_->name())}};
}

SiteSlope SlopeModel::under(const Candidate& candidate, const Progress& progress) {
    const Grid grid(*elevation_, projection_);
    std::set<Cell> corners;
    bool beyond = false;  // where the raster's system ends
    const auto touch = [&](geo::LonLat place) {
        if (const auto cell = grid.cell_of(place)) {
            corners.insert(*cell);
        } else {
            beyond = true;
        }
    };
    if (candidate.shape.empty()) touch(candidate.place);
    for (const geo::Polygon& part : candidate.shape.parts) {
        for (const geo::LonLat corner : part.rings.front()) touch(corner);
    }
    if (beyond) return {.cells = 1, .unknown = 1};
    SiteSlope slope;
    if (!candidate.shape.empty()) add_inside(candidate.shape, grid, corners, progress, slope);
    if (slope.cells > 0) return slope;
    for (const Cell& cell : corners)
        add(horn(Heights(*elevation_, cell, cell), cell, grid.size_at(cell)), slope);
    return slope;
}

/// Cells whose centre lies in the shape.
void SlopeModel::add_inside(const geo::MultiPolygon& shape, const Grid& grid,
                            const std::set<std::pair<std::int64_t, std::int64_t>>& corners,
                            const Progress& progress, SiteSlope& slope) {
    // An edge that is straight in degrees may bulge beyond its ends on the grid.
    constexpr int samples = 8;
    Cell first = *corners.begin();
    Cell last = first;
    const auto include = [&](Cell cell) {
        first = {std::min(first.first, cell.first), std::min(first.second, cell.second)};
        last = {std::max(last.first, cell.first), std::max(last.second, cell.second)};
    };
    for (const geo::Polygon& part : shape.parts) {
        const geo::Ring& ring = part.rings.front();
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const geo::Edge edge{ring[i - 1], ring[i]};
            for (int s = 0; s < samples; ++s) {
                if (const auto cell = grid.cell_of(edge.at(s / static_cast<double>(samples)))) include(*cell);
            }
        }
    }
    constexpr std::int64_t most_cells = 1 << 22;
    const index::PolygonLocator inside(std::array{shape});
    const std::int64_t width = last.first - first.first + 1;
    const std::int64_t strip = std::max<std::int64_t>(1, most_cells / width);
    for (std::int64_t row = first.second; row <= last.second; row += strip) {
        progress.check();
        const std::int64_t end = std::min(row + strip - 1, last.second);
        const Heights heights(*elevation_, {first.first, row}, {last.first, end});
        for (std::int64_t r = row; r <= end; ++r) {
            const CellSize size = grid.size_at({first.first + width / 2, r});
            for (std::int64_t c = first.first; c <= last.first; ++c) {
                if (inside.locate(grid.centre({c, r})) != index::PolygonLocator::none)
                    add(horn(heights, {c, r}, size), slope);
            }
        }
    }
}

}  // namespace yiquan::screening
