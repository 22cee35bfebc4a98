// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/message.hpp"
#include "core/features/input_record.hpp"
#include "core/geo/lonlat.hpp"
#include "core/screening/screening.hpp"

namespace yiquan::report {

/// A rule and how many candidates it touches.
struct ScreenedRule {
    std::string id;
    Message name;
    std::optional<double> weight;  ///< none: a hard rule, which excludes
    std::string limit;             ///< in signs that both languages read; may be empty
    std::string source;            ///< where the limit comes from; may be empty
    bool enabled = true;
    std::int64_t failed = 0;
    std::int64_t unknown = 0;
    std::int64_t excluded_alone = 0;  ///< fail this hard rule and no other
};

/// What a rule says of a candidate, and why.
struct ScreenedEvidence {
    screening::Verdict verdict = screening::Verdict::unknown;
    std::optional<double> value;  ///< measured
    std::string text;             ///< what was found instead of a number, such as "no"; may be empty
    std::string unit;             ///< of the value; may be empty
    std::string nearest;          ///< the feature that it was measured to; may be empty
    Message why;                  ///< it is unknown; may be empty
};

struct ScreenedCandidate {
    std::string id;
    std::string name;  ///< or its id
    std::optional<geo::LonLat> place;
    screening::Verdict verdict = screening::Verdict::unknown;
    std::optional<double> score;
    std::vector<ScreenedEvidence> evidence;  ///< for each rule; nothing for those that are switched off
    std::vector<std::size_t> because;        ///< hard rules that fail, or are unknown where none fails
};

/// Everything that a finished `yiquan screen` tells, read back.
struct ScreeningRecord {
    std::string version;              ///< of the Yiquan that made it; may be empty
    std::string title;                ///< of the rule file
    std::string notice;               ///< what every output must say about the candidates; may be empty
    std::vector<ScreenedRule> rules;  ///< in the order of the file
    std::vector<ScreenedCandidate> candidates;  ///< in the order of the list
    std::vector<features::InputRecord> inputs;
    geo::Box extent;  ///< of the candidates

    [[nodiscard]] std::size_t count(screening::Verdict verdict) const;
    [[nodiscard]] std::size_t rules_in_use() const;
    /// Whether there are scores.
    [[nodiscard]] bool scored() const;
    /// Puts those that pass first, then the unknown, then those that fail; the best score first.
    void put_best_first();
};

}  // namespace yiquan::report
