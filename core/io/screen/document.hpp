// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/screening/screening.hpp"

namespace yiquan::io {

/// Schema "yiquan.screening/1": rules with how many they exclude, candidates with evidence per rule.
[[nodiscard]] std::string screening_json(const screening::RulesFile& rules,
                                         const screening::Screening& screening, std::string_view version);

}  // namespace yiquan::io
