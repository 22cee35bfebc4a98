// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

class QgsProcessingContext;

namespace yiquan::plugin {

/// Takes a half-written layer away and has it loaded no more. Its sink must be closed. Tables in databases
/// stay: they are the user's to drop.
void discard(const QString& destination, QgsProcessingContext& context);

}  // namespace yiquan::plugin
