// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <qgslayoutexporter.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitempolyline.h>
#include <qgslayoutpagecollection.h>

#include <algorithm>
#include <array>
#include <set>

#include "tests/plugin/layout/printed_audit.hpp"
#include "tests/plugin/layout/printed_page.hpp"
#include "tests/plugin/layout/printed_plan.hpp"
#include "tests/plugin/layout/printed_result.hpp"

namespace yiquan::plugin {
namespace {

struct Sheet {
    std::string layout;
    PaperLanguage language;
};

void PrintTo(const Sheet& sheet, std::ostream* out) {
    *out << sheet.layout << " " << static_cast<int>(sheet.language);
}

/// Every layout in Chinese, and one of each template in the other languages.
std::vector<Sheet> sheets() {
    std::vector<Sheet> all;
    std::set<std::string_view> seen;
    for (const PaperLayout& layout : paper_layouts) {
        all.push_back({std::string{layout.id}, PaperLanguage::chinese});
        if (!seen.insert(layout.file).second) continue;
        all.push_back({std::string{layout.id}, PaperLanguage::english});
        all.push_back({std::string{layout.id}, PaperLanguage::both});
    }
    return all;
}

/// How many colours a small picture of the page has.
std::size_t colours_of(QgsPrintLayout& layout) {
    const QImage image =
        QgsLayoutExporter(&layout).renderPageToImage(0, QSize(), 20).convertToFormat(QImage::Format_RGB32);
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, y));
    }
    return colours.size();
}

class Template : public testing::TestWithParam<Sheet> {
protected:
    [[nodiscard]] static MapBook book() {
        MapRequest request;
        request.package = PrintedAudit::demo().package();
        request.before = PrintedAudit::demo().package();
        request.layouts = {GetParam().layout};
        const Contents contents = paper_layout(GetParam().layout).contents;
        if (contents == Contents::siting) request.siting = PrintedPlan::demo().package();
        if (contents == Contents::relocation) request.relocation = PrintedResult::moves().package();
        if (contents == Contents::screening) request.screening = PrintedResult::screened().package();
        request.language = GetParam().language;
        return MapBook(request);
    }
};

TEST_P(Template, KeepsItsItemsOnThePaperApartAndUnshortenedAndDrawsThem) {
    const MapBook pages = book();
    const PaperLayout& paper = paper_layout(GetParam().layout);
    const PrintedPage page(pages, pages.pages().size() - 1);  // 海西, or one of its counties
    const QgsLayoutSize size = page.layout().pageCollection()->page(0)->pageSize();
    EXPECT_NEAR(size.width(), paper.width_mm, 0.01);
    EXPECT_NEAR(size.height(), paper.height_mm, 0.01);

    const QRectF sheet(0, 0, paper.width_mm, paper.height_mm);
    QList<QgsLayoutItem*> items;
    page.layout().layoutItems(items);
    std::vector<const QgsLayoutItem*> column;
    for (const QgsLayoutItem* item : items) {
        if (dynamic_cast<const QgsLayoutItemPolyline*>(item) != nullptr)
            continue;  // its frame is larger than it
        const QRectF place = item->mapRectToScene(item->rect());
        EXPECT_TRUE(sheet.adjusted(-0.1, -0.1, 0.1, 0.1).contains(place)) << item->id().toStdString();
        const QString id = item->id();
        if (id == "legend" || id == "table" || id == "locator" || id == "scalebar" || id == "north" ||
            id == "gaps" || id == "inset_2" || id == "effect" || id == "summary" || id == "list") {
            column.push_back(item);
        }
        if (const auto* label = dynamic_cast<const QgsLayoutItemLabel*>(item)) {
            EXPECT_FALSE(label->currentText().contains(QStringLiteral("…"))) << id.toStdString();
            EXPECT_FALSE(label->currentText().contains(QStringLiteral("[%"))) << id.toStdString();
        }
    }
    for (std::size_t a = 0; a < column.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            const QRectF one = column[a]->mapRectToScene(column[a]->rect());
            const QRectF other = column[b]->mapRectToScene(column[b]->rect());
            EXPECT_FALSE(one.adjusted(0.2, 0.2, -0.2, -0.2).intersects(other))
                << column[a]->id().toStdString() << " on " << column[b]->id().toStdString();
        }
    }
    EXPECT_THAT(page.words("foot").remove(QLatin1Char('\n')).toStdString(),
                testing::HasSubstr("界线为演示级"));
    EXPECT_FALSE(page.words("approval").isEmpty());
    QList<QgsLayoutItemMap*> maps;
    page.layout().layoutItems(maps);
    for (const QgsLayoutItemMap* map : maps) EXPECT_FALSE(map->layers().isEmpty());
    EXPECT_GT(colours_of(page.layout()), 200U) << "a blank page";
}

std::string name_of(const testing::TestParamInfo<Sheet>& sheet) {
    constexpr std::array languages{"_zh", "_en", "_both"};
    std::string name = sheet.param.layout;
    std::replace(name.begin(), name.end(), '-', '_');
    return name + languages[static_cast<std::size_t>(sheet.param.language)];
}

INSTANTIATE_TEST_SUITE_P(Layouts, Template, testing::ValuesIn(sheets()), name_of);

}  // namespace
}  // namespace yiquan::plugin
