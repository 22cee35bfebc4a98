// SPDX-License-Identifier: MIT
#include "core/demand/raster_demand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/geo/crs.hpp"
#include "tests/unit/base/dice.hpp"
#include "tests/unit/index/random_partition.hpp"
#include "tests/unit/index/random_tiling.hpp"

namespace yiquan::demand {
namespace {

using ::testing::HasSubstr;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

class Grid final : public RasterSource {
public:
    Grid(std::size_t columns, std::vector<double> cells, std::array<double, 6> transform,
         std::string crs = "EPSG:4326")
        : columns_(columns), cells_(std::move(cells)), transform_(transform), crs_(std::move(crs)) {}

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const std::string& crs() const override { return crs_; }
    [[nodiscard]] std::size_t columns() const override { return columns_; }
    [[nodiscard]] std::size_t rows() const override { return cells_.size() / columns_; }
    [[nodiscard]] const std::array<double, 6>& transform() const override { return transform_; }
    void read_rows(std::size_t first, std::size_t count, std::span<double> out) override {
        ASSERT_EQ(out.size(), count * columns_);
        std::copy_n(cells_.begin() + static_cast<std::ptrdiff_t>(first * columns_), count * columns_,
                    out.begin());
    }

private:
    std::string name_ = "population.tif";
    std::size_t columns_;
    std::vector<double> cells_;
    std::array<double, 6> transform_;
    std::string crs_;
};

/// Cells of a tenth of a degree from 100 E 37 N to the east and south.
constexpr std::array<double, 6> tenths{100.0, 0.1, 0.0, 37.0, 0.0, -0.1};
constexpr Metres wide = kilometres(1000);  // a radius beside which every cell is small

Zone zone(std::string code, geo::MultiPolygon shape) {
    return {std::move(code), {}, {}, {}, std::move(shape), {}};
}
geo::MultiPolygon box(double west, double south, double east, double north) {
    return {{geo::Polygon{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}}};
}

struct Counted {
    std::map<ZoneIndex, Persons> zones;
    std::map<std::string, Persons> cells;
    Persons total;
    std::size_t pieces = 0;
    std::size_t batches = 0;
    features::FindingList findings;

