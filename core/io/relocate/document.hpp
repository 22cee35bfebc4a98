// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/io/relocate/job.hpp"

namespace yiquan::io {

/// The document yiquan.relocation/1: households and sites by id, so that the order of rows does not show.
[[nodiscard]] std::string relocation_json(const RelocationJob& job, const RelocationOutcome& outcome);

}  // namespace yiquan::io
