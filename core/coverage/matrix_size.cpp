// SPDX-License-Identifier: MIT
#include "core/coverage/matrix_size.hpp"

#include <fmt/format.h>

#include "core/base/error.hpp"

namespace yiquan::coverage {

void check_matrix_size(std::string_view source, std::uint64_t demand, std::uint64_t sites) {
    if (sites == 0 || demand <= most_costs / sites) return;
    refuse_matrix_size(source, demand, sites);
}

void refuse_matrix_size(std::string_view source, std::uint64_t demand, std::uint64_t sites) {
    // Measured: what a search holds for one pair in all its tables together.
    constexpr double gigabytes_per_cost = 80e-9;
    const double wanted = static_cast<double>(demand) * static_cast<double>(sites) * gigabytes_per_cost;
    const double limit = static_cast<double>(most_costs) * gigabytes_per_cost;
    throw Error{ErrorKind::input,
                {fmt::format("{}: {} demand points times {} sites would take {:.0f} GB of memory; the limit "
                             "is {:.0f} GB, {} pairs. Leave out sites, or split the task by region.",
                             source, demand, sites, wanted, limit, most_costs),
                 fmt::format("{}：{} 个需求点与 {} 个站点两两组合需要约 {:.0f} GB 内存；上限为 {:.0f} GB，即 "
                             "{} 对。请减少站点，或按区域分开计算。",
                             source, demand, sites, wanted, limit, most_costs)}};
}

}  // namespace yiquan::coverage
