// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/plugin/layout/printed_page.hpp"
#include "tests/plugin/layout/printed_result.hpp"

namespace yiquan::plugin {
namespace {

using testing::HasSubstr;

MapBook book_of(const std::string& layout, const QString& relocation, const QString& screening,
                PaperLanguage language = PaperLanguage::chinese) {
    MapRequest request;
    request.package = PrintedAudit::demo().package();
    request.relocation = relocation;
    request.screening = screening;
    request.layouts = {layout};
    request.language = language;
    return MapBook(request);
}

MapBook moves_book(const std::string& layout, PaperLanguage language = PaperLanguage::chinese) {
    return book_of(layout, PrintedResult::moves().package(), {}, language);
}

std::string line(QString words) {
    return words.remove(QLatin1Char('\n')).toStdString();
}

/// Villages of a made-up list: `moving` near the sites, each of which has room for all, and `staying` a
/// degree away, all with ten people.
PrintedResult villages(const QTemporaryDir& folder, int moving, int staying, int sites) {
    QString households = QStringLiteral("id,name,lon,lat,people\n");
    for (int i = 0; i < moving + staying; ++i) {
        households += QStringLiteral("v%1,第%1村,%2,%3,10\n")
                          .arg(i)
                          .arg((i < moving ? 100.0 : 101.0) + 0.002 * (i % 20), 0, 'f', 3)
                          .arg(36.0 + 0.002 * (i / 20), 0, 'f', 3);
    }
    QString list = QStringLiteral("id,name,lon,lat,capacity\n");
    for (int s = 0; s < sites; ++s)
        list += QStringLiteral("s%1,%2第%1点,%3,36.02,%4\n")
                    .arg(s)
                    .arg(QStringLiteral("名称很长很长").repeated(3))
                    .arg(100.0 + 0.004 * s, 0, 'f', 3)
                    .arg(10 * (moving + staying));
    const QDir dir(folder.path());
    write_file(dir.filePath(QStringLiteral("households.csv")), households);
    write_file(dir.filePath(QStringLiteral("sites.csv")), list);
    return PrintedResult({QStringLiteral("relocate"), QStringLiteral("--households"),
                          dir.filePath(QStringLiteral("households.csv")), QStringLiteral("--sites"),
                          dir.filePath(QStringLiteral("sites.csv")), QStringLiteral("--max-distance"),
                          QStringLiteral("30 km")});
}

double number(QString cell) {
    return cell.remove(QLatin1Char(',')).toDouble();
}

TEST(RelocationPage, TellsWhoMovesWhoStaysAndWhatWouldPlaceThem) {
    const MapBook book = moves_book("a3-relocation");
    const PrintedPage page(book, 0);
    EXPECT_EQ(line(page.words("title")), "搬到哪里：3 处安置点，安置 123 人");
    EXPECT_THAT(line(page.words("subtitle")), HasSubstr("已证明最优"));
    EXPECT_THAT(line(page.words("subtitle")), HasSubstr("186 人中 123 人（66.1 %）得到安置，63 人未能安置"));
    EXPECT_EQ(page.words("figure_2"), "63");
    EXPECT_THAT(line(page.words("foot")), HasSubstr("界线为演示级"));
    EXPECT_THAT(line(page.words("foot")), HasSubstr("差距 0.0 %"));
    // 24 + 15 of 甲一村 at A (60); 20 + 22 of 甲三村 at B (50), which leaves no room for the 35 of 甲二村;
    // 30 + 12 at D (60), too far for the 28 of 乙三村.
    EXPECT_EQ(page.table("summary").mid(1),
              QList<QStringList>({{"已安置", "31", "123"}, {"未安置", "16", "63"}, {"合计", "47", "186"}}));
    const QList<QStringList> loads = page.table("table");
    ASSERT_EQ(loads.size(), 6);
    EXPECT_EQ(loads[2], QStringList({"B  甲县二号点", "42", "50", "84.0 %"}));
    EXPECT_EQ(loads[3], QStringList({"C  甲县三号点（不可用）", "0", "–", "–"}));
    EXPECT_EQ(loads[5], QStringList({"合计", "123", "170", "72.4 %"}));
    const QList<QStringList> stays = page.table("list");
    ASSERT_EQ(stays.size(), 4);
    EXPECT_EQ(stays[1], QStringList({"甲二村", "最近的可及安置点 B 还缺 27 个名额。", "35"}));
    EXPECT_EQ(stays[3].last(), "63");
}

TEST(RelocationPage, OfManyVillagesSaysHowManyMoreAndWhereTheyAreListed) {
    const QTemporaryDir folder;
    const PrintedResult many = villages(folder, 90, 60, 60);
    const MapBook book = book_of("a4-relocation", many.package(), {}, PaperLanguage::english);
    const PrintedPage page(book, 0);
    for (const char* id : {"table", "list"}) {
        const QList<QStringList> rows = page.table(id);
        ASSERT_GT(rows.size(), 4) << id;
        const int people = rows[0].size() == 3 ? 2 : 1;
        EXPECT_TRUE(rows[rows.size() - 2][0].contains(" more")) << id;
        double sum = 0.0;
        for (int r = 1; r + 1 < rows.size(); ++r) sum += number(rows[r][people]);
        EXPECT_EQ(sum, number(rows.last()[people])) << id;
        EXPECT_EQ(sum, people == 2 ? 600.0 : 900.0) << id;
    }
    EXPECT_THAT(page.table("list")[page.table("list").size() - 2][1].toStdString(),
                HasSubstr("result.gpkg, layer relocation_households"));
}

TEST(RelocationPage, WhereNobodyStaysOrNobodyMovesSaysSo) {
    const QTemporaryDir folder;
    {
        const PrintedResult all = villages(folder, 3, 0, 1);
        const MapBook book = book_of("a3-relocation", all.package(), {});
        const PrintedPage page(book, 0);
        EXPECT_TRUE(page.table("list").isEmpty());
        EXPECT_THAT(line(page.words("list_title")), HasSubstr("没有人未安置"));
        EXPECT_EQ(page.words("figure_1"), "100 %");
        EXPECT_EQ(page.words("figure_3"), "1 / 1");
    }
    const PrintedResult none = villages(folder, 0, 3, 1);
    const MapBook book = book_of("slide-relocation", none.package(), {});
    const PrintedPage page(book, 0);
    EXPECT_EQ(line(page.words("title")), "搬到哪里：没有人能够安置");
    EXPECT_EQ(page.table("summary").last(), QStringList({"合计", "3", "30"}));
    EXPECT_EQ(page.table("list").last().last(), "30");
}

TEST(ScreeningPage, TellsWhatEachRuleExcludesAndWhatIsSwitchedOff) {
    const MapBook book = book_of("a3-screening", {}, PrintedResult::screened().package());
    const PrintedPage page(book, 0);
    const double pass = number(page.words("figure_1"));
    const double fail = number(page.words("figure_2"));
    EXPECT_EQ(pass + fail, 275.0) << "places of data/qinghai; none is unknown";
    EXPECT_EQ(page.words("figure_3"), "0");
    const QList<QStringList> rules = page.table("list");
    ASSERT_EQ(rules.size(), 4);  // headings, two rules in use, those switched off
    EXPECT_EQ(rules[1][0], "靠近县城");
    EXPECT_EQ(rules[1][1], "≤ 30 km");
    EXPECT_EQ(number(rules[1][4]), fail) << "the only hard rule excludes all by itself";
    EXPECT_EQ(rules[3][0], "未启用 13 条");
    EXPECT_THAT(line(page.words("foot")), HasSubstr("不是真实的安置点"));
    const QStringList rest = page.table("table").last();
    EXPECT_TRUE(rest[0].startsWith("其余")) << rest[0].toStdString();
    EXPECT_THAT(rest[1].toStdString(), HasSubstr("screened_sites"));
}

TEST(ResultPage, GivesTheSameBytesAndRefusesWhatIsNoResult) {
    const QTemporaryDir folder;
    const QString audit = PrintedAudit::demo().package();
    const QString moves = PrintedResult::moves().package();
    const auto draw = [&](const QStringList& with, const char* name) {
        return map_program(QStringList{audit, "--layout", "a4-relocation", "-o",
                                       folder.filePath(QString::fromUtf8(name)), "--date", "2026-05-01"} +
                           with);
    };
    ASSERT_EQ(draw({"--relocation", moves}, "a.pdf").code, 0);
    ASSERT_EQ(draw({"--relocation", moves}, "b.pdf").code, 0);
    EXPECT_EQ(bytes_of(folder.filePath("a.pdf")), bytes_of(folder.filePath("b.pdf")));
    const auto expect_refused = [&](const QStringList& with, int code, const char* words) {
        const Ended ended = draw(with, "no.pdf");
        EXPECT_EQ(ended.code, code) << ended.err.toStdString();
        EXPECT_THAT(ended.err.toStdString(), HasSubstr(words));
        EXPECT_EQ(ended.err.count('\n'), 1) << ended.err.toStdString();
        EXPECT_FALSE(QFile::exists(folder.filePath("no.pdf")));
    };
    expect_refused({}, 2, "--relocation");
    expect_refused({"--relocation", audit}, 3, "is not the result of this version");
    expect_refused({"--relocation", folder.filePath("none.gpkg")}, 3, "there is no such file");
    expect_refused({"--relocation", PrintedResult::screened().package()}, 3, "yiquan relocate");
}

}  // namespace
}  // namespace yiquan::plugin
