// SPDX-License-Identifier: MIT
// Proves location problems of the sizes that docs/performance.md promises, one after the other, and prints a
// table. `bench_siting FILTER` runs those whose name holds FILTER.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

#include "core/base/progress.hpp"
#include "core/coverage/air_costs.hpp"
#include "core/coverage/matrix_costs.hpp"
#include "core/siting/locate.hpp"
#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan {
namespace {

using siting::Problem;
using siting::Request;

/// A random connected graph of the kind of the OR-Library's: n nodes, n²/50 edges of length 1 to 100.
Problem random_graph(std::size_t nodes, std::uint64_t seed) {
    test::Dice dice(seed);
    std::vector<double> length(nodes * nodes, std::numeric_limits<double>::infinity());
    const auto join = [&](std::size_t a, std::size_t b) {
        length[a * nodes + b] = length[b * nodes + a] = static_cast<double>(1 + dice.below(100));
    };
    for (std::size_t v = 1; v < nodes; ++v) join(v, dice.below(v));
    for (std::size_t edges = nodes - 1; edges < nodes * nodes / 50;) {
        const std::size_t a = dice.below(nodes);
        const std::size_t b = dice.below(nodes);
        if (a == b) continue;
        join(a, b);
        ++edges;
    }
    for (std::size_t v = 0; v < nodes; ++v) length[v * nodes + v] = 0.0;
    for (std::size_t by = 0; by < nodes; ++by) {
        for (std::size_t v = 0; v < nodes; ++v) {
            for (std::size_t w = 0; w < nodes; ++w) {
                length[v * nodes + w] =
                    std::min(length[v * nodes + w], length[v * nodes + by] + length[by * nodes + w]);
            }
        }
    }
    Problem out;
    coverage::Links links;
    for (std::size_t v = 0; v < nodes; ++v) {
        out.sites.emplace_back().id = fmt::format("{:05}", v);
        out.demand.ids.push_back(out.sites.back().id);
        out.demand.weights.push_back(Persons::whole(1));
        for (std::size_t w = 0; w < nodes; ++w) {
            links.column.push_back(static_cast<std::uint32_t>(w));
            links.cost.push_back(Cost::nearest(length[v * nodes + w]));
        }
        links.first.push_back(links.column.size());
    }
    out.costs = std::make_shared<coverage::MatrixCosts>(std::move(links));
    return out;
}

/// Places in a square of two degrees, the demand in clusters, with 1 to 100 persons each.
Problem random_places(std::size_t sites, std::size_t demands, std::uint64_t seed) {
    test::Dice dice(seed);
    const auto anywhere = [&] { return geo::LonLat{dice.between(100.0, 102.0), dice.between(35.5, 37.5)}; };
    std::vector<geo::LonLat> centres(60);
    for (geo::LonLat& centre : centres) centre = anywhere();
    Problem out;
    std::vector<geo::LonLat> site_places(sites);
    for (std::size_t s = 0; s < sites; ++s) {
        site_places[s] = anywhere();
        out.sites.emplace_back().id = fmt::format("s{:06}", s);
    }
    std::vector<geo::LonLat> places(demands);
    for (std::size_t d = 0; d < demands; ++d) {
        places[d] = anywhere();
        if (d % 2 == 0) {
            const geo::LonLat& centre = centres[dice.below(centres.size())];
            const double spread = dice.between(0.0, 0.15);
            const double turn = dice.between(0.0, 6.283185307179586);
            places[d] = {centre.lon + spread * std::cos(turn), centre.lat + spread * std::sin(turn)};
        }
        out.demand.ids.push_back(fmt::format("d{:08}", d));
        out.demand.weights.push_back(Persons::whole(static_cast<std::int64_t>(1 + dice.below(100))));
    }
    out.costs = std::make_shared<coverage::AirCosts>(std::move(places), std::move(site_places));
    return out;
}

void measure(std::string_view filter, const std::string& name, const Problem& problem,
             const Request& request) {
    if (name.find(filter) == std::string::npos) return;
    Progress progress;
    const siting_exact::CbcSolver solver;
    const siting::Answer answer = siting::locate(problem, request, &solver, progress);
    fmt::print("| {} | {} | {:.6g} | {:.6g} | {:.4f} % | {:.2f} |\n", name,
               answer.status == siting::Status::optimal ? "proved" : "not proved", answer.objective,
               answer.bound, 100.0 * answer.gap(), answer.took.value());
    std::fflush(stdout);
}

struct Size {
    std::size_t nodes;
    std::uint32_t count;
};
/// Sizes of the OR-Library's forty p-median problems.
constexpr std::array sizes{Size{100, 5},  Size{100, 10}, Size{100, 10}, Size{100, 20},  Size{100, 33},
                           Size{200, 5},  Size{200, 10}, Size{200, 20}, Size{200, 40},  Size{200, 67},
                           Size{300, 5},  Size{300, 10}, Size{300, 30}, Size{300, 60},  Size{300, 100},
                           Size{400, 5},  Size{400, 10}, Size{400, 40}, Size{400, 80},  Size{400, 133},
                           Size{500, 5},  Size{500, 10}, Size{500, 50}, Size{500, 100}, Size{500, 167},
                           Size{600, 5},  Size{600, 10}, Size{600, 60}, Size{600, 120}, Size{600, 200},
                           Size{700, 5},  Size{700, 10}, Size{700, 70}, Size{700, 140}, Size{800, 5},
                           Size{800, 10}, Size{800, 80}, Size{900, 5},  Size{900, 10},  Size{900, 90}};

void run(std::string_view filter) {
    fmt::print("| problem | status | objective | bound | gap | s |\n|---|---|---:|---:|---:|---:|\n");
    const auto wanted = [&](std::string_view kind) {
        return filter.empty() || filter.find(kind) != std::string_view::npos;
    };
    constexpr Seconds patience{60.0};
    if (wanted("mclp")) {
        const Problem small = random_places(100, 100'000, 1);
        measure(filter, "mclp 100 x 100,000, p 20, 10 km", small,
                {.model = "mclp", .count = 20, .threshold = Cost::nearest(10'000.0), .time_limit = patience});
        measure(filter, "mclp 100 x 100,000, p 10, 20 km", small,
                {.model = "mclp", .count = 10, .threshold = Cost::nearest(20'000.0), .time_limit = patience});
        const Problem large = random_places(1000, 1'000'000, 2);
        measure(filter, "mclp 1,000 x 1,000,000, p 20, 15 km", large,
                {.model = "mclp",
                 .count = 20,
                 .threshold = Cost::nearest(15'000.0),
                 .gap = 1e-3,
                 .time_limit = patience});
        measure(filter, "mclp 1,000 x 1,000,000, p 100, 10 km", large,
                {.model = "mclp",
                 .count = 100,
                 .threshold = Cost::nearest(10'000.0),
                 .gap = 1e-3,
                 .time_limit = patience});
    }
    if (wanted("lscp")) {
        const Problem cover = random_places(2000, 200'000, 3);
        for (const double radius : {6'000.0, 10'000.0, 15'000.0}) {
            measure(filter, fmt::format("lscp 2,000 x 200,000, {:.0f} km", radius / 1000.0), cover,
                    {.model = "lscp", .threshold = Cost::nearest(radius), .time_limit = patience});
        }
    }
    for (std::size_t k = 0; k < sizes.size(); ++k) {
        if (!wanted("p-median") && !wanted("p-center")) break;
        const Problem graph = random_graph(sizes[k].nodes, 1000 + k);
        for (const char* model : {"p-median", "p-center"}) {
            measure(filter, fmt::format("{} {}: n {}, p {}", model, k + 1, sizes[k].nodes, sizes[k].count),
                    graph, {.model = model, .count = sizes[k].count, .time_limit = patience});
        }
    }
}

}  // namespace
}  // namespace yiquan

int main(int argc, char** argv) {
    yiquan::run(argc > 1 ? argv[1] : "");
    return 0;
}
