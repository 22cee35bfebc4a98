// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/audit.hpp"
#include "core/audit/report.hpp"
#include "core/audit/run_file.hpp"
#include "core/audit/stored_audit.hpp"
#include "core/base/progress.hpp"
#include "core/demand/raster_source.hpp"
#include "core/features/feature_sink.hpp"
#include "core/features/feature_source.hpp"
#include "core/intake/known_place.hpp"

namespace yiquan::io {

/// Opens what a run reads: files for the command line, layers for QGIS. Roles are "facilities", "demand" and
/// "zones".
class AuditInputs {
public:
    virtual ~AuditInputs() = default;

    /// \throws Error{input} where the role cannot be read
    [[nodiscard]] virtual std::unique_ptr<features::FeatureSource> table(std::string_view role) = 0;
    /// The raster of a role; nullptr where it is a table.
    [[nodiscard]] virtual std::unique_ptr<demand::RasterSource> raster(std::string_view /*role*/) {
        return nullptr;
    }
    /// Whether the role was given at all.
    [[nodiscard]] virtual bool has(std::string_view /*role*/) const { return true; }
    /// Path and checksum of a role for the record; the rows are filled in by the run.
    [[nodiscard]] virtual features::InputRecord record(std::string_view role) = 0;
    /// \throws Error{input} where the role holds no audit
    [[nodiscard]] virtual audit::StoredAudit stored_audit(std::string_view role);
    /// Places to judge the datum of a list by; may be empty.
    [[nodiscard]] virtual std::vector<intake::KnownPlace> known_places() { return {}; }
};

/// Takes what a run makes: its layers, then its figures.
class AuditOutputs : public features::LayerStore {
public:
    /// Called once, when every layer was written.
    virtual void report(const audit::Report& /*report*/) {}
};

/// The inputs of a run, read and cleaned.
struct AuditData {
    std::vector<coverage::Facility> facilities;
    demand::Zones zones;
    std::unique_ptr<index::PolygonLocator> locator;
    std::unique_ptr<demand::DemandSource> demand;
    std::vector<features::InputRecord> inputs;
};

/// Reads zones, facilities and demand, in this order.
/// \param run gains where coordinates are expected: inside the zones
[[nodiscard]] AuditData read_inputs(audit::RunFile& run, AuditInputs& inputs, features::FindingSink& findings,
                                    Progress& progress);

/// A finished audit with everything that it was made from, for showing it.
struct AuditOutcome {
    audit::RunFile run;
    std::vector<coverage::Facility> facilities;
    demand::Zones zones;
    audit::AuditResult result;
    features::FindingList findings;
    std::vector<features::InputRecord> inputs;
    std::string version;

    [[nodiscard]] audit::Report report() const {
        return {run.params, facilities, zones, result, findings, inputs, version};
    }
};

/// Reads, audits, writes every layer and reports.
/// \throws Error as its parts do
[[nodiscard]] std::unique_ptr<AuditOutcome> run_job(audit::RunFile run, std::string version,
                                                    AuditInputs& inputs, AuditOutputs& outputs,
                                                    Progress& progress);

}  // namespace yiquan::io
