// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/toolbox/analysis.hpp"

namespace yiquan::toolbox {

/// The words of the command line that stand for the values, from the verb on. What was not given is left out.
/// \param analysis one with a verb
/// \param layers where the program finds each chosen layer, by id of the parameter: PATH or
///               PATH|layername=NAME
[[nodiscard]] std::vector<std::string> program_arguments(
    const Analysis& analysis, const ParameterValues& values,
    const std::map<std::string, std::string, std::less<>>& layers);

}  // namespace yiquan::toolbox
