// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/io/locate/job.hpp"
#include "core/report/siting_record.hpp"

namespace yiquan::io {

/// The document yiquan.siting/1 of the last answer, with all of them as "curve" where there are several.
[[nodiscard]] std::string siting_json(const LocateJob& job, const LocateOutcome& outcome);

/// Reads it back; what stands in layers only stays empty: who is gained, and sites that were not chosen.
/// \param name of the file, for messages
/// \return none for anything else
/// \throws Error{input} for what cannot be counted
[[nodiscard]] std::optional<report::SitingRecord> parse_siting(std::string_view text, std::string_view name);
/// Fills in what the layer of sites of a plan's GeoPackage tells.
/// \throws Error{input} where it is missing; the message names file and layer
void add_planned_sites(const std::string& package, report::SitingRecord& plan);

/// Reads a finished plan from its GeoPackage alone.
/// \throws Error{input} where there is none, where it is not a plan of this version or proposes nothing, or
/// where a layer is missing
[[nodiscard]] report::SitingRecord read_siting_result(const std::string& package);

}  // namespace yiquan::io
