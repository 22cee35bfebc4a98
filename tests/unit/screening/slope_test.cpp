// SPDX-License-Identifier: MIT
#include "core/screening/slope.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <utility>

#include "core/geo/crs.hpp"
#include "core/geo/ellipsoid.hpp"
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

/// Metres east and north of 100.5 E 36 N in the plane that touches the ellipsoid there.
std::pair<double, double> east_and_north(geo::LonLat p) {
    const geo::Ecef at = geo::to_ecef(p);
    const geo::Ecef from = geo::to_ecef({100.5, 36.0});
    const double lambda = 100.5 * geo::radians_per_degree;
    const double phi = 36.0 * geo::radians_per_degree;
    const double x = at.x - from.x;
    const double y = at.y - from.y;
    const double z = at.z - from.z;
    return {y * std::cos(lambda) - x * std::sin(lambda),
            z * std::cos(phi) - (x * std::cos(lambda) + y * std::sin(lambda)) * std::sin(phi)};
}

/// How a model of some 100 m lies on the ground around 100.5 E 36 N.
struct System {
    const char* crs;
    std::array<double, 4> steps;  ///< x and y per column, x and y per row
};
constexpr std::array systems{
    System{"EPSG:32647", {100.0, 0.0, 0.0, -100.0}},
    System{"EPSG:3857", {120.0, 0.0, 0.0, -120.0}},
    System{"EPSG:4326", {0.001, 0.0, 0.0, -0.001}},
    // Columns and rows cross at right angles nearly, at 35 and at 44 degrees here.
    System{"+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +datum=WGS84 +type=crs", {100.0, 0.0, 0.0, -100.0}},
    System{"+proj=moll +datum=WGS84 +type=crs", {100.0, 0.0, 0.0, -100.0}},
    System{"+proj=sinu +datum=WGS84 +type=crs", {100.0, 0.0, 0.0, -100.0}},
    // Turned by 30 degrees, sheared on purpose, and upside down.
    System{"EPSG:32647", {86.6025, 50.0, 50.0, -86.6025}},
    System{"EPSG:32647", {100.0, 0.0, 80.0, -60.0}},
    System{"EPSG:32647", {100.0, 0.0, 0.0, 100.0}},
};

std::unique_ptr<HeightGrid> tilted_plane(const System& system, double rise, double azimuth) {
    constexpr int side = 60;
    const geo::Projection projection(system.crs);
    const geo::RawPosition middle = *projection.from_lonlat({100.5, 36.0});
    const auto [cx, cy, rx, ry] = system.steps;
    const geo::RawPosition corner{middle.x - side / 2.0 * (cx + rx), middle.y - side / 2.0 * (cy + ry)};
    std::vector<double> cells;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const auto [east, north] =
                east_and_north(*projection.to_lonlat({corner.x + (column + 0.5) * cx + (row + 0.5) * rx,
                                                      corner.y + (column + 0.5) * cy + (row + 0.5) * ry}));
            const double along = azimuth * geo::radians_per_degree;
            cells.push_back(3'000.0 + rise * (east * std::sin(along) + north * std::cos(along)));
        }
    }
    return std::make_unique<HeightGrid>(
        side, std::move(cells), std::array<double, 6>{corner.x, cx, rx, corner.y, cy, ry}, system.crs);
}

TEST(Slope, OfAnEvenGroundIsTheSameInEverySystemOfColumnsAndRows) {
    // The ground rises by 30 %, 16.7 degrees, whichever way: so must every cell of every model of it.
    Candidate point;
    point.place = {100.5, 36.0};
    Candidate field;
    field.place = point.place;
    field.shape = {{geo::Polygon{
        {{{100.49, 35.992}, {100.51, 35.992}, {100.51, 36.008}, {100.49, 36.008}, {100.49, 35.992}}}}}};
    for (const System& system : systems) {
        for (const double azimuth : {0.0, 45.0, 90.0, 135.0, 200.0, 290.0}) {
            SlopeModel model(tilted_plane(system, 0.3, azimuth));
            const SiteSlope at = model.under(point, quiet);
            EXPECT_TRUE(at.complete());
            EXPECT_NEAR(at.worst, 0.3, 0.3 * 1e-4) << system.crs << " towards " << azimuth;
            const SiteSlope under = model.under(field, quiet);
            EXPECT_TRUE(under.complete());
            EXPECT_GT(under.cells, 200U);
            EXPECT_NEAR(under.worst, 0.3, 0.3 * 1e-4) << system.crs << " towards " << azimuth;
            EXPECT_NEAR(under.sum / static_cast<double>(under.cells), 0.3, 0.3 * 1e-4) << system.crs;
        }
    }
}

TEST(Slope, OfASiteThatSpreadsOverHalfTheEarthIsRefused) {
    SlopeModel model(grid_of_metres([](int c, int) { return 3.0 * c; }));
    Candidate site;
    site.row = 7;
    site.place = {100.0, 36.0};
    site.shape = {{geo::Polygon{{{{90, 20}, {115, 20}, {115, 50}, {90, 50}, {90, 20}}}}}};
    EXPECT_THAT(refused(ErrorKind::input, [&] { static_cast<void>(model.under(site, quiet)); }),
                testing::HasSubstr("dem.tif: the candidate in row 7 spreads over"));
}

TEST(Slope, OfHeightsWithoutEndIsUnknown) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    SlopeModel model(grid_of_metres([](int c, int r) { return c == 4 && r == 3 ? infinity : 3.0 * c; }));
    EXPECT_EQ(model.under(point_at(500'000, 4'000'000), quiet).unknown, 1U);
}

TEST(Slope, RefusesARasterWhoseCellsHaveNoArea) {
    auto flat = std::make_unique<HeightGrid>(
        1, std::vector<double>{0.0}, std::array<double, 6>{0.0, 1.0, 2.0, 0.0, 1.0, 2.0}, "EPSG:4543");
    EXPECT_THAT(refused(ErrorKind::input, [&] { SlopeModel model(std::move(flat)); }),
                testing::HasSubstr("the raster's cells have no area"));
}

}  // namespace
}  // namespace yiquan::screening
