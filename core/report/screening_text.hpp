// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/message.hpp"
#include "core/report/screening_record.hpp"

namespace yiquan::report {

/// "Which sites are allowed: 12 of 40 candidates".
[[nodiscard]] Message screening_title(const ScreeningRecord& record);
/// How many pass, fail and are unknown, and which rule excludes most by itself.
[[nodiscard]] Message screening_result(const ScreeningRecord& record);
/// What counted: rules, those switched off, version, lists; and the candidates' own notice.
[[nodiscard]] Message screening_method(const ScreeningRecord& record);

}  // namespace yiquan::report
