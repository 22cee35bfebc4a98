// SPDX-License-Identifier: MIT
#include "core/report/method_words.hpp"

#include <fmt/format.h>

#include <string_view>

namespace yiquan::report {

Message duration_words(Seconds time) {
    constexpr double a_minute = 60.0;
    constexpr double shortest = 0.05;  // would be rounded to nothing
    if (time.value() < shortest) return {"less than 0.1 s", "不到 0.1 秒"};
    if (time.value() < a_minute)
        return {fmt::format("{:.1f} s", time.value()), fmt::format("{:.1f} 秒", time.value())};
    return {fmt::format("{:.0f} min", time.value() / a_minute),
            fmt::format("{:.0f} 分钟", time.value() / a_minute)};
}

Message lists_sentence(const std::vector<features::InputRecord>& inputs) {
    std::string en;
    std::string zh;
    for (const features::InputRecord& input : inputs) {
        const std::string_view path = input.path;
        const std::string_view name = path.substr(path.find_last_of('/') + 1);
        en += fmt::format("{}{}", en.empty() ? "" : ", ", name);
        zh += fmt::format("{}{}", zh.empty() ? "" : "、", name);
    }
    if (en.empty()) return {};
    return {fmt::format(" Lists: {}.", en), fmt::format("名单：{}。", zh)};
}

}  // namespace yiquan::report
