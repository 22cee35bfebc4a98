// SPDX-License-Identifier: MIT
#include "core/base/number_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>

namespace yiquan {

std::string grouped(double value) {
    const std::string digits = fmt::format("{:.0f}", std::abs(value));
    std::string out = value < 0.0 && digits != "0" ? "-" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
        out += digits[i];
    }
    return out;
}

std::string short_number(double value) {
    std::string text = fmt::format("{:.3f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string percent_number(double share) {
    std::string text = fmt::format("{:.1f}", share * 100.0);
    if (share < 1.0 && text == "100.0") text = "99.9";
    if (share > 0.0 && text == "0.0") text = "0.1";
    return text;
}

std::string percent(double share) {
    return percent_number(share) + " %";
}

}  // namespace yiquan
