// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <string_view>

#include "core/base/message.hpp"

class QTranslator;

namespace yiquan::plugin {

/// The language of everything that Yiquan says in QGIS: Chinese wherever QGIS speaks a kind of Chinese, or
/// Tibetan, whose readers read Chinese sooner than English; else English.
[[nodiscard]] Language language();

[[nodiscard]] QString say(const Message& message);
[[nodiscard]] QString say(std::string_view en, std::string_view zh);
[[nodiscard]] QString text(std::string_view utf8);

/// Makes the translations and the icon, which are compiled in, known to Qt. May be called again.
void load_resources();

/// Lets the widgets speak `language()` for as long as the object lives.
class InstalledTranslation {
public:
    InstalledTranslation();
    ~InstalledTranslation();
    InstalledTranslation(const InstalledTranslation&) = delete;
    InstalledTranslation& operator=(const InstalledTranslation&) = delete;

private:
    std::unique_ptr<QTranslator> translator_;
};

}  // namespace yiquan::plugin
