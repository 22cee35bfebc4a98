// SPDX-License-Identifier: MIT
// Area of the union of 5,000 circles of 1 km: ours without drawing beside GEOS's union of polygons.
// The counter error_ppm is against polygons of 512 and 1,024 corners, extrapolated (an inscribed polygon's
// error falls with the square of its corners).
#include <benchmark/benchmark.h>

#include <cmath>

#include "benchmarks/geos_side.hpp"
#include "benchmarks/scene.hpp"
#include "core/coverage/covered_area.hpp"
#include "core/geo/area.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/overlay.hpp"

namespace yiquan::benchmarks {
namespace {

constexpr std::size_t circle_count = 5'000;
constexpr Metres radius{1000.0};

const std::vector<geo::GeodesicCircle>& circles(const benchmark::State& state) {
    static const auto square = circles_around(made_up_places(Layout::square, circle_count, 3), radius);
    static const auto qinghai = circles_around(made_up_places(Layout::qinghai, circle_count, 3), radius);
    return state.range(0) == 0 ? square : qinghai;
}

std::vector<geo::MultiPolygon> drawn(const std::vector<geo::GeodesicCircle>& all, int corners) {
    std::vector<geo::MultiPolygon> shapes;
    for (const geo::GeodesicCircle& circle : all) {
        geo::Ring ring;
        for (int i = 0; i < corners; ++i) {  // anticlockwise
            ring.push_back(geo::geodesic_destination(circle.centre(), -360.0 * i / corners, circle.radius()));
        }
        ring.push_back(ring.front());
        shapes.push_back({{{{ring}}}});
    }
    return shapes;
}

double drawn_area(const std::vector<geo::GeodesicCircle>& all, int corners) {
    return geo::area(geo::union_of(drawn(all, corners))).value();
}

double true_area(const benchmark::State& state) {
    const auto extrapolated = [&state] {
        const double coarse = drawn_area(circles(state), 512);
        const double fine = drawn_area(circles(state), 1024);
        return fine + (fine - coarse) / 3.0;
    };
    static std::array<double, 2> known{};
    double& area = known.at(static_cast<std::size_t>(state.range(0)));
    if (area == 0.0) area = extrapolated();
    return area;
}

void report(benchmark::State& state, double area) {
    const double truth = true_area(state);
    state.counters["km2"] = area;
    state.counters["error_ppm"] = (area - truth) / truth * 1e6;
    state.SetLabel(state.range(0) == 0 ? "square" : "qinghai");
}

void area_without_drawing(benchmark::State& state) {
    const auto& all = circles(state);
    Progress progress;
    double area = 0.0;
    for (auto _ : state) {
        area = coverage::union_area_km2(all, static_cast<unsigned>(state.range(1)), progress);
    }
    report(state, area);
}

void union_with_geos(benchmark::State& state) {
    const auto corners = static_cast<int>(state.range(1));
    std::vector<GEOSGeometry*> parts;
    for (const geo::MultiPolygon& shape : drawn(circles(state), corners)) {
        parts.push_back(geometry_of(shape).release());
    }
    const GeosGeometry all(GEOSGeom_createCollection_r(geos(), GEOS_GEOMETRYCOLLECTION, parts.data(),
                                                       static_cast<unsigned>(parts.size())));
    for (auto _ : state) {
        const GeosGeometry united(GEOSUnaryUnion_r(geos(), all.get()));
        benchmark::DoNotOptimize(united.get());
    }
    report(state, drawn_area(circles(state), corners));
}

BENCHMARK(area_without_drawing)
    ->ArgNames({"", "threads"})
    ->ArgsProduct({{0, 1}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(union_with_geos)
    ->ArgNames({"", "corners"})
    ->ArgsProduct({{0, 1}, {64, 256}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace yiquan::benchmarks
