// SPDX-License-Identifier: GPL-2.0-or-later
// Shows the page as narrow as a dock gets. With YIQUAN_PICTURES=FOLDER what is seen is kept as PNG, to be
// looked at.
#include <qgscollapsiblegroupbox.h>
#include <qgslayertree.h>

#include <QAbstractButton>
#include <QScrollArea>
#include <QScrollBar>

#include "tests/plugin/relocation/relocation_desk.hpp"

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

QPalette night() {
    QPalette palette(QColor(60, 60, 60), QColor(50, 50, 50));
    palette.setColor(QPalette::Base, QColor(35, 35, 35));
    palette.setColor(QPalette::AlternateBase, QColor(45, 45, 45));
    return palette;
}

class RelocationPictures : public RelocationDesk, public testing::WithParamInterface<Scene> {
protected:
    void SetUp() override {
        QgsSettings().setValue(QStringLiteral("locale/userLocale"), QLatin1String(GetParam().locale));
        if (GetParam().dark) QApplication::setPalette(night());
        words_ = std::make_unique<InstalledTranslation>();
        dock_ = std::make_unique<Dock>(*session_, Desk{&canvas_, &bar_});
        dock_->resize(420, 600);
        dock_->show();
        turn_to(page_number);
    }
    void TearDown() override {
        dock_.reset();
        QApplication::setPalette(QPalette());
    }

    void look(const char* title) {
        QTest::qWait(60);  // texts wrap, then their neighbours move
        QWidget& page = the("yiquanRelocationPage");
        EXPECT_LE(dock_->width(), 420) << title;
        for (const QScrollArea* area : page.findChildren<QScrollArea*>()) {
            if (!area->isVisible()) continue;
            EXPECT_LE(area->widget()->width(), area->viewport()->width()) << title;
        }
        for (const QLabel* text : page.findChildren<QLabel*>()) {
            if (!text->isVisible() || text->text().isEmpty()) continue;
            EXPECT_GE(text->height(),
                      text->wordWrap() ? text->heightForWidth(text->width()) : text->sizeHint().height())
                << text->text().toStdString();
        }
        for (const QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
            if (!button->isVisible() || button->text().isEmpty()) continue;
            EXPECT_GE(button->width(), button->minimumSizeHint().width()) << button->text().toStdString();
        }
        const QString where = qEnvironmentVariable("YIQUAN_PICTURES");
        if (where.isEmpty()) return;
        dock_->grab().save(QStringLiteral("%1/relocation-%2-%3.png")
                               .arg(where, QLatin1String(GetParam().name), QLatin1String(title)));
    }
    void scroll_to_end() {
        QTest::qWait(60);
        for (QScrollArea* area : the("yiquanRelocationPage").findChildren<QScrollArea*>()) {
            if (area->isVisible()) area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        }
    }
};

TEST_P(RelocationPictures, OfThePage) {
    look("1-empty");
    choose_rules();
    {
        const ProgramStandIn slow(
            QStringLiteral("echo '{\"progress\": 0.5, \"stage\": \"faults\"}' >&2; exec sleep 60"));
        click("yiquanStartScreening");
        QTest::qWait(1200);
        look("2-screening");
        click("yiquanCancelScreening");
        EXPECT_TRUE(wait_until([this] { return the("yiquanCancelScreening").isHidden(); }));
    }
    {
        const ProgramStandIn program(answers("screening"));
        screen();
        look("3-screened");
        click_row("yiquanScreened", 1);
        scroll_to_end();
        look("4-evidence");
    }
    to_assignment();
    look("5-assignment");
    choose_households();
    the<QgsCollapsibleGroupBoxBasic>("yiquanHouseholdColumns").setCollapsed(false);
    choose("yiquanSiteSource", QStringLiteral("layer"));
    look("6-columns");
    scroll_to_end();
    look("7-limits");
    the<QgsCollapsibleGroupBoxBasic>("yiquanHouseholdColumns").setCollapsed(true);
    choose("yiquanSiteSource", QStringLiteral("screened"));
    const ProgramStandIn program(answers("relocation"));
    assign();
    look("8-assigned");
    click_row("yiquanUnplaced", 0);
    scroll_to_end();
    look("9-unplaced");
}

INSTANTIATE_TEST_SUITE_P(Looks, RelocationPictures,
                         testing::Values(Scene{"en", "en", false}, Scene{"zh", "zh-Hans", false},
                                         Scene{"dark", "zh-Hans", true}),
                         [](const auto& scene) { return std::string{scene.param.name}; });

}  // namespace
}  // namespace yiquan::plugin
