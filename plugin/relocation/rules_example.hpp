// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace yiquan::plugin {

/// Writes the shipped rules of relocation, to be changed by the user, and beside them the folder "qinghai"
/// with the data that they name, so that they can be run at once. What was in the file is replaced; data that
/// are there stay.
/// \throws Error{output} where it cannot be written
void write_rules_example(const QString& path);

}  // namespace yiquan::plugin
