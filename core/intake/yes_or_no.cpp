// SPDX-License-Identifier: MIT
#include "core/intake/yes_or_no.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/intake/folded_text.hpp"

namespace yiquan::intake {

std::optional<bool> yes_or_no(std::string_view text) {
    constexpr std::array<std::string_view, 13> yes{"是", "有", "已有", "具备", "yes", "y", "true",
                                                   "t",  "1",  "√",    "✓",    "✔",   "☑"};
    constexpr std::array<std::string_view, 13> no{"否", "无", "没有", "不具备", "no", "n", "false",
                                                  "f",  "0",  "×",    "✗",      "✘",  "☐"};
    const std::string word = folded(text);
    if (std::find(yes.begin(), yes.end(), word) != yes.end()) return true;
    if (std::find(no.begin(), no.end(), word) != no.end()) return false;
    return std::nullopt;
}

}  // namespace yiquan::intake
