// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/given_layer.hpp"

#include <fmt/format.h>

#include <qgsprocessingcontext.h>
#include <qgsprocessingparameters.h>
#include <qgsproperty.h>
#include <qgsvectorlayer.h>

#include "core/base/error.hpp"
#include "plugin/language.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {
namespace {

using toolbox::Parameter;
using toolbox::ParameterKind;

void check_geometry(const Parameter& parameter, const QgsVectorLayer& layer) {
    const bool points = !layer.isSpatial() || layer.geometryType() == qgis::geometry_point;
    const bool polygons = layer.geometryType() == qgis::geometry_polygon;
    if (parameter.kind == ParameterKind::table) return;
    if (parameter.kind == ParameterKind::polygons) {
        if (polygons) return;
        refuse(parameter,
               {"the layer has no polygons; choose a polygon layer.", "图层不是面图层，请选择面图层。"});
    }
    if (parameter.kind == ParameterKind::places) {
        if (points || polygons) return;
        refuse(parameter, {"the layer has neither points nor polygons; choose another layer.",
                           "图层既不是点图层也不是面图层，请选择其他图层。"});
    }
    if (points) return;
    refuse(parameter, {"the layer has no points; choose a point layer, or a table with coordinates.",
                       "图层不是点图层，请选择点图层或带坐标的表。"});
}

void check_kind(const Parameter& parameter, const QgsMapLayer& layer) {
    const auto* vector = qobject_cast<const QgsVectorLayer*>(&layer);
    if (vector != nullptr) {
        check_geometry(parameter, *vector);
    } else if (parameter.kind !=
               ParameterKind::demand) {  // else the kind of raster is judged where it is opened
        refuse(parameter, {"a raster cannot be used here; choose a vector layer or a table.",
                           "此处不能用栅格，请选择矢量图层或表。"});
    }
}

}  // namespace

void refuse(const Parameter& parameter, const Message& why) {
    throw Error{
        ErrorKind::input,
        {fmt::format("{}: {}", parameter.name.en, why.en), fmt::format("{}：{}", parameter.name.zh, why.zh)}};
}

QgsFeatureRequest GivenLayer::request() const {
    QgsFeatureRequest request;
    const auto* vector = qobject_cast<const QgsVectorLayer*>(layer);
    if (only_selected && vector != nullptr) {
        request.setFilterFids(vector->selectedFeatureIds());
        request.addOrderBy(QStringLiteral("$id"));  // ids come in any order; the same run, the same rows
    }
    if (limit >= 0) request.setLimit(limit);
    return request;
}

long long GivenLayer::count() const {
    const auto* vector = qobject_cast<const QgsVectorLayer*>(layer);
    if (vector == nullptr) return -1;
    const long long all =
        only_selected ? vector->selectedFeatureCount() : static_cast<long long>(vector->featureCount());
    return limit >= 0 && all > limit ? limit : all;
}

QString GivenLayer::source() const {
    const QString path = layer->publicSource();
    if (whole()) return path;
    return language() == Language::chinese ? QStringLiteral("%1（其中 %2 个要素）").arg(path).arg(count())
                                           : QStringLiteral("%1 (%2 of its features)").arg(path).arg(count());
}

std::optional<GivenLayer> given_layer(const Parameter& parameter,
                                      const QgsProcessingParameterDefinition& definition,
                                      const QVariantMap& parameters, QgsProcessingContext& context) {
    GivenLayer given;
    QVariant value = parameters.value(definition.name());
    if (value.canConvert<QgsProcessingFeatureSourceDefinition>()) {
        const auto part = value.value<QgsProcessingFeatureSourceDefinition>();
        given.only_selected = part.selectedFeaturesOnly;
        given.limit = part.featureLimit;
        value = part.source;
    }
    const bool expression = value.canConvert<QgsProperty>();
    if (expression) value = value.value<QgsProperty>().value(context.expressionContext());
    const auto* object = qobject_cast<const QgsMapLayer*>(value.value<QObject*>());
    if (object == nullptr && value.toString().isEmpty()) {
        if (parameter.optional) return std::nullopt;
        refuse(parameter, {"no layer was chosen; choose one.", "没有选择图层，请选择。"});
    }
    given.layer = QgsProcessingParameters::parameterAsLayer(&definition, value, context);
    if (given.layer == nullptr || !given.layer->isValid()) {
        refuse(parameter,
               {"the layer cannot be read: there is no such layer or file, or its source was moved or lost.",
                "图层无法读取：没有这个图层或文件，或数据源已移动、丢失。"});
    }
    check_kind(parameter, *given.layer);
    return given;
}

}  // namespace yiquan::plugin
