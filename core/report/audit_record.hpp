// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/audit/distance_table.hpp"
#include "core/audit/report.hpp"
#include "core/audit/stored_ledger.hpp"
#include "core/base/message.hpp"
#include "core/features/finding.hpp"
#include "core/geo/lonlat.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::report {

/// A figure of the standard and who set it.
struct StandardFigure {
    std::string key;
    std::string value;
    std::string source;
    std::string confidence;
};

struct RecordedFacility {
    std::string id;
    std::string name;
    std::string kind;
    geo::LonLat place;
    std::string zone;  ///< code; empty outside all zones
    bool active = true;
    Persons served;
    Persons only_here;
};

struct RecordedGap {
    std::int64_t rank = 0;  ///< from 1, most people first
    std::string zone_code;
    std::string zone_name;
    std::string parent;
    Persons people;
    SquareKilometres area;
    std::optional<CostValue> farthest;  ///< in the unit of the ledger's limit; none without a facility
    geo::LonLat farthest_place;
    std::string nearest_name;  ///< may be empty
    geo::MultiPolygon shape;   ///< empty where it was not drawn
};

/// Everything that a finished audit tells, read back for paper and page.
struct AuditRecord {
    std::string version;  ///< of the Yiquan that made it
    std::string standard_id;
    Message standard;
    std::vector<Cost> bands;  ///< rising; the last is the limit of the ledger and has its unit
    std::vector<StandardFigure> standard_figures;
    std::string filter_json;  ///< as in audit.json; "{}" without a filter
    std::vector<features::InputRecord> inputs;
    audit::StoredLedger ledger;                        ///< with title, notice, target, zones and their shapes
    std::vector<std::string> zone_notes;               ///< per zone; may be empty
    std::optional<audit::DistanceTable> distances;     ///< none without facilities or people
    std::vector<RecordedFacility> facilities;          ///< by id
    std::vector<RecordedGap> gaps;                     ///< by rank
    std::map<std::string, geo::MultiPolygon> covered;  ///< covered land of the widest band, by zone code
    std::uint64_t finding_count = 0;
    std::vector<std::pair<features::FindingKind, std::uint64_t>> finding_kinds;  ///< and how often
    std::vector<features::Finding> findings;  ///< those that were listed; what was done stands in the detail
};

/// Reads the text of an audit.json; shapes, gaps, covered land and the list of findings stay empty.
/// \param name of the file, for messages
/// \throws Error{input} for anything but "yiquan.audit/1"
[[nodiscard]] AuditRecord parse_record(std::string_view text, std::string_view name);

}  // namespace yiquan::report
