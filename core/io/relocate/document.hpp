// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/io/relocate/job.hpp"
#include "core/report/relocation_record.hpp"

namespace yiquan::io {

/// The document yiquan.relocation/1: households and sites by id, so that the order of rows does not show.
[[nodiscard]] std::string relocation_json(const RelocationJob& job, const RelocationOutcome& outcome);

/// Reads it back; what stands in layers only stays empty.
/// \param name of the file, for messages
/// \return none for anything else
/// \throws Error{input} for what cannot be counted
[[nodiscard]] std::optional<report::RelocationRecord> parse_relocation(std::string_view text,
                                                                       std::string_view name);
/// Fills in what the layers of a relocation's GeoPackage tell: the extent, how many rows there were, and
/// where those live who stay.
/// \throws Error{input} where a layer is missing; the message names file and layer
void add_relocation_places(const std::string& package, report::RelocationRecord& record);

/// Reads a finished relocation from its GeoPackage alone.
/// \throws Error{input} where there is none, where it is not a relocation of this version or does not
/// balance, and as `add_relocation_places`
[[nodiscard]] report::RelocationRecord read_relocation_result(const std::string& package);

}  // namespace yiquan::io
