// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/features/finding.hpp"
#include "core/relocation/problem.hpp"

namespace yiquan::relocation {

/// Says where the name of a village leaves open what is one village, and what was assumed: a name that
/// stands under several counties or townships, or under none in some rows, is as many villages; rows of one
/// name that lie far apart are one.
/// \param source of the households, for messages
void tell_doubtful_villages(const Problem& problem, const std::string& source,
                            features::FindingSink& findings);

}  // namespace yiquan::relocation
