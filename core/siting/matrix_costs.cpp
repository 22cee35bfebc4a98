// SPDX-License-Identifier: MIT
#include "core/siting/matrix_costs.hpp"

namespace yiquan::siting {

Links MatrixCosts::within(Cost limit, unsigned /*threads*/, Progress& progress) const {
    Links out;
    out.first.reserve(links_.first.size());
    constexpr std::size_t rows_between_polls = 65'536;
    for (std::size_t row = 0; row < links_.rows(); ++row) {
        if ((row + 1) % rows_between_polls == 0) progress.check();
        for (std::size_t k = links_.first[row]; k < links_.first[row + 1]; ++k) {
            if (links_.cost[k] > limit) continue;
            out.site.push_back(links_.site[k]);
            out.cost.push_back(links_.cost[k]);
        }
        out.first.push_back(out.site.size());
    }
    return out;
}

Links MatrixCosts::reached(Cost limit, unsigned threads, Progress& progress) const {
    Links out = within(limit, threads, progress);
    out.cost = {};
    return out;
}

}  // namespace yiquan::siting
