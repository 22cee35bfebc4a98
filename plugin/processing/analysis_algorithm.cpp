// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/analysis_algorithm.hpp"

#include <fmt/format.h>

#include <qgsapplication.h>
#include <qgscoordinatereferencesystem.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingoutputs.h>
#include <qgsprocessingparameters.h>

#include <QDir>
#include <QIcon>

#include <algorithm>
#include <thread>

#include "core/base/error.hpp"
#include "core/base/quantity.hpp"
#include "core/io/audit/folder.hpp"
#include "core/io/audit/layers.hpp"
#include "core/io/files/output_file.hpp"
#include "core/toolbox/layer_schemas.hpp"
#include "core/toolbox/parameters.hpp"
#include "plugin/desk/job.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/core_rows.hpp"
#include "plugin/processing/analysis_help.hpp"
#include "plugin/processing/styled_result.hpp"

namespace yiquan::plugin {
namespace {

// What the toolbox adds to the parameters of the core.
const QString folder_name = QStringLiteral("OUTPUT");
const QString overwrite_name = QStringLiteral("OVERWRITE");
const QString load_name = QStringLiteral("LOAD_LAYERS");

bool has_parameter(const toolbox::Analysis& analysis, std::string_view id) {
    return std::any_of(analysis.parameters.begin(), analysis.parameters.end(),
                       [&](const toolbox::Parameter& parameter) { return parameter.id == id; });
}

/// A shipped standard with a radius of its own wins over the one that was typed; nobody should wonder.
std::optional<Message> unused_radius(const GivenValues& values, const audit::Standard& standard) {
    const std::optional<double> radius = values.number("radius");
    if (!radius) return std::nullopt;
    for (const Cost band : standard.bands) {
        if (band == cost_of(Metres{*radius})) return std::nullopt;
    }
    const std::string typed = to_text(Metres{*radius});
    return Message{fmt::format("Your own radius, {}, is not used: the standard \"{}\" sets its own.", typed,
                               standard.name.en),
                   fmt::format("自定半径 {} 未被采用：服务标准“{}”自带半径。", typed, standard.name.zh)};
}

void push_findings(const features::FindingList& findings, QgsProcessingFeedback& feedback) {
    for (const features::FindingKindInfo& kind : features::finding_kinds) {
        const std::uint64_t count = findings.count(kind.kind);
        if (count > 0) push_finding(kind, count, feedback);
    }
}

unsigned all_threads() {
    return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

QgsProcessingAlgorithm* AnalysisAlgorithm::createInstance() const {
    return new AnalysisAlgorithm(analysis_);  // QGIS owns it
}

void AnalysisAlgorithm::initAlgorithm(const QVariantMap& /*configuration*/) {
    add_parameters();
    if (analysis_.in_folder) {
        add_folder_outputs();
    } else {
        add_layer_outputs();
    }
    add_numbers();
}

void AnalysisAlgorithm::add_folder_outputs() {
    auto folder = std::make_unique<QgsProcessingParameterFolderDestination>(
        folder_name, say("Folder of the audit", "审计结果文件夹"));
    folder->setHelp(say("A new or empty folder. It appears when the audit is complete, or not at all.",
                        "新建或空的文件夹。审计全部完成后才会出现，否则不产生任何文件。"));
    addParameter(folder.release());
    auto overwrite = std::make_unique<QgsProcessingParameterBoolean>(
        overwrite_name, say("Replace an audit that is there", "替换已有的审计结果"), false);
    overwrite->setHelp(say("Replaces the files of an earlier audit in that folder; other files stay.",
                           "替换该文件夹中先前的审计文件，其他文件不动。"));
    overwrite->setFlags(overwrite->flags() | QgsProcessingParameterDefinition::FlagAdvanced);
    addParameter(overwrite.release());
    auto load = std::make_unique<QgsProcessingParameterBoolean>(
        load_name, say("Show the layers on the map", "在地图中显示图层"), true);
    load->setHelp(say("Adds the layers as one styled group when the audit is done.",
                      "完成后把图层作为一组加入地图，并套用样式。"));
    addParameter(load.release());
    for (const toolbox::MapLayer& layer : analysis_.layers) {
        addOutput(
            new QgsProcessingOutputVectorLayer(output_name(layer), say(layer.title()), source_type(layer)));
    }
}

QgsProcessingAlgorithm::VectorProperties AnalysisAlgorithm::sinkProperties(
    const QString& sink, const QVariantMap& parameters, QgsProcessingContext& context,
    const QMap<QString, VectorProperties>& sources) const {
    for (const toolbox::MapLayer& layer : analysis_.layers) {
        if (output_name(layer) != sink) continue;
        const features::LayerSchema& schema = toolbox::layer_schema(layer.table);
        VectorProperties properties;
        properties.fields = fields_of(schema);
        properties.wkbType = wkb_of(schema);
        properties.crs = QgsCoordinateReferenceSystem::fromEpsgId(4326);
        properties.availability = Available;
        return properties;
    }
    return QgsProcessingAlgorithm::sinkProperties(sink, parameters, context, sources);
}

void AnalysisAlgorithm::check_values(const GivenValues& values) const {
    if (has_parameter(analysis_, "standard")) {
        (void)toolbox::run_of(values);
    } else if (has_parameter(analysis_, "facilities_datum")) {
        (void)toolbox::facility_options(values);
    }
}

void AnalysisAlgorithm::check_destinations(const QVariantMap& parameters, const QgsProcessingContext& context,
                                           const io::InputFiles& files) const {
    std::vector<QString> places;
    for (const QgsProcessingParameterDefinition* destination : destinationParameterDefinitions()) {
        const QString place = written_destination(parameters.value(destination->name()), context);
        if (place.isEmpty()) continue;
        if (destination->name() != folder_name) {
            places.push_back(place);
            continue;
        }
        const QDir folder(place);
        if (folder.exists() && !folder.isEmpty() && !parameterAsBool(parameters, overwrite_name, context)) {
            const std::string path = place.toStdString();
            throw Error{
                ErrorKind::usage,
                {fmt::format("{}: the folder is not empty; choose another one, or switch on \"{}\".", path,
                             "Replace an audit that is there"),
                 fmt::format("{}：文件夹不为空；请另选一个，或勾选“{}”。", path, "替换已有的审计结果")}};
        }
        for (const std::string& file : io::AuditFolder::files())
            places.push_back(folder.filePath(text(file)));
    }
    for (const QString& place : places) files.keep_from(place.toStdString());
}

AnalysisAlgorithm::Request AnalysisAlgorithm::request(const QVariantMap& parameters,
                                                      QgsProcessingContext& context) const {
    GivenInputs given = given_inputs(analysis_, *this, parameters, context);
    GivenValues values(analysis_, *this, parameters, context);
    check_values(values);
    check_destinations(parameters, context, given.files);
    return {std::move(values), std::move(given.layers), std::move(given.files)};
}

bool AnalysisAlgorithm::checkParameterValues(const QVariantMap& parameters, QgsProcessingContext& context,
                                             QString* message) const {
    if (const std::optional<Error> error = guarded([&] { (void)request(parameters, context); })) {
        if (message != nullptr) *message = say(error->message());
        return false;
    }
    return QgsProcessingAlgorithm::checkParameterValues(parameters, context, message);
}

bool AnalysisAlgorithm::prepareAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                                         QgsProcessingFeedback* feedback) {
    if (const std::optional<Error> error = guarded([&] { request_ = request(parameters, context); })) {
        throw QgsProcessingException(say(error->message()));
    }
    if (feedback != nullptr && has_parameter(analysis_, "standard")) {
        if (const auto unused = unused_radius(request_->values, toolbox::standard_of(request_->values))) {
            feedback->pushWarning(say(*unused));
        }
    }
    return true;
}

toolbox::AnalysisFigures AnalysisAlgorithm::run_into(io::AuditOutputs& outputs, Session& session) {
    toolbox::AnalysisRun run{.values = request_->values,
                             .inputs = request_->inputs,
                             .outputs = outputs,
                             .findings = session.findings,
                             .progress = session.progress,
                             .threads = all_threads(),
                             .version = YIQUAN_VERSION};
    toolbox::AnalysisFigures figures = analysis_.run(run);
    session.progress.check();  // cancelled at the very end is cancelled
    return figures;
}

QVariantMap AnalysisAlgorithm::run_into_folder(Session& session) {
    const QString folder = parameterAsFileOutput(session.parameters, folder_name, session.context);
    const bool overwrite = parameterAsBool(session.parameters, overwrite_name, session.context);
    io::AuditFolder outputs(folder.toStdString(), overwrite ? io::Overwrite::yes : io::Overwrite::no,
                            request_->files, request_->values.text("notice"));
    const toolbox::AnalysisFigures figures = run_into(outputs, session);
    outputs.commit();
    QVariantMap results{{folder_name, folder}};
    const QString package = QDir(folder).filePath(QStringLiteral("audit.gpkg"));
    for (const toolbox::MapLayer& layer : analysis_.layers) {
        results[output_name(layer)] = QStringLiteral("%1|layername=%2").arg(package, text(layer.table));
    }
    for (std::size_t i = 0; i < figures.numbers.size(); ++i) {
        results[toolbox_name(analysis_.numbers[i].id)] = figures.numbers[i];
    }
    if (parameterAsBool(session.parameters, load_name, session.context)) {
        const std::string title = request_->values.text("title");
        load_audit_on_completion(folder, title.empty() ? say(analysis_.name) : text(title), session.context);
    }
    return results;
}

QVariantMap AnalysisAlgorithm::run_into_sinks(Session& session) {
    SinkOutputs outputs(analysis_.layers, session.context,
                        [&](const toolbox::MapLayer& layer, const features::LayerSchema& schema) {
                            return open_sink(layer, fields_of(schema), wkb_of(schema), session.parameters,
                                             session.context);
                        });
    const toolbox::AnalysisFigures figures = run_into(outputs, session);
    QVariantMap results;
    write_figures(figures.json, session.parameters, session.context, results);
    for (const SinkOutputs::Written& written : outputs.finish()) {
        note_layer(written, session.context, results);
    }
    for (std::size_t i = 0; i < figures.numbers.size(); ++i) {
        results[toolbox_name(analysis_.numbers[i].id)] = figures.numbers[i];
    }
    return results;
}

QVariantMap AnalysisAlgorithm::processAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                                                QgsProcessingFeedback* feedback) {
    QgsProcessingFeedback unheard;
    QgsProcessingFeedback& heard = feedback == nullptr ? unheard : *feedback;
    FeedbackProgress progress(heard, [&](const Message& stage) { heard.setProgressText(say(stage)); });
    features::FindingList findings;
    Session session{parameters, context, progress, findings};
    QVariantMap results;
    std::optional<QString> refused;  // by QGIS itself, in its own words
    const std::optional<Error> error = guarded([&] {
        try {
            results = analysis_.in_folder ? run_into_folder(session) : run_into_sinks(session);
        } catch (const QgsProcessingException& exception) {
            refused = exception.what();
        }
    });
    if (error) throw QgsProcessingException(say(error->message()));
    if (refused) throw QgsProcessingException(*refused);
    push_findings(findings, heard);
    return results;
}

}  // namespace yiquan::plugin
