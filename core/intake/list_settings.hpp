// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/columns.hpp"
#include "core/intake/locate_row.hpp"
#include "core/settings/toml_table.hpp"

namespace yiquan::intake {

/// `datum` and `crs` of a section that names a list.
/// \throws Error{usage} for an unknown datum
[[nodiscard]] CoordinateOptions read_coordinates(settings::TomlTable& table);

/// `lon`, `lat`, `id` and `name`: the columns of a list, where they have names of their own.
[[nodiscard]] ColumnNames read_columns(settings::TomlTable& table);

}  // namespace yiquan::intake
