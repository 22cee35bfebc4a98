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
#include "core/io/package/package_document.hpp"
#include "plugin/qgis_version.hpp"

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
// Those of a siting page; tables that begin with "siting" are the plan's.
constexpr std::array siting_rows{
    Row{"siting_sites", "siting_sites", Shown::always, "Proposed places", "建议新增", false, true},
    Row{"facilities", "facilities", Shown::always, "Facilities", "服务设施", false, true},
    Row{"siting_people", "siting_demand", Shown::always, "Places gained, by people",
        "新覆盖的居民点（按人口）", false, true},
    Row{"siting_candidates", "siting_sites", Shown::always, "Candidates", "候选点", false, true},
    Row{"parents", "zones", Shown::always, "Prefecture borders", "市州界", false, true},
    Row{"siting_areas", "siting_areas", Shown::always, "Service areas", "服务区", false, true},
    Row{"siting_land", "siting_areas", Shown::always, "Covered land", "已覆盖范围", false, true},
    Row{"zones_named", "zones", Shown::always, "Zones", "统计单元", false, true},
};
// Those of a page about a relocation or a screening; tables but the zones are the result's.
constexpr std::array relocation_rows{
    Row{"relocation_sites", "relocation_sites", Shown::always, "Sites", "安置点", false, true},
    Row{"relocation_households", "relocation_households", Shown::always, "Households", "搬迁农户", false,
        true},
    Row{"relocation_lines", "relocation_lines", Shown::always, "Moves", "搬迁去向", false, true},
    Row{"parents", "zones", Shown::always, "Prefecture borders", "市州界", false, true},
    Row{"zones_named", "zones", Shown::always, "Zones", "统计单元", false, true},
};
constexpr std::array screening_rows{
    Row{"screened_sites", "screened_sites", Shown::always, "Candidates", "候选点", false, true},
    Row{"parents", "zones", Shown::always, "Prefecture borders", "市州界", false, true},
    Row{"zones_named", "zones", Shown::always, "Zones", "统计单元", false, true},
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
constexpr std::size_t most_areas = 300;
constexpr std::size_t most_places = 20000;
constexpr long long most_households = 50000;

bool readable(const Row& row, const report::AuditRecord& record, const QgsVectorLayer& layer) {
    if (row.style == "areas") return record.facilities.size() <= most_areas;
    if (row.style == "demand") return layer.featureCount() <= static_cast<long long>(most_places);
    if (row.style == "relocation_households") return layer.featureCount() <= most_households;
    if (row.style == "siting_areas") return layer.featureCount() <= static_cast<long long>(most_areas);
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
    for (const Cost band : record.bands) radii.append(QString::number(band.value(), 'g', 15));
    QgsExpressionContextUtils::setLayerVariable(&layer, QStringLiteral("yiquan_bands"),
                                                radii.join(QLatin1Char(',')));
    auto* bands = dynamic_cast<QgsCategorizedSymbolRenderer*>(layer.renderer());
    if (bands == nullptr) return;
    const int count = std::min(bands->categories().size(), static_cast<int>(record.bands.size()));
    for (int i = 0; i < count; ++i) {
        const Cost band = record.bands[record.bands.size() - 1 - static_cast<std::size_t>(i)];
        const Message limit = to_text(CostLimit{band, record.ledger.ledger.limit.unit});
        bands->updateCategoryLabel(
            i, words.say({fmt::format("Within {}", limit.en), fmt::format("已覆盖（{} 以内）", limit.zh)}));
    }
}

/// Whose nearest site is a proposal gains, where nobody has a radius: the style asks for the ids.
void show_who_gains(QgsVectorLayer& layer, const report::SitingRecord& plan, const PaperText& words) {
    QString ids = QStringLiteral("\n");
    for (const report::ProposedSite& site : plan.proposals) ids += utf8(site.id) + QStringLiteral("\n");
    QgsExpressionContextUtils::setLayerVariable(&layer, QStringLiteral("yiquan_proposals"), ids);
    auto* places = dynamic_cast<QgsCategorizedSymbolRenderer*>(layer.renderer());
    if (places == nullptr || plan.served) return;
    places->updateCategoryLabel(
        0, words.say("Places nearest to a proposal, by people", "离新站点最近的居民点（按人口）"));
}

/// What layers are made from.
struct LayerSource {
    QgsProject& project;
    const QString& package;  ///< of the audit
    const report::AuditRecord& record;
    const PlanSource* plan;
    const ResultSource* result;
    const PrintStyle& style;
    QgsLayerTreeGroup* group;
};

/// Where a table is.
struct Home {
    const QString& package;
    const io::PackageKind& kind;
};

Home home_of(const LayerSource& from, const Row& row) {
    if (row.table.starts_with("siting")) return {from.plan->package, io::siting_package};
    if (from.result != nullptr && row.table != "zones") return {from.result->package, *from.result->kind};
    return {from.package, io::audit_package};
}

/// Candidates are points or land, as their list has them.
std::string_view style_of(const Row& row, const QgsVectorLayer& layer) {
    if (row.style != "screened_sites" || layer.geometryType() == qgis::geometry_point) return row.style;
    return "screened_land";
}

QgsVectorLayer* add_layer(const LayerSource& from, const Row& row) {
    const auto [package, kind] = home_of(from, row);
    auto layer = std::make_unique<QgsVectorLayer>(
        QStringLiteral("%1|layername=%2").arg(package, utf8(row.table)),
        from.style.words.say(row.title_en, row.title_zh), QStringLiteral("ogr"));
    if (!layer->isValid()) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{} has no layer \"{}\"; {}.", package.toStdString(), row.table, kind.again_en),
             fmt::format("{} 中没有图层“{}”，{}。", package.toStdString(), row.table, kind.again_zh)}};
    }
    if (!readable(row, from.record, *layer)) return nullptr;
    layer->setReadOnly(true);
    apply_print_style(*layer, style_of(row, *layer), from.style);
    if (row.style == "parents") repeat_for_parents(*layer, from.record);
    if (row.style == "covered") name_bands(*layer, from.record, from.style.words);
    if (row.style == "siting_people") show_who_gains(*layer, from.plan->record, from.style.words);
    QgsVectorLayer* added = layer.get();
    from.project.addMapLayer(layer.release(), false);
    if (from.group != nullptr) from.group->addLayer(added)->setExpanded(false);
    return added;
}

}  // namespace

