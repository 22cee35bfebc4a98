// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "core/io/locate/inputs.hpp"
#include "core/siting/answer.hpp"
#include "core/siting/plan.hpp"
#include "core/siting/request.hpp"

namespace yiquan::io {

/// Everything that the outputs of a siting tell; a view that owns nothing but the version.
struct SitingReport {
    const SitingData& data;
    const siting::Request& request;
    std::span<const siting::Answer> answers;  ///< one, or one for each number of sites from `first_count` on
    std::uint32_t first_count;
    const siting::Plan& plan;  ///< of the last answer
    bool with_greedy;
    std::string version;
};

/// Schema "yiquan.siting/1" of the last answer, with all of them as "curve" where there are several.
[[nodiscard]] std::string siting_json(const SitingReport& report);

/// One row per new site, in the order of the proposals.
[[nodiscard]] std::string siting_csv(const SitingReport& report);

/// \param places whether sites and demand have places
/// \throws Error{usage} for a name that ends in none of .gpkg, .json and .csv, or in .gpkg without places
void check_siting_name(const std::string& path, bool places);

/// Writes a GeoPackage with the layers, the document, or the table, by the ending of the name.
void write_siting(const SitingReport& report, const std::string& path);

}  // namespace yiquan::io
