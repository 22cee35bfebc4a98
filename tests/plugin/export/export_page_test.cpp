// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/export/export_page.hpp"

#include <qgscollapsiblegroupbox.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayoutmanager.h>
#include <qgsprintlayout.h>

#include <QDateEdit>
#include <QProgressBar>
#include <QSpinBox>
#include <QTimer>

#include "plugin/layout/paper_layout.hpp"
#include "tests/plugin/export/paper_world.hpp"

namespace yiquan::plugin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ExportPageTest : public PaperWorld {
protected:
    void export_to(const QString& path) {
        save_as(path);
        click("yiquanExport");
    }
    [[nodiscard]] bool asks() { return the("yiquanReplace").isVisible(); }
};

TEST_F(ExportPageTest, LeadsToCoverageWithoutAnAudit) {
    turn_to(page_number);
    EXPECT_TRUE(the("yiquanNoAudit").isVisible());
    EXPECT_FALSE(the("yiquanExport").isEnabled());
    EXPECT_FALSE(the("yiquanOpenDesigner").isEnabled());
    EXPECT_FALSE(is_drawn());
    click("yiquanGoToCoverage");
    EXPECT_EQ(the<QTabWidget>("yiquanPages").currentIndex(), 1);
}

TEST_F(ExportPageTest, FollowsTheNewestAuditUntilAnotherIsChosen) {
    session().add_audit({QStringLiteral("30 km"), audit("county-30km")});
    turn_to(page_number);
    EXPECT_FALSE(the("yiquanNoAudit").isVisible());
    auto& box = the<QComboBox>("yiquanExportAudit");
    EXPECT_EQ(box.currentText(), QStringLiteral("30 km"));
    session().add_audit({QStringLiteral("15 km"), audit("county-15km")});
    EXPECT_EQ(box.currentText(), QStringLiteral("15 km"));
    EXPECT_EQ(box.itemText(1), QStringLiteral("30 km"));
    choose("yiquanExportAudit", QStringLiteral("30 km"));
    session().add_audit({QStringLiteral("again"), audit("county-15km")});
    EXPECT_EQ(box.currentText(), QStringLiteral("30 km"));
}

TEST_F(ExportPageTest, TakesAnAuditFromAFolderThatTheProjectDoesNotKnow) {
    turn_to(page_number);
    auto& folder = the<QgsFileWidget>("yiquanExportAuditFolder");
    EXPECT_TRUE(folder.isVisible());
    folder.setFilePath(audit("county-15km"));
    EXPECT_FALSE(the("yiquanNoAudit").isVisible());
    wait_for_picture();
    EXPECT_EQ(the<QComboBox>("yiquanPreviewPage").count(), 8);
}

TEST_F(ExportPageTest, OffersEveryLayoutButThoseThatNeedAPlan) {
    open_page();
    auto& paper = the<QComboBox>("yiquanPaper");
    auto& contents = the<QComboBox>("yiquanContents");
    std::set<QString> offered;
    for (int size = 0; size < paper.count(); ++size) {
        paper.setCurrentIndex(size);
        for (int content = 0; content < contents.count(); ++content) {
            contents.setCurrentIndex(content);
            offered.insert(session().value("export_layout").toString());
        }
    }
    for (const PaperLayout& layout : paper_layouts) {
        const QString id = QString::fromUtf8(layout.id.data(), static_cast<int>(layout.id.size()));
        EXPECT_EQ(offered.count(id), shows_result(layout.contents) ? 0U : 1U) << layout.id;
    }
}

TEST_F(ExportPageTest, DrawsThePageThatWillBePrinted) {
    constexpr std::size_t a_drawing = 100;  // a white page, or one with a frame only, has a handful
    open_page();
    const QImage atlas = picture();
    EXPECT_GT(colours(atlas), a_drawing);
    EXPECT_EQ(the<QComboBox>("yiquanPreviewPage").count(), 8);
    choose("yiquanContents", QStringLiteral("Overview"));
    wait_for_other(atlas);
    EXPECT_EQ(the<QComboBox>("yiquanPreviewPage").count(), 1);
    EXPECT_FALSE(the("yiquanPageForth").isEnabled());
    const QImage overview = picture();
    choose("yiquanPaper", QStringLiteral("A4 portrait"));
    wait_for_other(overview);
    EXPECT_GT(picture().height(), picture().width());
}

