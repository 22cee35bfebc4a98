// SPDX-License-Identifier: MIT
#include "core/siting/answer.hpp"

#include <cmath>

namespace yiquan::siting {

std::string_view status_name(Status status) {
    switch (status) {
        case Status::optimal:
            return "optimal";
        case Status::feasible:
            return "feasible";
        case Status::infeasible:
            return "infeasible";
    }
    return "";
}

double Answer::gap() const {
    if (status == Status::optimal || objective == bound) return 0.0;
    constexpr double tiny = 1e-12;
    return std::abs(objective - bound) / std::max(std::abs(objective), tiny);
}

}  // namespace yiquan::siting
