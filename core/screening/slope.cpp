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
#include "core/geo/carried_edge.hpp"
#include "core/geo/ellipsoid.hpp"
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

/// From one cell to the next on the ground, metres.
struct Step {
    double east = 0.0;
    double north = 0.0;
};

/// The two directions that cells follow one another in; they need not cross at right angles.
struct Steps {
    Step column;
    Step row;
};

/// Half the way from one place to another, as seen from a place between them.
Step half_way(geo::LonLat from, geo::LonLat to, geo::LonLat here) {
    const geo::Ecef a = geo::to_ecef(from);
    const geo::Ecef b = geo::to_ecef(to);
    const double lambda = here.lon * geo::radians_per_degree;
    const double phi = here.lat * geo::radians_per_degree;
    const double outward =
        (b.x - a.x) * std::cos(lambda) + (b.y - a.y) * std::sin(lambda);  // from the Earth's axis
    const double east = (b.y - a.y) * std::cos(lambda) - (b.x - a.x) * std::sin(lambda);
    return {east / 2.0, ((b.z - a.z) * std::cos(phi) - outward * std::sin(phi)) / 2.0};
}

/// Rise over run by the eight neighbours: along columns and rows after Horn 1981, eq. 5 and 6, then turned
/// into the gradient on the ground; not finite where a neighbour is unknown.
double rise_at(const Heights& z, Cell cell, const Steps& steps) {
    const auto [c, r] = cell;
    if (std::isnan(z.at(c, r))) return z.at(c, r);
    const double east = z.at(c + 1, r - 1) + 2.0 * z.at(c + 1, r) + z.at(c + 1, r + 1);
    const double west = z.at(c - 1, r - 1) + 2.0 * z.at(c - 1, r) + z.at(c - 1, r + 1);
    const double south = z.at(c - 1, r + 1) + 2.0 * z.at(c, r + 1) + z.at(c + 1, r + 1);
    const double north = z.at(c - 1, r - 1) + 2.0 * z.at(c, r - 1) + z.at(c + 1, r - 1);
    constexpr double weights = 8.0;
    const double per_column = (east - west) / weights;
    const double per_row = (south - north) / weights;
    // Each is the gradient times the step: gradient . column = per_column, gradient . row = per_row.
    const double area = steps.column.east * steps.row.north - steps.column.north * steps.row.east;
    return std::hypot((per_column * steps.row.north - per_row * steps.column.north) / area,
                      (per_row * steps.column.east - per_column * steps.row.east) / area);
}

void add(double rise, SiteSlope& slope) {
    ++slope.cells;
    if (!std::isfinite(rise)) {
        ++slope.unknown;
        return;
    }
    slope.sum += rise;
    slope.degrees_sum += std::atan(rise) / geo::radians_per_degree;
    slope.worst = std::max(slope.worst, rise);
}

std::optional<Cell> cell_of(const demand::RasterGrid& grid, geo::LonLat place) {
    const auto at = grid.cell(place);
    if (!at) return std::nullopt;
    return Cell{static_cast<std::int64_t>(std::floor(at->x)), static_cast<std::int64_t>(std::floor(at->y))};
}

/// NaN where the raster's system has no place on Earth.
geo::LonLat centre(const demand::RasterGrid& grid, Cell cell) {
    constexpr double half = 0.5;
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
    return grid.place(static_cast<double>(cell.first) + half, static_cast<double>(cell.second) + half)
        .value_or(geo::LonLat{nowhere, nowhere});
}

Steps steps_at(const demand::RasterGrid& grid, Cell cell) {
    const auto [c, r] = cell;
    const geo::LonLat here = centre(grid, cell);
    return {half_way(centre(grid, {c - 1, r}), centre(grid, {c + 1, r}), here),
            half_way(centre(grid, {c, r - 1}), centre(grid, {c, r + 1}), here)};
}

/// A part of the grid, both ends included.
struct Range {
    Cell first;
    Cell last;

    void include(Cell cell) {
        first = {std::min(first.first, cell.first), std::min(first.second, cell.second)};
        last = {std::max(last.first, cell.first), std::max(last.second, cell.second)};
    }
    [[nodiscard]] std::int64_t width() const { return last.first - first.first + 1; }
    [[nodiscard]] std::int64_t height() const { return last.second - first.second + 1; }
};

/// The cells that a shape may lie on. Its edges, straight in degrees, bulge beyond their ends on the grid.
Range range_of(const geo::MultiPolygon& shape, const demand::RasterGrid& grid, Cell any_corner) {
    using Corner = geo::CarriedPoint<geo::LonLat, geo::RawPosition>;
    constexpr double most_off = 0.5;  // cells
    const auto image = [&](geo::LonLat p) { return grid.cell(p); };
    const auto straight = [&](geo::RawPosition a, geo::RawPosition first, geo::RawPosition half,
                              geo::RawPosition third, geo::RawPosition b) {
        return geo::off_piece(first, a, b) < most_off && geo::off_piece(half, a, b) < most_off &&
               geo::off_piece(third, a, b) < most_off;
    };
    Range range{any_corner, any_corner};
    const auto include = [&](geo::RawPosition p) {
        const Cell cell{static_cast<std::int64_t>(std::floor(p.x)),
                        static_cast<std::int64_t>(std::floor(p.y))};
        range.include({cell.first - 1, cell.second - 1});
        range.include({cell.first + 1, cell.second + 1});
    };
    for (const geo::Polygon& part : shape.parts) {
        std::optional<Corner> before;
        for (const geo::LonLat corner : part.rings.front()) {
            const auto at = grid.cell(corner);
            if (!at) continue;
            include(*at);
            if (before) {
                for (const geo::RawPosition p :
                     geo::carried_between(*before, Corner{corner, *at}, image, straight))
                    include(p);
            }
            before = Corner{corner, *at};
        }
    }
    return range;
}

