// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/language.hpp"

#include <gtest/gtest.h>

#include <qgssettings.h>

#include <QCoreApplication>
#include <QDir>
#include <QTranslator>

namespace yiquan::plugin {
namespace {

/// QGIS's language for as long as it lives.
class Locale {
public:
    explicit Locale(const char* name) {
        QgsSettings settings;
        settings.setValue(QStringLiteral("locale/overrideFlag"), true);
        settings.setValue(QStringLiteral("locale/userLocale"), QString::fromUtf8(name));
    }
    ~Locale() { QgsSettings().remove(QStringLiteral("locale")); }
    Locale(const Locale&) = delete;
    Locale& operator=(const Locale&) = delete;
};

const Message greeting{"Good day", "您好"};

TEST(Language, FollowsQgisAndAllChineseIsOne) {
    for (const char* name : {"zh-Hans", "zh-Hant", "zh_CN", "bo"}) {
        const Locale locale(name);
        EXPECT_EQ(say(greeting), QString::fromUtf8("您好")) << name;
    }
    for (const char* name : {"en_US", "de", "fr_CA"}) {
        const Locale locale(name);
        EXPECT_EQ(say(greeting), QString::fromUtf8("Good day")) << name;
    }
}

TEST(Language, EveryTranslationFileIsBuiltInAndLoads) {
    load_resources();
    QStringList names = QDir(QStringLiteral(":/yiquan/i18n")).entryList();
    names.sort();
    EXPECT_EQ(names, (QStringList{"yiquan_bo.qm", "yiquan_en.qm", "yiquan_zh.qm"}));
    for (const QString& name : names) {
        QTranslator translator;
        EXPECT_TRUE(translator.load(QStringLiteral(":/yiquan/i18n/") + name)) << name.toStdString();
    }
}

TEST(Language, WidgetsSpeakChineseWhereQgisDoes) {
    const Locale locale("zh-Hans");
    const char* const context = "yiquan::plugin::Dock";
    EXPECT_EQ(QCoreApplication::translate(context, "Data"), QStringLiteral("Data"));
    {
        const InstalledTranslation installed;
        EXPECT_EQ(QCoreApplication::translate(context, "Data"), QString::fromUtf8("数据"));
    }
    EXPECT_EQ(QCoreApplication::translate(context, "Data"), QStringLiteral("Data"));
}

}  // namespace
}  // namespace yiquan::plugin
