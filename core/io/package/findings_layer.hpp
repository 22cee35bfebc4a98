// SPDX-License-Identifier: MIT
#pragma once

#include "core/features/feature_sink.hpp"
#include "core/features/finding.hpp"

namespace yiquan::io {

/// The layer "findings".
[[nodiscard]] const features::LayerSchema& findings_layer();

/// Writes findings as that layer; those without a place have no geometry.
void write_findings(const features::FindingList& findings, features::LayerStore& store);

}  // namespace yiquan::io
