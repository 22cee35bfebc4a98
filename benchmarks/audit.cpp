// SPDX-License-Identifier: MIT
// A whole audit without files and without drawing: a million demand points, 5,000 facilities of 1 km and
// 45 counties, from places in memory to the closed ledger.
#include "core/audit/audit.hpp"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "benchmarks/scene.hpp"
#include "core/demand/point_demand.hpp"

namespace yiquan::benchmarks {
namespace {

constexpr std::size_t point_count = 1'000'000;
constexpr std::size_t facility_count = 5'000;

demand::DemandPoints demand_points() {
    demand::DemandPoints points;
    points.places = made_up_places(Layout::qinghai, point_count, 1);
    points.weights = made_up_people(point_count, 2);
    for (std::size_t i = 0; i < point_count; ++i) points.ids.push_back(std::to_string(i));
    points.names.resize(point_count);
    return points;
}

std::vector<coverage::Facility> facilities() {
    std::vector<coverage::Facility> list;
    for (const geo::LonLat place : made_up_places(Layout::qinghai, facility_count, 3)) {
        coverage::Facility& facility = list.emplace_back();
        facility.id = std::to_string(list.size());
        facility.place = place;
    }
    return list;
}

double peak_mebibytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr double kibibytes_per_mebibyte = 1024.0;
    return static_cast<double>(usage.ru_maxrss) / kibibytes_per_mebibyte;
}

void million_points(benchmark::State& state) {
    const demand::DemandPoints points = demand_points();
    const auto list = facilities();
    const demand::Zones zones = county_zones();
    audit::AuditParams params;
    params.standard = audit::custom_standard({Metres{1000.0}});
    params.draw = false;
    params.threads = static_cast<unsigned>(state.range(0));
    Progress progress;
    double share = 0.0;
    for (auto _ : state) {
        state.PauseTiming();
        demand::DemandPoints own = points;
        features::FindingList findings;
        state.ResumeTiming();
        const auto locator = audit::locator_over(zones);
        demand::PointDemand source(std::move(own), locator, "demand", params.threads, findings, progress);
        const auto result = audit::run_audit(params, list, zones, locator, source, {}, findings, progress);
        share = result.ledger().total.covered_share();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(point_count));
    state.counters["covered_share"] = share;
    state.counters["peak_MiB"] = peak_mebibytes();
}

BENCHMARK(million_points)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace yiquan::benchmarks
