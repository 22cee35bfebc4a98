// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/cost.hpp"
#include "core/base/exact.hpp"
#include "core/base/quantity.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::audit {

/// What a comparison needs of one audit.
struct AuditSummary {
    struct Zone {
        std::string code;
        std::string name;
        std::string parent;
        Persons demand;
        Persons covered;
    };
    struct Facility {
        std::string id;
        std::string name;
        geo::LonLat place;
    };

    std::string title;
    std::string standard;
    CostLimit limit;
    std::vector<Zone> zones;           ///< with demand outside all zones as a last one of empty code
    std::vector<Facility> facilities;  ///< those that took part
};

/// Reads the text of an audit.json.
/// \param name of the file, for messages
/// \throws Error{input} for anything but "yiquan.audit/1"
[[nodiscard]] AuditSummary parse_audit_json(std::string_view text, std::string_view name);

/// One place of an audit's demand layer.
struct DemandState {
    geo::LonLat place;
    std::string zone;  ///< code; empty outside all zones
    Persons people;
    bool covered = false;
};

/// covered after = covered before + gained - lost + grown, exactly.
struct Change {
    Persons demand_before;
    Persons demand_after;
    Persons covered_before;
    Persons covered_after;
    Persons gained;  ///< people covered now at places that were not
    Persons lost;    ///< people no longer covered at places that were
    Persons grown;   ///< change of the people at places covered both times

    [[nodiscard]] Persons net() const { return covered_after - covered_before; }
    Change& operator+=(const Change& other);
};

struct ZoneChange {
    std::string code;
    std::string name;
    std::string parent;
    Change change;
};

/// A place whose people became covered, or no longer are.
struct PlaceChange {
    geo::LonLat place;
    std::string zone;  ///< code; empty outside all zones
    Persons people;    ///< never nobody
    bool gained = false;
};

struct FacilityChange {
    enum class Kind { added, removed, moved, renamed };
    Kind kind{};
    std::string id;  ///< as after; as before for a removed one
    std::string name;
    std::string name_before;  ///< for a renamed one
    Metres distance;          ///< for a moved one
};

struct Comparison {
    /// True where both demand layers were at hand, so that gains and losses are counted place by place; false
    /// where only each zone's balance is known and gains hide losses in the same zone.
    bool by_place = false;
    std::vector<ZoneChange> zones;  ///< by code; zones of either audit
    Change total;
    std::vector<PlaceChange> places;  ///< by zone code, longitude and latitude; empty unless `by_place`. A
                                      ///< zone's places add up to what it gained and lost
    std::vector<FacilityChange> facilities;  ///< added, removed, moved, renamed; each by id
};

/// \param demand_before,demand_after  both or neither; places are matched by position and zone
[[nodiscard]] Comparison compare(const AuditSummary& before, const AuditSummary& after,
                                 std::optional<std::vector<DemandState>> demand_before,
                                 std::optional<std::vector<DemandState>> demand_after);

/// "added", "removed", "moved", "renamed"
[[nodiscard]] std::string_view kind_id(FacilityChange::Kind kind);

/// Schema "yiquan.compare/1".
[[nodiscard]] std::string comparison_json(const Comparison& comparison, const AuditSummary& before,
                                          const AuditSummary& after);

}  // namespace yiquan::audit
