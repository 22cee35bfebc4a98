// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>

#include "core/report/screening_record.hpp"

namespace yiquan::plugin {

using ScreeningAnswer = report::ScreeningRecord;

/// What `yiquan screen --json` printed; see docs/reference.md.
/// \throws Error{internal} for anything else than a document of this schema
[[nodiscard]] ScreeningAnswer screening_answer(const QByteArray& document);

}  // namespace yiquan::plugin
