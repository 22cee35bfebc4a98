// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/features/feature_sink.hpp"
#include "core/relocation/relocate.hpp"

namespace yiquan::io {

/// relocation_sites, relocation_households and relocation_lines, in drawing order.
[[nodiscard]] std::span<const features::LayerSchema> relocation_layers();

/// Writes a plan as layers. Where villages stay together, one line per village leads from the place of its
/// people (the mean, weighted by heads) to its site.
void write_relocation_layers(const relocation::Problem& problem, const relocation::Answer& answer,
                             features::LayerStore& store);

/// The plan as one table: a row per household, UTF-8 with a byte-order mark, lines ending in CR LF.
[[nodiscard]] std::string relocation_csv(const relocation::Problem& problem,
                                         const relocation::Answer& answer);

}  // namespace yiquan::io
