// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/command.hpp"
#include "core/intake/read_facilities.hpp"

namespace yiquan::cli {

/// Options of every verb that reads a station list.
struct ListOptions {
    std::string list;
    std::string datum = "wgs84";
    std::string crs;
    intake::ColumnNames columns;
    bool keep_duplicates = false;

    /// \throws Error{usage} for an unknown datum
    [[nodiscard]] intake::FacilityOptions facility_options() const;
};

void add_list_options(CLI::App& app, ListOptions& options, Language language);

}  // namespace yiquan::cli
