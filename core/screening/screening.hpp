// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.hpp"
#include "core/demand/raster_source.hpp"
#include "core/features/feature_source.hpp"
#include "core/features/finding.hpp"
#include "core/features/input_record.hpp"
#include "core/screening/candidate.hpp"
#include "core/screening/rules_file.hpp"

namespace yiquan::screening {

enum class Verdict : std::uint8_t { pass, fail, unknown };

/// "pass", "fail" or "unknown".
[[nodiscard]] std::string_view verdict_name(Verdict verdict);

/// What one rule says of one candidate, and why.
struct Evidence {
    Verdict verdict = Verdict::unknown;
    features::Value value;        ///< measured, in `value_unit` of the rule; the cell itself for yes and no
    std::optional<double> limit;  ///< that this candidate is held to, in the same unit
    std::string nearest;          ///< feature that the distance was measured to
    std::optional<double> mean;   ///< of a slope, in the limit's unit
    std::optional<double> worst;
    Message why;  ///< why it is unknown; else empty
};

/// A rule over all candidates.
struct RuleResult {
    std::vector<Evidence> evidence;  ///< one per candidate; empty for a rule that is switched off
    std::uint64_t failed = 0;
    std::uint64_t unknown = 0;
    std::uint64_t excluded_alone = 0;  ///< candidates that fail this hard rule and no other hard one
};

struct CandidateResult {
    Verdict verdict = Verdict::pass;  ///< by the hard rules: fail before unknown before pass
    /// Share of the weights of the weighted rules that it passes, 0 to 1; unknown counts as not passed. None
    /// without weighted rules.
    std::optional<double> score;
};

struct Screening {
    Candidates candidates;
    std::vector<CandidateResult> results;  ///< one per candidate
    std::vector<RuleResult> rules;         ///< one per rule of the file
    features::FindingList findings;
    std::vector<features::InputRecord> inputs;

    [[nodiscard]] std::uint64_t count(Verdict verdict) const;
};

/// Opens what a rule file names: files for the command line, memory in tests.
class ScreeningInputs {
public:
    virtual ~ScreeningInputs() = default;
    /// \param path as the rule file writes it
    /// \throws Error{input} where it cannot be read
    [[nodiscard]] virtual std::unique_ptr<features::FeatureSource> table(const std::string& path) = 0;
    [[nodiscard]] virtual std::unique_ptr<demand::RasterSource> raster(const std::string& path) = 0;
    /// Path and checksum for the record; role and rows are filled in by the screening.
    [[nodiscard]] virtual features::InputRecord record(const std::string& path) = 0;
};

/// Holds every candidate against every rule that is switched on.
///
/// A verdict is given only where no feature beyond a layer's known area could change it: to be too near a
/// known hazard is certain, to be far from all known ones only where everything within the limit is known;
/// the reverse for what should be near. A feature whose place is not known may lie anywhere.
/// \throws Error{input} for a layer or column that is missing, empty or of the wrong kind; the message names
/// the rule
[[nodiscard]] Screening screen(const RulesFile& rules, ScreeningInputs& inputs, unsigned threads,
                               Progress& progress);

}  // namespace yiquan::screening
