// SPDX-License-Identifier: MIT
#include "core/audit/travel_budget.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/nearest_name.hpp"

namespace yiquan::audit {
namespace {

constexpr auto mode_ids = [] {
    std::array<std::string_view, travel_modes.size()> out;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = travel_modes[i].id;
    return out;
}();

}  // namespace

std::optional<TravelBudget> read_travel_budget(settings::TomlTable& table) {
    const auto mode = table.text("mode");
    const auto budget = table.text("budget");
    const Message known = or_list(mode_ids);
    if (!mode) {
        if (budget) {
            table.refuse("budget", {fmt::format("needs a mode: {}.", known.en),
                                    fmt::format("需要同时给出 mode：{}。", known.zh)});
        }
        return std::nullopt;
    }
    const auto row = std::find(mode_ids.begin(), mode_ids.end(), *mode);
    if (row == mode_ids.end()) {
        const Message near = suggestion(*mode, mode_ids);
        table.refuse("mode", {fmt::format("= \"{}\" must be {}.{}", *mode, known.en, near.en),
                              fmt::format("= “{}”应为 {}。{}", *mode, known.zh, near.zh)});
    }
    return TravelBudget{*row, parse_duration(budget.value_or(""), table.full_name("budget"))};
}

}  // namespace yiquan::audit