QList<QgsMapLayer*> PrintLayers::map_layers() const {
    QList<QgsMapLayer*> layers;
    for (const PrintLayer& row : shown) layers.append(row.layer);
    return layers;
}

PrintLayers add_print_layers(QgsProject& project, const QString& package, const report::AuditRecord& record,
                             const PlanSource* plan, const ResultSource* result, Contents contents,
                             const PrintStyle& style, QgsLayerTreeGroup* group) {
    const LayerSource from{project, package, record, plan, result, style, group};
    PrintLayers layers;
    const auto add = [&](const Row& row) {
        QgsVectorLayer* layer = add_layer(from, row);
        if (layer == nullptr) return;
        if (contents == Contents::summary) layer->setLabelsEnabled(false);  // too small for them
        layers.shown.push_back({layer, row.heading ? layer->name() : QString(), row.in_legend,
                                row.style == "single_points", row.style == "parents"});
    };
    if (plan != nullptr) {
        for (const Row& row : siting_rows) {
            if (row.table == "siting_areas" && !plan->record.served) continue;  // there are no circles
            if (row.style == "siting_people" && plan->record.gained_places > most_places) continue;
            add(row);
        }
    } else if (contents == Contents::relocation) {
        for (const Row& row : relocation_rows) add(row);
    } else if (contents == Contents::screening) {
        for (const Row& row : screening_rows) add(row);
    } else {
        for (const Row& row : rows) {
            if (shows(row.shown, contents)) add(row);
        }
    }
    layers.locator = add_layer(from, locator_row);
    return layers;
}

}  // namespace yiquan::plugin
