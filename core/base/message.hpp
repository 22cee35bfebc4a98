// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace yiquan {

enum class Language { english, chinese };

/// One sentence for the user in both languages. Built where the facts are known, chosen where it is shown.
struct Message {
    std::string en;
    std::string zh;

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::chinese ? zh : en;
    }
};

}  // namespace yiquan
