// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string>

#include "plugin/relocation/relocation_answer.hpp"

namespace yiquan::plugin {

/// What the answer claims, with its proof, or how far from proved it is.
[[nodiscard]] QString proof_text(const RelocationAnswer& answer);
/// "✓ 1,300 people = 1,240 placed + 60 not placed", and the same of households; else what is wrong.
[[nodiscard]] QString balance_text(const RelocationAnswer& answer);
/// How far people go, how many sites they need, how long it took.
[[nodiscard]] QString remarks_text(const RelocationAnswer& answer);
/// People or households, with signs between the thousands.
[[nodiscard]] QString count_text(std::int64_t count);
/// A reason in a few words.
[[nodiscard]] QString reason_text(const std::string& reason);

}  // namespace yiquan::plugin
