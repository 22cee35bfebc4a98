// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>

#include "core/audit/ledger.hpp"
#include "core/base/message.hpp"
#include "plugin/layout/map_request.hpp"

namespace yiquan::plugin {

/// Words in the language of a page; in both, Chinese first.
class PaperText {
public:
    explicit PaperText(PaperLanguage language) : language_(language) {}

    [[nodiscard]] PaperLanguage language() const { return language_; }
    [[nodiscard]] bool both() const { return language_ == PaperLanguage::both; }

    /// \param between what stands between Chinese and English where a page has both
    [[nodiscard]] QString say(const Message& message, const char* between = " ") const;
    [[nodiscard]] QString say(std::string_view en, std::string_view zh, const char* between = " ") const;

private:
    PaperLanguage language_;
};

[[nodiscard]] QString utf8(std::string_view text);

/// "1,234,567", the same in every locale.
[[nodiscard]] QString figure(double value);
[[nodiscard]] QString figure_of(std::int64_t count);
/// The share of people covered, such as "74.3 %"; a dash where nobody lives.
[[nodiscard]] QString share_figure(const audit::Figures& figures);

}  // namespace yiquan::plugin
