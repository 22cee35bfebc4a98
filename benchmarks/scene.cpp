// SPDX-License-Identifier: MIT
#include "benchmarks/scene.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numbers>
#include <random>
#include <sstream>
#include <string>

#include "core/base/error.hpp"
#include "core/geo/area.hpp"
#include "core/geo/ellipsoid.hpp"

namespace yiquan::benchmarks {
namespace {

constexpr geo::LonLat xining{101.78, 36.62};
constexpr geo::Box province{89.4, 31.6, 103.1, 39.2};

/// Numbers from a generator whose sequence the C++ standard fixes, unlike the standard's distributions.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : bits_(seed) {}

    double between(double from, double to) {
        constexpr double unit = 1.0 / 9007199254740992.0;  // 2^-53
        return from + (to - from) * static_cast<double>(bits_() >> 11U) * unit;
    }
    /// Standard normal deviates, two at a time (Box and Muller 1958).
    geo::RawPosition normal_pair() {
        const double length = std::sqrt(-2.0 * std::log(between(1e-300, 1.0)));
        const double angle = between(0.0, 2.0 * std::numbers::pi);
        return {length * std::cos(angle), length * std::sin(angle)};
    }

private:
    std::mt19937_64 bits_;
};

geo::LonLat moved(geo::LonLat from, double east_metres, double north_metres) {
    const double metres_per_degree = geo::wgs84::semi_major * geo::radians_per_degree;
    return {from.lon + east_metres / (metres_per_degree * std::cos(from.lat * geo::radians_per_degree)),
            from.lat + north_metres / metres_per_degree};
}

struct Town {
    geo::LonLat centre;
    double people_up_to_here;
    double spread;  // metres
};

std::ifstream opened(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw Error{ErrorKind::input, {path + " cannot be read.", path + " 无法读取。"}};
    return file;
}

std::vector<Town> towns() {
    constexpr double people_per_square_metre = 0.003;
    std::ifstream file = opened(YIQUAN_SOURCE_DIR "/data/qinghai/demand.csv");
    std::vector<Town> towns;
    std::string line;
    std::getline(file, line);  // id,name,lon,lat,population,...
    double sum = 0.0;
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::string id, name, lon, lat, people;
        for (std::string* field : {&id, &name, &lon, &lat, &people}) std::getline(fields, *field, ',');
        sum += std::stod(people);
        const double spread =
            std::sqrt(std::stod(people) / (2.0 * std::numbers::pi * people_per_square_metre));
        towns.push_back({{std::stod(lon), std::stod(lat)}, sum, spread});
    }
    return towns;
}

std::vector<geo::LonLat> places_in_qinghai(std::size_t count, Dice& dice) {
    constexpr double share_in_towns = 0.9;
    const std::vector<Town> all = towns();
    std::vector<geo::LonLat> places;
    places.reserve(count);
    while (places.size() < count) {
        if (dice.between(0.0, 1.0) >= share_in_towns) {
            places.push_back(
                {dice.between(province.west, province.east), dice.between(province.south, province.north)});
            continue;
        }
        const double ticket = dice.between(0.0, all.back().people_up_to_here);
        const auto town =
            std::lower_bound(all.begin(), all.end() - 1, ticket,
                             [](const Town& t, double people) { return t.people_up_to_here < people; });
        const geo::RawPosition step = dice.normal_pair();
        places.push_back(moved(town->centre, step.x * town->spread, step.y * town->spread));
    }
    return places;
}

geo::MultiPolygon shape_of(const nlohmann::json& geometry) {
    const auto polygon_of = [](const nlohmann::json& rings) {
        geo::Polygon polygon;
        for (const auto& ring : rings) {
            geo::Ring& points = polygon.rings.emplace_back();
            for (const auto& p : ring) points.push_back({p[0].get<double>(), p[1].get<double>()});
        }
        return polygon;
    };
    geo::MultiPolygon shape;
    if (geometry["type"] == "Polygon") {
        shape.parts.push_back(polygon_of(geometry["coordinates"]));
    } else {
        for (const auto& rings : geometry["coordinates"]) shape.parts.push_back(polygon_of(rings));
    }
    return shape;
}

}  // namespace

std::vector<geo::LonLat> made_up_places(Layout layout, std::size_t count, std::uint64_t seed) {
    Dice dice(seed);
    if (layout == Layout::qinghai) return places_in_qinghai(count, dice);
    constexpr double half_side = 50'000.0;
    std::vector<geo::LonLat> places(count);
    for (geo::LonLat& place : places) {
        const double east = dice.between(-half_side, half_side);
        place = moved(xining, east, dice.between(-half_side, half_side));
    }
    return places;
}

std::vector<Persons> made_up_people(std::size_t count, std::uint64_t seed) {
    Dice dice(seed);
    std::vector<Persons> people(count);
    for (Persons& p : people) p = Persons::whole(static_cast<std::int64_t>(dice.between(1.0, 11.0)));
    return people;
}

std::vector<geo::GeodesicCircle> circles_around(const std::vector<geo::LonLat>& centres, Metres radius) {
    std::vector<geo::GeodesicCircle> circles;
    circles.reserve(centres.size());
    for (const geo::LonLat centre : centres) circles.emplace_back(centre, radius);
    return circles;
}

std::vector<geo::Box> made_up_boxes(std::size_t count, std::uint64_t seed) {
    Dice dice(seed);
    std::vector<geo::Box> boxes(count);
    for (geo::Box& box : boxes) {
        const double half_side = 50.0 * std::pow(300.0, std::pow(dice.between(0.0, 1.0), 3.0));
        const double lon = dice.between(province.west, province.east);
        const geo::LonLat centre{lon, dice.between(province.south, province.north)};
        box.include(moved(centre, -half_side, -half_side));
        box.include(moved(centre, half_side, half_side));
    }
    return boxes;
}

demand::Zones county_zones() {
    std::ifstream file = opened(YIQUAN_SOURCE_DIR "/data/qinghai/counties.geojson");
    demand::Zones zones;
    const nlohmann::json layer = nlohmann::json::parse(file);
    for (const auto& feature : layer["features"]) {
        demand::Zone& zone = zones.emplace_back();
        zone.code = feature["properties"]["code"].get<std::string>();
        zone.name = feature["properties"]["name"].get<std::string>();
        zone.parent = feature["properties"]["prefecture"].get<std::string>();
        zone.shape = shape_of(feature["geometry"]);
        zone.area = geo::area(zone.shape);
    }
    std::sort(zones.begin(), zones.end(),
              [](const demand::Zone& a, const demand::Zone& b) { return a.code < b.code; });
    return zones;
}

}  // namespace yiquan::benchmarks
