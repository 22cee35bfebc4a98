// SPDX-License-Identifier: MIT
#include "core/demand/raster_demand.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.hpp"
#include "core/demand/cell_share.hpp"
#include "core/geo/geodesic.hpp"

namespace yiquan::demand {
namespace {

constexpr std::size_t most_parts = 16;
constexpr double parts_per_radius = 8.0;
constexpr std::size_t fine_cells_per_strip = std::size_t{1} << 20U;
/// A strip holds at least one row of cells; at 16 bytes per fine cell this takes 4 GiB.
constexpr std::size_t most_fine_cells_per_row = std::size_t{1} << 28U;

[[noreturn]] void refuse(const RasterSource& raster, std::string_view en, std::string_view zh) {
    throw Error{ErrorKind::input,
                {fmt::format("{}: {}", raster.name(), en), fmt::format("{}：{}", raster.name(), zh)}};
}

}  // namespace

RasterDemand::RasterDemand(std::unique_ptr<RasterSource> raster, const Zones& zones, Metres finest,
                           features::FindingSink& findings)
    : raster_(std::move(raster)), findings_(findings), grid_(*raster_) {
    cut_cells(finest);
    batch_.raster_columns = raster_->columns();
    zones_ = zones_on_grid(zones, {.raster = grid_,
                                   .parts = static_cast<double>(parts_),
                                   .columns = static_cast<double>(raster_->columns() * parts_),
                                   .rows = static_cast<double>(raster_->rows() * parts_)});
}

void RasterDemand::cut_cells(Metres finest) {
    const double column = static_cast<double>(raster_->columns()) / 2.0;
    const double row = static_cast<double>(raster_->rows()) / 2.0;
    const auto centre = grid_.place(column, row);
    const auto east = grid_.place(column + 1.0, row);
    const auto south = grid_.place(column, row + 1.0);
    if (!centre || !east || !south) {
        refuse(*raster_, "the raster's grid does not lie on Earth; check its georeference.",
               "栅格的位置不在地球上，请检查其地理参考。");
    }
    const double cell =
        std::max(geodesic_distance(*centre, *east).value(), geodesic_distance(*centre, *south).value());
    const double wanted = std::ceil(cell * parts_per_radius / finest.value());
    parts_ = static_cast<std::size_t>(std::clamp(wanted, 1.0, static_cast<double>(most_parts)));
    if (raster_->columns() <= most_fine_cells_per_row / (parts_ * parts_)) return;
    refuse(*raster_,
           fmt::format("{} columns, whose cells are cut into {} parts each for a radius of {}, are too many; "
                       "clip the raster with gdalwarp, or give a wider radius.",
                       raster_->columns(), parts_ * parts_, to_text(finest)),
           fmt::format("栅格有 {} 列，半径为 {} 时每个像元要分成 {} 份，数量过多；"
                       "请用 gdalwarp 裁剪栅格，或增大半径。",
                       raster_->columns(), to_text(finest), parts_ * parts_));
}

double RasterDemand::fraction() const {
    return static_cast<double>(next_row_) / static_cast<double>(std::max<std::size_t>(1, raster_->rows()));
}

/// \param first_row, rows  of the fine grid
/// \param whole    per cell: the zone that holds all of it, else `no_zone`
/// \param partial  the shares of cells that a border crosses, by cell
void RasterDemand::share_cells(std::size_t first_row, std::size_t rows, std::vector<ZoneIndex>& whole,
                               std::vector<Piece>& partial) const {
    const std::size_t columns = raster_->columns() * parts_;
    const auto south = static_cast<double>(first_row + rows);
    whole.assign(rows * columns, no_zone);
    partial.clear();
    for (ZoneIndex number = 0; number < zones_.size(); ++number) {
        const GridZone& zone = zones_[number];
        if (zone.south <= static_cast<double>(first_row) || zone.north >= south || zone.east <= 0.0 ||
            zone.west >= static_cast<double>(columns)) {
            continue;
        }
        const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(zone.west)));
        const auto last =
            static_cast<std::size_t>(std::min(static_cast<double>(columns), std::ceil(zone.east)));
        CellShares gathered(first, last - first, first_row, rows);
        for (const auto& ring : zone.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) gathered.add_edge(ring[i - 1], ring[i]);
        }
        const std::vector<float> shares = gathered.shares();
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t column = first; column < last; ++column) {
                const float share = shares[row * (last - first) + column - first];
                if (share <= 0.0F) continue;
                const std::size_t cell = row * columns + column;
                if (share >= 1.0F && whole[cell] == no_zone) {
                    whole[cell] = number;
                } else if (whole[cell] == no_zone) {
                    partial.push_back({static_cast<std::uint32_t>(cell), number, share});
                }
            }
        }
    }
    std::stable_sort(partial.begin(), partial.end(),
                     [](const Piece& a, const Piece& b) { return a.cell < b.cell; });
}

