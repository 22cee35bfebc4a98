// SPDX-License-Identifier: MIT
// 100,000 boxes of 100 m to 30 km, and all the boxes that meet each of them: our packed Hilbert R-tree beside
// GEOS's STRtree, on one thread.
#include "core/index/packed_rtree.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/geos_side.hpp"
#include "benchmarks/scene.hpp"

namespace yiquan::benchmarks {
namespace {

constexpr std::size_t box_count = 100'000;

const std::vector<geo::Box>& boxes() {
    static const std::vector<geo::Box> all = made_up_boxes(box_count, 1);
    return all;
}

std::vector<GeosGeometry> rectangles() {
    std::vector<GeosGeometry> out;
    for (const geo::Box& box : boxes()) out.push_back(rectangle(box.west, box.south, box.east, box.north));
    return out;
}

GeosTree tree_of(const std::vector<GeosGeometry>& geometries) {
    GeosTree tree = empty_tree();
    for (const GeosGeometry& g : geometries) GEOSSTRtree_insert_r(geos(), tree.get(), g.get(), g.get());
    finish(*tree);
    return tree;
}

void report(benchmark::State& state) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(box_count));
}

void build(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(index::PackedRTree(boxes()));
    report(state);
}

void build_with_geos(benchmark::State& state) {
    const auto geometries = rectangles();
    for (auto _ : state) benchmark::DoNotOptimize(tree_of(geometries));
    report(state);
}

void search(benchmark::State& state) {
    const index::PackedRTree tree(boxes());
    std::uint64_t found = 0;
    for (auto _ : state) {
        found = 0;
        for (const geo::Box& box : boxes()) tree.search(box, [&](std::uint32_t /*item*/) { ++found; });
    }
    report(state);
    state.counters["found"] = static_cast<double>(found);
}

void search_with_geos(benchmark::State& state) {
    const auto geometries = rectangles();
    const GeosTree tree = tree_of(geometries);
    std::uint64_t found = 0;
    for (auto _ : state) {
        found = 0;
        for (const GeosGeometry& g : geometries) {
            GEOSSTRtree_query_r(
                geos(), tree.get(), g.get(),
                [](void* /*item*/, void* count) { ++*static_cast<std::uint64_t*>(count); }, &found);
        }
    }
    report(state);
    state.counters["found"] = static_cast<double>(found);
}

BENCHMARK(build)->Unit(benchmark::kMillisecond);
BENCHMARK(build_with_geos)->Unit(benchmark::kMillisecond);
BENCHMARK(search)->Unit(benchmark::kMillisecond);
BENCHMARK(search_with_geos)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace yiquan::benchmarks
