// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "core/base/cost.hpp"
#include "core/base/exact.hpp"
#include "core/base/progress.hpp"
#include "core/coverage/drawn_zone.hpp"
#include "core/demand/demand_source.hpp"
#include "core/demand/zones.hpp"
#include "core/geo/polygon.hpp"
#include "core/index/polygon_locator.hpp"

namespace yiquan::coverage {

/// In the place of a facility's number where there is none.
inline constexpr std::uint32_t no_facility = std::numeric_limits<std::uint32_t>::max();

/// Where there is no facility to go to, or no way to any.
inline constexpr CostValue no_cost{std::numeric_limits<double>::infinity()};

/// What becomes of a piece of demand.
enum class Service : std::uint8_t {
    covered,
    gap,
    unreachable,  ///< nobody can tell the way from there, so it is neither
};

/// How the pieces of one batch of demand are served; one entry a piece in every filled vector. Facilities go
/// by their number in the list.
struct Served {
    std::vector<std::vector<std::uint32_t>> covering;  ///< facilities within each band, none if unreachable
    std::vector<std::uint32_t> only;     ///< the one facility where the widest band has one, or `no_facility`
    std::vector<std::uint32_t> nearest;  ///< or `no_facility`
    std::vector<CostValue> cost;         ///< of the way to the nearest, or `no_cost`
    std::vector<bool> unreachable;       ///< empty where every piece can be reached
    std::vector<std::vector<Persons>> within;  ///< per band and facility of the list: people it serves

    [[nodiscard]] Service service(std::size_t piece, std::size_t band) const {
        if (!unreachable.empty() && unreachable[piece]) return Service::unreachable;
        return covering[band][piece] > 0 ? Service::covered : Service::gap;
    }
    /// In the widest band.
    [[nodiscard]] Service service(std::size_t piece) const { return service(piece, covering.size() - 1); }
    /// \return the narrowest band that covers the piece
    [[nodiscard]] std::optional<std::size_t> band(std::size_t piece) const {
        for (std::size_t band = 0; band < covering.size(); ++band) {
            if (covering[band][piece] > 0) return band;
        }
        return std::nullopt;
    }
};

/// The drawn service area of one facility.
struct DrawnArea {
    std::uint32_t facility = 0;  ///< number in the list
    geo::MultiPolygon shape;
};

/// The place of a piece of land that is farthest from its nearest facility.
struct RemotestPlace {
    geo::LonLat place;
    std::uint32_t facility = no_facility;  ///< the nearest to it
    CostValue cost = no_cost;              ///< of the way there
};

/// Who is served by the facilities of a list, and at what cost: all that an audit asks of the ways between
/// people and facilities. An implementation stands for one set of facilities and bands; it answers the same
/// on any number of threads, and may be asked from several.
class Access {
public:
    virtual ~Access() = default;

    [[nodiscard]] virtual CostUnit unit() const = 0;
    /// \return how far counts as served: one or more, rising; the last is the limit
    [[nodiscard]] virtual std::span<const Cost> bands() const = 0;

    /// \throws Error{cancelled}, as all below
    [[nodiscard]] virtual Served serve(const demand::DemandBatch& batch, Progress& progress) const = 0;

    /// \param locator over the zones' shapes, in their order
    /// \return served land of each zone, at most the zone's own
    [[nodiscard]] virtual std::vector<SquareKilometres> covered_land(std::size_t band,
                                                                     const demand::Zones& zones,
                                                                     const index::PolygonLocator& locator,
                                                                     Progress& progress) const = 0;
    /// \return km^2 of all served land, in a zone or not
    [[nodiscard]] virtual double covered_km2(std::size_t band, Progress& progress) const = 0;

    /// For the eye; people are never counted from drawings.
    [[nodiscard]] virtual std::vector<DrawnArea> draw_areas(std::size_t band, Progress& progress) const = 0;
    /// \return one entry per zone
    [[nodiscard]] virtual std::vector<DrawnZone> draw_zones(std::size_t band, const demand::Zones& zones,
                                                            Progress& progress) const = 0;

    /// \param shape has a part
    /// \return nothing without facilities
    [[nodiscard]] virtual std::optional<RemotestPlace> remotest(const geo::MultiPolygon& shape) const = 0;
};

}  // namespace yiquan::coverage
