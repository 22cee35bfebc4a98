// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/distance_text.hpp"

#include <cmath>

#include "core/base/quantity.hpp"
#include "plugin/language.hpp"

namespace yiquan::plugin {

QString distance_text(double metres) {
    constexpr double far = 10000.0;
    constexpr double step = 100.0;
    return text(to_text(Metres{metres < far ? std::round(metres) : std::round(metres / step) * step}));
}

}  // namespace yiquan::plugin
