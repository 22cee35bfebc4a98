// SPDX-License-Identifier: MIT
#include "core/audit/comparison.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "core/geo/geodesic.hpp"

namespace yiquan::audit {
namespace {

/// Places that agree in position and zone become one; within one audit they share their class.
std::vector<DemandState> merged(std::vector<DemandState> states) {
    const auto key = [](const DemandState& s) {
        return std::tie(s.zone, s.place.lon, s.place.lat, s.covered);
    };
    std::sort(states.begin(), states.end(),
              [&](const DemandState& a, const DemandState& b) { return key(a) < key(b); });
    std::size_t kept = 0;
    for (DemandState& state : states) {
        if (kept > 0 && key(states[kept - 1]) == key(state)) {
            states[kept - 1].people += state.people;
        } else {
            if (&states[kept] != &state) states[kept] = std::move(state);
            ++kept;
        }
    }
    states.resize(kept);
    return states;
}

/// Gains, losses and growth, place by place.
struct ByPlace {
    std::map<std::string, Change> zones;  ///< by code
    std::vector<PlaceChange> places;
};

ByPlace changes_by_place(std::vector<DemandState> before, std::vector<DemandState> after) {
    before = merged(std::move(before));
    after = merged(std::move(after));
    const auto key = [](const DemandState& s) { return std::tie(s.zone, s.place.lon, s.place.lat); };
    ByPlace changes;
    const auto add = [&](const DemandState& state, Persons people, bool gained) {
        if (people != Persons{}) changes.places.push_back({state.place, state.zone, people, gained});
    };
    auto b = before.begin();
    auto a = after.begin();
    while (b != before.end() || a != after.end()) {
        const bool only_before = a == after.end() || (b != before.end() && key(*b) < key(*a));
        const bool only_after = !only_before && (b == before.end() || key(*a) < key(*b));
        Change& change = changes.zones[only_before ? b->zone : a->zone];
        const Persons was = !only_after && b->covered ? b->people : Persons{};
        const Persons is = !only_before && a->covered ? a->people : Persons{};
        if (!only_after && !only_before && a->covered && b->covered) {
            change.grown += is - was;
        } else {
            change.gained += is;
            change.lost += was;
            if (!only_before) add(*a, is, true);
            if (!only_after) add(*b, was, false);
        }
        if (!only_after) ++b;
        if (!only_before) ++a;
    }
    return changes;
}

std::vector<ZoneChange> zone_changes(const AuditSummary& before, const AuditSummary& after) {
    std::map<std::string, ZoneChange> by_code;
    for (const AuditSummary::Zone& zone : before.zones) {
        ZoneChange& row = by_code[zone.code];
        row = {zone.code, zone.name, zone.parent, {}};
        row.change.demand_before = zone.demand;
        row.change.covered_before = zone.covered;
    }
    for (const AuditSummary::Zone& zone : after.zones) {
        ZoneChange& row = by_code[zone.code];
        row.code = zone.code;
        row.name = zone.name;
        row.parent = zone.parent;
        row.change.demand_after = zone.demand;
        row.change.covered_after = zone.covered;
    }
    std::vector<ZoneChange> out;
    for (auto& [code, row] : by_code) {
        if (!code.empty()) out.push_back(std::move(row));
    }
    if (const auto outside = by_code.find(""); outside != by_code.end()) out.push_back(outside->second);
    return out;
}

/// Facilities of both audits in pairs: by id and name, then by a name that is unique on both sides, then by
/// id. By one of them alone only where they do not lie too far apart: a station 上庄站 that closed in one
/// county and another that opened in the next are two, and so are the third rows of two lists without ids.
class Matching {
public:
    Matching(const std::vector<AuditSummary::Facility>& before,
             const std::vector<AuditSummary::Facility>& after)
        : before_(before), after_(after), partner_(after.size(), none), taken_(before.size(), false) {
        constexpr Metres anywhere{std::numeric_limits<double>::infinity()};
        constexpr Metres as_far_as_one_moves{20'000.0};
        match([](const AuditSummary::Facility& f) { return f.id + '\n' + f.name; }, anywhere);
        match([](const AuditSummary::Facility& f) { return f.name; }, as_far_as_one_moves);
        match([](const AuditSummary::Facility& f) { return f.id; }, as_far_as_one_moves);
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    [[nodiscard]] std::size_t partner(std::size_t after) const { return partner_[after]; }
    [[nodiscard]] bool taken(std::size_t before) const { return taken_[before]; }

private:
    template <class Key>
    void match(Key key, Metres farthest) {
        std::map<std::string, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> sides;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (!taken_[i]) sides[key(before_[i])].first.push_back(i);
        }
        for (std::size_t i = 0; i < after_.size(); ++i) {
            if (partner_[i] == none) sides[key(after_[i])].second.push_back(i);
        }
        for (const auto& [text, side] : sides) {
            if (text.empty() || side.first.size() != 1 || side.second.size() != 1) continue;
            const Metres distance =
                geo::geodesic_distance(before_[side.first.front()].place, after_[side.second.front()].place);
            if (distance > farthest) continue;
            partner_[side.second.front()] = side.first.front();
            taken_[side.first.front()] = true;
        }
    }

    const std::vector<AuditSummary::Facility>& before_;
    const std::vector<AuditSummary::Facility>& after_;
    std::vector<std::size_t> partner_;  // per facility after: its number before
    std::vector<bool> taken_;           // per facility before
};

std::vector<FacilityChange> facility_changes(const AuditSummary& before, const AuditSummary& after) {
    constexpr Metres same_place{1.0};
    const Matching matching(before.facilities, after.facilities);
    std::vector<FacilityChange> out;
    for (std::size_t i = 0; i < after.facilities.size(); ++i) {
        const AuditSummary::Facility& now = after.facilities[i];
        if (matching.partner(i) == Matching::none) {
            out.push_back({FacilityChange::Kind::added, now.id, now.name, {}, {}});
            continue;
        }
        const AuditSummary::Facility& was = before.facilities[matching.partner(i)];
        const Metres distance = geo::geodesic_distance(was.place, now.place);
        if (distance > same_place) {
            out.push_back({FacilityChange::Kind::moved, now.id, now.name, {}, distance});
        }
        if (was.name != now.name) {
            out.push_back({FacilityChange::Kind::renamed, now.id, now.name, was.name, {}});
        }
    }
    for (std::size_t i = 0; i < before.facilities.size(); ++i) {
        if (matching.taken(i)) continue;
        out.push_back(
            {FacilityChange::Kind::removed, before.facilities[i].id, before.facilities[i].name, {}, {}});
    }
    std::stable_sort(out.begin(), out.end(), [](const FacilityChange& a, const FacilityChange& b) {
        return std::tie(a.kind, a.id) < std::tie(b.kind, b.id);
    });
    return out;
}

}  // namespace

Change& Change::operator+=(const Change& other) {
    demand_before += other.demand_before;
    demand_after += other.demand_after;
    covered_before += other.covered_before;
    covered_after += other.covered_after;
    gained += other.gained;
    lost += other.lost;
    grown += other.grown;
    return *this;
}

Comparison compare(const AuditSummary& before, const AuditSummary& after,
                   std::optional<std::vector<DemandState>> demand_before,
                   std::optional<std::vector<DemandState>> demand_after) {
    Comparison out;
    out.zones = zone_changes(before, after);
    out.by_place = demand_before.has_value() && demand_after.has_value();
    ByPlace by_place;
    if (out.by_place) by_place = changes_by_place(std::move(*demand_before), std::move(*demand_after));
    for (ZoneChange& zone : out.zones) {
        Change& change = zone.change;
        if (out.by_place) {
            const Change& found = by_place.zones[zone.code];
            change.gained = found.gained;
            change.lost = found.lost;
            change.grown = found.grown;
        } else if (change.covered_after > change.covered_before) {
            change.gained = change.covered_after - change.covered_before;
        } else {
            change.lost = change.covered_before - change.covered_after;
        }
        out.total += change;
    }
    out.places = std::move(by_place.places);
    out.facilities = facility_changes(before, after);
    return out;
}

std::string_view kind_id(FacilityChange::Kind kind) {
    switch (kind) {
        case FacilityChange::Kind::added:
            return "added";
        case FacilityChange::Kind::removed:
            return "removed";
        case FacilityChange::Kind::moved:
            return "moved";
        case FacilityChange::Kind::renamed:
            return "renamed";
    }
    return "";
}

}  // namespace yiquan::audit
