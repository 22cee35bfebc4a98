// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/message.hpp"
#include "core/report/relocation_record.hpp"

namespace yiquan::report {

/// "Who moves where: 3 sites for 123 people".
[[nodiscard]] Message relocation_title(const RelocationRecord& record);
/// Whether the assignment is proved to be best and what that means, or how far from best it may be.
[[nodiscard]] Message relocation_proof(const RelocationRecord& record);
/// How many have a place, how many stay, and how far people move.
[[nodiscard]] Message relocation_effect(const RelocationRecord& record);
/// How it was computed: what counted, objective, bound and gap, rules, time, version, lists.
[[nodiscard]] Message relocation_method(const RelocationRecord& record);

}  // namespace yiquan::report
