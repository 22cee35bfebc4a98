// SPDX-License-Identifier: MIT
#pragma once

#include "core/audit/toml_table.hpp"
#include "core/intake/columns.hpp"
#include "core/intake/locate_row.hpp"

namespace yiquan::audit {

/// `datum` and `crs` of a section that names a list.
/// \throws Error{usage} for an unknown datum
[[nodiscard]] intake::CoordinateOptions read_coordinates(TomlTable& table);

/// `lon`, `lat`, `id` and `name`: the columns of a list, where they have names of their own.
[[nodiscard]] intake::ColumnNames read_columns(TomlTable& table);

}  // namespace yiquan::audit
