// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace yiquan::plugin {

/// The key of the user's setting that names the program; empty or absent where it is to be looked for.
[[nodiscard]] QString program_setting();

/// The program `yiquan`: the one that the user's settings name, else the one that was installed or built with
/// this plugin, else the first along $PATH.
/// \throws Error{input} where there is none that may be run; the message says what to do
[[nodiscard]] QString program_path();

}  // namespace yiquan::plugin
