// SPDX-License-Identifier: MIT
#pragma once

#include "core/features/feature_sink.hpp"
#include "core/screening/screening.hpp"

namespace yiquan::io {

/// Whether a place's longitude and latitude are columns, for tables without geometry.
enum class PlaceColumns { without, with };

/// Writes the candidates as the layer "screened_sites": verdict, score, ids of the rules that fail or are
/// unknown, verdict, value and nearest feature per rule that is switched on, mean and worst of slopes, and
/// the candidates' own columns.
void write_screened_sites(const screening::RulesFile& rules, const screening::Screening& screening,
                          PlaceColumns places, features::LayerStore& store);

/// A value as files hold it: distances to the millimetre, all else to six digits behind the point.
[[nodiscard]] double rounded(const screening::Rule& rule, double value);

}  // namespace yiquan::io
