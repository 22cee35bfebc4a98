// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/described_algorithm.hpp"

#include <fmt/format.h>

#include <qgsapplication.h>
#include <qgscoordinatereferencesystem.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingoutputs.h>
#include <qgsprocessingparameters.h>

#include <QIcon>

#include <memory>

#include "core/io/files/output_file.hpp"
#include "plugin/language.hpp"
#include "plugin/processing/analysis_help.hpp"
#include "plugin/processing/analysis_parameters.hpp"
#include "plugin/processing/styled_result.hpp"

namespace yiquan::plugin {
namespace {

const QString figures_name = QStringLiteral("OUTPUT_FIGURES");

}  // namespace

void push_finding(const features::FindingKindInfo& kind, std::uint64_t count,
                  QgsProcessingFeedback& feedback) {
    feedback.pushWarning(say(fmt::format("Findings in the data: {} ({})", kind.en, count),
                             fmt::format("数据问题：{}（{} 条）", kind.zh, count)));
}

qgis::SourceType source_type(const toolbox::MapLayer& layer) {
    switch (toolbox::geometry_of(layer)) {
        case features::GeometryType::point:
            return qgis::source_point;
        case features::GeometryType::lines:
            return qgis::source_line;
        case features::GeometryType::polygons:
            return qgis::source_polygon;
        case features::GeometryType::none:
            break;
    }
    return qgis::source_vector;
}

QString written_destination(const QVariant& value, const QgsProcessingContext& context) {
    if (value.canConvert<QgsProcessingOutputLayerDefinition>()) {
        const auto layer = value.value<QgsProcessingOutputLayerDefinition>();
        return layer.sink.valueAsString(context.expressionContext());
    }
    return value.toString();
}

QString DescribedAlgorithm::name() const {
    return text(analysis_.id);
}
QString DescribedAlgorithm::displayName() const {
    return say(analysis_.name);
}
QString DescribedAlgorithm::shortDescription() const {
    return say(analysis_.summary);
}
QString DescribedAlgorithm::shortHelpString() const {
    // qgis_process prints this as it is, and every parameter's help below it.
    const bool plain = QgsApplication::platform() == QLatin1String("qgis_process");
    return plain ? say(analysis_.summary) : help_page(analysis_, *this);
}
QStringList DescribedAlgorithm::tags() const {
    return search_words(analysis_);
}
QIcon DescribedAlgorithm::icon() const {
    return QIcon(svgIconPath());
}
QString DescribedAlgorithm::svgIconPath() const {
    return QStringLiteral(":/yiquan/yiquan.svg");
}

void DescribedAlgorithm::add_parameters() {
    for (const toolbox::Parameter& parameter : analysis_.parameters) {
        addParameter(definition_of(parameter).release());
    }
}

void DescribedAlgorithm::add_layer_outputs() {
    bool first = true;
    for (const toolbox::MapLayer& layer : analysis_.layers) {
        auto sink = std::make_unique<QgsProcessingParameterFeatureSink>(
            output_name(layer), say(layer.title()), source_type(layer), QVariant(), !first, first);
        sink->setHelp(say("A layer in WGS 84, styled when it is loaded.", "WGS84 图层，加载时套用样式。"));
        addParameter(sink.release());
        first = false;
    }
    auto figures = std::make_unique<QgsProcessingParameterFileDestination>(
        figures_name, say("Figures", "数字"), QStringLiteral("JSON (*.json)"), QVariant(), true, false);
    figures->setHelp(say("The same document that the command line prints with --json.",
                         "与命令行 --json 输出的内容相同。"));
    addParameter(figures.release());
}

void DescribedAlgorithm::add_numbers() {
    for (const toolbox::AnalysisNumber& number : analysis_.numbers) {
        addOutput(new QgsProcessingOutputNumber(toolbox_name(number.id), say(number.name)));
    }
}

SinkOutputs::Opened DescribedAlgorithm::open_sink(const toolbox::MapLayer& layer, const QgsFields& fields,
                                                  qgis::WkbType wkb, const QVariantMap& parameters,
                                                  QgsProcessingContext& context) const {
    const QString output = output_name(layer);
    SinkOutputs::Opened opened;
    opened.sink.reset(parameterAsSink(parameters, output, context, opened.destination, fields, wkb,
                                      QgsCoordinateReferenceSystem::fromEpsgId(4326)));
    if (opened.sink == nullptr && !written_destination(parameters.value(output), context).isEmpty()) {
        throw QgsProcessingException(invalidSinkError(parameters, output));
    }
    return opened;
}

void DescribedAlgorithm::write_figures(const std::string& json, const QVariantMap& parameters,
                                       QgsProcessingContext& context, QVariantMap& results) const {
    const QString file = parameterAsFileOutput(parameters, figures_name, context);
    if (file.isEmpty()) return;
    // The places of all results were held against the inputs before the run.
    io::OutputFile output(file.toStdString(), io::Overwrite::yes, {});
    io::write_text_file(output.path(), json);
    output.commit();
    results[figures_name] = file;
}

void DescribedAlgorithm::note_layer(const SinkOutputs::Written& written, QgsProcessingContext& context,
                                    QVariantMap& results) {
    results[output_name(written.layer)] = written.destination;
    if (!context.willLoadLayerOnCompletion(written.destination)) return;
    context.layerToLoadOnCompletionDetails(written.destination)
        .setPostProcessor(new StyledResult(written.layer));  // the context owns it
}

}  // namespace yiquan::plugin
