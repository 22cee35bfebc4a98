// SPDX-License-Identifier: MIT
#include "core/screening/layer_index.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/geo/geodesic.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::screening {
namespace {

using test::Dice;

Candidate point(double lon, double lat) {
    Candidate out;
    out.place = {lon, lat};
    return out;
}

geo::Ring square(double lon, double lat, double half) {
    return {{lon - half, lat - half},
            {lon + half, lat - half},
            {lon + half, lat + half},
            {lon - half, lat + half},
            {lon - half, lat - half}};
}

Candidate outline(geo::Ring ring) {
    Candidate out;
    out.place = ring.front();
    out.shape = {{geo::Polygon{{std::move(ring)}}}};
    return out;
}

LayerFeature area(std::string label, std::vector<geo::Ring> rings) {
    LayerFeature out{std::move(label), {}};
    out.shape.polygons = {{geo::Polygon{std::move(rings)}}};
    return out;
}

LayerIndex one(LayerFeature feature) {
    std::vector<LayerFeature> features;
    features.push_back(std::move(feature));
    return LayerIndex(std::move(features));
}

TEST(LayerIndex, InsideAnAreaTheDistanceIsZeroAndInItsHoleItIsNot) {
    const LayerIndex lake = one(area("湖", {square(101.0, 36.0, 0.2), square(101.0, 36.0, 0.1)}));
    EXPECT_EQ(lake.nearest(point(101.15, 36.0)).distance.value(), 0.0);
    EXPECT_EQ(lake.nearest(point(101.2, 36.0)).distance.value(), 0.0);  // on its border
    const Nearest island = lake.nearest(point(101.0, 36.0));
    EXPECT_EQ(island.label, "湖");
    EXPECT_NEAR(island.distance.value(), geo::geodesic_distance({101.0, 36.0}, {101.1, 36.0}).value(), 10.0);
}

TEST(LayerIndex, AnOutlineThatHoldsOrCrossesAFeatureOverlapsIt) {
    LayerFeature well{"井", {}};
    well.shape.points = {{101.0, 36.0}};
    EXPECT_EQ(one(well).nearest(outline(square(101.0, 36.0, 0.1))).distance.value(), 0.0);
    LayerFeature road{"路", {}};
    road.shape.lines = {{{{100.0, 36.0}, {102.0, 36.0}}}};
    EXPECT_EQ(one(road).nearest(outline(square(101.0, 36.0, 0.1))).distance.value(), 0.0);
    EXPECT_EQ(one(area("区", {square(101.0, 36.0, 0.3)}))
                  .nearest(outline(square(101.0, 36.0, 0.1)))
                  .distance.value(),
              0.0);
    // Beside it: from the northern side, 0.05 degrees of latitude.
    const Nearest beside = one(road).nearest(outline(square(101.0, 36.15, 0.1)));
    EXPECT_NEAR(beside.distance.value(), geo::geodesic_distance({101.0, 36.0}, {101.0, 36.05}).value(), 0.1);
}

TEST(LayerIndex, FindsWhatLookingAtEveryEdgeFinds) {
    Dice dice(5);
    std::vector<LayerFeature> features;
    std::vector<geo::Edge> edges;
    for (int i = 0; i < 300; ++i) {
        LayerFeature line{std::to_string(i), {}};
        geo::LonLat at{dice.between(98.0, 102.0), dice.between(34.0, 38.0)};
        geo::LineString& path = line.shape.lines.emplace_back();
        path.points.push_back(at);
        for (int k = 0; k < 5; ++k) {
            at = {at.lon + dice.between(-0.1, 0.1), at.lat + dice.between(-0.1, 0.1)};
            edges.push_back({path.points.back(), at});
            path.points.push_back(at);
        }
        features.push_back(std::move(line));
    }
    const LayerIndex index(std::move(features));
    for (int i = 0; i < 200; ++i) {
        const Candidate candidate =
            i % 2 == 0 ? point(dice.between(95.0, 105.0), dice.between(32.0, 40.0))
                       : outline(square(dice.between(97.0, 103.0), dice.between(33.0, 39.0), 0.02));
        geo::Approach best;
        for (const geo::Edge& edge : edges) {
            if (candidate.shape.empty()) {
                const geo::Approach found = geo::approach(candidate.place, edge);
                if (found.chord2 < best.chord2) best = found;
                continue;
            }
            const geo::Ring& ring = candidate.shape.parts[0].rings[0];
            for (std::size_t k = 1; k < ring.size(); ++k) {
                const geo::Approach found = geo::approach(geo::Edge{ring[k - 1], ring[k]}, edge);
                if (found.chord2 < best.chord2) best = found;
            }
        }
        const double got = index.nearest(candidate).distance.value();
        if (got == 0.0) continue;  // a line wholly inside has no edge that touches
        EXPECT_NEAR(got, geo::geodesic_distance(best.from, best.to).value(), 1e-6);
    }
}

TEST(LayerIndex, TiesGoToTheSmallerLabel) {
    LayerFeature second{"乙2", {}};
    LayerFeature first{"乙1", {}};
    second.shape.points = first.shape.points = {{101.0, 36.0}};
    std::vector<LayerFeature> features;
    features.push_back(second);
    features.push_back(first);
    EXPECT_EQ(LayerIndex(std::move(features)).nearest(point(101.1, 36.0)).label, "乙1");
}

}  // namespace
}  // namespace yiquan::screening