    [[nodiscard]] Persons of(ZoneIndex z) const {
        const auto found = zones.find(z);
        return found == zones.end() ? Persons{} : found->second;
    }
};

Counted count(std::unique_ptr<RasterSource> raster, const Zones& zones, Metres finest = wide) {
    Counted out;
    RasterDemand demand(std::move(raster), zones, finest, out.findings);
    double fraction = 0.0;
    while (const DemandBatch* batch = demand.next()) {
        ++out.batches;
        EXPECT_GE(demand.fraction(), fraction);
        fraction = demand.fraction();
        EXPECT_EQ(batch->weights.size(), batch->size());
        EXPECT_EQ(batch->zones.size(), batch->size());
        EXPECT_EQ(batch->cells.size(), batch->size());
        for (std::size_t i = 0; i < batch->size(); ++i) {
            EXPECT_GT(batch->weights[i], Persons{});
            out.zones[batch->zones[i]] += batch->weights[i];
            out.cells[batch->id(i)] += batch->weights[i];
            out.total += batch->weights[i];
            ++out.pieces;
        }
    }
    EXPECT_EQ(fraction, 1.0);
    return out;
}

TEST(RasterDemand, ACellCutByABorderIsSplitByArea) {
    // One cell of 1,000 people, 100.0 to 100.1 E; the border at 100.03 E cuts it 30 to 70.
    const Zones zones{zone("west", box(99.0, 36.0, 100.03, 38.0)),
                      zone("east", box(100.03, 36.0, 101.0, 38.0))};
    const Counted counted = count(std::make_unique<Grid>(1, std::vector<double>{1000.0}, tenths), zones);
    EXPECT_NEAR(counted.of(0).value(), 300.0, 1e-4);
    EXPECT_NEAR(counted.of(1).value(), 700.0, 1e-4);
    EXPECT_EQ(counted.of(0) + counted.of(1), Persons::whole(1000));
    EXPECT_EQ(counted.of(no_zone), Persons{});
    EXPECT_EQ(counted.findings.count(), 0U);
}

TEST(RasterDemand, PeopleBesideTheZonesStayInTheTotalAndAreAFinding) {
    const Zones zones{zone("west", box(99.0, 36.0, 100.025, 38.0))};
    const Counted counted =
        count(std::make_unique<Grid>(2, std::vector<double>{1000.0, 40.0}, tenths), zones);
    EXPECT_NEAR(counted.of(0).value(), 250.0, 1e-4);
    EXPECT_EQ(counted.total, Persons::whole(1040));
    EXPECT_EQ(counted.of(no_zone), Persons::whole(1040) - counted.of(0));
    ASSERT_EQ(counted.findings.count(features::FindingKind::outside_zones), 1U);
    EXPECT_THAT(counted.findings.list()[0].detail.en, HasSubstr("790 people"));
    EXPECT_EQ(counted.cells.at("r1c2"), Persons::whole(40));
}

TEST(RasterDemand, ZonesThatTileTheRasterLeaveNobodyOutside) {
    test::Dice dice(121);
    for (int round = 0; round < 30; ++round) {
        Zones zones;
        for (auto& tile :
             test::random_tiling({99.0, 33.0, 105.0, 38.0}, 1 + dice.below(20), 1 + dice.below(20), dice))
            zones.push_back(zone("", std::move(tile)));
        std::vector<double> cells(30 * 20);
        Persons expected;
        for (double& cell : cells) {
            cell = dice.below(5) == 0 ? nan : std::exp(dice.between(-5.0, 14.0));
            if (!std::isnan(cell)) expected += Persons::nearest(cell);
        }
        const Metres finest = round % 2 == 0 ? wide : Metres{dice.between(2'000.0, 60'000.0)};
        const Counted counted = count(std::make_unique<Grid>(30, cells, tenths), zones, finest);
        EXPECT_EQ(counted.total, expected);
        EXPECT_EQ(counted.of(no_zone), Persons{});
        EXPECT_EQ(counted.findings.count(), 0U);
    }
}

TEST(RasterDemand, EveryCellIsHandedOutToTheTickWhateverTheZones) {
    test::Dice dice(122);
    for (int round = 0; round < 30; ++round) {
        Zones zones;
        const std::size_t count_of_zones = dice.below(6);
        for (std::size_t z = 0; z < count_of_zones;
             ++z) {  // stars that may overlap and reach beyond the raster
            const geo::LonLat centre{dice.between(99.5, 103.0), dice.between(35.0, 37.5)};
            zones.push_back(
                zone("", {{geo::Polygon{{test::random_star(centre, 0.1, 1.5, 3 + dice.below(20), dice)}}}}));
        }
        std::vector<double> cells(25 * 15);
        for (double& cell : cells) cell = std::exp(dice.between(-12.0, 15.0));
        const Metres finest = round % 2 == 0 ? wide : Metres{dice.between(2'000.0, 60'000.0)};
        const Counted counted = count(std::make_unique<Grid>(25, cells, tenths), zones, finest);
        Persons total;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Persons people = Persons::nearest(cells[i]);
            total += people;
            const std::string id = "r" + std::to_string(i / 25 + 1) + "c" + std::to_string(i % 25 + 1);
            const auto found = counted.cells.find(id);
            ASSERT_EQ(found == counted.cells.end() ? Persons{} : found->second, people) << id;
        }
        EXPECT_EQ(counted.total, total);
    }
}

TEST(RasterDemand, TheWayThatRingsRunDoesNotMatter) {
    geo::MultiPolygon both = box(99.0, 36.95, 100.05, 38.0);         // a quarter of the cell
    both.parts.push_back(box(100.05, 36.0, 101.0, 36.95).parts[0]);  // another quarter
    geo::Ring hole = box(99.2, 37.2, 99.3, 37.3).parts[0].rings[0];
    both.parts[0].rings.push_back(hole);
    std::reverse(both.parts[1].rings[0].begin(), both.parts[1].rings[0].end());
    const Counted counted =
        count(std::make_unique<Grid>(1, std::vector<double>{1000.0}, tenths), {zone("", both)});
    EXPECT_NEAR(counted.of(0).value(), 500.0, 1e-4);

    geo::MultiPolygon ring = box(99.0, 36.0, 101.0, 38.0);
    ring.parts[0].rings.push_back(
        box(100.0, 36.9, 100.05, 37.0).parts[0].rings[0]);  // runs as its shell does
    const Counted half =
        count(std::make_unique<Grid>(1, std::vector<double>{1000.0}, tenths), {zone("", ring)});
    EXPECT_NEAR(half.of(0).value(), 500.0, 1e-4);
}

TEST(RasterDemand, CoarseCellsAreCutIntoPartsAndKeepTheirPeople) {
    // A cell of 0.1 degrees is 11.1 km high here; an eighth of a 20-km radius is 2.5 km: 5 parts a side.
    features::FindingList findings;
    RasterDemand demand(std::make_unique<Grid>(1, std::vector<double>{7.0}, tenths), {}, kilometres(20),
                        findings);
    EXPECT_EQ(demand.parts(), 5U);
    const DemandBatch* batch = demand.next();
    ASSERT_NE(batch, nullptr);
    ASSERT_EQ(batch->size(), 25U);
    Persons total;
    for (std::size_t i = 0; i < 25; ++i) {
        total += batch->weights[i];
        EXPECT_NEAR(batch->weights[i].value(), 0.28, 2e-6);
        EXPECT_NEAR(batch->places[i].lon, 100.01 + 0.02 * static_cast<double>(i % 5), 1e-12);
        EXPECT_NEAR(batch->places[i].lat, 36.99 - 0.02 * static_cast<double>(i / 5), 1e-12);
        EXPECT_EQ(batch->id(i), "r1c1");
    }
    EXPECT_EQ(total, Persons::whole(7));
    EXPECT_EQ(demand.next(), nullptr);
}

TEST(RasterDemand, ThereAreAtMostSixteenPartsAndAtLeastOne) {
    features::FindingList findings;
    const auto parts = [&](Metres finest) {
        return RasterDemand(std::make_unique<Grid>(1, std::vector<double>{1.0}, tenths), {}, finest, findings)
            .parts();
    };
    EXPECT_EQ(parts(Metres{1.0}), 16U);
    EXPECT_EQ(parts(wide), 1U);
}

TEST(RasterDemand, CellsWithoutDataAndEmptyCellsHoldNobody) {
    const Counted counted =
        count(std::make_unique<Grid>(2, std::vector<double>{nan, 0.0, -0.0, 5.0}, tenths), {});
    EXPECT_EQ(counted.total, Persons::whole(5));
    EXPECT_EQ(counted.pieces, 1U);
}

TEST(RasterDemand, NegativeAndEndlessCellsAreRefusedByRowAndColumn) {
    for (const double bad : {-1.0, -1e-300, infinity, -infinity, 1e10}) {
        try {
            (void)count(std::make_unique<Grid>(3, std::vector<double>{1, 2, 3, 4, bad, 6}, tenths), {});
            FAIL() << bad;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            EXPECT_THAT(error.message().en, HasSubstr("population.tif: row 2, column 2"));
            EXPECT_THAT(error.message().zh, HasSubstr("第 2 行第 2 列"));
        }
    }
}

TEST(RasterDemand, MorePeopleThanCanBeCountedExactlyAreRefused) {
    EXPECT_THROW((void)count(std::make_unique<Grid>(2, std::vector<double>{8e9, 8e9}, tenths), {}), Error);
}

TEST(RasterDemand, AGridThatIsNotOnEarthIsRefused) {
    const std::vector<double> one{1.0};
    for (const std::array<double, 6>& t : {std::array<double, 6>{500.0, 0.1, 0.0, 37.0, 0.0, -0.1},
                                           std::array<double, 6>{100.0, 0.1, 0.0, 95.0, 0.0, -0.1},
                                           std::array<double, 6>{100.0, 0.0, 0.0, 37.0, 0.0, 0.0},
                                           std::array<double, 6>{nan, 0.1, 0.0, 37.0, 0.0, -0.1}}) {
        EXPECT_THROW((void)count(std::make_unique<Grid>(1, one, t), {}), Error);
    }
}

TEST(RasterDemand, AMetricRasterIsSplitAlongBordersInDegrees) {
    // EPSG:4543, central meridian 102 E at easting 500,000: the border along it halves the middle cell.
    const std::array<double, 6> metres{498'500.0, 1000.0, 0.0, 3'986'000.0, 0.0, -1000.0};
    const Zones zones{zone("west", box(101.0, 35.0, 102.0, 37.0)),
                      zone("east", box(102.0, 35.0, 103.0, 37.0))};
    const Counted counted = count(
        std::make_unique<Grid>(3, std::vector<double>{100.0, 1000.0, 10.0}, metres, "EPSG:4543"), zones);
    EXPECT_NEAR(counted.of(0).value(), 600.0, 1e-3);
    EXPECT_NEAR(counted.of(1).value(), 510.0, 1e-3);
    EXPECT_EQ(counted.total, Persons::whole(1110));
}

TEST(RasterDemand, ARotatedRasterKeepsItsPeople) {
    const std::array<double, 6> rotated{100.0, 0.07, 0.07, 37.0, 0.07, -0.07};
    const Zones zones{zone("", box(90.0, 30.0, 110.0, 40.0))};
    const Counted counted = count(std::make_unique<Grid>(2, std::vector<double>{1, 2, 3, 4}, rotated), zones);
    EXPECT_EQ(counted.of(0), Persons::whole(10));
}

TEST(RasterDemand, ALargeRasterIsHandedOutInStrips) {
    std::vector<double> cells(2000 * 800);
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = static_cast<double>(i % 7);
    const std::array<double, 6> fine{100.0, 0.001, 0.0, 37.0, 0.0, -0.001};
    const Zones zones{zone("", box(90.0, 30.0, 110.0, 40.0))};
    const Counted counted = count(std::make_unique<Grid>(2000, cells, fine), zones);
    EXPECT_GT(counted.batches, 1U);
    // 1,600,000 = 228,571 * 7 + 3 cells: 228,571 * 21 + (0 + 1 + 2)
    EXPECT_EQ(counted.of(0), Persons::whole(228'571 * 21 + 3));
}

/// Cells of `side` metres around 101 E 36 N in a system of metres.
std::array<double, 6> around(const std::string& crs, double side, std::size_t columns, std::size_t rows) {
    const geo::RawPosition middle = *geo::Projection(crs).from_lonlat({101.0, 36.0});
    return {middle.x - side * static_cast<double>(columns) / 2.0, side, 0.0,
            middle.y + side * static_cast<double>(rows) / 2.0,    0.0,  -side};
}

/// Columns and rows leave the meridians and parallels by 0 to 55 degrees in these.
constexpr std::array metric_systems{
    "EPSG:32647",  // UTM, two degrees beside its meridian
    "EPSG:4543", "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +datum=WGS84 +type=crs",
    "+proj=moll +datum=WGS84 +type=crs", "+proj=sinu +datum=WGS84 +type=crs"};

TEST(RasterDemand, ZonesThatMeetOnALongParallelLoseNobodyBetweenThem) {
    // One person per cell of 250 m. The border on 36 N is one edge of 2 degrees for the zone north of it and
    // two of one degree for those south of it; in the strip of 102 E it bulges by 920 m, nearly four cells.
    const Zones zones{zone("A", box(101.0, 36.0, 103.0, 36.1)), zone("B", box(101.0, 35.9, 102.0, 36.0)),
                      zone("C", box(102.0, 35.9, 103.0, 36.0))};
    const std::array<double, 6> strip{400'000.0, 250.0, 0.0, 4'000'000.0, 0.0, -250.0};
    std::array<double, 3> people{};
    Persons between;
    features::FindingList findings;
    RasterDemand demand(std::make_unique<Grid>(800, std::vector<double>(800 * 120, 1.0), strip, "EPSG:4543"),
                        zones, wide, findings);
    while (const DemandBatch* batch = demand.next()) {
        for (std::size_t i = 0; i < batch->size(); ++i) {
            const geo::LonLat at = batch->places[i];
            const bool inside = at.lon > 101.01 && at.lon < 102.99 && at.lat > 35.91 && at.lat < 36.09;
            if (batch->zones[i] != no_zone) people[batch->zones[i]] += batch->weights[i].value();
            if (inside && batch->zones[i] == no_zone) between += batch->weights[i];
        }
    }
    EXPECT_EQ(between, Persons{});

    // The same people as points, eight in a cell from north to south.
    std::array<double, 3> points{};
    const geo::Projection projection("EPSG:4543");
    for (int row = 0; row < 8 * 120; ++row) {
        for (int column = 0; column < 800; ++column) {
            const geo::LonLat at =
                *projection.to_lonlat({strip[0] + 250.0 * (column + 0.5), strip[3] - 31.25 * (row + 0.5)});
            if (at.lon < 101.0 || at.lon >= 103.0 || at.lat < 35.9 || at.lat >= 36.1) continue;
            points[at.lat >= 36.0 ? 0 : at.lon < 102.0 ? 1 : 2] += 0.125;
        }
    }
    for (std::size_t z = 0; z < 3; ++z) EXPECT_NEAR(people[z], points[z], 20.0);
    EXPECT_NEAR(people[1], people[2], 0.05);  // mirror images beside 102 E
}

TEST(RasterDemand, ZonesWithoutGapsLoseNobodyInAnyProjectedRaster) {
    test::Dice dice(123);
    for (int round = 0; round < 40; ++round) {
        const std::string crs = metric_systems[static_cast<std::size_t>(round) % metric_systems.size()];
        Zones zones;
        for (auto& piece : test::random_partition({94.0, 31.0, 108.0, 41.0}, 1 + dice.below(60), dice))
            zones.push_back(zone("", std::move(piece)));
        constexpr std::size_t columns = 90;
        constexpr std::size_t rows = 70;
        std::vector<double> cells(columns * rows);
        Persons expected;
        for (double& cell : cells) {
            cell = std::exp(dice.between(-3.0, 14.0));
            expected += Persons::nearest(cell);
        }
        const double side = std::exp(dice.between(std::log(100.0), std::log(5'000.0)));
        const Metres finest = round % 4 == 0 ? Metres{side * dice.between(2.0, 8.0)} : wide;
        const Counted counted = count(
            std::make_unique<Grid>(columns, cells, around(crs, side, columns, rows), crs), zones, finest);
        EXPECT_EQ(counted.total, expected) << crs;
        EXPECT_EQ(counted.of(no_zone), Persons{}) << crs << ", cells of " << side << " m, round " << round;
    }
}

/// Crossings of the ring to the east of the point, edge by edge.
bool holds(const geo::MultiPolygon& shape, geo::LonLat p) {
    bool inside = false;
    const geo::Ring& ring = shape.parts[0].rings[0];
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const geo::LonLat a = ring[i - 1];
        const geo::LonLat b = ring[i];
        if ((a.lat > p.lat) != (b.lat > p.lat) &&
            p.lon < a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)) {
            inside = !inside;
        }
    }
    return inside;
}

TEST(RasterDemand, SharesOfCellsAreThoseOfTheirPointsInLongitudeAndLatitude) {
    test::Dice dice(124);
    for (const std::string crs : metric_systems) {
        Zones zones;
        for (auto& piece : test::random_partition({96.0, 33.0, 106.0, 39.0}, 12, dice))
            zones.push_back(zone("", std::move(piece)));
        constexpr std::size_t columns = 40;
        constexpr std::size_t rows = 30;
        constexpr double side = 20'000.0;  // the zones leave a rim of cells outside
        constexpr int fine = 24;
        const std::array<double, 6> grid = around(crs, side, columns, rows);
        const geo::Projection projection(crs);
        for (int round = 0; round < 6; ++round) {  // one cell at a time, of those that a border cuts
            std::size_t column = 0;
            std::size_t row = 0;
            std::map<ZoneIndex, int> points;
            while (points.size() < 2) {
                column = dice.below(columns);
                row = dice.below(rows);
                points.clear();
                for (int i = 0; i < fine * fine; ++i) {
                    const auto at = projection.to_lonlat(
                        {grid[0] + side * (static_cast<double>(column) + (i % fine + 0.5) / fine),
                         grid[3] - side * (static_cast<double>(row) + (i / fine + 0.5) / fine)});
                    ZoneIndex found = no_zone;
                    for (ZoneIndex z = 0; z < zones.size(); ++z) {
                        if (holds(zones[z].shape, *at)) found = z;
                    }
                    ++points[found];
                }
            }
            std::vector<double> cells(columns * rows, 0.0);
            cells[row * columns + column] = 1e6;
            const Counted counted = count(std::make_unique<Grid>(columns, cells, grid, crs), zones);
            EXPECT_EQ(counted.total, Persons::whole(1'000'000));
            for (ZoneIndex z = 0; z < zones.size(); ++z)
                EXPECT_NEAR(counted.of(z).value() / 1e6, points[z] / double{fine * fine}, 1.5 / fine) << crs;
            EXPECT_NEAR(counted.of(no_zone).value() / 1e6, points[no_zone] / double{fine * fine}, 1.5 / fine);
        }
    }
}

TEST(RasterDemand, ARasterTooWideForItsRadiusIsRefused) {
    // 2^21 columns of 0.0001 degrees (11 m), cut 16 by 16 for a radius of one metre: 2^29 parts in a row.
    const std::array<double, 6> narrow{0.0, 0.00008, 0.0, 37.0, 0.0, -0.0001};
    try {
        (void)count(std::make_unique<Grid>(std::size_t{1} << 21U,
                                           std::vector<double>(std::size_t{1} << 21U, 0.0), narrow),
                    {}, Metres{1.0});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_THAT(error.message().en, HasSubstr("population.tif: 2097152 columns"));
        EXPECT_THAT(error.message().en, HasSubstr("gdalwarp"));
    }
}

TEST(RasterDemand, ZonesFarBesideATinyRasterHoldNobodyOfIt) {
    // A cell of 1e-9 degrees: the zone's corners lie 1e10 cells away, farther than a whole number reaches.
    const std::array<double, 6> speck{100.0, 1e-18, 0.0, 37.0, 0.0, -1e-9};
    const Zones zones{zone("", box(90.0, 30.0, 170.0, 40.0))};
    const Counted counted = count(std::make_unique<Grid>(1, std::vector<double>{5.0}, speck), zones);
    EXPECT_EQ(counted.total, Persons::whole(5));
}

}  // namespace
}  // namespace yiquan::demand
