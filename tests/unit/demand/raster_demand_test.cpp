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
#include "tests/unit/base/dice.hpp"
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

}  // namespace
}  // namespace yiquan::demand
