// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/report/screening_record.hpp"
#include "core/screening/screening.hpp"

namespace yiquan::io {

/// Schema "yiquan.screening/1": rules with how many they exclude, candidates with evidence per rule.
[[nodiscard]] std::string screening_json(const screening::RulesFile& rules,
                                         const screening::Screening& screening, std::string_view version);

/// Reads it back.
/// \param name of the file, for messages
/// \return none for anything else
/// \throws Error{input} for what cannot be counted
[[nodiscard]] std::optional<report::ScreeningRecord> parse_screening(std::string_view text,
                                                                     std::string_view name);

/// Reads a finished screening from its GeoPackage alone, the best candidates first.
/// \throws Error{input} where there is none, where it is not a screening of this version or holds no
/// candidate, or where a layer is missing; the message names file and layer
[[nodiscard]] report::ScreeningRecord read_screening_result(const std::string& package);

}  // namespace yiquan::io
