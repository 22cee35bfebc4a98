// SPDX-License-Identifier: MIT
// The nearest of 5,000 facilities for each of 200,000 places: our tree beside GEOS's STRtree, on one thread.
#include <benchmark/benchmark.h>

#include "benchmarks/geos_side.hpp"
#include "benchmarks/scene.hpp"
#include "core/coverage/nearest.hpp"
#include "core/index/nearest_tree.hpp"

namespace yiquan::benchmarks {
namespace {

constexpr std::size_t place_count = 200'000;
constexpr std::size_t facility_count = 5'000;

struct Scene {
    std::vector<geo::LonLat> places = made_up_places(Layout::qinghai, place_count, 1);
    std::vector<geo::LonLat> facilities = made_up_places(Layout::qinghai, facility_count, 3);
};

const Scene& scene() {
    static const Scene s;
    return s;
}

std::vector<geo::Ecef> ecef_of(const std::vector<geo::LonLat>& places) {
    std::vector<geo::Ecef> out;
    out.reserve(places.size());
    for (const geo::LonLat p : places) out.push_back(geo::to_ecef(p));
    return out;
}

void report(benchmark::State& state) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(place_count));
}

void search_tree(benchmark::State& state) {
    const auto places = ecef_of(scene().places);
    const auto facilities = ecef_of(scene().facilities);
    for (auto _ : state) {
        const index::NearestTree tree(facilities);
        for (const geo::Ecef& place : places) benchmark::DoNotOptimize(tree.nearest(place));
    }
    report(state);
}

void search_and_measure_geodesic(benchmark::State& state) {
    const index::NearestTree tree(ecef_of(scene().facilities));
    Progress progress;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            coverage::nearest_facilities(scene().places, tree, scene().facilities, 1, progress));
    }
    report(state);
}

int distance_to(const void* facility, const void* place, double* distance, void* /*unused*/) {
    const auto& a = *static_cast<const geo::RawPosition*>(facility);
    const auto& b = *static_cast<const geo::RawPosition*>(place);
    *distance = std::hypot(a.x - b.x, a.y - b.y);
    return 1;
}

void search_with_geos(benchmark::State& state) {
    auto facilities = on_a_plane(scene().facilities);
    const auto places = on_a_plane(scene().places);
    const auto facility_points = points_of(facilities);
    const auto place_points = points_of(places);
    for (auto _ : state) {
        const GeosTree tree = empty_tree();
        for (std::size_t i = 0; i < facilities.size(); ++i) {
            GEOSSTRtree_insert_r(geos(), tree.get(), facility_points[i].get(), &facilities[i]);
        }
        for (std::size_t i = 0; i < places.size(); ++i) {
            benchmark::DoNotOptimize(GEOSSTRtree_nearest_generic_r(
                geos(), tree.get(), &places[i], place_points[i].get(), distance_to, nullptr));
        }
    }
    report(state);
}

BENCHMARK(search_tree)->Unit(benchmark::kMillisecond);
BENCHMARK(search_and_measure_geodesic)->Unit(benchmark::kMillisecond);
BENCHMARK(search_with_geos)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace yiquan::benchmarks
