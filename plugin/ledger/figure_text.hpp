// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include "core/base/exact.hpp"

namespace yiquan::plugin {

/// "5,923,957": commas between thousands and a point before decimals, in both languages.
[[nodiscard]] QString people_text(Persons people, int decimals = 0);
[[nodiscard]] QString people_text(double people);
/// "86.0 %"
[[nodiscard]] QString share_text(double share);

}  // namespace yiquan::plugin
