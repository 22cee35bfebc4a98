// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/demand/raster_demand.hpp"
#include "core/geo/area.hpp"
#include "tests/scenario/audited.hpp"

namespace yiquan::test {
namespace {

/// One row of cells of a tenth of a degree, the first with its upper left corner at 100 E 37 N.
class RowOfCells final : public demand::RasterSource {
public:
    explicit RowOfCells(std::vector<double> cells) : cells_(std::move(cells)) {}

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const std::string& crs() const override { return crs_; }
    [[nodiscard]] std::size_t columns() const override { return cells_.size(); }
    [[nodiscard]] std::size_t rows() const override { return 1; }
    [[nodiscard]] const std::array<double, 6>& transform() const override { return transform_; }
    void read_rows(std::size_t, std::size_t, std::span<double> out) override {
        std::copy(cells_.begin(), cells_.end(), out.begin());
    }

private:
    std::string name_ = "population.tif";
    std::string crs_ = "EPSG:4326";
    std::array<double, 6> transform_{100.0, 0.1, 0.0, 37.0, 0.0, -0.1};
    std::vector<double> cells_;
};

demand::Zone box_zone(std::string code, double west, double east) {
    demand::Zone zone;
    zone.code = std::move(code);
    zone.shape = {{geo::Polygon{{{{west, 36.0}, {east, 36.0}, {east, 38.0}, {west, 38.0}, {west, 36.0}}}}}};
    zone.area = geo::area(zone.shape);
    return zone;
}

Audited audited_raster(audit::AuditParams params, std::vector<coverage::Facility> facilities,
                       demand::Zones zones, std::vector<double> cells) {
    const Metres finest{params.standard.bands.front().value()};
    return audited_with(std::move(params), std::move(facilities), std::move(zones),
                        [&](const demand::Zones& placed, const index::PolygonLocator&,
                            features::FindingSink& findings) -> std::unique_ptr<demand::DemandSource> {
                            return std::make_unique<demand::RasterDemand>(
                                std::make_unique<RowOfCells>(std::move(cells)), placed, finest, findings);
                        });
}

coverage::Facility station_at(geo::LonLat place) {
    coverage::Facility facility;
    facility.id = "A";
    facility.name = "station A";
    facility.place = place;
    return facility;
}

constexpr double few_ticks = 1e-3;  // a cell of 256 parts is rounded to a tick at most 256 times

TEST(Raster, ACellOnTheBorderIsSplitByItsLand) {
    // The border at 100.03 E leaves 30 % of the cell 100.0 .. 100.1 in the west.
    const Audited audit =
        audited_raster(radius(kilometres(100)), {station_at({100.05, 36.95})},
                       {box_zone("W", 99.0, 100.03), box_zone("E", 100.03, 101.0)}, {1000.0});
    EXPECT_NEAR(audit.zone("W").demand.value(), 300.0, few_ticks);
    EXPECT_NEAR(audit.zone("E").demand.value(), 700.0, few_ticks);
    EXPECT_EQ(audit.total().demand, Persons::whole(1000));
    EXPECT_EQ(audit.result.ledger().outside.demand, Persons{});
    EXPECT_EQ(audit.total().covered, Persons::whole(1000));
    EXPECT_EQ(audit.findings.count(), 0U);
}

TEST(Raster, TheGapsOfBothZonesHaveTheirShareOfACellOnTheBorder) {
    // The middle of the cell, where all its people are thought to live, lies in the eastern zone.
    const Audited audit =
        audited_raster(radius(kilometres(100)), {station_at({104.0, 36.95})},
                       {box_zone("W", 99.0, 100.03), box_zone("E", 100.03, 101.0)}, {1000.0});
    ASSERT_EQ(audit.result.gaps.size(), 2U);
    EXPECT_EQ(audit.zones[audit.result.gaps[0].zone].code, "E");
    EXPECT_EQ(audit.result.gaps[0].people, audit.zone("E").gap);
    EXPECT_NEAR(audit.result.gaps[0].people.value(), 700.0, few_ticks);
    EXPECT_EQ(audit.result.gaps[1].people, audit.zone("W").gap);
    EXPECT_NEAR(audit.result.gaps[1].people.value(), 300.0, few_ticks);
}

TEST(Raster, WhatLiesBesideTheZonesStaysInTheTotal) {
    const Audited audit = audited_raster(radius(kilometres(100)), {station_at({100.05, 36.95})},
                                         {box_zone("W", 99.0, 100.03)}, {1000.0});
    EXPECT_NEAR(audit.zone("W").demand.value(), 300.0, few_ticks);
    EXPECT_NEAR(audit.result.ledger().outside.demand.value(), 700.0, few_ticks);
    EXPECT_EQ(audit.total().demand, Persons::whole(1000));
    EXPECT_EQ(audit.findings.count(features::FindingKind::outside_zones), 1U);
}

TEST(Raster, ACellIsServedPartByPart) {
    // Cells are 8.897 km wide and 11.097 km high; 11.097 / (4.1 km / 8) is above 16, so there are 16 by 16
    // parts. In the quarter of the first cell north-east of its middle, rows of parts lie
    // 0.347, 1.040, 1.734, 2.427, 3.121, 3.815, 4.508 .. km away and columns 0.278,
    // 0.834, 1.390, 1.946, 2.502, 3.058, 3.614, 4.170 km: 7 + 7 + 7 + 6 + 5 + 3 parts are within 4.1 km, 140
    // of 256.
    const Audited audit = audited_raster(radius(Metres{4100}), {station_at({100.05, 36.95})},
                                         {box_zone("Z", 99.0, 101.0)}, {1000.0, 500.0});
    EXPECT_EQ(audit.total().demand, Persons::whole(1500));
    EXPECT_NEAR(audit.total().covered.value(), 1000.0 * 140.0 / 256.0, few_ticks);
    EXPECT_EQ(audit.total().covered + audit.total().gap, audit.total().demand);
    EXPECT_EQ(audit.facility('A').served, audit.total().covered);
    EXPECT_EQ(audit.facility('A').only_here, audit.total().covered);
    Persons in_gaps;
    for (const coverage::Gap& gap : audit.result.gaps) in_gaps += gap.people;
    EXPECT_EQ(in_gaps, audit.total().gap);
    EXPECT_EQ(audit.layers.layer("demand").text(0, "id"), "r1c1");
}

TEST(Raster, CellsWithoutPeopleMakeNoRows) {
    const Audited audit = audited_raster(radius(kilometres(100)), {station_at({100.05, 36.95})},
                                         {box_zone("Z", 99.0, 101.0)}, {0.0, 7.0, 0.0});
    EXPECT_EQ(audit.pieces.size(), audit.layers.layer("demand").rows.size());
    EXPECT_EQ(audit.total().demand, Persons::whole(7));
    for (const PieceServed& piece : audit.pieces) EXPECT_GT(piece.people, Persons{});
}

}  // namespace
}  // namespace yiquan::test
