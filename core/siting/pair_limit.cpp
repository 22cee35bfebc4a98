// SPDX-License-Identifier: MIT
#include "core/siting/pair_limit.hpp"

#include <fmt/format.h>

#include "core/base/error.hpp"
#include "core/base/number_text.hpp"

namespace yiquan::siting {

void refuse_pairs(std::size_t demands, std::size_t sites) {
    const double pairs = static_cast<double>(demands) * static_cast<double>(sites);
    constexpr double gigabyte = 1e9;
    const std::string memory =
        fmt::format("{:.0f} GB", pairs * static_cast<double>(bytes_per_pair) / gigabyte);
    const std::string many = grouped(pairs);
    const std::string most = grouped(static_cast<double>(most_pairs));
    throw Error{
        ErrorKind::input,
        {fmt::format("{} demand points and {} sites make up to {} pairs, which would take about {}; at most "
                     "{} are taken. Give fewer candidates, merge demand points, or ask for a smaller radius.",
                     grouped(static_cast<double>(demands)), grouped(static_cast<double>(sites)), many, memory,
                     most),
         fmt::format("{} 个需求点与 {} 个站点最多构成 {} 对，约需内存 {}；上限为 {} "
                     "对。请减少候选点、合并需求点，或缩小半径。",
                     grouped(static_cast<double>(demands)), grouped(static_cast<double>(sites)), many, memory,
                     most)}};
}

}  // namespace yiquan::siting
