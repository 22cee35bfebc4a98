// SPDX-License-Identifier: GPL-2.0-or-later
// Shows the pages as narrow as a dock gets. With YIQUAN_PICTURES=FOLDER they are kept as PNG, to be looked
// at.
#include <gtest/gtest.h>

#include <qgslayertree.h>

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include "plugin/dock/compare/compare_page.hpp"
#include "plugin/dock/what_if/scenario_model.hpp"
#include "plugin/dock/what_if/what_if_page.hpp"
#include "plugin/language.hpp"
#include "tests/plugin/what_if/desk_with_demo.hpp"

namespace yiquan::plugin {
namespace {

constexpr int width = 420;
constexpr int height = 600;

QPalette dark() {
    QPalette palette(QColor(60, 60, 60), QColor(50, 50, 50));
    palette.setColor(QPalette::Base, QColor(35, 35, 35));
    palette.setColor(QPalette::AlternateBase, QColor(45, 45, 45));
    return palette;
}

class Pictures : public testing::TestWithParam<const char*>, protected DeskWithDemo {
protected:
    void SetUp() override {
        if (std::string(GetParam()) == "dark") QApplication::setPalette(dark());
        open();
    }
    void TearDown() override { QApplication::setPalette(QPalette()); }

    void look(QWidget& page, const char* name) {
        page.setAttribute(Qt::WA_DontShowOnScreen);
        page.show();
        page.resize(width, height);
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();  // texts wrap, then their neighbours move
        EXPECT_LE(page.minimumSizeHint().width(), width) << name;
        EXPECT_LE(page.minimumSizeHint().height(), height) << name;
        EXPECT_EQ(page.width(), width) << name;
        const QByteArray folder = qgetenv("YIQUAN_PICTURES");
        const QPixmap picture = page.grab();
        if (!folder.isEmpty()) {
            picture.save(
                QStringLiteral("%1/%2-%3.png")
                    .arg(QString::fromUtf8(folder), QString::fromUtf8(name), QString::fromUtf8(GetParam())));
        }
    }
    void look_at_map(const char* name) {
        const QByteArray folder = qgetenv("YIQUAN_PICTURES");
        if (folder.isEmpty()) return;
        QList<QgsMapLayer*> layers = project().layerTreeRoot()->checkedLayers();
        canvas()->setLayers(layers);
        canvas()->waitWhileRendering();
        canvas()->grab().save(
            QStringLiteral("%1/%2.png").arg(QString::fromUtf8(folder), QString::fromUtf8(name)));
    }
};

TEST_P(Pictures, OfBothPages) {
    WhatIfPage what_if(session(), desk());
    ComparePage compare(session(), desk());
    WhatIfRun& run = WhatIfRun::of(session());
    look(what_if, "what-if-1-start");
    look(compare, "compare-1-empty");
    session().set("standard", {});
    look(what_if, "what-if-2-needs");
    session().set("standard", QStringLiteral("county-centre-15km"));
    click<QPushButton>(what_if, "yiquanStartWhatIf");
    look(what_if, "what-if-3-starting");
    ASSERT_TRUE(waited([&] { return run.phase() == WhatIfRun::Phase::running; }));
    look(what_if, "what-if-4-running");
    run.add({97.9, 36.8});
    run.move(0, {101.3, 36.7});
    run.remove(2);
    look_at({101.3, 36.7}, 0.7);
    press({101.3, 36.7});
    drag_to({101.1, 36.6});
    QCoreApplication::processEvents();
    look_at_map("map-1-drag");
    QTest::keyClick(canvas(), Qt::Key_Escape);
    auto* tabs = what_if.findChild<QTabWidget*>(QStringLiteral("yiquanWhatIfTabs"));
    look(what_if, "what-if-5-changed");
    tabs->setCurrentIndex(1);
    what_if.findChild<QTableView*>(QStringLiteral("yiquanStations"))->selectRow(1);
    look(what_if, "what-if-6-stations");
    tabs->setCurrentIndex(2);
    for (const char* name : {"方案一：德令哈加一处", "Scenario two with a rather long name"}) {
        what_if.findChild<QLineEdit*>(QStringLiteral("yiquanScenarioName"))->setText(QString::fromUtf8(name));
        click<QPushButton>(what_if, "yiquanSaveScenario");
        run.add({97.2, 37.3});
    }
    auto* scenarios = what_if.findChild<QTableView*>(QStringLiteral("yiquanScenarios"));
    scenarios->selectRow(1);
    look(what_if, "what-if-7-scenarios");
    click<QPushButton>(what_if, "yiquanDeleteScenario");
    look(what_if, "what-if-8-deleted");
    compare.findChild<QComboBox*>(QStringLiteral("yiquanAfter"))->setCurrentIndex(2);
    look(compare, "compare-2-choices");
    click<QPushButton>(compare, "yiquanStartCompare");
    look(compare, "compare-3-running");
    ASSERT_TRUE(waited([&] { return !compare.comparison().zones.empty(); }));
    look(compare, "compare-4-zones");
    look_at({97.0, 36.6}, 3.0);
    look_at_map("map-2-comparison");
    compare.findChild<QTabWidget*>(QStringLiteral("yiquanCompareTabs"))->setCurrentIndex(1);
    look(compare, "compare-5-stations");
    session().set("open_24h", true);
    look(what_if, "what-if-9-stale");
}

INSTANTIATE_TEST_SUITE_P(Themes, Pictures, testing::Values("light", "dark"));

}  // namespace
}  // namespace yiquan::plugin
