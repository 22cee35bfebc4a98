// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "core/screening/candidate.hpp"

namespace yiquan::screening {

/// A column of the candidates by its name, else by its name without case and spaces.
/// \throws Error{input} where it is not there, with those that are and the nearest
[[nodiscard]] std::size_t candidate_column(const Candidates& candidates, const std::string& name);

}  // namespace yiquan::screening
