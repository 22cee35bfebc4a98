// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/cost.hpp"
#include "core/base/exact.hpp"
#include "core/base/message.hpp"
#include "core/base/quantity.hpp"
#include "core/geo/lonlat.hpp"
#include "core/report/audit_record.hpp"

namespace yiquan::report {

/// A new site of a plan.
struct ProposedSite {
    std::string id;
    std::string name;
    std::optional<geo::LonLat> place;
    std::int64_t order = 0;            ///< from 1
    std::int64_t first_count = 0;      ///< the least number of sites that has it; 0 where unknown
    std::optional<Persons> served;     ///< within the radius, whoever else serves them; none without one
    std::optional<Persons> only_here;  ///< of these, whom no other open site serves
    /// People who had no site within the radius, or none as near where the model has no radius; each counted
    /// at the one site that is nearest to them, so that a plan's proposals sum to what it gains.
    Persons gained;
};

/// A station that was there before the plan.
struct StandingSite {
    std::string id;
    geo::LonLat place;
    bool closed = false;  ///< by the plan
};

/// What the layer of sites tells of any of them.
struct PlannedSite {
    std::string name;  ///< may be empty
    std::optional<geo::LonLat> place;
    bool existing = false;  ///< there before the plan, open or closed after
};

struct ServedPeople {
    Persons total;
    Persons before;
    Persons after;
};

struct PlannedZone {
    std::string name;
    ServedPeople people;
};

/// The best answer for one number of sites.
struct CurveStep {
    std::int64_t sites = 0;
    bool proved = false;
    double objective = 0.0;
    double bound = 0.0;
    std::optional<double> gain;  ///< over the step before; none for the first
    std::vector<std::string> open;
};

/// Everything that a finished `yiquan locate` tells, read back.
struct SitingRecord {
    std::string version;  ///< of the Yiquan that made it; may be empty
    std::string model;
    bool known = true;  ///< false where no choice of sites meets the conditions
    bool proved = false;
    bool most = true;  ///< more is better
    double objective = 0.0;
    double bound = 0.0;
    double gap = 0.0;
    double tolerance = 0.0;  ///< what a proof leaves open, of the objective
    Seconds took;
    CostUnit unit = CostUnit::metres;     ///< of ways to sites
    std::optional<Cost> limit;            ///< how far counts as served; none for models without
    std::optional<double> budget;         ///< instead of a number of sites
    std::optional<double> share;          ///< to be reached, where the model asks for one
    Persons demand;                       ///< all of it
    Persons uncoverable;                  ///< whom no candidate reaches
    std::int64_t uncoverable_places = 0;  ///< where they live
    std::int64_t count = 0;               ///< of sites that the answer is for
    std::vector<std::string> open;        ///< ids of the sites chosen
    std::vector<std::string> closed;      ///< ids of existing sites that the answer closes
    std::size_t candidates = 0;           ///< that were not chosen
    std::optional<ServedPeople> served;   ///< none for models without a radius
    std::vector<PlannedZone> parents;     ///< or the zones where these have no parents; may be empty
    std::vector<ProposedSite> proposals;  ///< in their order
    std::size_t gained_places = 0;        ///< places of the people gained
    std::vector<StandingSite> standing;   ///< by id
    std::vector<CurveStep> curve;         ///< rising, where there is an answer; empty without a sweep
    std::map<std::string, PlannedSite, std::less<>> sites;  ///< all, by id; filled in from the layer
    std::vector<features::InputRecord> inputs;
};

/// \param name of the plan's file, for messages
/// \throws Error{input} where the plan was made for other people or other stations than the audit's
void check_same_data(const SitingRecord& plan, const AuditRecord& audit, std::string_view name);

}  // namespace yiquan::report
