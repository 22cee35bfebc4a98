// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QColor>

namespace yiquan::plugin {

// The colours of styles/: told apart by everyone, light or dark ground alike.
[[nodiscard]] inline QColor covered_colour() {
    return {0x00, 0x72, 0xB2};
}
[[nodiscard]] inline QColor gap_colour() {
    return {0xD5, 0x5E, 0x00};
}

}  // namespace yiquan::plugin
