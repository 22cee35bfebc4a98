// SPDX-License-Identifier: GPL-2.0-or-later
// Shows the page as narrow as a dock gets. With YIQUAN_PICTURES=FOLDER what is seen is kept as PNG, to be
// looked at.
#include <gtest/gtest.h>

#include <qgslayertree.h>

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>

#include "plugin/dock/siting/siting_chart.hpp"
#include "plugin/dock/siting/siting_places.hpp"
#include "tests/plugin/program/program_stand_in.hpp"
#include "tests/plugin/siting/siting_desk.hpp"

namespace yiquan::plugin {
namespace {

struct Scene {
    const char* name;
    const char* locale;
    bool dark;
};

void PrintTo(const Scene& scene, std::ostream* out) {
    *out << scene.name;
}

QPalette dark_colours() {
    QPalette palette(QColor(60, 60, 60), QColor(50, 50, 50));
    palette.setColor(QPalette::Base, QColor(35, 35, 35));
    palette.setColor(QPalette::AlternateBase, QColor(45, 45, 45));
    return palette;
}

class SitingPictures : public testing::TestWithParam<Scene>, protected SitingDesk {
protected:
    void SetUp() override {
        if (GetParam().dark) QApplication::setPalette(dark_colours());
        open_dock(GetParam().locale);
    }
    void TearDown() override {
        close_dock();
        QApplication::setPalette(QPalette());
    }

    void look(const char* title) {
        QTest::qWait(60);  // texts wrap, then their neighbours move
        EXPECT_LE(dock().width(), 420) << title;
        for (const QScrollArea* area : page().findChildren<QScrollArea*>()) {
            EXPECT_LE(area->widget()->width(), area->viewport()->width()) << title;
        }
        for (const QLabel* text : page().findChildren<QLabel*>()) {
            if (!text->isVisible() || text->text().isEmpty()) continue;
            EXPECT_GE(text->height(),
                      text->wordWrap() ? text->heightForWidth(text->width()) : text->sizeHint().height())
                << text->text().toStdString();
        }
        for (const QPushButton* button : page().findChildren<QPushButton*>()) {
            if (!button->isVisible()) continue;
            EXPECT_GE(button->width(), button->minimumSizeHint().width()) << button->text().toStdString();
        }
        const QString where = qEnvironmentVariable("YIQUAN_PICTURES");
        if (where.isEmpty()) return;
        dock().grab().save(QStringLiteral("%1/siting-%2-%3.png")
                               .arg(where, QLatin1String(GetParam().name), QLatin1String(title)));
    }
    void scroll_to_end() {
        QTest::qWait(60);
        QScrollBar* bar = page().findChild<QScrollArea*>()->verticalScrollBar();
        bar->setValue(bar->maximum());
    }
    void look_at_map() {
        const QString where = qEnvironmentVariable("YIQUAN_PICTURES");
        if (where.isEmpty()) return;
        canvas()->setLayers(project().layerTreeRoot()->checkedLayers());
        look_at({99.0, 36.2}, 4.0);
        canvas()->waitWhileRendering();
        canvas()->grab().save(
            QStringLiteral("%1/siting-%2-map.png").arg(where, QLatin1String(GetParam().name)));
    }
};

TEST_P(SitingPictures, OfThePage) {
    look("1-form");
    auto& source = the<QComboBox>("yiquanSitingSource");
    source.setCurrentIndex(source.findData(QStringLiteral("map")));
    press_button("yiquanPickPlaces");
    look_at({97.5, 37.0}, 2.0);
    for (const geo::LonLat place : {geo::LonLat{96.9, 37.3}, {98.1, 36.3}, {97.4, 37.4}}) {
        press(place);
        release(place);
    }
    look("2-picked");
    source.setCurrentIndex(0);
    {
        const ProgramStandIn slow(QStringLiteral(
            "echo '{\"progress\": 0.5, \"stage\": \"p = 3\"}' >&2; while :; do sleep 0.05; done"));
        press_button("yiquanStartSiting");
        QTest::qWait(1500);
        look("3-running");
        press_button("yiquanCancelSiting");
        ASSERT_TRUE(waited([this] { return !page().running(); }));
    }
    the<QSpinBox>("yiquanSitingCount").setValue(20);
    find_sites();
    look("4-answer");
    the<SitingChart>("yiquanSitingChart").choose(8);
    scroll_to_end();
    look("5-proposals");
    look_at_map();
    auto& model = the<QComboBox>("yiquanSitingModel");
    model.setCurrentIndex(model.findData(QStringLiteral("partial")));
    find_sites();
    look("6-partial");
}

INSTANTIATE_TEST_SUITE_P(Looks, SitingPictures,
                         testing::Values(Scene{"en", "en", false}, Scene{"zh", "zh-Hans", false},
                                         Scene{"dark", "zh-Hans", true}),
                         [](const auto& scene) { return std::string{scene.param.name}; });

}  // namespace
}  // namespace yiquan::plugin
