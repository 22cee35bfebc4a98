// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/print_style.hpp"
#include "plugin/layout/paper_text.hpp"

#include <fmt/format.h>

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgslabelthinningsettings.h>
#include <qgslinesymbollayer.h>
#include <qgsmarkersymbollayer.h>
#include <qgsmergedfeaturerenderer.h>
#include <qgspallabeling.h>
#include <qgsproperty.h>
#include <qgsrulebasedlabeling.h>
#include <qgssymbol.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QDomDocument>

#include <memory>
#include <span>
#include <string>

#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan {
std::span<const EmbeddedFile> embedded_print_styles();
}

namespace yiquan::plugin {
namespace {

void enlarge(QgsSymbol& symbol, const PrintStyle& style);

void enlarge(QgsSymbolLayer& layer, const PrintStyle& style) {
    const double factor = style.unit;
    if (auto* letter = dynamic_cast<QgsFontMarkerSymbolLayer*>(&layer)) {
        letter->setSize(letter->size() * factor);
        if (!style.family.isEmpty()) letter->setFontFamily(style.family);
    } else if (auto* marker = dynamic_cast<QgsSimpleMarkerSymbolLayer*>(&layer)) {
        marker->setSize(marker->size() * factor);
        marker->setStrokeWidth(marker->strokeWidth() * factor);
        marker->setOffset(marker->offset() * factor);
    } else if (auto* fill = dynamic_cast<QgsSimpleFillSymbolLayer*>(&layer)) {
        fill->setStrokeWidth(fill->strokeWidth() * factor);
    } else if (auto* line = dynamic_cast<QgsSimpleLineSymbolLayer*>(&layer)) {
        line->setWidth(line->width() * factor);
        QVector<qreal> dashes = line->customDashVector();
        for (qreal& dash : dashes) dash *= factor;
        line->setCustomDashVector(dashes);
    } else if (auto* pattern = dynamic_cast<QgsLinePatternFillSymbolLayer*>(&layer)) {
        pattern->setDistance(pattern->distance() * factor);
        if (pattern->subSymbol() != nullptr) enlarge(*pattern->subSymbol(), style);
    } else if (auto* middle = dynamic_cast<QgsCentroidFillSymbolLayer*>(&layer)) {
        if (middle->subSymbol() != nullptr) enlarge(*middle->subSymbol(), style);
    }
}

void enlarge(QgsSymbol& symbol, const PrintStyle& style) {
    for (int i = 0; i < symbol.symbolLayerCount(); ++i) enlarge(*symbol.symbolLayer(i), style);
}

/// "中文|English", in the language of the page.
QString legend_text(const QString& label, const PrintStyle& style) {
    const int bar = label.indexOf(QLatin1Char('|'));
    if (bar < 0) return label;
    return style.words.say({label.mid(bar + 1).toStdString(), label.left(bar).toStdString()});
}

void restyle(QgsFeatureRenderer& renderer, const PrintStyle& style) {
    if (auto* merged = dynamic_cast<QgsMergedFeatureRenderer*>(&renderer)) {
        std::unique_ptr<QgsFeatureRenderer> inner(merged->embeddedRenderer()->clone());
        restyle(*inner, style);
        merged->setEmbeddedRenderer(inner.release());
    } else if (auto* categories = dynamic_cast<QgsCategorizedSymbolRenderer*>(&renderer)) {
        for (int i = 0; i < categories->categories().size(); ++i) {
            const QgsRendererCategory category = categories->categories().at(i);
            std::unique_ptr<QgsSymbol> symbol(category.symbol()->clone());
            enlarge(*symbol, style);
            categories->updateCategorySymbol(i, symbol.release());
            categories->updateCategoryLabel(i, legend_text(category.label(), style));
        }
    } else if (auto* ranges = dynamic_cast<QgsGraduatedSymbolRenderer*>(&renderer)) {
        for (int i = 0; i < ranges->ranges().size(); ++i) {
            const QgsRendererRange range = ranges->ranges().at(i);
            std::unique_ptr<QgsSymbol> symbol(range.symbol()->clone());
            enlarge(*symbol, style);
            ranges->updateRangeSymbol(i, symbol.release());
            ranges->updateRangeLabel(i, legend_text(range.label(), style));
        }
    }
}

/// \param rule number of the labelling rule in its layer
QgsPalLayerSettings restyled(QgsPalLayerSettings settings, const PrintStyle& style, int rule) {
    QgsTextFormat format = settings.format();
    format.setSize(format.size() * style.unit);
    if (!style.family.isEmpty()) {
        QFont font = format.font();
        font.setFamily(style.family);
        format.setFont(font);
        format.setFamilies({});
    }
    QgsTextBufferSettings halo = format.buffer();
    halo.setSize(halo.size() * style.unit);
    format.setBuffer(halo);
    settings.setFormat(format);
    settings.dist *= style.unit;
    QgsLabelThinningSettings thinning = settings.thinningSettings();
    thinning.setMinimumFeatureSize(thinning.minimumFeatureSize() * style.unit);
    settings.setThinningSettings(thinning);
    // QGIS draws labels of equal rank in the order of memory addresses, so each gets a rank of its own.
    QgsPropertyCollection properties = settings.dataDefinedProperties();
    properties.setProperty(QgsPalLayerSettings::ZIndex,
                           QgsProperty::fromExpression(QStringLiteral("%1 + $id / 1e9").arg(rule)));
    settings.setDataDefinedProperties(properties);
    return settings;
}

/// The label of one part of a feature, the largest being the first.
QgsPalLayerSettings of_part(QgsPalLayerSettings settings, int part) {
    settings.labelPerPart = false;
    settings.geometryGeneratorEnabled = true;
    settings.geometryGeneratorType = qgis::geometry_polygon;
    settings.geometryGenerator =
        QStringLiteral("geometry_n(order_parts($geometry, 'area($geometry)', false), %1)").arg(part);
    return settings;
}

/// Where every part is to be labelled, the largest ones get a rule each: labels of one rule and one feature
/// would have equal rank.
void restyle(QgsRuleBasedLabeling::Rule& rule, const PrintStyle& style, int& number) {
    constexpr int most_parts = 3;
    const QgsRuleBasedLabeling::RuleList children = rule.children();
    for (QgsRuleBasedLabeling::Rule* child : children) {
        restyle(*child, style, number);
        if (child->settings() == nullptr) continue;
        const QgsPalLayerSettings settings = *child->settings();
        for (int part = most_parts; settings.labelPerPart && part > 1; --part) {
            const QString several = QStringLiteral("num_geometries($geometry) >= %1").arg(part);
            const QString filter = child->filterExpression();
            rule.appendChild(new QgsRuleBasedLabeling::Rule(
                new QgsPalLayerSettings(restyled(of_part(settings, part), style, ++number)),
                child->maximumScale(), child->minimumScale(),
                filter.isEmpty() ? several : QStringLiteral("(%1) and %2").arg(filter, several)));
        }
        child->setSettings(new QgsPalLayerSettings(
            restyled(settings.labelPerPart ? of_part(settings, 1) : settings, style, ++number)));
    }
}

void restyle_labels(QgsVectorLayer& layer, const PrintStyle& style) {
    if (layer.labeling() == nullptr) return;
    if (const auto* rules = dynamic_cast<const QgsRuleBasedLabeling*>(layer.labeling())) {
        const std::unique_ptr<QgsRuleBasedLabeling> copy(rules->clone());
        QgsRuleBasedLabeling::Rule* root = copy->rootRule()->clone();
        int number = 0;
        restyle(*root, style, number);
        layer.setLabeling(new QgsRuleBasedLabeling(root));
    } else {
        layer.setLabeling(new QgsVectorLayerSimpleLabeling(restyled(layer.labeling()->settings(), style, 1)));
    }
}

}  // namespace

void apply_print_style(QgsVectorLayer& layer, std::string_view name, const PrintStyle& style) {
    const std::string file_name = fmt::format("{}.qml", name);
    for (const EmbeddedFile& file : embedded_print_styles()) {
        if (file.name != file_name) continue;
        QDomDocument document;
        QString message;
        if (!document.setContent(utf8(file.text)) || !layer.importNamedStyle(document, message)) break;
        restyle(*layer.renderer(), style);
        restyle_labels(layer, style);
        return;
    }
    throw Error{ErrorKind::internal,
                {fmt::format("There is no print style \"{}\" that QGIS can read.", name),
                 fmt::format("没有 QGIS 可读的打印样式“{}”。", name)}};
}

}  // namespace yiquan::plugin
