// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/quantity.hpp"
#include "core/geo/ellipsoid.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::relocation {

/// How far it is from households to sites, by their numbers in the problem.
class Distances {
public:
    virtual ~Distances() = default;
    /// Nothing where there is no way. Safe to ask from several threads.
    [[nodiscard]] virtual std::optional<Metres> between(std::size_t household, std::size_t site) const = 0;
    /// False only where the distance exceeds `limit` for certain; cheaper than measuring.
    [[nodiscard]] virtual bool may_lie_within(std::size_t /*household*/, std::size_t /*site*/,
                                              Metres /*limit*/) const {
        return true;
    }
};

/// Geodesic distances between places.
class PlaceDistances final : public Distances {
public:
    PlaceDistances(std::vector<geo::LonLat> households, std::vector<geo::LonLat> sites);

    [[nodiscard]] std::optional<Metres> between(std::size_t household, std::size_t site) const override;
    /// The straight line through the Earth is never longer than the way around it.
    [[nodiscard]] bool may_lie_within(std::size_t household, std::size_t site, Metres limit) const override;

private:
    std::vector<geo::LonLat> households_;
    std::vector<geo::LonLat> sites_;
    std::vector<geo::Ecef> household_points_;
    std::vector<geo::Ecef> site_points_;
};

/// A table of distances, household by household.
class TableDistances final : public Distances {
public:
    /// \param metres one row of `sites` values per household; negative: no way
    TableDistances(std::size_t sites, std::vector<double> metres)
        : sites_(sites), metres_(std::move(metres)) {}

    [[nodiscard]] std::optional<Metres> between(std::size_t household, std::size_t site) const override {
        const double metres = metres_[household * sites_ + site];
        return metres < 0.0 ? std::nullopt : std::optional{Metres{metres}};
    }

private:
    std::size_t sites_;
    std::vector<double> metres_;
};

}  // namespace yiquan::relocation
