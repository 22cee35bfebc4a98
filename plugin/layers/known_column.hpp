// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsfields.h>

#include <QString>

#include <optional>

#include "core/intake/columns.hpp"

namespace yiquan::plugin {

/// The column that the core takes for a meaning when the user chooses none.
[[nodiscard]] std::optional<QString> known_column(const QgsFields& fields, intake::Meaning meaning);

}  // namespace yiquan::plugin
