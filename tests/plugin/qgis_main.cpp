// SPDX-License-Identifier: GPL-2.0-or-later
// Runs tests inside a QGIS without a display, with a profile of its own that is thrown away.
#include <gtest/gtest.h>

#include <qgsapplication.h>
#include <qgsproject.h>

#include <QTemporaryDir>

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    if (GTEST_FLAG_GET(list_tests)) return RUN_ALL_TESTS();
    const QTemporaryDir profile;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QGIS_CUSTOM_CONFIG_PATH", profile.path().toUtf8());
    qputenv("HOME", profile.path().toUtf8());  // documents and settings of the user stay untouched
    qputenv("XDG_DOCUMENTS_DIR", profile.path().toUtf8());
    QgsApplication app(argc, argv, true, profile.path());
    QgsApplication::setPrefixPath(QStringLiteral("/usr"), true);
    QgsApplication::init(profile.path());
    QgsApplication::initQgis();
    const int result = RUN_ALL_TESTS();
    QgsProject::instance()->clear();
    QgsApplication::exitQgis();
    return result;
}