TEST_F(ExportPageTest, DrawsTheWordsWhilePlannersTypeThem) {
    open_page();
    the<QgsCollapsibleGroupBoxBasic>("yiquanPageWords").setCollapsed(false);
    const QImage before = picture();
    type("yiquanMapTitle", QStringLiteral("How far is the next centre?"));
    wait_for_other(before);
    type("yiquanMapTitle", QStringLiteral("中国地图"));
    EXPECT_TRUE(wait_until([this] { return !is_drawn(); }));
    EXPECT_THAT(reason().toStdString(), HasSubstr("中国"));
    click("yiquanExport");
    EXPECT_THAT(said().toStdString(), HasSubstr("中国"));
}

TEST_F(ExportPageTest, TurnsThePagesByArrowsListAndKeys) {
    open_page();
    auto& list = the<QComboBox>("yiquanPreviewPage");
    EXPECT_TRUE(list.currentText().startsWith(QStringLiteral("1 / 8")));
    EXPECT_FALSE(the("yiquanPageBack").isEnabled());
    const QImage first = picture();
    QTest::mouseClick(&the<QToolButton>("yiquanPageForth"), Qt::LeftButton);
    EXPECT_TRUE(list.currentText().startsWith(QStringLiteral("2 / 8")));
    wait_for_other(first);
    QTest::keyClick(&the("yiquanPagePicture"), Qt::Key_End);
    EXPECT_TRUE(list.currentText().startsWith(QStringLiteral("8 / 8")));
    EXPECT_FALSE(the("yiquanPageForth").isEnabled());
    QTest::keyClick(&the("yiquanPagePicture"), Qt::Key_Left);
    EXPECT_TRUE(list.currentText().startsWith(QStringLiteral("7 / 8")));
    const QString name = list.currentText();
    the<QComboBox>("yiquanPaperLanguage").setCurrentIndex(2);  // another book, the same unit
    QTest::qWait(600);
    EXPECT_EQ(list.currentText(), name);
}

TEST_F(ExportPageTest, WritesAllPagesAsOnePdf) {
    open_page();
    export_to(target("maps.pdf"));
    EXPECT_EQ(pdf_pages(target("maps.pdf")), 8);
    EXPECT_THAT(said().toStdString(), HasSubstr("maps.pdf"));
    EXPECT_THAT(the<QLabel>("yiquanExported").text().toStdString(),
                HasSubstr(QUrl::fromLocalFile(target("maps.pdf")).toString().toStdString()));
    EXPECT_FALSE(the("yiquanCancelExport").isVisible());
    EXPECT_THAT(written(), ElementsAre(QStringLiteral("maps.pdf")));
}

TEST_F(ExportPageTest, WritesTheChosenPagesOnly) {
    open_page();
    choose("yiquanWhichPages", QStringLiteral("These pages"));
    type("yiquanPageList", QStringLiteral("1-2, 8"));
    export_to(target("three.pdf"));
    EXPECT_EQ(pdf_pages(target("three.pdf")), 3);
    type("yiquanPageList", QStringLiteral("7-9"));
    export_to(target("none.pdf"));
    EXPECT_THAT(said().toStdString(), HasSubstr("7-9"));
    type("yiquanPageList", QString());
    export_to(target("none.pdf"));
    EXPECT_THAT(said().toStdString(), HasSubstr("1-3, 5"));
    EXPECT_THAT(written(), ElementsAre(QStringLiteral("three.pdf")));
}

TEST_F(ExportPageTest, WritesThePageShownAsAPictureOfTheChosenFineness) {
    open_page();
    choose("yiquanPaper", QStringLiteral("A4"));
    choose("yiquanWhichPages", QStringLiteral("The page shown"));
    save_as(target("page.png"));
    EXPECT_EQ(the<QComboBox>("yiquanExportFormat").currentText(), QStringLiteral("PNG"));
    EXPECT_TRUE(the("yiquanDpi").isVisible());
    the<QSpinBox>("yiquanDpi").setValue(100);
    the<QComboBox>("yiquanPreviewPage").setCurrentIndex(4);
    click("yiquanExport");
    ASSERT_EQ(written().size(), 1);
    const QImage image(target("") + written().front());
    EXPECT_NEAR(image.width(), 297 / 25.4 * 100, 1);
    EXPECT_NEAR(image.height(), 210 / 25.4 * 100, 1);
}

TEST_F(ExportPageTest, GivesTheFileTheEndingOfTheFormat) {
    open_page();
    choose("yiquanContents", QStringLiteral("Overview"));
    save_as(target("drawing.pdf"));
    choose("yiquanExportFormat", QStringLiteral("SVG"));
    EXPECT_EQ(the<QgsFileWidget>("yiquanExportFile").filePath(), target("drawing.svg"));
    click("yiquanExport");
    EXPECT_THAT(written(), ElementsAre(QStringLiteral("drawing.svg")));
    save_as(target("plan.v2"));
    click("yiquanExport");
    EXPECT_THAT(written(), ElementsAre(QStringLiteral("drawing.svg"), QStringLiteral("plan.v2.svg")));
}

