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
    for (const char* name : {"zh-Hans", "zh-Hant", "zh_CN", "bo_CN"}) {
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
    EXPECT_EQ(names, (QStringList{"yiquan_en.qm", "yiquan_zh.qm"}));
    for (const QString& name : names) {
        QTranslator translator;
        EXPECT_TRUE(translator.load(QStringLiteral(":/yiquan/i18n/") + name)) << name.toStdString();
    }
}

TEST(Language, WidgetsSpeakTheLanguageOfTheSentences) {
    const char* const context = "yiquan::plugin::Dock";
    const auto title = [context] { return QCoreApplication::translate(context, "Data"); };
    for (const char* name : {"zh-Hans", "bo_CN"}) {
        const Locale locale(name);
        EXPECT_EQ(title(), QStringLiteral("Data")) << name;
        {
            const InstalledTranslation installed;
            EXPECT_EQ(title(), QString::fromUtf8("数据")) << name;
        }
        EXPECT_EQ(title(), QStringLiteral("Data")) << name;
    }
    const Locale locale("fr");
    const InstalledTranslation installed;
    EXPECT_EQ(title(), QStringLiteral("Data"));
}

TEST(Language, EnglishCountsOneAndMany) {
    const Locale locale("en_US");
    const InstalledTranslation installed;
    const auto sites = [](int count) {
        return QCoreApplication::translate("SitingWords", "%n site(s)", nullptr, count);
    };
    EXPECT_EQ(sites(1), QStringLiteral("1 site"));
    EXPECT_EQ(sites(2), QStringLiteral("2 sites"));
}

}  // namespace
}  // namespace yiquan::plugin
