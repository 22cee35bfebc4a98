// SPDX-License-Identifier: MIT
// How many of 5,000 circles of 1 km hold each of a million points, which one where it is one, and how many
// people each circle serves: our grid beside GEOS's STRtree, on one thread. The scenes: points in random
// order in a square, in random order where people live in Qinghai, and those of the square in order of place.
#include <benchmark/benchmark.h>

#include <array>
#include <string>

#include "benchmarks/geos_side.hpp"
#include "benchmarks/scene.hpp"
#include "core/index/cover_count.hpp"

namespace yiquan::benchmarks {
namespace {

constexpr std::size_t point_count = 1'000'000;
constexpr std::size_t circle_count = 5'000;
constexpr Metres radius{1000.0};

struct Scene {
    explicit Scene(Layout layout)
        : points(made_up_places(layout, point_count, 1)),
          people(made_up_people(point_count, 2)),
          centres(made_up_places(layout, circle_count, 3)) {}

    std::vector<geo::LonLat> points;
    std::vector<Persons> people;
    std::vector<geo::LonLat> centres;
};

Scene in_order_of_place(Scene scene) {
    const index::PointGrid grid(scene.points);
    for (std::size_t slot = 0; slot < grid.size(); ++slot) scene.points[slot] = grid.place(slot);
    return scene;
}

const Scene& scene(const benchmark::State& state) {
    static const std::array scenes{Scene(Layout::square), Scene(Layout::qinghai),
                                   in_order_of_place(Scene(Layout::square))};
    return scenes.at(static_cast<std::size_t>(state.range(0)));
}

std::string label(const benchmark::State& state) {
    constexpr std::array labels{"square", "qinghai", "square, sorted"};
    return labels.at(static_cast<std::size_t>(state.range(0)));
}

void report(benchmark::State& state, const std::vector<std::uint32_t>& count) {
    double sum = 0.0;
    for (const std::uint32_t k : count) sum += k;
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(point_count));
    state.counters["mean_k"] = sum / static_cast<double>(point_count);
    state.SetLabel(label(state));
}

void sort_into_grid(benchmark::State& state) {
    const Scene& s = scene(state);
    for (auto _ : state) benchmark::DoNotOptimize(index::PointGrid(s.points));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(point_count));
    state.SetLabel(label(state));
}

void count_on_grid(benchmark::State& state) {
    const Scene& s = scene(state);
    const index::PointGrid grid(s.points);
    const auto circles = circles_around(s.centres, radius);
    Progress progress;
    index::CoverCount cover;
    for (auto _ : state) {
        cover = index::count_cover(grid, circles, s.people, static_cast<unsigned>(state.range(1)), progress);
    }
    report(state, cover.count);
}

/// The answer to one question to GEOS, filled item by item.
struct Answer {
    const std::vector<geo::RawPosition>& centres;
    Persons* within;  // per circle
    geo::RawPosition at{};
    Persons people{};
    std::uint32_t count = 0;
    std::uint32_t last = 0;

    void offer(Persons* served) {
        const auto number = static_cast<std::uint32_t>(served - within);
        const double dx = centres[number].x - at.x;
        const double dy = centres[number].y - at.y;
        if (dx * dx + dy * dy > radius.value() * radius.value()) return;
        *served += people;
        ++count;
        last = number;
    }
};

/// Circles in the tree, a question for each point. The points exist as geometries before the clock starts.
void count_with_geos(benchmark::State& state) {
    const Scene& s = scene(state);
    const auto points = on_a_plane(s.points);
    const auto centres = on_a_plane(s.centres);
    const auto geometries = points_of(points);
    std::vector<std::uint32_t> count(point_count);
    std::vector<std::uint32_t> only(point_count);
    std::vector<Persons> within(circle_count);
    for (auto _ : state) {
        const GeosTree tree = empty_tree();
        std::vector<GeosGeometry> envelopes;
        for (std::size_t i = 0; i < circle_count; ++i) {
            const double reach = radius.value();
            envelopes.push_back(rectangle(centres[i].x - reach, centres[i].y - reach, centres[i].x + reach,
                                          centres[i].y + reach));
            GEOSSTRtree_insert_r(geos(), tree.get(), envelopes.back().get(), &within[i]);
        }
        finish(*tree);
        Answer answer{centres, within.data()};
        for (std::size_t i = 0; i < point_count; ++i) {
            answer.at = points[i];
            answer.people = s.people[i];
            answer.count = 0;
            GEOSSTRtree_query_r(
                geos(), tree.get(), geometries[i].get(),
                [](void* item, void* data) {
                    static_cast<Answer*>(data)->offer(static_cast<Persons*>(item));
                },
                &answer);
            count[i] = answer.count;
            only[i] = answer.count == 1 ? answer.last : index::CoverCount::none;
        }
    }
    benchmark::DoNotOptimize(only.data());
    report(state, count);
}

BENCHMARK(sort_into_grid)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(count_on_grid)
    ->ArgNames({"", "threads"})
    ->ArgsProduct({{0, 1, 2}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(count_with_geos)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace yiquan::benchmarks
