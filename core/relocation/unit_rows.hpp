// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/relocation/problem.hpp"

namespace yiquan::relocation {

/// Which households move as one: each by itself, or a village. Villages of one name are one only where the
/// units above them agree, too: 上庄村 of 湟中区 is not that of 乐都区, nor that of a row without a county.
/// \return indices into the problem's households; units by the id of their first row, rows by id
[[nodiscard]] std::vector<std::vector<std::uint32_t>> unit_rows(const Problem& problem);

/// What results call the unit of each household: the household's id, or the village's name. A name that
/// several villages have, or a household as its id, gets the units above in front ("乐都区 上庄村"), and
/// where that is not enough, "#" behind. No two units are called the same.
/// \return by household of the problem
[[nodiscard]] std::vector<std::string> unit_names(const Problem& problem);

}  // namespace yiquan::relocation
