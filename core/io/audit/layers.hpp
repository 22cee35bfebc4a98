// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "core/audit/audit.hpp"
#include "core/audit/service_areas.hpp"
#include "core/features/feature_sink.hpp"

namespace yiquan::io {

/// The layers of an audit in drawing order, top first. The ids are also the names of the styles.
/// \param unit of the run; names and titles of the columns that hold costs depend on it
[[nodiscard]] std::span<const features::LayerSchema> audit_layers(CostUnit unit = CostUnit::metres);

/// \throws Error{internal} for an id that is none of these
[[nodiscard]] const features::LayerSchema& audit_layer(std::string_view id, CostUnit unit = CostUnit::metres);

/// Writes every layer but the demand.
void write_layers(std::span<const coverage::Facility> facilities, const demand::Zones& zones,
                  const audit::AuditResult& result, features::LayerStore& store);

/// Writes drawn service areas alone, for a run without demand: that column stays empty.
void write_service_areas(std::span<const coverage::Facility> facilities, const audit::ServiceAreas& areas,
                         features::LayerStore& store);

/// Writes the demand layer batch by batch, while the audit runs.
class DemandLayer {
public:
    /// \param bands of the run, rising
    DemandLayer(features::FeatureSink& sink, std::span<const coverage::Facility> facilities,
                const demand::Zones& zones, std::vector<Cost> bands)
        : sink_(sink), facilities_(facilities), zones_(zones), bands_(std::move(bands)) {}

    void add(const demand::DemandBatch& batch, const coverage::Served& served);

private:
    features::FeatureSink& sink_;
    std::span<const coverage::Facility> facilities_;
    const demand::Zones& zones_;
    std::vector<Cost> bands_;
};

}  // namespace yiquan::io
