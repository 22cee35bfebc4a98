// SPDX-License-Identifier: MIT
// Moves 21,000 households of 400 villages to 200 sites, the size that docs/performance.md promises, and
// prints a table. `bench_relocation FILTER SEED` runs those whose name holds FILTER, on other places.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "core/base/progress.hpp"
#include "core/coverage/air_costs.hpp"
#include "core/relocation/relocate.hpp"
#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan {
namespace {

using relocation::Objective;
using relocation::Problem;

struct Size {
    std::size_t households = 21'000;
    std::size_t villages = 400;
    std::size_t sites = 200;
    double room = 1.1;  ///< capacity of all sites, as a share of all people
};

/// Villages over two degrees each way, of 20 to 85 households each within some two kilometres; sites of 60 to
/// 1,000 people and more, scaled to the room asked for.
Problem made_up(const Size& size, std::uint64_t seed) {
    test::Dice dice(seed);
    const auto place = [&] { return geo::LonLat{dice.between(100.5, 102.5), dice.between(35.5, 37.5)}; };
    std::vector<geo::LonLat> centres;
    std::vector<double> share;
    double shares = 0.0;
    for (std::size_t v = 0; v < size.villages; ++v) {
        centres.push_back(place());
        share.push_back(dice.between(20.0, 85.0));
        shares += share.back();
    }
    Problem out;
    std::vector<geo::LonLat> homes;
    std::int64_t people = 0;
    double until = 0.0;
    std::size_t village = 0;
    for (std::size_t h = 0; h < size.households; ++h) {
        const double at = shares * static_cast<double>(h) / static_cast<double>(size.households);
        while (village + 1 < size.villages && until + share[village] <= at) until += share[village++];
        relocation::Household household;
        household.id = fmt::format("h{:06}", h);
        household.village = fmt::format("v{:04}", village);
        household.people = static_cast<std::int64_t>(1 + dice.below(4) + dice.below(4));
        people += household.people;
        homes.push_back({centres[village].lon + dice.between(-0.02, 0.02),
                         centres[village].lat + dice.between(-0.02, 0.02)});
        out.households.push_back(std::move(household));
    }
    std::vector<geo::LonLat> places;
    std::vector<double> rooms;
    double sum = 0.0;
    for (std::size_t s = 0; s < size.sites; ++s) {
        places.push_back(place());
        rooms.push_back(60.0 * std::exp(dice.between(0.0, 2.8)));
        sum += rooms.back();
    }
    for (std::size_t s = 0; s < size.sites; ++s) {
        relocation::Site site;
        site.id = fmt::format("s{:04}", s);
        site.capacity = std::llround(std::ceil(rooms[s] / sum * size.room * static_cast<double>(people)));
        site.price = Price::whole(
            static_cast<std::int64_t>(100 + site.capacity + static_cast<std::int64_t>(dice.below(200))));
        out.sites.push_back(std::move(site));
    }
    out.costs = std::make_shared<coverage::AirCosts>(std::move(homes), std::move(places));
    return out;
}

struct Case {
    std::string_view name;
    Objective objective;
    bool together;
    double room;
    double farthest = 0.0;  ///< kilometres; 0: no limit
};

constexpr std::array cases{
    Case{"travel, rows, room 1.1", Objective::travel, false, 1.1},
    Case{"travel, rows, room 1.5", Objective::travel, false, 1.5},
    Case{"travel, villages, room 1.1", Objective::travel, true, 1.1},
    Case{"travel, villages, room 1.5", Objective::travel, true, 1.5},
    Case{"worst, rows, room 1.1", Objective::worst, false, 1.1},
    Case{"worst, villages, room 1.1", Objective::worst, true, 1.1},
    Case{"worst, villages, room 1.5", Objective::worst, true, 1.5},
    Case{"sites, rows, room 1.5", Objective::sites, false, 1.5},
    Case{"sites, villages, room 1.5", Objective::sites, true, 1.5},
    Case{"cost, rows, room 1.5", Objective::cost, false, 1.5},
    Case{"cost, villages, room 1.5", Objective::cost, true, 1.5},
    Case{"travel, rows, room 1.05", Objective::travel, false, 1.05},
    Case{"worst, rows, room 2", Objective::worst, false, 2.0},
    Case{"travel, rows, 1.3, 60 km", Objective::travel, false, 1.3, 60.0},
    Case{"travel, villages, 1.3, 60 km", Objective::travel, true, 1.3, 60.0},
    Case{"sites, rows, 2, 40 km", Objective::sites, false, 2.0, 40.0},
    Case{"sites, villages, 2, 40 km", Objective::sites, true, 2.0, 40.0},
    Case{"cost, rows, 2, 40 km", Objective::cost, false, 2.0, 40.0},
};

void run(std::string_view filter, std::uint64_t seed) {
    const siting_exact::CbcSolver solver;
    fmt::print("{:<28} {:>9} {:>9} {:>14} {:>14} {:>9} {:>8} {:>8}\n", "case", "placed", "placeable", "value",
               "bound", "gap", "seconds", "CPU");
    for (const Case& row : cases) {
        if (row.name.find(filter) == std::string_view::npos) continue;
        Problem problem = made_up({.room = row.room}, seed);
        problem.keep_villages = row.together;
        constexpr double metres_per_km = 1000.0;
        if (row.farthest > 0.0) problem.farthest = Cost::nearest(row.farthest * metres_per_km);
        Progress progress;
        relocation::Request request;
        request.objective = row.objective;
        request.gap = 0.001;
        request.time_limit = Seconds{60.0};
        request.threads = 2;
        const std::clock_t started = std::clock();
        const optimize::SearchLimits clock(Seconds{1e9}, 0.0, progress);
        const relocation::Answer answer = relocation::relocate(problem, request, &solver, progress);
        fmt::print("{:<28} {:>9} {:>9} {:>14.3f} {:>14.3f} {:>7.4f} % {:>8.1f} {:>8.1f}\n", row.name,
                   answer.placed_people, answer.placeable, answer.value, answer.bound, 100.0 * answer.gap,
                   clock.elapsed().value(), static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC);
        std::fflush(stdout);
    }
}

}  // namespace
}  // namespace yiquan

int main(int argc, char** argv) {
    yiquan::run(argc > 1 ? argv[1] : "", argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
}
