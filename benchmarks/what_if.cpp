// SPDX-License-Identifier: MIT
// One station of 5,000 is dragged over a million demand points; beside it, the run that a step stands for.
#include "core/audit/what_if.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "benchmarks/scene.hpp"
#include "core/audit/audit.hpp"
#include "core/demand/point_demand.hpp"

namespace yiquan::benchmarks {
namespace {

constexpr std::size_t point_count = 1'000'000;
constexpr std::size_t station_count = 5'000;
constexpr geo::LonLat xining{101.78, 36.62};
constexpr geo::LonLat middle{96.2, 35.4};  // from here, 1,000 km hold the province

demand::DemandPoints demand_points() {
    demand::DemandPoints points;
    points.places = made_up_places(Layout::qinghai, point_count, 1);
    points.weights = made_up_people(point_count, 2);
    points.ids.resize(point_count);
    points.names.resize(point_count);
    return points;
}

std::vector<coverage::Facility> facilities() {
    std::vector<coverage::Facility> list;
    for (const geo::LonLat place : made_up_places(Layout::qinghai, station_count, 3)) {
        coverage::Facility& facility = list.emplace_back();
        facility.id = fmt::format("{}", list.size());
        facility.place = place;
    }
    return list;
}

audit::WhatIf followed(std::int64_t kilometres_of_radius, std::size_t stations) {
    Progress progress;
    features::FindingList findings;
    const demand::Zones zones = county_zones();
    index::PolygonLocator locator = audit::locator_over(zones);
    demand::PointDemand source(demand_points(), locator, "demand", 1, findings, progress);
    audit::WhatIfParams params;
    params.radius = kilometres(static_cast<double>(kilometres_of_radius));
    auto list = audit::what_if_stations(facilities(), {});
    list.resize(stations);
    return {params, zones, std::move(locator), source, std::move(list), progress};
}

/// The station goes round a point in steps of some 300 m, as a hand would drag it.
void drag(benchmark::State& state, audit::WhatIf run, geo::LonLat around) {
    constexpr std::size_t steps_round = 64;
    constexpr double reach = 0.03;  // degrees
    std::vector<geo::LonLat> way;
    for (std::size_t i = 0; i < steps_round; ++i) {
        const double turn = 2.0 * std::numbers::pi * static_cast<double>(i) / steps_round;
        way.push_back({around.lon + reach * std::cos(turn), around.lat + reach * std::sin(turn)});
    }
    std::size_t step = 0;
    run.set_place(0, way.back());
    for (auto _ : state) {
        run.set_place(0, way[step++ % steps_round]);
        benchmark::DoNotOptimize(run.ledger().total.covered);
    }
    state.counters["people_in_circle"] = run.served(0).value();
    state.counters["covered_share"] = run.ledger().total.covered_share();
}

void drag_one_of_5000(benchmark::State& state) {
    drag(state, followed(state.range(0), station_count), state.range(0) == 1000 ? middle : xining);
}

/// Nobody else serves anybody, so that every person in the circle changes sides.
void take_away_and_put_back_the_only_one(benchmark::State& state) {
    audit::WhatIf run = followed(state.range(0), 1);
    const geo::LonLat place = state.range(0) == 1000 ? middle : xining;
    bool away = true;
    for (auto _ : state) {
        run.set_place(0, away ? std::nullopt : std::optional{place});
        away = !away;
        benchmark::DoNotOptimize(run.ledger().total.covered);
    }
}

void drag_the_only_one(benchmark::State& state) {
    drag(state, followed(state.range(0), 1), state.range(0) == 1000 ? middle : xining);
}

void list_changed_places(benchmark::State& state) {
    audit::WhatIf run = followed(state.range(0), 1);
    run.set_place(0, xining);
    std::size_t changed = 0;
    for (auto _ : state) {
        changed = 0;
        run.for_each_changed([&](const audit::WhatIfPlace&) { ++changed; });
    }
    state.counters["changed"] = static_cast<double>(changed);
}

void start(benchmark::State& state) {
    Progress progress;
    features::FindingList findings;
    const demand::Zones zones = county_zones();
    const index::PolygonLocator locator = audit::locator_over(zones);
    const auto stations = audit::what_if_stations(facilities(), {});
    audit::WhatIfParams params;
    params.radius = kilometres(static_cast<double>(state.range(0)));
    for (auto _ : state) {
        state.PauseTiming();
        demand::PointDemand source(demand_points(), locator, "demand", 1, findings, progress);
        state.ResumeTiming();
        const audit::WhatIf run(params, zones, locator, source, stations, progress);
        benchmark::DoNotOptimize(run.ledger().total.covered);
    }
}

void full_run(benchmark::State& state) {
    Progress progress;
    features::FindingList findings;
    const demand::Zones zones = county_zones();
    const index::PolygonLocator locator = audit::locator_over(zones);
    const auto list = facilities();
    audit::AuditParams params;
    params.standard = audit::custom_standard({kilometres(static_cast<double>(state.range(0)))});
    params.draw = false;
    for (auto _ : state) {
        state.PauseTiming();
        demand::PointDemand source(demand_points(), locator, "demand", 1, findings, progress);
        state.ResumeTiming();
        const auto result = audit::run_audit(params, list, zones, locator, source, {}, findings, progress);
        benchmark::DoNotOptimize(result.bands.data());
    }
}

BENCHMARK(drag_one_of_5000)->ArgName("km")->Arg(1)->Arg(15)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(drag_the_only_one)->ArgName("km")->Arg(1)->Arg(15)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(take_away_and_put_back_the_only_one)
    ->ArgName("km")
    ->Arg(15)
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(list_changed_places)->ArgName("km")->Arg(15)->Unit(benchmark::kMillisecond);
BENCHMARK(start)->ArgName("km")->Arg(1)->Arg(15)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(full_run)->ArgName("km")->Arg(1)->Arg(15)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace yiquan::benchmarks
