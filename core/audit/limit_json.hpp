// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "core/base/cost.hpp"

namespace yiquan::audit {

/// Adds "radius_m", or for any other unit its limit and "unit": documents about metres name no unit.
void write_limit(nlohmann::ordered_json& into, const CostLimit& limit);

/// \param costs or values of costs, in order
template <class Costs>
[[nodiscard]] nlohmann::ordered_json costs_json(const Costs& costs) {
    auto out = nlohmann::ordered_json::array();
    for (const auto& cost : costs) out.push_back(cost.value());
    return out;
}

/// The unit of an object that `write_limit` wrote to, metres where it names none.
/// \throws Error{input} for a unit that is none
[[nodiscard]] CostUnit read_unit(const nlohmann::ordered_json& from);

/// \throws Error{input} as `read_unit`, and of the JSON library where there is no limit
[[nodiscard]] CostLimit read_limit(const nlohmann::ordered_json& from);

/// \throws of the JSON library for what is no number, Error{input} for one that no cost can be
[[nodiscard]] Cost read_cost(const nlohmann::ordered_json& number);

}  // namespace yiquan::audit
