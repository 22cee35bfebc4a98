// SPDX-License-Identifier: GPL-2.0-or-later
// The page as narrow as the dock gets. With YIQUAN_PICTURES=FOLDER it is kept as PNG, to be looked at.
#include <qgscollapsiblegroupbox.h>
#include <qgssettings.h>

#include <QAbstractButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include "plugin/language.hpp"
#include "tests/plugin/export/paper_world.hpp"

namespace yiquan::plugin {
namespace {

QPalette dusk() {
    QPalette palette(QColor(60, 60, 60), QColor(45, 45, 45));
    palette.setColor(QPalette::Base, QColor(30, 30, 30));
    palette.setColor(QPalette::Link, QColor(90, 170, 255));
    return palette;
}

struct Look {
    const char* name;
    const char* locale;
    bool dark;
};

class ExportPictures : public PaperWorld, public testing::WithParamInterface<Look> {
protected:
    void SetUp() override {
        light_ = QApplication::palette();
        dock_.reset();
        QgsSettings().setValue(QStringLiteral("locale/overrideFlag"), true);
        QgsSettings().setValue(QStringLiteral("locale/userLocale"), QLatin1String(GetParam().locale));
        if (GetParam().dark) QApplication::setPalette(dusk());
        translation_ = std::make_unique<InstalledTranslation>();
        dock_ = std::make_unique<Dock>(*session_, Desk{&canvas_, &bar_});
        dock_->resize(420, 600);
        dock_->show();
    }
    void TearDown() override {
        QApplication::setPalette(light_);
        QgsSettings().remove(QStringLiteral("locale"));
    }

    void look(const char* title) {
        constexpr int settling = 60;
        QTest::qWait(settling);
        const QString folder = qEnvironmentVariable("YIQUAN_PICTURES");
        if (!folder.isEmpty()) {
            dock_->grab().save(
                QDir(folder).filePath(QStringLiteral("export-%1-%2.png")
                                          .arg(QLatin1String(GetParam().name), QLatin1String(title))));
        }
        EXPECT_LE(dock_->width(), 420) << title;
        for (const QScrollArea* area : dock_->findChildren<QScrollArea*>()) {
            if (!area->isVisible() || area->widget() == nullptr) continue;
            EXPECT_LE(area->widget()->width(), area->viewport()->width()) << title;
        }
        for (const QLabel* label : dock_->findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty()) continue;
            const QSize needed = label->wordWrap() ? QSize(label->minimumSizeHint().width(),
                                                           label->heightForWidth(label->width()))
                                                   : label->sizeHint();
            EXPECT_GE(label->width(), needed.width()) << title << label->text().toStdString();
            EXPECT_GE(label->height(), needed.height()) << title << label->text().toStdString();
        }
        for (const QAbstractButton* button : dock_->findChildren<QAbstractButton*>()) {
            if (!button->isVisible() || button->text().isEmpty()) continue;
            EXPECT_GE(button->width(), button->minimumSizeHint().width())
                << title << button->text().toStdString();
        }
    }
    void scroll_down() {
        for (QScrollArea* area : dock_->findChildren<QScrollArea*>()) {
            if (area->isVisible()) area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        }
    }

    QPalette light_;
    std::unique_ptr<InstalledTranslation> translation_;
};

TEST_P(ExportPictures, ShowEverythingInItsPlace) {
    turn_to(page_number);
    look("1-no-audit");
    open_page();
    look("2-preview");
    scroll_down();
    look("3-below");
    the<QgsCollapsibleGroupBoxBasic>("yiquanPageWords").setCollapsed(false);
    look("4-words");
    the<QgsCollapsibleGroupBoxBasic>("yiquanPageWords").setCollapsed(true);
    the<QComboBox>("yiquanWhichPages").setCurrentIndex(2);
    type("yiquanPageList", QStringLiteral("2, 4"));
    save_as(target("maps.png"));
    the<QComboBox>("yiquanPaper").setCurrentIndex(1);
    the<QComboBox>("yiquanContents").setCurrentIndex(1);
    QTimer::singleShot(0, &dock(), [this] { look("5-writing"); });
    click("yiquanExport");
    scroll_down();
    look("6-written");
    click("yiquanExport");
    look("7-question");
    click("yiquanReplaceNot");
    the<QComboBox>("yiquanContents").setCurrentIndex(3);
    EXPECT_TRUE(wait_until([this] { return the<QComboBox>("yiquanPreviewPage").count() == 1; }));
    wait_for_picture();
    look("8-compare");
    const QImage compared = picture();
    the<QComboBox>("yiquanPaper").setCurrentIndex(2);  // upright
    wait_for_other(compared);
    look("9-upright");
    click("yiquanShowReport");
    the<QgsFileWidget>("yiquanReportFile").setFilePath(target("report.html"));
    click("yiquanWriteReport");
    EXPECT_TRUE(wait_until([this] { return the("yiquanWriteReport").isEnabled(); }));
    scroll_down();
    look("10-report");
}

INSTANTIATE_TEST_SUITE_P(Looks, ExportPictures,
                         testing::Values(Look{"en", "en", false}, Look{"zh", "zh-Hans", false},
                                         Look{"dark", "zh-Hans", true}),
                         [](const auto& each) { return std::string(each.param.name); });

class ExportKeys : public PaperWorld {};

TEST_F(ExportKeys, TabGoesDownThePage) {
    open_page();
    QWidget* content = dock_->findChild<QTabWidget*>(QStringLiteral("yiquanPages"))->currentWidget();
    QApplication::setActiveWindow(dock_.get());
    the("yiquanExportAudit").setFocus();
    QStringList order;
    for (QWidget* at = QApplication::focusWidget(); at != nullptr && content->isAncestorOf(at);
         at = QApplication::focusWidget()) {
        constexpr int most = 60;
        order << at->objectName();
        if (order.size() > most || at->objectName() == QLatin1String("yiquanShowReport")) break;
        QTest::keyClick(at, Qt::Key_Tab);
    }
    int last = -1;
    for (const char* name : {"yiquanExportAudit", "yiquanPaper", "yiquanContents", "yiquanPaperLanguage",
                             "yiquanPageForth", "yiquanPagePicture", "yiquanOpenDesigner", "yiquanWhichPages",
                             "yiquanExportFormat", "yiquanExport", "yiquanShowReport"}) {
        const int at = order.indexOf(QLatin1String(name));
        EXPECT_GT(at, last) << name << " in " << order.join(QLatin1Char(' ')).toStdString();
        last = at;
    }
}

}  // namespace
}  // namespace yiquan::plugin
