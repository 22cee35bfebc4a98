// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <qgsfeedback.h>
#include <qgslayertree.h>
#include <qgslayoutmanager.h>

#include <chrono>

#include "core/base/error.hpp"
#include "plugin/layout/paper_text.hpp"
#include "tests/plugin/layout/printed_audit.hpp"
#include "tests/plugin/layout/printed_page.hpp"

namespace yiquan::plugin {
namespace {

using testing::HasSubstr;
using testing::Not;

MapRequest request_for(const QString& package, std::vector<std::string> layouts) {
    MapRequest request;
    request.package = package;
    request.layouts = std::move(layouts);
    return request;
}

TEST(Pages, AreOneForEachPrefectureInTheOrderOfTheLedger) {
    const MapBook book(request_for(PrintedAudit::demo().package(), {"a3-prefectures", "a4-summary"}));
    QStringList names;
    for (const MapPage& page : book.pages()) names.append(page.name);
    EXPECT_EQ(names, QStringList({"西宁市", "海东市", "海北藏族自治州", "黄南藏族自治州", "海南藏族自治州",
                                  "果洛藏族自治州", "玉树藏族自治州", "海西蒙古族藏族自治州",
                                  "青海省县级服务中心覆盖审计（演示）"}));
}

TEST(Pages, TellTheFiguresOfTheirOwnZones) {
    const MapBook book(request_for(PrintedAudit::demo().package(), {"a3-prefectures"}));
    // 海西: 468,216 people by the census, 72,184 of them over 15 km from every centre (GeographicLib's
    // geodesics)
    const PrintedPage page(book, 7);
    EXPECT_EQ(page.words("title"), "海西蒙古族藏族自治州");
    EXPECT_THAT(page.words("subtitle").toStdString(), HasSubstr("72,184 人未覆盖"));
    EXPECT_EQ(page.words("figure_2"), "72,184");
    const QList<QStringList> table = page.table("table");
    ASSERT_EQ(table.size(), 9);  // headings, seven zones, total
    EXPECT_EQ(table[3][0], "茫崖市");
    EXPECT_EQ(table[7],
              QStringList({"大柴旦行政委员会", "16,287", "2,998", "81.6 %"}));  // 锡铁山镇 lies 63 km off
    EXPECT_EQ(table.last(), QStringList({"合计", "468,216", "72,184", "84.6 %"}));
}

TEST(Pages, OfAZoneWithoutStationSaySo) {
    const GridAudit audit(GridCountry{});
    const MapBook book(request_for(audit.package(), {"a4-counties"}));
    const PrintedPage page(book, 1);
    EXPECT_THAT(page.words("subtitle").toStdString(), HasSubstr("100 人均未覆盖。本单元内没有设施。"));
    EXPECT_EQ(page.words("figure_3"), "0");
}

TEST(Pages, WithoutGapsSayThatEveryoneIsCovered) {
    GridCountry country;
    country.radius = QStringLiteral("50 km");
    const GridAudit audit(country);
    const MapBook book(request_for(audit.package(), {"a4-province", "a4-prefectures", "a4-summary"}));
    const PrintedPage overview(book, 0);
    EXPECT_THAT(overview.words("subtitle").toStdString(), HasSubstr("400 人全部覆盖"));
    EXPECT_EQ(overview.words("caption_1"), "全部覆盖");
    EXPECT_EQ(overview.words("figure_1"), "100 %");
    const PrintedPage detail(book, 1);
    EXPECT_THAT(detail.legend().join('|').toStdString(), Not(HasSubstr("1,000 人")));
    EXPECT_EQ(PrintedPage(book, 2).table("gaps").last().first(), "无：全部覆盖");
}

TEST(Pages, WithoutPeopleShowNoShare) {
    GridCountry country;
    country.people = 0;
    const GridAudit audit(country);
    const MapBook book(request_for(audit.package(), {"a4-province"}));
    const PrintedPage page(book, 0);
    EXPECT_EQ(page.words("figure_1"), "–");
    EXPECT_THAT(page.words("subtitle").toStdString(), HasSubstr("没有人口数据"));
    EXPECT_TRUE(page.legend().contains("没有人口数据"));
}

TEST(Legend, ListsWhatThePageShowsAndNothingElse) {
    // Zones 0 and 2 have a station in their middle, 1 and 3 have none; 1 km reaches no neighbour.
    const GridAudit audit(GridCountry{});
    const MapBook book(request_for(audit.package(), {"a4-province", "a4-counties"}));
    EXPECT_EQ(PrintedPage(book, 0).legend(), QStringList({"工会驿站", "市州界", "单个设施的服务区",
                                                          "已覆盖（1 km 以内）", "95–100 %", "不足 50 %"}));
    const QStringList served = PrintedPage(book, 1).legend();
    for (const char* line : {"工会驿站", "居民点，已覆盖", "已覆盖（1 km 以内）", "无人居住", "相邻单元"}) {
        EXPECT_TRUE(served.contains(QString::fromUtf8(line))) << line;
    }
    EXPECT_FALSE(served.contains("居民点，未覆盖"));
    const QStringList unserved = PrintedPage(book, 2).legend();
    EXPECT_FALSE(unserved.contains("工会驿站"));
    EXPECT_FALSE(unserved.contains("已覆盖（1 km 以内）"));
    EXPECT_TRUE(unserved.contains("居民点，未覆盖"));
    EXPECT_TRUE(unserved.contains("不足 1,000 人"));
}

TEST(Names, HoweverLongAreWrappedAndNeverCut) {
    GridCountry country;
    country.zone_name = QStringLiteral("第%1号") + QStringLiteral("很长很长的名称").repeated(8);
    country.parent = QStringLiteral("名称也很长的自治州").repeated(5);
    const GridAudit audit(country);
    for (const char* layout : {"a4-counties", "slide-prefectures", "a4-prefectures"}) {
        const MapBook book(request_for(audit.package(), {layout}));
        const PrintedPage page(book, 0);
        EXPECT_EQ(page.words("title").remove('\n'), book.pages()[0].name) << layout;
        EXPECT_FALSE(page.words("kicker").contains(QStringLiteral("…"))) << layout;
    }
    const MapBook book(request_for(audit.package(), {"a3-prefectures"}));
    const QList<QStringList> table = PrintedPage(book, 0).table("table");
    ASSERT_EQ(table.size(), 6);  // headings, four zones, total
    EXPECT_EQ(table[1][0], "第0号" + QString("很长很长的名称").repeated(8));
}

TEST(Tables, OfManyZonesNameTheWorstAndSumUpTheRest) {
    GridCountry country;
    country.zones = 60;
    country.columns = 10;
    const GridAudit audit(country);
    const MapBook book(request_for(audit.package(), {"a3-prefectures"}));
    const QList<QStringList> table = PrintedPage(book, 0).table("table");
    ASSERT_LT(table.size(), 40);
    const QStringList rest = table[table.size() - 2];
    const int named = table.size() - 3;  // without headings, rest and total
    EXPECT_EQ(rest[0], QString("其余 %1 个").arg(60 - named));
    EXPECT_EQ(rest[1], figure((60 - named) * 100.0));
    EXPECT_EQ(table.last()[1], "6,000");
    EXPECT_EQ(table[1][3], "0.0 %");
}

TEST(Comparison, ShowsBeforeAfterAndChange) {
    GridCountry country;
    country.station_every = 4;
    const GridAudit before(country);
    const GridAudit after(GridCountry{});
    MapRequest request = request_for(after.package(), {"a4-compare"});
    request.before = before.package();
    const MapBook book(request);
    const PrintedPage page(book, 0);
    EXPECT_EQ(page.words("figure_2"), "+100");  // station 2 is new and serves its 100 people
    EXPECT_EQ(page.words("figure_3"), "+1");
    EXPECT_EQ(page.table("table").last(), QStringList({"合计", "25.0 %", "50.0 %", "+100"}));
}

TEST(Comparison, OfDifferentRadiiNamesBoth) {
    GridCountry wide;
    wide.radius = QStringLiteral("3 km");
    const GridAudit before(wide);
    const GridAudit after(GridCountry{});
    MapRequest request = request_for(after.package(), {"a4-compare"});
    request.before = before.package();
    const MapBook book(request);
    const std::string subtitle = PrintedPage(book, 0).words("subtitle").toStdString();
    EXPECT_THAT(subtitle, HasSubstr("标准不同"));
    EXPECT_THAT(subtitle, HasSubstr("3 km"));
    EXPECT_THAT(subtitle, HasSubstr("1 km"));
}

TEST(Comparison, WithoutTheEarlierAuditIsRefused) {
    try {
        const MapBook book(request_for(PrintedAudit::demo().package(), {"a3-compare"}));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        EXPECT_THAT(error.message().zh, HasSubstr("--before"));
    }
}

TEST(Title, OfAMapOfChinaIsRefused) {
    MapRequest request = request_for(PrintedAudit::demo().package(), {"a3-province"});
    request.title = QStringLiteral("中国工会驿站地图");
    EXPECT_THROW(MapBook{request}, Error);
    request.title = QStringLiteral("青海省工会驿站分布");
    EXPECT_NO_THROW(MapBook{request});
}

TEST(FiveHundredZones, TakeTimeInProportionToTheirPages) {
    GridCountry country;
    country.zones = 500;
    country.columns = 25;
    const GridAudit audit(country);
    MapBook book(request_for(audit.package(), {"a4-province", "a4-counties"}));
    ASSERT_EQ(book.pages().size(), 501U);
    const auto seconds = [&](std::size_t first, std::size_t count) {
        const auto start = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < count; ++i)
            EXPECT_FALSE(book.preview(first + i, QSize(200, 200)).isNull());
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    EXPECT_LT(seconds(0, 1), 30.0);
    (void)seconds(1, 1);
    const double early = seconds(2, 3);
    const double late = seconds(490, 3);
    EXPECT_LT(late, 3.0 * early + 1.0);
}

TEST(HandOver, GivesALayoutWithItsLayersToAnotherProject) {
    const MapBook book(request_for(PrintedAudit::demo().package(), {"a3-province"}));
    QgsProject project;
    QgsPrintLayout* first = book.hand_over(0, project);
    QgsPrintLayout* second = book.hand_over(0, project);
    ASSERT_NE(first, nullptr);
    EXPECT_NE(first->name(), second->name());
    EXPECT_EQ(project.layoutManager()->layouts().size(), 2);
    EXPECT_EQ(project.layerTreeRoot()->findGroups().size(), 2);
    for (QgsLayerTreeLayer* layer : project.layerTreeRoot()->findLayers()) EXPECT_FALSE(layer->isVisible());
}

class Export : public testing::Test {
protected:
    [[nodiscard]] QString path(const char* name) const { return folder_.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QStringList files() const {
        return QDir(folder_.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    static MapBook grid_book() {
        static const GridAudit audit(GridCountry{});
        return MapBook(request_for(audit.package(), {"a4-counties"}));
    }

    QTemporaryDir folder_;
};

TEST_F(Export, ThatIsCancelledLeavesNothing) {
    MapBook book = grid_book();
    for (const PaperFormat format : {PaperFormat::pdf, PaperFormat::png}) {
        QgsFeedback feedback;
        QObject::connect(&feedback, &QgsFeedback::progressChanged, [&](double done) {
            if (done > 20.0) feedback.cancel();
        });
        ExportOptions options;
        options.format = format;
        options.dpi = 30;
        try {
            (void)book.write(path("maps.pdf"), options, &feedback);
            FAIL();
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::cancelled);
        }
        EXPECT_TRUE(files().isEmpty());
    }
}

TEST_F(Export, OfSeveralPicturesNumbersThemAsThePages) {
    MapBook book = grid_book();
    ExportOptions options;
    options.format = PaperFormat::png;
    options.dpi = 25.4;
    options.pages = {1, 3};
    (void)book.write(path("maps.png"), options);
    EXPECT_EQ(files(), QStringList({"maps-2.png", "maps-4.png"}));
    EXPECT_EQ(QImage(path("maps-2.png")).size(), QSize(297, 210));
    EXPECT_THROW((void)book.write(path("maps.png"), options), Error);
    options.overwrite = io::Overwrite::yes;
    EXPECT_NO_THROW((void)book.write(path("maps.png"), options));
}

TEST_F(Export, AsSvgHoldsTheTitleAsText) {
    MapBook book = grid_book();
    ExportOptions options;
    options.format = PaperFormat::svg;
    options.pages = {0};
    (void)book.write(path("page.svg"), options);
    EXPECT_THAT(bytes_of(path("page.svg")).toStdString(), HasSubstr(">第0区<"));
}

TEST_F(Export, OfTheSameBookGivesTheSameBytes) {
    MapBook book = grid_book();
    ExportOptions options;
    options.pages = {0, 1};
    (void)book.write(path("a.pdf"), options);
    (void)book.write(path("b.pdf"), options);
    EXPECT_FALSE(bytes_of(path("a.pdf")).isEmpty());
    EXPECT_EQ(bytes_of(path("a.pdf")), bytes_of(path("b.pdf")));
}

}  // namespace
}  // namespace yiquan::plugin
