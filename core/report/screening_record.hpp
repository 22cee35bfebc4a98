// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/report.hpp"
#include "core/base/message.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::report {

enum class ScreenedVerdict : std::uint8_t { pass, unknown, fail };

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

struct ScreenedCandidate {
    std::string name;  ///< or its id
    ScreenedVerdict verdict = ScreenedVerdict::unknown;
    std::optional<double> score;
    std::vector<std::size_t> because;  ///< hard rules that fail, or are unknown where none fails
};

/// Everything that a finished `yiquan screen` tells, read back for paper.
struct ScreeningRecord {
    std::string version;              ///< of the Yiquan that made it; may be empty
    std::string title;                ///< of the rule file
    std::string notice;               ///< what every output must say about the candidates; may be empty
    std::vector<ScreenedRule> rules;  ///< in the order of the file
    std::vector<ScreenedCandidate> candidates;  ///< passed, then unknown, then failed; best score first
    std::vector<features::InputRecord> inputs;
    geo::Box extent;  ///< of the candidates

    [[nodiscard]] std::size_t count(ScreenedVerdict verdict) const;
    [[nodiscard]] std::size_t rules_in_use() const;
};

/// \param name of the file, for messages
/// \throws Error{input} for anything but "yiquan.screening/1", and where there is no candidate
[[nodiscard]] ScreeningRecord parse_screening(std::string_view text, std::string_view name);

}  // namespace yiquan::report
