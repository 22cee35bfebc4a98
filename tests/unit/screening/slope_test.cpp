// SPDX-License-Identifier: MIT
#include "core/screening/slope.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "core/geo/crs.hpp"
#include "tests/unit/screening/small_screening.hpp"

namespace yiquan::screening {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// 9 by 9 cells of 30 m in the 3-degree zone of 102° E, whose scale is 1; heights by column and row.
template <class Height>
std::unique_ptr<HeightGrid> grid_of_metres(Height height) {
    std::vector<double> cells;
    for (int row = 0; row < 9; ++row) {
        for (int column = 0; column < 9; ++column) cells.push_back(height(column, row));
    }
    const std::array<double, 6> transform{499'865.0, 30.0, 0.0, 4'000'135.0, 0.0, -30.0};
    return std::make_unique<HeightGrid>(9, std::move(cells), transform, "EPSG:4543");
}

geo::LonLat place(double easting, double northing) {
    return *geo::Projection("EPSG:4543").to_lonlat({easting, northing});
}

Candidate site_of(double west, double south, double east, double north) {
    Candidate site;
    site.shape = {{geo::Polygon{{{place(west, south), place(east, south), place(east, north),
                                  place(west, north), place(west, south)}}}}};
    site.place = place((west + east) / 2, (south + north) / 2);
    return site;
}

Candidate point_at(double easting, double northing) {
    Candidate site;
    site.place = place(easting, northing);
    return site;
}

const Progress quiet;

TEST(Slope, OfAPlaneIsItsGradient) {
    // It climbs 3 m per cell eastwards and 4 m southwards: 5 m in 30 m, 16.67 %, 9.46°.
    SlopeModel model(grid_of_metres([](int c, int r) { return 3'000.0 + 3.0 * c + 4.0 * r; }));
    const SiteSlope slope = model.under(site_of(499'955, 3'999'955, 500'075, 4'000'075), quiet);
    EXPECT_EQ(slope.cells, 16U);  // 120 m by 120 m, cell centres 30 m apart
    EXPECT_TRUE(slope.complete());
    EXPECT_NEAR(slope.worst, 5.0 / 30.0, 1e-5);
    EXPECT_NEAR(slope.sum / 16.0, 5.0 / 30.0, 1e-5);
    EXPECT_NEAR(slope.degrees_sum / 16.0, 9.4623, 1e-3);
}

TEST(Slope, InDegreesIsMeasuredInMetresOfTheEllipsoid) {
    // Cells of 0.001° at 36° N are 90.16 m by 110.96 m (geod); 10 m up per cell eastwards is 11.09 %,
    // southwards 9.01 %.
    const auto plane = [](double east, double south) {
        std::vector<double> cells;
        for (int r = 0; r < 5; ++r) {
            for (int c = 0; c < 5; ++c) cells.push_back(east * c + south * r);
        }
        return std::make_unique<HeightGrid>(5, std::move(cells),
                                            std::array<double, 6>{100.9975, 0.001, 0.0, 36.0025, 0.0, -0.001},
                                            "EPSG:4326");
    };
    Candidate site;
    site.place = {101.0, 36.0};
    SlopeModel east(plane(10.0, 0.0));
    EXPECT_NEAR(east.under(site, quiet).worst, 10.0 / 90.163, 1e-5);
    SlopeModel south(plane(0.0, 10.0));
    EXPECT_NEAR(south.under(site, quiet).worst, 10.0 / 110.959, 1e-5);
}

TEST(Slope, OfAPointIsThatOfItsCellByItsEightNeighbours) {
    // Only the north-eastern neighbour is 24 m higher: it counts once in eight, so both ways 24 / (8 * 30).
    SlopeModel model(grid_of_metres([](int c, int r) { return c == 5 && r == 3 ? 24.0 : 0.0; }));
    const SiteSlope slope = model.under(point_at(500'000, 4'000'000), quiet);
    EXPECT_EQ(slope.cells, 1U);
    EXPECT_NEAR(slope.worst, std::hypot(0.1, 0.1), 1e-6);
}

TEST(Slope, TellsTheWorstCellFromTheMean) {
    // Flat, with a step of 12 m between columns 4 and 5: Horn halves it over the two columns beside it.
    SlopeModel model(grid_of_metres([](int c, int) { return c > 4 ? 12.0 : 0.0; }));
    const SiteSlope slope = model.under(site_of(499'895, 3'999'895, 500'075, 4'000'075), quiet);
    EXPECT_EQ(slope.cells, 36U);
    EXPECT_NEAR(slope.worst, 12.0 / 60.0, 1e-5);
    EXPECT_NEAR(slope.sum / 36.0, 12.0 / 60.0 / 3.0, 1e-5);  // 2 of 6 columns
}

TEST(Slope, OfALandNarrowerThanACellIsThatOfTheCellsOfItsCorners) {
    SlopeModel model(grid_of_metres([](int c, int) { return 3.0 * c; }));
    const SiteSlope slope = model.under(site_of(500'001, 4'000'001, 500'003, 4'000'003), quiet);
    EXPECT_EQ(slope.cells, 1U);
    EXPECT_NEAR(slope.worst, 0.1, 1e-5);
}

TEST(Slope, IsUnknownBesideCellsWithoutDataAndBeyondTheRaster) {
    SlopeModel model(grid_of_metres([](int c, int r) { return c == 4 && r == 4 ? nan : 3.0 * c; }));
    EXPECT_EQ(model.under(point_at(500'000, 4'000'000), quiet).unknown, 1U);
    EXPECT_EQ(model.under(point_at(500'030, 4'000'030), quiet).unknown, 1U);  // its neighbour is missing
    EXPECT_EQ(model.under(point_at(500'090, 4'000'090), quiet).unknown, 0U);
    EXPECT_EQ(model.under(point_at(500'120, 4'000'120), quiet).unknown, 1U);  // at the raster's edge
    EXPECT_EQ(model.under(point_at(600'000, 4'000'000), quiet).unknown, 1U);
    const SiteSlope partly = model.under(site_of(500'030, 3'999'970, 500'400, 4'000'030), quiet);
    EXPECT_GT(partly.unknown, 0U);
    EXPECT_LT(partly.unknown, partly.cells);
}

TEST(Slope, ReadsOnlyTheRowsAroundTheSite) {
    auto grid = grid_of_metres([](int c, int) { return 3.0 * c; });
    const HeightGrid& watched = *grid;
    SlopeModel model(std::move(grid));
    static_cast<void>(model.under(point_at(500'000, 4'000'000), quiet));
    EXPECT_EQ(watched.rows_read(), 3U);
}

TEST(Slope, RefusesARasterThatIsTurned) {
    auto turned = std::make_unique<HeightGrid>(
        1, std::vector<double>{0.0}, std::array<double, 6>{0.0, 1.0, 0.2, 0.0, -0.2, -1.0}, "EPSG:4543");
    EXPECT_THAT(refused(ErrorKind::input, [&] { SlopeModel model(std::move(turned)); }),
                testing::HasSubstr("turned against its axes"));
}

}  // namespace
}  // namespace yiquan::screening
