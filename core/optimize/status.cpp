// SPDX-License-Identifier: MIT
#include "core/optimize/status.hpp"

namespace yiquan::optimize {

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

}  // namespace yiquan::optimize
