// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/io/locate/job.hpp"

namespace yiquan::io {

/// The document yiquan.siting/1 of the last answer, with all of them as "curve" where there are several.
[[nodiscard]] std::string siting_json(const LocateJob& job, const LocateOutcome& outcome);

}  // namespace yiquan::io
