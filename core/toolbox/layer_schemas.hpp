// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/features/feature_sink.hpp"

namespace yiquan::toolbox {

/// Any layer whose columns are known before its first row: those of an audit, an import, a comparison, a
/// siting and a relocation, and "findings".
/// \return none for any other
[[nodiscard]] const features::LayerSchema* find_layer_schema(std::string_view id);
/// The same for a layer that must be there.
/// \throws Error{internal} for an unknown id
[[nodiscard]] const features::LayerSchema& layer_schema(std::string_view id);

}  // namespace yiquan::toolbox
