// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <vector>

#include "core/features/input_record.hpp"

namespace yiquan::audit {

/// The files that a result was made from, as every document lists them.
[[nodiscard]] nlohmann::ordered_json inputs_json(std::span<const features::InputRecord> inputs);

/// Reads them back from the key "inputs"; none where there is no such key.
/// \throws Error{input} and of the JSON library as `count_at`
[[nodiscard]] std::vector<features::InputRecord> inputs_from(const nlohmann::ordered_json& object);

}  // namespace yiquan::audit
