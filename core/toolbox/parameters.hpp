// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/toolbox/analysis.hpp"

namespace yiquan::toolbox {

/// Every datum that a list may have.
[[nodiscard]] std::vector<Choice> datum_choices();
/// What the degrees of a list refer to.
[[nodiscard]] Parameter datum_parameter(std::string_view id, Message name);

// Groups of parameters that analyses share.
[[nodiscard]] std::vector<Parameter> facility_parameters();
[[nodiscard]] std::vector<Parameter> demand_parameters();
/// \param optional whether the zones may be left out
[[nodiscard]] std::vector<Parameter> zone_parameters(bool optional);
[[nodiscard]] std::vector<Parameter> standard_parameters();
[[nodiscard]] std::vector<Parameter> filter_parameters();

/// Reads what `facility_parameters` describe.
[[nodiscard]] intake::FacilityOptions facility_options(const ParameterValues& values);
/// Reads what `zone_parameters` describe.
[[nodiscard]] intake::ZoneOptions zone_options(const ParameterValues& values);
/// Reads what `standard_parameters` describe: a shipped standard, own radii, or a standard whose radius is
/// the user's to set.
/// \throws Error{usage} where there is no radius, or two
[[nodiscard]] audit::Standard standard_of(const ParameterValues& values);

}  // namespace yiquan::toolbox
