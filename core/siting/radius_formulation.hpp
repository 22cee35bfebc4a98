// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/optimize/integer_program.hpp"
#include "core/siting/service_program.hpp"

namespace yiquan::siting {

/// A service program as an integer program: a column per site, and one per ring around clients that is 1
/// where nothing is open within (Cornuéjols, Nemhauser and Wolsey 1980; García, Labbé and Marín 2011). Rings
/// that hold the same sites are one, whichever clients they belong to.
struct RadiusFormulation {
    optimize::IntegerProgram program;  ///< columns 0 .. sites - 1 are the sites
    std::int64_t base = 0;  ///< cost of the service program = base + unit * cost of the integer program
    double unit = 1.0;
};

/// \return nothing where it would have more than `most_terms` terms
[[nodiscard]] std::optional<RadiusFormulation> radius_formulation(const ServiceProgram& program,
                                                                  std::size_t most_terms);

}  // namespace yiquan::siting
