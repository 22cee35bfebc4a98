// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "core/siting/answer.hpp"
#include "core/siting/problem.hpp"
#include "core/siting/request.hpp"

namespace yiquan::io {

[[nodiscard]] std::string_view status_name(siting::Status status);

/// Schema "yiquan.siting/1" of one answer, or of the last of several with all of them as "curve".
/// \param answers one, or one for each number of sites from `first_count` on
[[nodiscard]] std::string siting_json(const siting::Problem& problem, const siting::Request& request,
                                      std::span<const siting::Answer> answers, std::uint32_t first_count,
                                      bool with_greedy);

}  // namespace yiquan::io
