// SPDX-License-Identifier: GPL-2.0-or-later
#include <qgscollapsiblegroupbox.h>

#include "plugin/dock/export/export_report.hpp"
#include "tests/plugin/export/paper_world.hpp"

namespace yiquan::plugin {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class ReportTest : public PaperWorld {
protected:
    void open_report(const QString& path) {
        turn_to(page_number);
        click("yiquanShowReport");
        EXPECT_FALSE(the<QgsCollapsibleGroupBoxBasic>("yiquanReportGroup").isCollapsed());
        the<QgsFileWidget>("yiquanReportFile").setFilePath(path);
    }
    void write() {
        click("yiquanWriteReport");
        wait_for_report();
    }
    void wait_for_report() {
        EXPECT_TRUE(wait_until([this] { return the("yiquanWriteReport").isEnabled(); }));
    }
    void know(const char* name) { session().add_audit({QLatin1String(name), audit(name)}); }
};

TEST_F(ReportTest, IsOnePageWithALinkToOpenIt) {
    know("county-15km");
    open_report(target("report.html"));
    the<QComboBox>("yiquanPaperLanguage").setCurrentIndex(0);
    write();
    EXPECT_EQ(written(), QStringList{QStringLiteral("report.html")});
    const std::string page = content(target("report.html")).toStdString();
    EXPECT_THAT(page, HasSubstr("<html"));
    EXPECT_THAT(page, HasSubstr("lang=\"zh"));
    EXPECT_THAT(the<QLabel>("yiquanReportDone").text().toStdString(), HasSubstr("report.html\">"));
    EXPECT_THAT(said().toStdString(), HasSubstr("report.html"));
}

TEST_F(ReportTest, SpeaksTheLanguageOfThePages) {
    know("county-15km");
    open_report(target("report"));  // the ending is added
    the<QComboBox>("yiquanPaperLanguage").setCurrentIndex(1);
    write();
    EXPECT_THAT(content(target("report.html")).toStdString(), HasSubstr("lang=\"en"));
}

TEST_F(ReportTest, TellsWhatStoodBeforeWherePagesCompare) {
    know("county-30km");
    know("county-15km");
    open_report(target("one.html"));
    write();
    choose("yiquanContents", QStringLiteral("Before and after"));
    the<QgsFileWidget>("yiquanReportFile").setFilePath(target("two.html"));
    write();
    EXPECT_GT(content(target("two.html")).size(), content(target("one.html")).size());
}

TEST_F(ReportTest, AsksBeforeItReplaces) {
    know("county-15km");
    fill(target("report.html"), "mine");
    open_report(target("report.html"));
    click("yiquanWriteReport");
    ASSERT_TRUE(the("yiquanReplaceReport").isVisible());
    click("yiquanReplaceReportNot");
    EXPECT_EQ(content(target("report.html")), "mine");
    click("yiquanWriteReport");
    click("yiquanReplaceReport");
    wait_for_report();
    EXPECT_THAT(content(target("report.html")).toStdString(), HasSubstr("<html"));
}

TEST_F(ReportTest, LeavesNothingWhenCancelledOrImpossible) {
    know("county-15km");
    open_report(target("report.html"));
    click("yiquanWriteReport");
    click("yiquanCancelReport");
    wait_for_report();
    wait_for_tasks();
    EXPECT_THAT(written(), IsEmpty());

    const QString broken = folder_.filePath(QStringLiteral("broken"));
    QDir().mkpath(broken);
    fill(broken + QStringLiteral("/audit.json"), "{}");
    fill(broken + QStringLiteral("/audit.gpkg"), "this is no GeoPackage");
    session().add_audit({QStringLiteral("broken"), broken});
    write();
    EXPECT_THAT(said().toStdString(), HasSubstr("broken"));
    EXPECT_THAT(written(), IsEmpty());
}

}  // namespace
}  // namespace yiquan::plugin
