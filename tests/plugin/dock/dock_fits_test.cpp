// SPDX-License-Identifier: GPL-2.0-or-later
// The pages in a dock of 420 by 600 pixels, which is what a laptop's screen of 1366 by 768 leaves. Set
// YIQUAN_PICTURES to a folder to look at them.
#include <gmock/gmock.h>

#include <qgscollapsiblegroupbox.h>
#include <qgssettings.h>

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

#include "plugin/language.hpp"
#include "tests/plugin/dock/desk_world.hpp"

namespace yiquan::plugin {
namespace {

struct Look {
    const char* name;
    const char* locale;
    bool dark;
};

QPalette dark_palette() {
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(45, 45, 45));
    palette.setColor(QPalette::WindowText, Qt::white);
    palette.setColor(QPalette::Base, QColor(30, 30, 30));
    palette.setColor(QPalette::AlternateBase, QColor(50, 50, 50));
    palette.setColor(QPalette::Text, Qt::white);
    palette.setColor(QPalette::Button, QColor(60, 60, 60));
    palette.setColor(QPalette::ButtonText, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(42, 130, 218));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(90, 170, 255));
    palette.setColor(QPalette::ToolTipBase, QColor(60, 60, 60));
    palette.setColor(QPalette::ToolTipText, Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(140, 140, 140));
    }
    return palette;
}

class DockFits : public DeskWorld {
protected:
    void SetUp() override { light_ = QApplication::palette(); }
    void TearDown() override {
        QApplication::setPalette(light_);
        QgsSettings().remove(QStringLiteral("locale"));
    }

    void look(const Look& look) {
        dock_.reset();
        QgsSettings().setValue(QStringLiteral("locale/overrideFlag"), true);
        QgsSettings().setValue(QStringLiteral("locale/userLocale"), QLatin1String(look.locale));
        QApplication::setPalette(look.dark ? dark_palette() : light_);
        translation_.reset();
        translation_ = std::make_unique<InstalledTranslation>();
        dock_ = std::make_unique<Dock>(*session_, Desk{&canvas_, &bar_});
        dock_->resize(420, 600);
        dock_->show();
        look_ = look;
    }

    void picture(const QString& title) {
        QTest::qWait(30);  // groups unfold and scroll areas settle
        const QString folder = qEnvironmentVariable("YIQUAN_PICTURES");
        if (!folder.isEmpty()) {
            dock_->grab().save(
                QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(look_.name), title)));
        }
        expect_nothing_cut(title);
    }

    /// Words that do not wrap have the width they need, and nothing reaches out of the page sideways.
    void expect_nothing_cut(const QString& title) {
        EXPECT_LE(dock_->width(), 420) << title.toStdString();
        for (const QScrollArea* area : dock_->findChildren<QScrollArea*>()) {
            if (!area->isVisible() || area->widget() == nullptr) continue;
            EXPECT_LE(area->widget()->width(), area->viewport()->width()) << title.toStdString();
        }
        for (const QLabel* label : dock_->findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty()) continue;
            const QSize needed = label->wordWrap() ? QSize(label->minimumSizeHint().width(),
                                                           label->heightForWidth(label->width()))
                                                   : label->sizeHint();
            EXPECT_GE(label->width(), needed.width()) << label->text().toStdString();
            EXPECT_GE(label->height(), needed.height()) << label->text().toStdString();
        }
        for (const QAbstractButton* button : dock_->findChildren<QAbstractButton*>()) {
            if (!button->isVisible() || button->text().isEmpty()) continue;
            EXPECT_GE(button->width(), button->minimumSizeHint().width()) << button->text().toStdString();
        }
    }

    void scroll_down() {
        for (QScrollArea* area : dock_->findChildren<QScrollArea*>()) {
            if (area->isVisible()) area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        }
    }

    Look look_{};
    QPalette light_;
    std::unique_ptr<InstalledTranslation> translation_;
};

