// SPDX-License-Identifier: MIT
#include "core/coverage/air_access.hpp"

#include <cmath>
#include <utility>

#include "core/coverage/covered_area.hpp"
#include "core/coverage/nearest.hpp"
#include "core/coverage/remotest_place.hpp"
#include "core/coverage/service_area.hpp"
#include "core/geo/geodesic.hpp"
#include "core/index/cover_count.hpp"

namespace yiquan::coverage {
namespace {

index::NearestTree tree_over(std::span<const geo::LonLat> places) {
    std::vector<geo::Ecef> ecef;
    for (const geo::LonLat place : places) ecef.push_back(geo::to_ecef(place));
    return index::NearestTree{ecef};
}

std::vector<geo::LonLat> places_of(std::span<const Facility> facilities,
                                   std::span<const std::uint32_t> numbers) {
    std::vector<geo::LonLat> places;
    for (const std::uint32_t number : numbers) places.push_back(facilities[number].place);
    return places;
}

}  // namespace

AirAccess::AirAccess(std::span<const Facility> facilities, std::vector<std::uint32_t> serving,
                     std::vector<Cost> radii, unsigned threads)
    : listed_(facilities.size()),
      serving_(std::move(serving)),
      radii_(std::move(radii)),
      threads_(threads),
      places_(places_of(facilities, serving_)),
      tree_(tree_over(places_)) {
    for (const Cost radius : radii_) {
        auto& circles = circles_.emplace_back();
        for (const geo::LonLat place : places_) circles.emplace_back(place, Metres{radius.value()});
    }
}

Served AirAccess::serve(const demand::DemandBatch& batch, Progress& progress) const {
    constexpr double searched = 0.6;  // of the work
    static_assert(index::CoverCount::none == no_facility && index::NearestTree::none == no_facility);
    const auto number = [&](std::uint32_t place) { return place == no_facility ? place : serving_[place]; };
    Served out;
    const index::PointGrid grid(batch.places);
    ProgressSlice searching(progress, 0.0, searched);
    Nearest nearest = nearest_facilities(batch.places, tree_, places_, threads_, searching);
    out.nearest = std::move(nearest.facility);
    for (std::uint32_t& facility : out.nearest) facility = number(facility);
    out.cost.reserve(batch.size());
    for (const Metres distance : nearest.distance) out.cost.emplace_back(distance.value());
    const auto bands = static_cast<double>(circles_.size());
    for (std::size_t band = 0; band < circles_.size(); ++band) {
        ProgressSlice counting(progress, std::lerp(searched, 1.0, static_cast<double>(band) / bands),
                               std::lerp(searched, 1.0, static_cast<double>(band + 1) / bands));
        index::CoverCount cover = index::count_cover(grid, circles_[band], batch.weights, threads_, counting);
        std::vector<Persons>& within = out.within.emplace_back(listed_);
        for (std::size_t i = 0; i < serving_.size(); ++i) within[serving_[i]] = cover.within[i];
        out.covering.push_back(std::move(cover.count));
        out.only = std::move(cover.only);
    }
    for (std::uint32_t& facility : out.only) facility = number(facility);
    return out;
}

std::vector<SquareKilometres> AirAccess::covered_land(std::size_t band, const demand::Zones& zones,
                                                      const index::PolygonLocator& locator,
                                                      Progress& progress) const {
    return covered_areas(circles_[band], zones, locator, threads_, progress);
}

double AirAccess::covered_km2(std::size_t band, Progress& progress) const {
    return union_area_km2(circles_[band], threads_, progress);
}

std::vector<DrawnArea> AirAccess::draw_areas(std::size_t band, Progress& progress) const {
    std::vector<DrawnArea> areas;
    for (std::size_t i = 0; i < serving_.size(); ++i) {
        progress.check();
        areas.push_back({serving_[i], drawn_circle(circles_[band][i])});
    }
    return areas;
}

std::vector<DrawnZone> AirAccess::draw_zones(std::size_t band, const demand::Zones& zones,
                                             Progress& progress) const {
    return coverage::draw_zones(circles_[band], zones, threads_, progress);
}

std::optional<RemotestPlace> AirAccess::remotest(const geo::MultiPolygon& shape) const {
    if (places_.empty()) return std::nullopt;
    const geo::LonLat place = remotest_place(shape, tree_);
    const std::uint32_t nearest = tree_.nearest(geo::to_ecef(place)).item;
    return RemotestPlace{place, serving_[nearest],
                         CostValue{geo::geodesic_distance(place, places_[nearest]).value()}};
}

}  // namespace yiquan::coverage
