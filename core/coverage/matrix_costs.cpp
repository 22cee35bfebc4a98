// SPDX-License-Identifier: MIT
#include "core/coverage/matrix_costs.hpp"

#include <algorithm>

namespace yiquan::coverage {

Links MatrixCosts::within(const Asked& asked, Cost limit, unsigned /*threads*/, Progress& progress) const {
    constexpr std::uint32_t not_asked = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> number;  // of each column, as asked
    for (std::uint32_t c = 0; c < asked.columns.size(); ++c) {
        const std::size_t column = asked.columns[c];
        if (column >= number.size()) number.resize(column + 1, not_asked);
        number[column] = c;
    }
    Links out;
    out.first.reserve(asked.rows.size() + 1);
    constexpr std::size_t rows_between_polls = 65'536;
    std::vector<std::pair<std::uint32_t, Cost>> row;
    for (const std::uint32_t r : asked.rows) {
        if (out.first.size() % rows_between_polls == 0) progress.check();
        row.clear();
        for (std::size_t k = links_.first[r]; k < links_.first[r + 1]; ++k) {
            const std::uint32_t column = links_.column[k];
            if (links_.cost[k] > limit || column >= number.size() || number[column] == not_asked) continue;
            row.emplace_back(number[column], links_.cost[k]);
        }
        if (!std::ranges::is_sorted(row)) std::ranges::sort(row);
        for (const auto& [column, cost] : row) {
            out.column.push_back(column);
            out.cost.push_back(cost);
        }
        out.first.push_back(out.column.size());
    }
    return out;
}

Links MatrixCosts::reached(const Asked& asked, Cost limit, unsigned threads, Progress& progress) const {
    Links out = within(asked, limit, threads, progress);
    out.cost = {};
    return out;
}

}  // namespace yiquan::coverage
