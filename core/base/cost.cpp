// SPDX-License-Identifier: MIT
#include "core/base/cost.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/number_text.hpp"

namespace yiquan {

std::string unit_key(std::string_view stem, CostUnit unit) {
    return fmt::format("{}{}", stem, info(unit).suffix);
}

std::string limit_key(CostUnit unit) {
    return unit_key(info(unit).limit, unit);
}

Cost cost_of(Metres length) {
    return Cost::nearest(std::min(length.value(), Cost::largest));
}

Message to_text(CostValue cost, CostUnit unit) {
    switch (unit) {
        case CostUnit::metres: {
            const std::string text = to_text(Metres{cost.value()});
            return {text, text};
        }
        case CostUnit::seconds:
            return {to_text(Seconds{cost.value()}), short_number(cost.value() / info(unit).reader) + " 分钟"};
        case CostUnit::table:
            break;
    }
    const std::string text = short_number(cost.value());
    return {text, text};
}

Message to_text(const CostLimit& limit) {
    return to_text(CostValue{limit.amount.value()}, limit.unit);
}

std::string reader_figure(CostValue cost, CostUnit unit) {
    return fmt::format("{:.1f}", cost.value() / info(unit).reader);
}

}  // namespace yiquan
