// SPDX-License-Identifier: MIT
#include "core/demand/raster_grid.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/base/error.hpp"

namespace yiquan::demand {

RasterGrid::RasterGrid(const RasterSource& raster)
    : projection_(raster.crs()),
      transform_(raster.transform()),
      determinant_(transform_[1] * transform_[5] - transform_[2] * transform_[4]) {
    if (std::isnormal(determinant_)) return;
    throw Error{ErrorKind::input,
                {fmt::format("{}: the raster's cells have no area; check its georeference.", raster.name()),
                 fmt::format("{}：栅格像元没有面积，请检查其地理参考。", raster.name())}};
}

std::optional<geo::LonLat> RasterGrid::place(double column, double row) const {
    const auto& t = transform_;
    const auto place =
        projection_.to_lonlat({t[0] + column * t[1] + row * t[2], t[3] + column * t[4] + row * t[5]});
    if (!place || !geo::on_earth(*place)) return std::nullopt;
    return place;
}

std::optional<geo::RawPosition> RasterGrid::cell(geo::LonLat place) const {
    constexpr double farthest = 1e12;
    const auto at = projection_.from_lonlat(place);
    if (!at) return std::nullopt;
    const auto& t = transform_;
    const double dx = at->x - t[0];
    const double dy = at->y - t[3];
    const geo::RawPosition cell{(dx * t[5] - dy * t[2]) / determinant_,
                                (dy * t[1] - dx * t[4]) / determinant_};
    if (!(std::abs(cell.x) < farthest && std::abs(cell.y) < farthest)) return std::nullopt;
    return cell;
}

}  // namespace yiquan::demand
