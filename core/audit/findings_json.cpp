// SPDX-License-Identifier: MIT
#include "core/audit/findings_json.hpp"

#include <string>

namespace yiquan::audit {

nlohmann::ordered_json findings_json(const features::FindingList& findings) {
    nlohmann::ordered_json kinds = nlohmann::ordered_json::object();
    for (const features::FindingKindInfo& kind : features::finding_kinds) {
        if (findings.count(kind.kind) > 0) kinds[std::string{kind.id}] = findings.count(kind.kind);
    }
    return {{"count", findings.count()}, {"by_kind", std::move(kinds)}};
}

}  // namespace yiquan::audit