TEST_F(ExportPageTest, OffersAFileBesideTheAudit) {
    open_page();
    EXPECT_EQ(the<QgsFileWidget>("yiquanExportFile").filePath(), audit("county-15km") + "/maps.pdf");
    choose("yiquanExportAudit", QStringLiteral("30 km"));
    EXPECT_EQ(the<QgsFileWidget>("yiquanExportFile").filePath(), audit("county-30km") + "/maps.pdf");
    save_as(target("own.pdf"));
    choose("yiquanExportAudit", QStringLiteral("15 km"));
    EXPECT_EQ(the<QgsFileWidget>("yiquanExportFile").filePath(), target("own.pdf"));
}

TEST_F(ExportPageTest, AsksBeforeItReplacesAFile) {
    open_page();
    choose("yiquanContents", QStringLiteral("Overview"));
    fill(target("maps.pdf"), "mine");
    export_to(target("maps.pdf"));
    ASSERT_TRUE(asks());
    click("yiquanReplaceNot");
    EXPECT_FALSE(asks());
    EXPECT_EQ(content(target("maps.pdf")), "mine");
    click("yiquanExport");
    QTest::keyClick(&the("yiquanReplaceNot"), Qt::Key_Escape);
    EXPECT_FALSE(asks());
    EXPECT_EQ(content(target("maps.pdf")), "mine");
    click("yiquanExport");
    click("yiquanReplace");
    EXPECT_EQ(pdf_pages(target("maps.pdf")), 1);
}

TEST_F(ExportPageTest, ForgetsTheQuestionWhenSomethingElseIsChosen) {
    open_page();
    fill(target("maps.pdf"), "mine");
    export_to(target("maps.pdf"));
    ASSERT_TRUE(asks());
    choose("yiquanContents", QStringLiteral("Overview"));
    EXPECT_FALSE(asks());
    EXPECT_EQ(content(target("maps.pdf")), "mine");
}

TEST_F(ExportPageTest, AsksForEachPictureOfManyByItsName) {
    open_page();
    fill(target("maps-3.png"), "mine");
    the<QSpinBox>("yiquanDpi").setValue(72);
    export_to(target("maps.png"));
    ASSERT_TRUE(asks());
    click("yiquanReplaceNot");
    EXPECT_THAT(written(), ElementsAre(QStringLiteral("maps-3.png")));
    choose("yiquanWhichPages", QStringLiteral("These pages"));
    type("yiquanPageList", QStringLiteral("1, 2"));
    click("yiquanExport");
    EXPECT_FALSE(asks());
    EXPECT_EQ(written().size(), 3);
}

TEST_F(ExportPageTest, LeavesNothingWhenCancelled) {
    open_page();
    fill(target("maps.pdf"), "mine");
    save_as(target("maps.pdf"));
    click("yiquanExport");
    QTimer::singleShot(0, &dock(), [this] {
        EXPECT_TRUE(the("yiquanCancelExport").isVisible());
        click("yiquanCancelExport");
    });
    click("yiquanReplace");
    EXPECT_THAT(said().toStdString(), HasSubstr("ancel"));
    EXPECT_EQ(content(target("maps.pdf")), "mine");
    EXPECT_THAT(written(), ElementsAre(QStringLiteral("maps.pdf")));
    EXPECT_FALSE(the("yiquanCancelExport").isVisible());
    EXPECT_TRUE(the("yiquanExport").isEnabled());
}

TEST_F(ExportPageTest, NothingElseAnswersDuringAnExport) {
    open_page();
    int seen = 0;
    QTimer::singleShot(0, &dock(), [&] {
        ++seen;
        EXPECT_FALSE(the("yiquanPaper").isEnabled());
        click("yiquanOpenDesigner");
        QTest::mouseClick(&the<QPushButton>("yiquanExport"), Qt::LeftButton);
        auto& tabs = the<QTabWidget>("yiquanPages");
        QTest::keyClick(&tabs, Qt::Key_Tab, Qt::ControlModifier);
        EXPECT_EQ(tabs.currentIndex(), page_number);
        EXPECT_FALSE(dock().close());
    });
    export_to(target("maps.pdf"));
    EXPECT_EQ(seen, 1);
    EXPECT_TRUE(dock().isVisible());
    EXPECT_EQ(pdf_pages(target("maps.pdf")), 8);
    EXPECT_THAT(project().layoutManager()->printLayouts(), IsEmpty());
    EXPECT_TRUE(the("yiquanPaper").isEnabled());
}

