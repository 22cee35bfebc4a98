// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <qgslayoutitempolygon.h>

#include "plugin/layout/gain_chart.hpp"
#include "tests/plugin/layout/printed_page.hpp"
#include "tests/plugin/layout/printed_plan.hpp"

namespace yiquan::plugin {
namespace {

using testing::HasSubstr;
using testing::Not;

MapBook book_of(const QString& audit, const QString& plan, const std::string& layout = "a3-siting",
                PaperLanguage language = PaperLanguage::chinese) {
    MapRequest request;
    request.package = audit;
    request.siting = plan;
    request.layouts = {layout};
    request.language = language;
    return MapBook(request);
}

const QStringList cover_three{"--model", "mclp", "-p", "1..3", "--radius", "1 km"};

/// Six zones of 100 people; 0, 2 and 4 have a station, so three more places serve everybody.
GridCountry six_zones() {
    GridCountry country;
    country.zones = 6;
    return country;
}

double number(QString cell) {
    return cell.remove(QLatin1Char(',')).toDouble();
}

std::string line(QString words) {
    return words.remove(QLatin1Char('\n')).toStdString();
}

std::size_t bars_of(const PrintedPage& page) {
    QList<QgsLayoutItemPolygon*> bars;
    page.layout().layoutItems(bars);
    return static_cast<std::size_t>(bars.size());
}

TEST(SitingPage, TellsProofGainAndWhoIsServedBeforeAndAfter) {
    const GridSiting grid(six_zones());
    const PrintedPlan plan = grid.plan(cover_three);
    const MapBook book = book_of(grid.audit.package(), plan.package());
    const PrintedPage page(book, 0);
    EXPECT_EQ(line(page.words("title")), "下一步建在哪里：新增 3 处建议");
    EXPECT_EQ(line(page.words("subtitle")),
              "已证明最优：从 6 处候选点中任选 3 处，都不可能覆盖更多人口。1 km 以内的覆盖率由 50.0 % 升至 "
              "100.0 %，新覆盖 300 人。");
    EXPECT_EQ(page.words("figure_2"), "+300");
    EXPECT_EQ(page.words("figure_3"), "+3");
    EXPECT_THAT(line(page.words("foot")),
                HasSubstr("选址：模型 mclp，半径 1 km，6 处候选点中新增 3 处，现有 3 处"));
    EXPECT_THAT(line(page.words("foot")), HasSubstr("界线为演示级"));
    EXPECT_EQ(page.words("approval"), "内部会议用图");
    const QList<QStringList> table = page.table("table");
    ASSERT_EQ(table.size(), 5);  // headings, three proposals, total
    EXPECT_EQ(table[1], QStringList({"1  第1候选点", "100", "100"}));
    EXPECT_EQ(table[4].mid(0, 2), QStringList({"合计", "300"}));
    const QList<QStringList> effect = page.table("effect");
    ASSERT_EQ(effect.size(), 3);
    EXPECT_EQ(effect[1], QStringList({"甲州", "600", "50.0 %", "100 %", "+300"}));
    EXPECT_EQ(effect[2], QStringList({"合计", "600", "50.0 %", "100 %", "+300"}));
    EXPECT_EQ(bars_of(page), 3U) << "one for each further place";
    const QStringList legend = page.legend();
    for (const char* words : {"建议新增，按次序", "未选的候选点", "现已覆盖", "建成后新覆盖"})
        EXPECT_TRUE(legend.contains(QString::fromUtf8(words))) << words;
}

TEST(SitingPage, OfQinghaiBalancesToTheLastPerson) {
    for (const char* layout : {"a3-siting", "a4-siting", "slide-siting"}) {
        const MapBook book = book_of(PrintedAudit::demo().package(), PrintedPlan::demo().package(), layout);
        const PrintedPage page(book, 0);
        for (const char* id : {"table", "effect"}) {
            const QList<QStringList> rows = page.table(id);
            ASSERT_GT(rows.size(), 4) << layout << " " << id;
            const int gained = rows[0].size() == 5 ? 4 : 1;
            double sum = 0.0;
            for (int r = 1; r + 1 < rows.size(); ++r) sum += number(rows[r][gained]);
            EXPECT_EQ(sum, number(rows.last()[gained])) << layout << " " << id;
        }
        const QList<QStringList> effect = page.table("effect");
        double people = 0.0;
        for (int r = 1; r + 1 < effect.size(); ++r) people += number(effect[r][1]);
        EXPECT_EQ(people, 5923957.0) << "the census's";
        EXPECT_EQ(bars_of(page), 20U);
    }
}

TEST(SitingPage, SpeaksEnglishAndBothLanguages) {
    const GridSiting grid(six_zones());
    const PrintedPlan plan = grid.plan({"--model", "mclp", "-p", "1", "--radius", "1 km"});
    const MapBook english =
        book_of(grid.audit.package(), plan.package(), "a4-siting", PaperLanguage::english);
    const PrintedPage page(english, 0);
    EXPECT_EQ(line(page.words("title")), "Where next: 1 proposed place");
    EXPECT_THAT(page.words("subtitle").toStdString(),
                HasSubstr("Proved optimal: no other 1 of the 6 candidates"));
    EXPECT_EQ(page.table("table").last().first(), "Total");
    const MapBook both = book_of(grid.audit.package(), plan.package(), "slide-siting", PaperLanguage::both);
    const PrintedPage two(both, 0);
    EXPECT_THAT(line(two.words("title")), HasSubstr("下一步建在哪里：新增 1 处建议  Where next"));
}

TEST(SitingPage, WithoutASweepHasNoCurve) {
    const GridSiting grid(six_zones());
    const PrintedPlan plan = grid.plan({"--model", "mclp", "-p", "2", "--radius", "1 km"});
    for (const char* layout : {"a3-siting", "slide-siting"}) {
        const MapBook book = book_of(grid.audit.package(), plan.package(), layout);
        const PrintedPage page(book, 0);
        EXPECT_EQ(page.words("chart_title"), "");
        EXPECT_EQ(bars_of(page), 0U);
        EXPECT_EQ(page.table("effect").last(), QStringList({"合计", "600", "50.0 %", "83.3 %", "+200"}));
    }
}

TEST(SitingPage, OfAModelWithoutRadiusTellsDistancesAndNotPeopleServed) {
    const GridSiting grid(six_zones());
    for (const char* count : {"3", "1..3"}) {
        const PrintedPlan plan = grid.plan({"--model", "p-median", "-p", count});
        const MapBook book = book_of(grid.audit.package(), plan.package());
        const PrintedPage page(book, 0);
        // Three more sites stand in the middle of the three zones without station: nobody travels.
        EXPECT_THAT(line(page.words("subtitle")),
                    HasSubstr("平均出行距离都不可能更短。到最近站点的平均距离将为 0.0 km。"));
        EXPECT_THAT(line(page.words("subtitle")), Not(HasSubstr("覆盖率")));
        EXPECT_EQ(page.words("figure_1"), "0.0 km");
        EXPECT_EQ(page.words("figure_2"), "300") << "people nearest to a proposal";
        EXPECT_TRUE(page.table("effect").isEmpty());
        EXPECT_EQ(page.table("table").last(), QStringList({"合计", "300"}));
        EXPECT_EQ(page.words("chart_title").isEmpty(), QByteArray(count) == "3");
    }
}

TEST(SitingPage, OfAHundredProposalsNamesTheFirstAndSumsUpTheRest) {
    GridCountry country;
    country.zones = 120;
    country.columns = 12;
    country.station_every = 120;
    const GridSiting grid(country);
    const PrintedPlan plan = grid.plan({"--model", "mclp", "-p", "100", "--radius", "1 km"});
    const MapBook book = book_of(grid.audit.package(), plan.package());
    const PrintedPage page(book, 0);
    const QList<QStringList> table = page.table("table");
    ASSERT_GT(table.size(), 10);
    EXPECT_TRUE(table[1][0].startsWith("1  "));
    EXPECT_TRUE(table[table.size() - 2][0].startsWith("其余"));
    double sum = 0.0;
    for (int r = 1; r + 1 < table.size(); ++r) sum += number(table[r][1]);
    EXPECT_EQ(sum, 10000.0);
    EXPECT_EQ(table.last()[1], "10,000");
}

TEST(SitingPage, WrapsLongNamesAndCutsNone) {
    GridCountry country = six_zones();
    country.parent = QStringLiteral("名称也很长的自治州").repeated(4);
    const QString name = QStringLiteral("第%1号") + QStringLiteral("很长很长的名称").repeated(8);
    const GridSiting grid(country, name);
    const PrintedPlan plan = grid.plan(cover_three);
    for (const char* layout : {"a3-siting", "a4-siting"}) {
        const MapBook book = book_of(grid.audit.package(), plan.package(), layout);
        const PrintedPage page(book, 0);
        ASSERT_GT(page.table("table").size(), 2) << layout;
        EXPECT_EQ(page.table("table")[1][0], "1  " + name.arg(1)) << layout;
        EXPECT_EQ(page.table("effect")[1][0], country.parent) << layout;
    }
}

TEST(SitingPage, GivesTheSameBytesAndWordsThatCanBeSearched) {
    const GridSiting grid(six_zones());
    const PrintedPlan plan = grid.plan(cover_three);
    const QTemporaryDir folder;
    for (const char* name : {"a.pdf", "b.pdf"}) {
        const Ended ended = map_program(
            {grid.audit.package(), "--siting", plan.package(), "--layout", "a3-siting", "--lang", "zh", "-o",
             folder.filePath(QString::fromUtf8(name)), "--date", "2026-05-01", "--quiet"});
        ASSERT_EQ(ended.code, 0) << ended.err.toStdString();
    }
    EXPECT_EQ(bytes_of(folder.filePath("a.pdf")), bytes_of(folder.filePath("b.pdf")));
    const std::string text =
        run("pdftotext", {"-enc", "UTF-8", folder.filePath("a.pdf"), "-"}).out.toStdString();
    for (const char* words :
         {"下一步建在哪里", "已证明最优", "边际增益曲线", "建成前后对比", "第1候选点", "2026年5月1日"})
        EXPECT_THAT(text, HasSubstr(words));
    EXPECT_EQ(run("pdfimages", {"-list", folder.filePath("a.pdf")}).out.count('\n'), 2)
        << "everything is lines and text";
}

TEST(SitingPage, RefusesAPlanThatIsNotForThisAudit) {
    const GridSiting grid(six_zones());
    const QTemporaryDir folder;
    const QString pdf = folder.filePath("s.pdf");
    const auto expect_refused = [&](const QStringList& plan, int code, const char* words) {
        const Ended ended =
            map_program(QStringList{grid.audit.package(), "--layout", "a3-siting", "-o", pdf} + plan);
        EXPECT_EQ(ended.code, code) << ended.err.toStdString();
        EXPECT_THAT(ended.err.toStdString(), HasSubstr(words));
        EXPECT_EQ(ended.err.count('\n'), 1) << ended.err.toStdString();
        EXPECT_FALSE(QFile::exists(pdf));
    };
    expect_refused({}, 2, "--siting");
    expect_refused({"--siting", folder.filePath("none.gpkg")}, 3, "none.gpkg: there is no such file");
    expect_refused({"--siting", grid.audit.package()}, 3, "is not the plan.gpkg");

    GridCountry crowded = six_zones();
    crowded.people = 200;
    const GridSiting others(crowded);
    const PrintedPlan for_more = others.plan(cover_three);
    expect_refused({"--siting", for_more.package()}, 3, "the plan is for 1,200 people, the audit for 600");

    GridCountry served = six_zones();
    served.station_every = 3;  // s0 and s3
    const GridSiting elsewhere(served);
    const PrintedPlan with_others = elsewhere.plan(cover_three);
    expect_refused({"--siting", with_others.package()}, 3,
                   "its existing station s3 is not one of the audit's");
}

TEST(RoundAxis, HoldsTheNumbersInFewRoundSteps) {
    struct Case {
        double low;
        double high;
        int most;
        double from;
        double to;
        double step;
    };
    for (const Case& c :
         {Case{74.3, 89.2, 4, 70.0, 90.0, 5.0}, Case{0.0, 221692.0, 3, 0.0, 300000.0, 100000.0},
          Case{0.0, 0.04, 3, 0.0, 0.04, 0.02}, Case{5.0, 5.0, 4, 5.0, 5.5, 0.5}}) {
        const RoundAxis axis = round_axis(c.low, c.high, c.most);
        EXPECT_LE(axis.low, c.low);
        EXPECT_GE(axis.high, c.high - 1e-12);
        EXPECT_LE((axis.high - axis.low) / axis.step, c.most + 1e-9);
        if (c.low == c.high) continue;  // any short axis will do
        EXPECT_DOUBLE_EQ(axis.low, c.from);
        EXPECT_DOUBLE_EQ(axis.high, c.to);
        EXPECT_DOUBLE_EQ(axis.step, c.step);
    }
}

}  // namespace
}  // namespace yiquan::plugin
