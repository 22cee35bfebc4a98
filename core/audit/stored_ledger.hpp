// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/audit.hpp"
#include "core/audit/ledger.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::audit {

/// The ledger of a finished audit, as its folder keeps it.
struct StoredLedger {
    struct Zone {
        std::string code;
        std::string name;
        std::string parent;
    };

    std::string title;
    std::string notice;  ///< on the data; may be empty
    std::optional<double> target_share;
    std::vector<Zone> zones;  ///< in the order of the ledger
    Ledger ledger;            ///< of the standard's own, widest band
    std::vector<StationShare> station_shares;
    std::map<std::string, geo::MultiPolygon> shapes;  ///< of zones, by code; empty where they were not kept
};

/// Reads the text of an audit.json, figure by figure as it was written.
/// \param name of the file, for messages
/// \throws Error{input} for anything but "yiquan.audit/1"
[[nodiscard]] StoredLedger parse_ledger_json(std::string_view text, std::string_view name);

}  // namespace yiquan::audit