TEST_F(ExportPageTest, SurvivesTheEndOfTheDockDuringAnExport) {
    open_page();
    QTimer::singleShot(0, qApp, [this] { close_dock(); });
    export_to(target("maps.pdf"));
    EXPECT_THAT(written(), IsEmpty());
}

TEST_F(ExportPageTest, StopsWhenTheProjectIsClosed) {
    open_page();
    QTimer::singleShot(0, &dock(), [] { project().clear(); });
    export_to(target("maps.pdf"));
    EXPECT_THAT(written(), IsEmpty());
    EXPECT_TRUE(the("yiquanNoAudit").isVisible());
    EXPECT_TRUE(wait_until([this] { return !is_drawn(); }));
}

TEST_F(ExportPageTest, SaysWhereItCannotWrite) {
    open_page();
    fill(target("file"), "no folder");
    export_to(target("file") + QStringLiteral("/maps.pdf"));
    EXPECT_THAT(said().toStdString(), HasSubstr("file"));
    EXPECT_EQ(content(target("file")), "no folder");
}

TEST_F(ExportPageTest, HandsThePageShownToTheProject) {
    open_page();
    the<QComboBox>("yiquanPreviewPage").setCurrentIndex(2);
    const int before = project().mapLayers().size();
    click("yiquanOpenDesigner");
    const QList<QgsPrintLayout*> layouts = project().layoutManager()->printLayouts();
    ASSERT_EQ(layouts.size(), 1);
    EXPECT_GT(project().mapLayers().size(), before);
    EXPECT_THAT(said().toStdString(), HasSubstr(layouts.front()->name().toStdString()));
    click("yiquanOpenDesigner");
    EXPECT_EQ(project().layoutManager()->printLayouts().size(), 2);
}

TEST_F(ExportPageTest, OpensTheLayoutDesignerWhereThereIsOne) {
    session().add_audit({QStringLiteral("15 km"), audit("county-15km")});
    QgsPrintLayout* opened = nullptr;
    Desk desk{&canvas_, &bar_, [&](QgsPrintLayout& layout) { opened = &layout; }};
    ExportPage page(session(), desk);
    page.show();
    auto* button = page.findChild<QPushButton*>(QStringLiteral("yiquanOpenDesigner"));
    QTest::mouseClick(button, Qt::LeftButton);
    ASSERT_EQ(project().layoutManager()->printLayouts().size(), 1);
    EXPECT_EQ(opened, project().layoutManager()->printLayouts().front());
}

TEST_F(ExportPageTest, ComparesWithTheOtherAudit) {
    open_page();
    EXPECT_FALSE(the("yiquanExportBefore").isVisible());
    choose("yiquanContents", QStringLiteral("Before and after"));
    EXPECT_TRUE(the("yiquanExportBefore").isVisible());
    EXPECT_EQ(the<QComboBox>("yiquanExportBefore").currentText(), QStringLiteral("30 km"));
    EXPECT_TRUE(
        wait_until([this] { return is_drawn() && the<QComboBox>("yiquanPreviewPage").count() == 1; }));
    export_to(target("compare.pdf"));
    EXPECT_EQ(pdf_pages(target("compare.pdf")), 1);
}

TEST_F(ExportPageTest, AsksForAnEarlierAuditWhereThereIsNone) {
    session().add_audit({QStringLiteral("15 km"), audit("county-15km")});
    turn_to(page_number);
    choose("yiquanContents", QStringLiteral("Before and after"));
    EXPECT_TRUE(wait_until([this] { return !reason().isEmpty(); }));
    EXPECT_THAT(reason().toStdString(), HasSubstr("earlier audit"));
    EXPECT_FALSE(is_drawn());
    the<QgsFileWidget>("yiquanExportBeforeFolder").setFilePath(audit("county-30km"));
    wait_for_picture();
}

TEST_F(ExportPageTest, SaysWhyABrokenAuditCannotBeShown) {
    const QString broken = folder_.filePath(QStringLiteral("broken"));
    QDir().mkpath(broken);
    fill(broken + QStringLiteral("/audit.json"), "{}");
    fill(broken + QStringLiteral("/audit.gpkg"), "this is no GeoPackage");
    session().add_audit({QStringLiteral("broken"), broken});
    turn_to(page_number);
    EXPECT_TRUE(wait_until([this] { return !reason().isEmpty(); }));
    EXPECT_THAT(reason().toStdString(), HasSubstr("broken"));
    EXPECT_FALSE(is_drawn());
    export_to(target("maps.pdf"));
    EXPECT_THAT(said().toStdString(), HasSubstr("broken"));
    click("yiquanOpenDesigner");
    EXPECT_THAT(project().layoutManager()->printLayouts(), IsEmpty());
    EXPECT_THAT(written(), IsEmpty());
}

