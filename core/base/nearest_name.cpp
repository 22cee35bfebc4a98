// SPDX-License-Identifier: MIT
#include "core/base/nearest_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace yiquan {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replace, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> known) {
    constexpr std::size_t longest_sensible_name = 100;
    if (typed.size() > longest_sensible_name) return {};
    std::string_view best;
    std::size_t best_distance = typed.size() / 2 + 1;
    for (const std::string_view name : known) {
        const std::size_t distance = edit_distance(typed, name);
        if (distance < best_distance) {
            best = name;
            best_distance = distance;
        }
    }
    return best;
}

Message suggestion(std::string_view typed, std::span<const std::string_view> known) {
    const std::string_view name = nearest_name(typed, known);
    if (name.empty()) return {};
    return {fmt::format(" Did you mean \"{}\"?", name), fmt::format("是否想写“{}”？", name)};
}

Message or_list(std::span<const std::string_view> names) {
    Message out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool last = i + 1 == names.size();
        if (i > 0) {
            out.en += last ? " or " : ", ";
            out.zh += last ? " 或 " : "、";
        }
        out.en += names[i];
        out.zh += names[i];
    }
    return out;
}

}  // namespace yiquan
