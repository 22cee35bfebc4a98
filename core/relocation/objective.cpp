// SPDX-License-Identifier: MIT
#include "core/relocation/objective.hpp"

#include <fmt/format.h>

#include <string>

#include "core/base/error.hpp"

namespace yiquan::relocation {

Objective objective_from(std::string_view id) {
    std::string known;
    for (const ObjectiveInfo& row : objectives) {
        if (row.id == id) return row.objective;
        known += (known.empty() ? "" : ", ") + std::string{row.id};
    }
    throw Error{ErrorKind::usage,
                {fmt::format("--objective {} is unknown; give one of {}.", id, known),
                 fmt::format("--objective {} 无此目标；请从 {} 中选择。", id, known)}};
}

}  // namespace yiquan::relocation
