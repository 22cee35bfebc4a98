// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <string_view>

#include "core/base/message.hpp"

class QTranslator;

namespace yiquan::plugin {

/// The language of the sentences that come from the core: Chinese wherever QGIS speaks a kind of Chinese, or
/// Tibetan, for which the core has no sentences yet; else English.
[[nodiscard]] Language language();
/// Two letters of QGIS's own language, such as "zh" or "bo".
[[nodiscard]] QString locale_code();

[[nodiscard]] QString say(const Message& message);
[[nodiscard]] QString say(std::string_view en, std::string_view zh);
[[nodiscard]] QString text(std::string_view utf8);

/// Makes the translations and the icon, which are compiled in, known to Qt. May be called again.
void load_resources();

/// Installs the plugin's own translation for as long as the object lives.
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
