// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/coverage/facility.hpp"
#include "core/features/feature_sink.hpp"

namespace yiquan::io {

/// The layer "stations".
[[nodiscard]] const features::LayerSchema& stations_layer();

/// Writes a cleaned list as that layer.
void write_stations(std::span<const coverage::Facility> facilities, features::LayerStore& store);

}  // namespace yiquan::io