Persons RasterDemand::people_in(double value, std::size_t row, std::size_t column) const {
    if (std::isnan(value)) return {};
    if (value < 0.0 || value > Persons::largest) {
        refuse(
            *raster_,
            fmt::format(
                "row {}, column {}: the cell holds {} people; weights must be finite and not negative. Mark "
                "cells without data as nodata.",
                row + 1, column + 1, value),
            fmt::format(
                "第 {} 行第 {} 列：像元值为 {}；人口必须是非负的有限数值，没有数据的像元请标为 nodata。",
                row + 1, column + 1, value));
    }
    return Persons::nearest(value);
}

void RasterDemand::add_piece(std::uint64_t row, std::uint64_t column, Persons people, ZoneIndex zone) {
    if (people.ticks() == 0) return;
    const auto fine = static_cast<double>(parts_);
    const auto place =
        grid_.place((static_cast<double>(column) + 0.5) / fine, (static_cast<double>(row) + 0.5) / fine);
    if (!place) {
        refuse(*raster_,
               fmt::format("row {}, column {}: the cell does not lie on Earth.", row / parts_ + 1,
                           column / parts_ + 1),
               fmt::format("第 {} 行第 {} 列：像元不在地球上。", row / parts_ + 1, column / parts_ + 1));
    }
    batch_.places.push_back(*place);
    batch_.weights.push_back(people);
    batch_.zones.push_back(zone);
    batch_.cells.push_back(row / parts_ * raster_->columns() + column / parts_);
    total_ += people;
    if (total_.value() > Persons::largest) {
        refuse(*raster_,
               fmt::format("the cells add up to more than {:.0f} people; is this a population raster?",
                           Persons::largest),
               fmt::format("像元合计超过 {:.0f} 人，请确认这是人口栅格。", Persons::largest));
    }
    if (zone == no_zone) outside_ += people;
}

const DemandBatch* RasterDemand::next() {
    if (next_row_ >= raster_->rows()) return nullptr;
    const std::size_t columns = raster_->columns();
    const std::size_t fine_columns = columns * parts_;
    const std::size_t count =
        std::clamp<std::size_t>(fine_cells_per_strip / std::max<std::size_t>(1, fine_columns * parts_), 1,
                                raster_->rows() - next_row_);
    std::vector<double> values(count * columns);
    raster_->read_rows(next_row_, count, values);

    std::vector<ZoneIndex> whole;
    std::vector<Piece> partial;
    share_cells(next_row_ * parts_, count * parts_, whole, partial);

    batch_.places.clear();
    batch_.weights.clear();
    batch_.zones.clear();
    batch_.cells.clear();
    std::vector<double> shares;
    std::size_t at = 0;
    for (std::size_t fine_row = 0; fine_row < count * parts_; ++fine_row) {
        for (std::size_t fine_column = 0; fine_column < fine_columns; ++fine_column) {
            const std::size_t cell = fine_row * fine_columns + fine_column;
            const std::size_t first = at;
            while (at < partial.size() && partial[at].cell == cell) ++at;
            const double value = values[fine_row / parts_ * columns + fine_column / parts_];
            if (std::isnan(value) || value == 0.0) continue;
            const Persons people = people_in(value, next_row_ + fine_row / parts_, fine_column / parts_);
            const auto number =
                static_cast<std::int64_t>((fine_row % parts_) * parts_ + fine_column % parts_);
            const auto all = static_cast<std::int64_t>(parts_ * parts_);
            const Persons part =
                Persons::from_ticks(people.ticks() / all + (number < people.ticks() % all ? 1 : 0));
            const std::uint64_t row = next_row_ * parts_ + fine_row;
            if (whole[cell] != no_zone || first == at) {
                add_piece(row, fine_column, part, whole[cell]);
                continue;
            }
            shares.clear();
            for (std::size_t i = first; i < at; ++i) shares.push_back(static_cast<double>(partial[i].share));
            const std::vector<Persons> split = split_exactly(part, shares);
            for (std::size_t i = first; i < at; ++i)
                add_piece(row, fine_column, split[i - first], partial[i].zone);
            add_piece(row, fine_column, split.back(), no_zone);
        }
    }
    next_row_ += count;
    if (next_row_ >= raster_->rows() && outside_.ticks() > 0) {
        findings_.add(
            {.kind = features::FindingKind::outside_zones,
             .action = features::Action::kept,
             .source = raster_->name(),
             .row = std::nullopt,
             .field = {},
             .value = fmt::format("{:.3f}", outside_.value()),
             .detail = {fmt::format("{:.0f} people live in cells or parts of cells outside every zone; they "
                                    "stay in the total under \"outside zones\".",
                                    outside_.value()),
                        fmt::format("有 {:.0f} 人位于统计单元之外的像元中，计入“单元之外”。",
                                    outside_.value())},
             .where = std::nullopt});
    }
    return &batch_;
}

}  // namespace yiquan::demand