TEST_F(DockFits, EveryPageInBothLanguagesAndBothThemes) {
    for (const Look& each :
         {Look{"en", "en", false}, Look{"zh", "zh-Hans", false}, Look{"dark", "zh-Hans", true}}) {
        project().clear();
        look(each);
        session().set("output", folder_.filePath(QLatin1String(each.name)));
        picture(QStringLiteral("data-empty"));
        turn_to(1);
        picture(QStringLiteral("coverage-empty"));
        turn_to(4);
        picture(QStringLiteral("siting-empty"));
        turn_to(5);
        picture(QStringLiteral("relocation-empty"));
        turn_to(0);
        click("yiquanOpenDemo");
        session().set("facilities_datum", QStringLiteral("gcj02"));
        wait_for_tasks();
        click("yiquanStartCheck");
        EXPECT_TRUE(wait_until([this] { return the("yiquanCancelCheck").isHidden(); }));
        picture(QStringLiteral("data-demo"));
        scroll_down();
        picture(QStringLiteral("data-demo-below"));
        the<QgsCollapsibleGroupBoxBasic>("yiquanColumns").setCollapsed(false);
        picture(QStringLiteral("data-columns"));
        session().set("facilities_datum", {});
        the<QgsCollapsibleGroupBoxBasic>("yiquanColumns").setCollapsed(true);
        auto* faulty =
            add_points(QStringLiteral("faulty"), {{101.5, 36.5}, {36.5, 101.5}, {0, 0}, {120.1, 30.2}});
        const QString before = session().value("facilities").toString();
        session().choose_layer("facilities", faulty);
        click("yiquanStartCheck");
        EXPECT_TRUE(wait_until([this] { return the("yiquanCancelCheck").isHidden(); }));
        auto& findings = the<QTableView>("yiquanFindings");
        QTest::mouseClick(findings.viewport(), Qt::LeftButton, {},
                          findings.visualRect(findings.model()->index(1, 0)).center());
        picture(QStringLiteral("data-findings"));
        session().choose_layer("facilities", project().mapLayer(before));
        turn_to(4);
        picture(QStringLiteral("siting-demo"));
        the<QgsCollapsibleGroupBoxBasic>("yiquanSitingColumns").setCollapsed(false);
        picture(QStringLiteral("siting-columns"));
        turn_to(1);
        picture(QStringLiteral("coverage-demo"));
        the<QgsCollapsibleGroupBoxBasic>("yiquanFilters").setCollapsed(false);
        scroll_down();
        picture(QStringLiteral("coverage-filters"));
        session().set("target_share", 0.85);
        click("yiquanStartCoverage");
        picture(QStringLiteral("coverage-running"));
        EXPECT_TRUE(wait_until([this] { return the("yiquanCancelCoverage").isHidden(); }));
        QTest::qWait(50);
        picture(QStringLiteral("coverage-ledger"));
        scroll_down();
        picture(QStringLiteral("coverage-chart"));
        wait_for_tasks();
    }
}

TEST_F(DockFits, TabGoesDownThePage) {
    click("yiquanOpenDemo");
    for (const int page : {0, 1}) {
        turn_to(page);
        if (page == 1) the<QgsCollapsibleGroupBoxBasic>("yiquanFilters").setCollapsed(false);
        QTest::qWait(30);
        QWidget* content = dock_->findChild<QTabWidget*>(QStringLiteral("yiquanPages"))->currentWidget();
        QApplication::setActiveWindow(dock_.get());
        the(page == 0 ? "yiquanOpenDemo" : "yiquanStandard").setFocus();
        int last = -1;
        int seen = 0;
        for (QWidget* at = QApplication::focusWidget(); at != nullptr && content->isAncestorOf(at);
             at = QApplication::focusWidget()) {
            const int y = at->mapTo(content, QPoint(0, 0)).y();
            EXPECT_GE(y, last - 8) << at->objectName().toStdString();  // neighbours in a row differ a little
            last = y;
            if (++seen > 100 ||
                at->objectName() == QLatin1String(page == 0 ? "yiquanStartCheck" : "yiquanStartCoverage"))
                break;
            QTest::keyClick(at, Qt::Key_Tab);
        }
        EXPECT_GT(seen, 5);
    }
}

}  // namespace
}  // namespace yiquan::plugin
