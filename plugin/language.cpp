// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/language.hpp"

#include <QCoreApplication>
#include <QTranslator>

#include <qgsapplication.h>

// A static library's resources are dropped by the linker unless somebody asks for them, outside any
// namespace.
static void init_resources() {
    Q_INIT_RESOURCE(yiquan_resources);
}

namespace yiquan::plugin {

void load_resources() {
    init_resources();
}

Language language() {
    // QGIS says zh-Hans, zh-Hant, zh_CN.
    const QString code = QgsApplication::locale().left(2).toLower();
    return code == QLatin1String("zh") || code == QLatin1String("bo") ? Language::chinese : Language::english;
}

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<int>(utf8.size()));
}

QString say(const Message& message) {
    return QString::fromStdString(message.in(language()));
}

QString say(std::string_view en, std::string_view zh) {
    return text(language() == Language::chinese ? zh : en);
}

InstalledTranslation::InstalledTranslation() : translator_(std::make_unique<QTranslator>()) {
    load_resources();
    const QString code = language() == Language::chinese ? QStringLiteral("zh") : QStringLiteral("en");
    if (translator_->load(QStringLiteral(":/yiquan/i18n/yiquan_%1.qm").arg(code))) {
        QCoreApplication::installTranslator(translator_.get());
    }
}

InstalledTranslation::~InstalledTranslation() {
    QCoreApplication::removeTranslator(translator_.get());
}

}  // namespace yiquan::plugin
