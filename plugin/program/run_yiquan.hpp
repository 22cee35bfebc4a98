// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringList>

#include <functional>

#include "plugin/program/yiquan_program.hpp"

class QgsFeedback;

namespace yiquan::plugin {

/// Runs `yiquan` to its end, for algorithms of the toolbox: call it on a thread of its own. A feedback that
/// is cancelled ends the program, killed after five seconds.
/// \param on_stage is told what is being done; may be empty
/// \return a run that is done: its exit code and all that it printed
/// \throws Error that says what to do, also of the kind `cancelled`
[[nodiscard]] ProgramEnd run_yiquan(const QStringList& arguments, QgsFeedback& feedback,
                                    const std::function<void(const QString&)>& on_stage = {});

}  // namespace yiquan::plugin
