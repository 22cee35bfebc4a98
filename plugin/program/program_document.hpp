// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <utility>

namespace yiquan::plugin {

/// \throws Error{internal} that program and plugin do not fit
[[noreturn]] void refuse_answer();

/// What the program printed, as the core read it.
/// \throws Error{internal} where it is no document that this version knows
template <class Record>
[[nodiscard]] Record understood(std::optional<Record> record) {
    if (!record) refuse_answer();
    return std::move(*record);
}

}  // namespace yiquan::plugin
