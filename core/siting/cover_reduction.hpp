// SPDX-License-Identifier: MIT
#pragma once

#include "core/siting/service_program.hpp"

namespace yiquan::siting {

/// A smaller set-covering program with the same least cost: without clients that are served whenever another
/// is, and without sites that serve no more than another that costs no more (ties: the smaller number stays).
/// Repeated until nothing changes.
/// \param program every client must be served, links cost nothing, and there is neither count nor budget
[[nodiscard]] ServiceProgram reduce_cover(const ServiceProgram& program);

}  // namespace yiquan::siting
