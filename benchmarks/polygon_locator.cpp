// SPDX-License-Identifier: MIT
// Which of Qinghai's 45 counties holds each of a million points: our locator beside GEOS, which is given
// prepared polygons behind an STRtree, on one thread.
#include "core/index/polygon_locator.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/geos_side.hpp"
#include "benchmarks/scene.hpp"
#include "core/audit/audit.hpp"

namespace yiquan::benchmarks {
namespace {

constexpr std::size_t point_count = 1'000'000;

const std::vector<geo::LonLat>& points(const benchmark::State& state) {
    static const auto square = made_up_places(Layout::square, point_count, 1);
    static const auto qinghai = made_up_places(Layout::qinghai, point_count, 1);
    return state.range(0) == 0 ? square : qinghai;
}

void report(benchmark::State& state, std::size_t placed) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(point_count));
    state.counters["placed"] = static_cast<double>(placed);
    state.SetLabel(state.range(0) == 0 ? "square" : "qinghai");
}

void build(benchmark::State& state) {
    const demand::Zones zones = county_zones();
    for (auto _ : state) benchmark::DoNotOptimize(audit::locator_over(zones));
}

void locate(benchmark::State& state) {
    const auto locator = audit::locator_over(county_zones());
    std::size_t placed = 0;
    for (auto _ : state) {
        placed = 0;
        for (const geo::LonLat p : points(state)) {
            placed += locator.locate(p) != index::PolygonLocator::none ? 1 : 0;
        }
    }
    report(state, placed);
}

struct Question {
    const GEOSGeometry* point;
    bool placed = false;

    void offer(const GEOSPreparedGeometry* zone) {
        placed = placed || GEOSPreparedContains_r(geos(), zone, point) == 1;
    }
};

void locate_with_geos(benchmark::State& state) {
    std::vector<geo::RawPosition> raw;
    for (const geo::LonLat p : points(state)) raw.push_back({p.lon, p.lat});
    const auto geometries = points_of(raw);
    std::vector<GeosGeometry> shapes;
    std::vector<GeosPrepared> prepared;
    const GeosTree tree = empty_tree();
    for (const demand::Zone& zone : county_zones()) {
        shapes.push_back(geometry_of(zone.shape));
        prepared.emplace_back(GEOSPrepare_r(geos(), shapes.back().get()));
        // The tree hands items back as void*; nobody writes through them.
        GEOSSTRtree_insert_r(geos(), tree.get(), shapes.back().get(),
                             const_cast<GEOSPreparedGeometry*>(prepared.back().get()));
    }
    std::size_t placed = 0;
    for (auto _ : state) {
        placed = 0;
        for (const GeosGeometry& point : geometries) {
            Question question{point.get()};
            GEOSSTRtree_query_r(
                geos(), tree.get(), point.get(),
                [](void* zone, void* q) {
                    static_cast<Question*>(q)->offer(static_cast<const GEOSPreparedGeometry*>(zone));
                },
                &question);
            placed += question.placed ? 1 : 0;
        }
    }
    report(state, placed);
}

BENCHMARK(build)->Unit(benchmark::kMillisecond);
BENCHMARK(locate)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(locate_with_geos)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace yiquan::benchmarks
