// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace yiquan::optimize {

/// How a search ended.
enum class Status {
    optimal,     ///< proved: nothing is better
    feasible,    ///< stopped early; the bound says how much better another choice might be
    infeasible,  ///< proved: no choice obeys the request
};

/// As documents write it.
[[nodiscard]] std::string_view status_name(Status status);

}  // namespace yiquan::optimize
