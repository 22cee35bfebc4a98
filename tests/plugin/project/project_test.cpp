// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <malloc.h>

#include <qgslayermetadata.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include "plugin/dock/dock.hpp"
#include "plugin/session/demo.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

/// Memory in use by this process, MiB, after freed memory was given back.
double used_mib() {
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    constexpr double page_mib = 4096.0 / (1024.0 * 1024.0);
    return file.readAll().split(' ').value(1).toDouble() * page_mib;
}

void settle() {
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

TEST(Project, OfTheDemoNamesTheOriginOfEveryLayerAndTheQualityOfItsBorders) {
    const QTemporaryDir folder;
    QgsProject& project = *QgsProject::instance();
    Session session(project);
    open_demo(session, folder.filePath(QStringLiteral("demo")));
    const auto rights = [&](const char* role) {
        return session.layer(role)->metadata().rights().join(QLatin1Char('|')).toStdString();
    };
    EXPECT_EQ(rights("zones"), "© OpenStreetMap contributors, ODbL 1.0; geoBoundaries");
    EXPECT_EQ(rights("facilities"), "© GeoNames, SimpleMaps, WorldPop, CC BY 4.0; NOAA");
    EXPECT_EQ(rights("demand"), "© GeoNames, CC BY 4.0");
    EXPECT_EQ(rights("siting_candidates"), "© GeoNames, CC BY 4.0");
    const auto* counties = qobject_cast<QgsVectorLayer*>(session.layer("zones"));
    ASSERT_NE(counties, nullptr);
    EXPECT_EQ(counties->featureCount(), 45);
    EXPECT_EQ(counties->name(), "Counties (demonstration quality, no approval number)");
    project.clear();
}

TEST(Project, OpenedAndClosedFiftyTimesDoesNotGrow) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("qinghai.qgz"));
    QgsProject& project = *QgsProject::instance();
    Session session(project);
    QgsMapCanvas canvas;
    QgsMessageBar bar;
    const Dock dock(session, Desk{&canvas, &bar});
    open_demo(session, folder.filePath(QStringLiteral("demo")));
    ASSERT_TRUE(project.write(path));

    constexpr int warm_up = 10;
    double before = 0.0;
    for (int round = 0; round < warm_up + 50; ++round) {
        if (round == warm_up) before = used_mib();
        project.clear();
        settle();
        ASSERT_EQ(session.layer("facilities"), nullptr);
        ASSERT_TRUE(project.read(path));
        settle();
        ASSERT_NE(session.layer("facilities"), nullptr);
    }
    project.clear();
    settle();
    const double grown = used_mib() - before;
    RecordProperty("grown_mib", std::to_string(grown));
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "the sanitizer keeps freed memory, so it cannot be weighed; grown by " << grown << " MiB";
#else
    EXPECT_LT(grown, 10.0);  // a project of the demo holds some 5 MiB
#endif
}

TEST(Dock, OpenedAndClosedTwentyTimesLeavesNothingBehind) {
    for (int round = 0; round < 20; ++round) {
        QgsMapCanvas canvas;
        QgsMessageBar bar;
        Session session(*QgsProject::instance());
        const Dock dock(session, Desk{&canvas, &bar});
        settle();
    }
    EXPECT_TRUE(QgsProject::instance()->mapLayers().isEmpty());
}

}  // namespace
}  // namespace yiquan::plugin
