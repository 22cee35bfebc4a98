// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "core/features/feature_sink.hpp"
#include "core/io/locate/job.hpp"

namespace yiquan::io {

/// The layers of a plan in drawing order, top first: sites, the circles of open ones, the demand, the curve.
/// The ids are also the names of the styles.
[[nodiscard]] std::span<const features::LayerSchema> siting_layers();

/// Writes them all; sites and demand have places.
void write_siting_layers(const LocateOutcome& outcome, features::LayerStore& store);

/// One row per new site, in the order of the proposals: UTF-8 with a byte-order mark, lines end in CR LF.
[[nodiscard]] std::string siting_csv(const LocateOutcome& outcome);

}  // namespace yiquan::io
