// SPDX-License-Identifier: MIT
#include "core/audit/finding_text.hpp"

#include <fmt/format.h>

namespace yiquan::audit {

const Message& action_name(features::Action action) {
    static const Message kept{"kept", "保留"};
    static const Message corrected{"corrected", "已更正"};
    static const Message left_out{"left out", "未采用"};
    switch (action) {
        case features::Action::kept:
            return kept;
        case features::Action::corrected:
            return corrected;
        case features::Action::left_out:
            return left_out;
    }
    return kept;
}

std::vector<features::Finding> findings_not_listed(const features::FindingList& findings) {
    std::vector<features::Finding> out;
    for (const features::FindingKindInfo& kind : features::finding_kinds) {
        if (findings.count(kind.kind) <= features::FindingList::most_listed) continue;
        const std::uint64_t more = findings.count(kind.kind) - features::FindingList::most_listed;
        features::Finding& finding = out.emplace_back();
        finding.kind = kind.kind;
        finding.value = std::to_string(more);
        finding.detail = {fmt::format("{} more findings of this kind are counted but not listed.", more),
                          fmt::format("另有 {} 条同类问题已计数，未逐条列出。", more)};
    }
    return out;
}

}  // namespace yiquan::audit
