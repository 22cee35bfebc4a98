// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/exact.hpp"
#include "core/coverage/cost_source.hpp"
#include "core/demand/zones.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::siting {

enum class Role {
    candidate,  ///< may open
    stays,      ///< an existing site that stays open; it is not counted and costs nothing
    may_close,  ///< an existing site that is treated as a candidate
};

struct Site {
    std::string id;  ///< unique
    std::string name{};
    std::optional<geo::LonLat> place{};  ///< none where costs come from a table
    Role role = Role::candidate;
    bool forced = false;     ///< must open
    bool forbidden = false;  ///< must not open
    Price price = Price::whole(1);
    std::optional<Persons> seats;  ///< for the models with capacities
};

/// Demand by columns; ids are unique.
struct Demand {
    std::vector<std::string> ids;
    std::vector<Persons> weights;
    std::vector<std::string> names;       ///< empty where unknown
    std::vector<geo::LonLat> places;      ///< empty where costs come from a table
    std::vector<demand::ZoneIndex> zone;  ///< of each demand, or `no_zone`; empty where zones are unknown
    demand::Zones zones;                  ///< without shapes where a table names them

    [[nodiscard]] std::size_t size() const { return weights.size(); }
    /// As a source of costs is asked for all of it.
    [[nodiscard]] std::vector<std::uint32_t> rows() const;
};

/// Who may be served from where.
struct Problem {
    std::vector<Site> sites;
    Demand demand;
    std::shared_ptr<const coverage::CostSource> costs;

    /// \throws Error{input} for no sites, no demand, or weights that are all zero
    /// \throws Error{usage} for a site that is both forced and forbidden, or stays and is forbidden
    void check() const;
};

enum class Mark { stays, may_close, forced, forbidden };

/// Marks the sites of these ids.
/// \param option what the user called the list, for messages
/// \throws Error{input} for an id that is no site
void mark_sites(Problem& problem, Mark mark, std::span<const std::string> ids, std::string_view option);

}  // namespace yiquan::siting
