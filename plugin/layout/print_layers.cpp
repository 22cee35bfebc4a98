// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/print_layers.hpp"
#include "plugin/layout/paper_text.hpp"

#include <fmt/format.h>

#include <qgscategorizedsymbolrenderer.h>
#include <qgsexpressioncontextutils.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsmergedfeaturerenderer.h>
#include <qgsproject.h>
#include <qgssymbol.h>
#include <qgsvectorlayer.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "core/base/error.hpp"
#include "core/base/quantity.hpp"

namespace yiquan::plugin {
namespace {

enum class Shown { always, on_overview, on_detail, on_county };

struct Row {
    std::string_view style;
    std::string_view table;
    Shown shown;
    std::string_view title_en;
    std::string_view title_zh;
    bool heading;
    bool in_legend;
};

// Top first.
constexpr std::array rows{
    Row{"facilities", "facilities", Shown::always, "Facilities", "服务设施", false, true},
    Row{"single_points", "facilities", Shown::on_detail, "Single points of failure", "单点依赖", false, true},
    Row{"demand", "demand", Shown::on_county, "Places, by people", "居民点（按人口）", false, true},
    Row{"outline", "zones", Shown::always, "Extent of the page", "本页范围", false, false},
    Row{"parents", "zones", Shown::always, "Prefecture borders", "市州界", false, true},
    Row{"areas", "service_areas", Shown::always, "Service areas", "服务区", false, true},
    Row{"gaps", "service_gaps", Shown::on_detail, "Not covered, by people", "未覆盖（按人口）", true, true},
    Row{"covered", "covered_areas", Shown::always, "Covered land", "已覆盖范围", false, true},
    Row{"zones_share", "zones", Shown::on_overview, "Share of people covered", "人口覆盖率", true, true},
    Row{"zones_plain", "zones", Shown::on_detail, "Zones", "统计单元", false, true},
};
constexpr Row locator_row{"locator", "zones", Shown::always, "Locator", "位置", false, false};

bool shows(Shown shown, Contents contents) {
    const bool detail = contents == Contents::prefectures || contents == Contents::counties;
    switch (shown) {
        case Shown::always:
            return true;
        case Shown::on_overview:
            return !detail;
        case Shown::on_detail:
            return detail;
        case Shown::on_county:
            return contents == Contents::counties;
    }
    return false;
}

/// Circles one by one help where they can be told apart, places where they are not a raster.
bool readable(const Row& row, const report::AuditRecord& record, const QgsVectorLayer& layer) {
    constexpr std::size_t most_areas = 300;
    constexpr long long most_places = 20000;
    if (row.style == "areas") return record.facilities.size() <= most_areas;
    if (row.style == "demand") return layer.featureCount() <= most_places;
    if (row.style == "parents") return !record.ledger.ledger.parents.empty();
    return true;
}

/// One symbol for every parent: features of one category melt together.
void repeat_for_parents(QgsVectorLayer& layer, const report::AuditRecord& record) {
    auto* merged = dynamic_cast<QgsMergedFeatureRenderer*>(layer.renderer());
    if (merged == nullptr) return;
    std::unique_ptr<QgsFeatureRenderer> inner(merged->embeddedRenderer()->clone());
    auto* categories = dynamic_cast<QgsCategorizedSymbolRenderer*>(inner.get());
    if (categories == nullptr || categories->categories().isEmpty()) return;
    const QgsRendererCategory pattern = categories->categories().first();
    categories->deleteAllCategories();
    for (const audit::Ledger::Parent& parent : record.ledger.ledger.parents) {
        categories->addCategory(
            QgsRendererCategory(utf8(parent.name), pattern.symbol()->clone(), pattern.label()));
    }
    merged->setEmbeddedRenderer(inner.release());
}

/// Says how wide the bands are, outermost first.
void name_bands(QgsVectorLayer& layer, const report::AuditRecord& record, const PaperText& words) {
    QStringList radii;
    for (const Metres radius : record.bands) radii.append(QString::number(radius.value(), 'g', 15));
    QgsExpressionContextUtils::setLayerVariable(&layer, QStringLiteral("yiquan_bands"),
                                                radii.join(QLatin1Char(',')));
    auto* bands = dynamic_cast<QgsCategorizedSymbolRenderer*>(layer.renderer());
    if (bands == nullptr) return;
    const int count = std::min(bands->categories().size(), static_cast<int>(record.bands.size()));
    for (int i = 0; i < count; ++i) {
        const std::string radius =
            to_text(record.bands[record.bands.size() - 1 - static_cast<std::size_t>(i)]);
        bands->updateCategoryLabel(
            i, words.say({fmt::format("Within {}", radius), fmt::format("已覆盖（{} 以内）", radius)}));
    }
}

QgsVectorLayer* add_layer(QgsProject& project, const QString& package, const report::AuditRecord& record,
                          const Row& row, const PrintStyle& style, QgsLayerTreeGroup* group) {
    auto layer =
        std::make_unique<QgsVectorLayer>(QStringLiteral("%1|layername=%2").arg(package, utf8(row.table)),
                                         style.words.say(row.title_en, row.title_zh), QStringLiteral("ogr"));
    if (!layer->isValid()) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{} has no layer \"{}\"; run the audit again.", package.toStdString(), row.table),
             fmt::format("{} 中没有图层“{}”，请重新运行审计。", package.toStdString(), row.table)}};
    }
    if (!readable(row, record, *layer)) return nullptr;
    layer->setReadOnly(true);
    apply_print_style(*layer, row.style, style);
    if (row.style == "parents") repeat_for_parents(*layer, record);
    if (row.style == "covered") name_bands(*layer, record, style.words);
    QgsVectorLayer* added = layer.get();
    project.addMapLayer(layer.release(), false);
    if (group != nullptr) group->addLayer(added)->setExpanded(false);
    return added;
}

}  // namespace

QList<QgsMapLayer*> PrintLayers::map_layers() const {
    QList<QgsMapLayer*> layers;
    for (const PrintLayer& row : shown) layers.append(row.layer);
    return layers;
}

PrintLayers add_print_layers(QgsProject& project, const QString& package, const report::AuditRecord& record,
                             Contents contents, const PrintStyle& style, QgsLayerTreeGroup* group) {
    PrintLayers layers;
    for (const Row& row : rows) {
        if (!shows(row.shown, contents)) continue;
        QgsVectorLayer* layer = add_layer(project, package, record, row, style, group);
        if (layer == nullptr) continue;
        if (contents == Contents::summary) layer->setLabelsEnabled(false);  // too small for them
        layers.shown.push_back({layer, row.heading ? layer->name() : QString(), row.in_legend,
                                row.style == "single_points", row.style == "parents"});
    }
    layers.locator = add_layer(project, package, record, locator_row, style, group);
    return layers;
}

}  // namespace yiquan::plugin
