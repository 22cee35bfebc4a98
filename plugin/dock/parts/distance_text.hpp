// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace yiquan::plugin {

/// A distance as people read it: whole metres, and tenths of kilometres from ten kilometres on.
[[nodiscard]] QString distance_text(double metres);

}  // namespace yiquan::plugin
