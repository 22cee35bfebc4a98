// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/features/feature_sink.hpp"
#include "core/siting/plan.hpp"

namespace yiquan::io {

/// The layers of a plan in drawing order, top first: sites, the circles of open ones, the demand, the curve.
/// The ids are also the names of the styles.
[[nodiscard]] std::span<const features::LayerSchema> siting_layers();

/// Writes them all.
/// \param problem its sites and demand have places
/// \param answers one, or one for each number of sites from `first_count` on; the plan is that of the last
void write_siting_layers(const siting::Problem& problem, const siting::Request& request,
                         std::span<const siting::Answer> answers, std::uint32_t first_count,
                         const siting::Plan& plan, features::LayerStore& store);

}  // namespace yiquan::io
