// SPDX-License-Identifier: MIT
#include "core/report/screening_record.hpp"

#include <algorithm>

namespace yiquan::report {
namespace {

using screening::Verdict;

int rank(Verdict verdict) {
    return verdict == Verdict::pass ? 0 : verdict == Verdict::unknown ? 1 : 2;
}

}  // namespace

std::size_t ScreeningRecord::count(Verdict verdict) const {
    return static_cast<std::size_t>(
        std::count_if(candidates.begin(), candidates.end(),
                      [&](const ScreenedCandidate& candidate) { return candidate.verdict == verdict; }));
}

std::size_t ScreeningRecord::rules_in_use() const {
    return static_cast<std::size_t>(
        std::count_if(rules.begin(), rules.end(), [](const ScreenedRule& rule) { return rule.enabled; }));
}

bool ScreeningRecord::scored() const {
    return std::any_of(candidates.begin(), candidates.end(),
                       [](const ScreenedCandidate& candidate) { return candidate.score.has_value(); });
}

void ScreeningRecord::put_best_first() {
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const ScreenedCandidate& a, const ScreenedCandidate& b) {
                         if (a.verdict != b.verdict) return rank(a.verdict) < rank(b.verdict);
                         return a.score.value_or(0.0) > b.score.value_or(0.0);
                     });
}

}  // namespace yiquan::report
