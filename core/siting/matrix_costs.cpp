// SPDX-License-Identifier: MIT
#include "core/siting/matrix_costs.hpp"

namespace yiquan::siting {

Links MatrixCosts::within(double limit, unsigned /*threads*/, Progress& progress) const {
    progress.check();
    Links out;
    out.first.reserve(links_.first.size());
    for (std::size_t row = 0; row < links_.rows(); ++row) {
        for (std::size_t k = links_.first[row]; k < links_.first[row + 1]; ++k) {
            if (!(links_.cost[k] <= limit)) continue;
            out.site.push_back(links_.site[k]);
            out.cost.push_back(links_.cost[k]);
        }
        out.first.push_back(out.site.size());
    }
    return out;
}

}  // namespace yiquan::siting