/// The centres of a row of cells and of the rows beside it, one cell beyond the range on either side.
class Centres {
public:
    Centres(const demand::RasterGrid& grid, const Range& range) : grid_(grid), range_(range) {
        for (std::int64_t beside = -1; beside <= 1; ++beside)
            rows_[static_cast<std::size_t>(beside + 1)] = row(range.first.second + beside);
    }

    /// Goes on to the next row.
    void advance(std::int64_t to) {
        std::rotate(rows_.begin(), rows_.begin() + 1, rows_.end());
        rows_.back() = row(to + 1);
    }
    [[nodiscard]] geo::LonLat at(std::int64_t column) const { return rows_[1][index(column)]; }
    [[nodiscard]] Steps steps(std::int64_t column) const {
        const std::size_t i = index(column);
        return {half_way(rows_[1][i - 1], rows_[1][i + 1], rows_[1][i]),
                half_way(rows_[0][i], rows_[2][i], rows_[1][i])};
    }

private:
    [[nodiscard]] std::size_t index(std::int64_t column) const {
        return static_cast<std::size_t>(column - range_.first.first + 1);
    }
    [[nodiscard]] std::vector<geo::LonLat> row(std::int64_t number) const {
        std::vector<geo::LonLat> out;
        out.reserve(static_cast<std::size_t>(range_.width() + 2));
        for (std::int64_t c = range_.first.first - 1; c <= range_.last.first + 1; ++c)
            out.push_back(centre(grid_, {c, number}));
        return out;
    }

    const demand::RasterGrid& grid_;
    const Range& range_;
    std::array<std::vector<geo::LonLat>, 3> rows_;  // north of it, the row itself, south of it
};

[[noreturn]] void refuse_size(const demand::RasterSource& elevation, const Candidate& candidate,
                              double cells) {
    throw Error{
        ErrorKind::input,
        {fmt::format(
             "{}: the candidate in row {} spreads over {:.2g} cells of this elevation model, too many "
             "for a site; check its outline, or give a coarser model.",
             elevation.name(), candidate.row, cells),
         fmt::format("{}：第 {} 行的候选点覆盖该高程模型约 {:.2g} 个像元，对一处候选用地来说过多；"
                     "请检查其边界，或改用较粗的高程模型。",
                     elevation.name(), candidate.row, cells)}};
}

/// Cells whose centre lies in the shape.
SiteSlope inside(const geo::MultiPolygon& shape, const Range& range, demand::RasterSource& elevation,
                 const demand::RasterGrid& grid, const Progress& progress) {
    constexpr std::int64_t most_cells = 1 << 22;  // at a time
    SiteSlope slope;
    const index::PolygonLocator locator(std::array{shape});
    const std::int64_t strip = std::max<std::int64_t>(1, most_cells / range.width());
    Centres centres(grid, range);
    for (std::int64_t row = range.first.second; row <= range.last.second; row += strip) {
        const std::int64_t end = std::min(row + strip - 1, range.last.second);
        const Heights heights(elevation, {range.first.first, row}, {range.last.first, end});
        for (std::int64_t r = row; r <= end; ++r) {
            progress.check();
            if (r > range.first.second) centres.advance(r);
            for (std::int64_t c = range.first.first; c <= range.last.first; ++c) {
                if (locator.locate(centres.at(c)) != index::PolygonLocator::none)
                    add(rise_at(heights, {c, r}, centres.steps(c)), slope);
            }
        }
    }
    return slope;
}

}  // namespace

SlopeModel::SlopeModel(std::unique_ptr<demand::RasterSource> elevation)
    : elevation_(std::move(elevation)), grid_(*elevation_) {}

SiteSlope SlopeModel::under(const Candidate& candidate, const Progress& progress) {
    constexpr double most_cells = 1 << 26;
    std::set<Cell> corners;
    bool beyond = false;  // where the raster's system ends
    const auto touch = [&](geo::LonLat place) {
        if (const auto cell = cell_of(grid_, place)) {
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
    if (!candidate.shape.empty()) {
        const Range range = range_of(candidate.shape, grid_, *corners.begin());
        const double cells = static_cast<double>(range.width()) * static_cast<double>(range.height());
        if (cells > most_cells) refuse_size(*elevation_, candidate, cells);
        slope = inside(candidate.shape, range, *elevation_, grid_, progress);
    }
    if (slope.cells > 0) return slope;
    for (const Cell& cell : corners)
        add(rise_at(Heights(*elevation_, cell, cell), cell, steps_at(grid_, cell)), slope);
    return slope;
}

}  // namespace yiquan::screening