TEST_F(ExportPageTest, ReadsAnAuditAgainThatWasMadeAnew) {
    const QString mine = folder_.filePath(QStringLiteral("mine"));
    QDir().mkpath(mine);
    for (const char* file : {"/audit.json", "/audit.gpkg"}) {
        ASSERT_TRUE(QFile::copy(audit("county-15km") + QLatin1String(file), mine + QLatin1String(file)));
    }
    session().add_audit({QStringLiteral("mine"), mine});
    turn_to(page_number);
    wait_for_picture();
    const QImage before = picture();
    QTest::qWait(20);
    fill(mine + QStringLiteral("/audit.gpkg"), content(audit("county-30km") + "/audit.gpkg"));
    turn_to(1);
    turn_to(page_number);
    wait_for_other(before);
}

TEST_F(ExportPageTest, KeepsTheChoicesInTheProject) {
    open_page();
    choose("yiquanExportAudit", QStringLiteral("30 km"));
    choose("yiquanPaper", QStringLiteral("A0 poster"));
    choose("yiquanContents", QStringLiteral("A page per county"));
    choose("yiquanPaperLanguage", QStringLiteral("中文 + English"));
    the<QgsCollapsibleGroupBoxBasic>("yiquanPageWords").setCollapsed(false);
    type("yiquanMapTitle", QStringLiteral("Who is near?"));
    type("yiquanMapUnit", QStringLiteral("青海省总工会"));
    type("yiquanMapApproval", QStringLiteral("青S(2025)001号"));
    the<QDateEdit>("yiquanMapDate").setDate(QDate(2025, 3, 1));
    choose("yiquanWhichPages", QStringLiteral("These pages"));
    type("yiquanPageList", QStringLiteral("2-3"));
    save_as(target("poster.png"));
    the<QSpinBox>("yiquanDpi").setValue(150);
    the<QSpinBox>("yiquanDpi").setFocus();  // the line edits are done

    const QString path = folder_.filePath(QStringLiteral("kept.qgz"));
    ASSERT_TRUE(project().write(path));
    project().clear();
    EXPECT_NE(the<QComboBox>("yiquanPaper").currentText(), QStringLiteral("A0 poster"));
    EXPECT_EQ(the<QLineEdit>("yiquanMapTitle").text(), QString());
    ASSERT_TRUE(project().read(path));
    EXPECT_EQ(the<QComboBox>("yiquanExportAudit").currentText(), QStringLiteral("30 km"));
    EXPECT_EQ(the<QComboBox>("yiquanPaper").currentText(), QStringLiteral("A0 poster"));
    EXPECT_EQ(the<QComboBox>("yiquanContents").currentText(), QStringLiteral("A page per county"));
    EXPECT_EQ(the<QComboBox>("yiquanPaperLanguage").currentText(), QStringLiteral("中文 + English"));
    EXPECT_EQ(the<QLineEdit>("yiquanMapTitle").text(), QStringLiteral("Who is near?"));
    EXPECT_EQ(the<QLineEdit>("yiquanMapUnit").text(), QStringLiteral("青海省总工会"));
    EXPECT_EQ(the<QLineEdit>("yiquanMapApproval").text(), QStringLiteral("青S(2025)001号"));
    EXPECT_EQ(the<QDateEdit>("yiquanMapDate").date(), QDate(2025, 3, 1));
    EXPECT_EQ(the<QComboBox>("yiquanWhichPages").currentText(), QStringLiteral("These pages"));
    EXPECT_EQ(the<QLineEdit>("yiquanPageList").text(), QStringLiteral("2-3"));
    EXPECT_EQ(the<QgsFileWidget>("yiquanExportFile").filePath(), target("poster.png"));
    EXPECT_EQ(the<QSpinBox>("yiquanDpi").value(), 150);
}

TEST_F(ExportPageTest, DrawsNothingWhileAnotherPageIsInFront) {
    session().add_audit({QStringLiteral("15 km"), audit("county-15km")});
    QTest::qWait(600);
    EXPECT_EQ(the<QComboBox>("yiquanPreviewPage").count(), 0);
    turn_to(page_number);
    wait_for_picture();
}

}  // namespace
}  // namespace yiquan::plugin
