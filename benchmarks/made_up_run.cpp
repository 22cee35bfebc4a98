// SPDX-License-Identifier: MIT
// Writes a run for the command line into a folder: run.toml, 1,000,000 demand points, 5,000 stations.
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <filesystem>
#include <fstream>

#include "benchmarks/scene.hpp"
#include "core/audit/audit.hpp"

namespace yiquan::benchmarks {
namespace {

constexpr std::size_t point_count = 1'000'000;
constexpr std::size_t facility_count = 5'000;

std::ofstream opened(const std::filesystem::path& path) {
    std::ofstream file(path);
    file.exceptions(std::ios::failbit | std::ios::badbit);
    return file;
}

std::vector<geo::LonLat> places_in_counties(std::size_t count, std::uint64_t seed) {
    const auto locator = audit::locator_over(county_zones());
    auto places = made_up_places(Layout::qinghai, count + count / 2, seed);
    std::erase_if(places, [&](geo::LonLat p) { return locator.locate(p) == index::PolygonLocator::none; });
    places.resize(count);
    return places;
}

void write(const std::filesystem::path& folder) {
    const auto places = places_in_counties(point_count, 1);
    const auto people = made_up_people(point_count, 2);
    std::ofstream demand = opened(folder / "demand.csv");
    demand << "id,lon,lat,population\n";
    for (std::size_t i = 0; i < point_count; ++i) {
        fmt::print(demand, "{},{:.6f},{:.6f},{}\n", i + 1, places[i].lon, places[i].lat, people[i].value());
    }
    std::ofstream stations = opened(folder / "stations.csv");
    stations << "id,name,lon,lat\n";
    std::size_t number = 0;
    for (const geo::LonLat place : places_in_counties(facility_count, 3)) {
        ++number;
        fmt::print(stations, "{},station {},{:.6f},{:.6f}\n", number, number, place.lon, place.lat);
    }
    opened(folder / "run.toml") << R"(title = "A million made-up points"
[facilities]
path = "stations.csv"
datum = "wgs84"
[demand]
path = "demand.csv"
datum = "wgs84"
weight = "population"
[zones]
path = "counties.geojson"
code = "code"
name = "name"
parent = "prefecture"
[standard]
radius = "1 km"
[output]
directory = "audit-out"
draw = false
)";
}

}  // namespace
}  // namespace yiquan::benchmarks

int main(int count, char** arguments) {
    if (count != 2) {
        fmt::print(stderr, "Usage: bench_made_up_run FOLDER\n");
        return 2;
    }
    yiquan::benchmarks::write(arguments[1]);
    return 0;
}
