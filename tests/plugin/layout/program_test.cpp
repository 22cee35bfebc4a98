// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plugin/layout/paper_layout.hpp"
#include "tests/plugin/layout/printed_audit.hpp"

namespace yiquan::plugin {
namespace {

using testing::HasSubstr;

class Program : public testing::Test {
protected:
    [[nodiscard]] QString path(const char* name) const { return folder_.filePath(QString::fromUtf8(name)); }

    /// Refused with an exit code and one sentence that holds these words, and nothing written.
    void expect_refused(const QStringList& arguments, int code, const std::string& words,
                        const QStringList& variables = {}) const {
        const QStringList before =
            QDir(folder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        const Ended ended = map_program(arguments, variables);
        EXPECT_EQ(ended.code, code) << ended.err.toStdString();
        EXPECT_THAT(ended.err.toStdString(), HasSubstr(words));
        EXPECT_EQ(ended.err.count('\n'), 1) << ended.err.toStdString();
        EXPECT_EQ(QDir(folder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                  before);
    }

    QTemporaryDir folder_;
};

TEST_F(Program, MakesAnAtlasThatPrintersAndSearchersCanUse) {
    const QString pdf = path("maps.pdf");
    const Ended ended = map_program({PrintedAudit::demo().package(), "--layout", "a3-prefectures", "--lang",
                                     "zh", "--unit", "省总工会", "-o", pdf, "--date", "2026-05-01"});
    ASSERT_EQ(ended.code, 0) << ended.err.toStdString();
    EXPECT_EQ(ended.out.trimmed(), pdf);
    EXPECT_EQ(ended.err, "");
    const std::string info = run("pdfinfo", {pdf}).out.toStdString();
    EXPECT_THAT(info, testing::ContainsRegex("Pages: +8\n"));
    EXPECT_THAT(info,
                testing::ContainsRegex("Page size: +119[01]\\.?[0-9]* x 842"));  // 420 x 297 mm in points
    EXPECT_THAT(info, HasSubstr("青海省县级服务中心覆盖审计"));
    EXPECT_LT(bytes_of(pdf).size(), 20 << 20);
    const QStringList fonts = run("pdffonts", {pdf}).out.split('\n', Qt::SkipEmptyParts).mid(2);
    EXPECT_FALSE(fonts.isEmpty());
    for (const QString& font : fonts) {
        EXPECT_THAT(font.toStdString(), testing::ContainsRegex("yes (yes|no )  ?yes"))
            << "embedded, with text";
    }
    const std::string text = run("pdftotext", {"-enc", "UTF-8", pdf, "-"}).out.toStdString();
    for (const char* words :
         {"海西蒙古族藏族自治州", "覆盖率", "省总工会", "内部会议用图", "界线为演示级", "2026年5月1日"}) {
        EXPECT_TRUE(text.find(words) != std::string::npos) << words;
    }
    EXPECT_EQ(run("pdfimages", {"-list", pdf}).out.count('\n'), 2) << "everything is lines and text";
}

TEST_F(Program, GivesTheSameBytesForTheSameDate) {
    const GridAudit audit(GridCountry{});
    for (const char* name : {"a.pdf", "b.pdf"}) {
        ASSERT_EQ(map_program({audit.package(), "-o", path(name), "--date", "2026-05-01", "--quiet"}).code,
                  0);
    }
    EXPECT_EQ(bytes_of(path("a.pdf")), bytes_of(path("b.pdf")));
    EXPECT_THAT(bytes_of(path("a.pdf")).toStdString(), HasSubstr("(D:20260501000000"));
}

TEST_F(Program, ListsEveryLayoutWithItsSize) {
    const Ended ended = map_program({"--list"});
    EXPECT_EQ(ended.code, 0);
    EXPECT_EQ(ended.out.count('\n'), static_cast<int>(paper_layouts.size()));
    for (const PaperLayout& layout : paper_layouts)
        EXPECT_THAT(ended.out.toStdString(), HasSubstr(std::string{layout.id}));
    EXPECT_THAT(ended.out.toStdString(), HasSubstr("1189"));
}

TEST_F(Program, HelpsInBothLanguagesWithAnExample) {
    EXPECT_THAT(map_program({"--help"}).out.toStdString(),
                HasSubstr("Example:\n  yiquan-map audit-out/audit.gpkg"));
    EXPECT_THAT(map_program({"--help", "--lang", "zh"}).out.toStdString(),
                HasSubstr("例：\n  yiquan-map audit-out"));
    EXPECT_EQ(map_program({"--version"}).code, 0);
}

TEST_F(Program, RefusesAWrongRequest) {
    const QString package = PrintedAudit::demo().package();
    expect_refused({package, "-o", path("m.pdf"), "--layout", "a3-prefecture"}, 2,
                   "Did you mean \"a3-prefectures\"?");
    expect_refused({package}, 2, "-o maps.pdf");
    expect_refused({"-o", path("m.pdf")}, 2, "audit.gpkg");
    expect_refused({package, "-o", path("m.doc")}, 2, "not as \"doc\"");
    expect_refused({package, "-o", path("m.pdf"), "--date", "1.5.2026"}, 2, "--date 1.5.2026");
    expect_refused({package, "-o", path("m.pdf"), "--lang", "fr"}, 2, "--lang");
    expect_refused({package, "-o", path("m.pdf"), "--pages", "3-9"}, 2,
                   "there is no page 9; the layouts have 8");
    expect_refused({package, "-o", path("m.pdf"), "--pages", "x"}, 2, "must be like 1-3,5");
    expect_refused({package, "-o", path("m.pdf"), "--layout", "a3-compare"}, 2, "--before");
}

TEST_F(Program, RefusesWhatIsNoAuditOfThisVersion) {
    expect_refused({path("none.gpkg"), "-o", path("m.pdf")}, 3, "none.gpkg");
    write_file(path("noise.gpkg"), "no database");
    expect_refused({path("noise.gpkg"), "-o", path("m.pdf")}, 3, "noise.gpkg");
    ASSERT_EQ(run("ogr2ogr",
                  {path("other.gpkg"), QStringLiteral(YIQUAN_SOURCE_DIR "/data/qinghai/counties.geojson")})
                  .code,
              0);
    expect_refused({path("other.gpkg"), "-o", path("m.pdf")}, 3, "other.gpkg");
}

TEST_F(Program, RefusesToReplaceAFileAndSaysWhereItCannotWrite) {
    const GridAudit audit(GridCountry{});
    write_file(path("m.pdf"), "mine");
    expect_refused({audit.package(), "-o", path("m.pdf")}, 2, "m.pdf");
    EXPECT_EQ(bytes_of(path("m.pdf")), "mine");
    expect_refused({audit.package(), "-o", "/proc/m.pdf"}, 3, "/proc");
}

TEST_F(Program, WithoutAChineseFontNamesThePackageToInstall) {
    write_file(path("fonts.conf"),
               QStringLiteral("<?xml version=\"1.0\"?><fontconfig><cachedir>%1</cachedir></fontconfig>")
                   .arg(path("cache")));
    ASSERT_TRUE(QDir(folder_.path()).mkpath("cache"));
    expect_refused({PrintedAudit::demo().package(), "-o", path("m.pdf")}, 3, "fonts-noto-cjk",
                   {"FONTCONFIG_FILE=" + path("fonts.conf")});
}

}  // namespace
}  // namespace yiquan::plugin
