// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/program_algorithm.hpp"

#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <map>

#include "core/base/error.hpp"
#include "core/features/finding.hpp"
#include "core/io/files/output_file.hpp"
#include "core/toolbox/program_arguments.hpp"
#include "core/toolbox/program_document.hpp"
#include "plugin/desk/job.hpp"
#include "plugin/language.hpp"
#include "plugin/processing/package_layers.hpp"
#include "plugin/program/program_path.hpp"
#include "plugin/program/run_yiquan.hpp"

namespace yiquan::plugin {
namespace {

/// The program's share of a run; what is left is for the layers.
class ProgramFeedback final : public QgsFeedback {
public:
    static constexpr double share = 0.9;

    explicit ProgramFeedback(QgsFeedback& whole) {
        connect(
            this, &QgsFeedback::progressChanged, &whole,
            [&whole](double percent) { whole.setProgress(share * percent); }, Qt::DirectConnection);
        connect(&whole, &QgsFeedback::canceled, this, &QgsFeedback::cancel, Qt::DirectConnection);
        if (whole.isCanceled()) cancel();
    }
};

/// As a shell takes it, so that the user may repeat it.
QString command_of(const QStringList& words) {
    QString line = QStringLiteral("yiquan");
    for (QString word : words) {
        const bool plain = !word.contains(QRegularExpression(QStringLiteral("[^\\w@%+=:,./-]")));
        word.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
        line += QLatin1Char(' ') +
                (plain && !word.isEmpty() ? word : QLatin1Char('\'') + word + QLatin1Char('\''));
    }
    return line;
}

/// The program's findings in the data, where it kept any.
std::map<std::string, std::uint64_t, std::less<>> counted_findings(const QString& package) {
    std::map<std::string, std::uint64_t, std::less<>> counts;
    const QgsVectorLayer layer(package + QStringLiteral("|layername=findings"), QStringLiteral("findings"),
                               QStringLiteral("ogr"));
    if (!layer.isValid()) return counts;
    QgsFeatureIterator rows = layer.getFeatures();
    QgsFeature row;
    while (rows.nextFeature(row)) ++counts[row.attribute(QStringLiteral("kind")).toString().toStdString()];
    return counts;
}

}  // namespace

QgsProcessingAlgorithm* ProgramAlgorithm::createInstance() const {
    return new ProgramAlgorithm(analysis_);  // QGIS owns it
}

void ProgramAlgorithm::initAlgorithm(const QVariantMap& /*configuration*/) {
    add_parameters();
    add_layer_outputs();
    add_numbers();
}

ProgramAlgorithm::Request ProgramAlgorithm::request(const QVariantMap& parameters,
                                                    QgsProcessingContext& context) const {
    (void)program_path();  // throws where there is none
    ProgramInputs inputs(analysis_, *this, parameters, context);
    for (const QgsProcessingParameterDefinition* destination : destinationParameterDefinitions()) {
        const QString place = written_destination(parameters.value(destination->name()), context);
        if (place.isEmpty()) continue;
        inputs.files().keep_from(place.toStdString());
    }
    return {GivenValues(analysis_, *this, parameters, context), std::move(inputs)};
}

bool ProgramAlgorithm::checkParameterValues(const QVariantMap& parameters, QgsProcessingContext& context,
                                            QString* message) const {
    if (const std::optional<Error> error = guarded([&] { (void)request(parameters, context); })) {
        if (message != nullptr) *message = say(error->message());
        return false;
    }
    return QgsProcessingAlgorithm::checkParameterValues(parameters, context, message);
}

bool ProgramAlgorithm::prepareAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                                        QgsProcessingFeedback* /*feedback*/) {
    if (const std::optional<Error> error = guarded([&] { request_.emplace(request(parameters, context)); })) {
        throw QgsProcessingException(say(error->message()));
    }
    return true;
}

QVariantMap ProgramAlgorithm::run(const QVariantMap& parameters, QgsProcessingContext& context,
                                  QgsProcessingFeedback& feedback) {
    const QTemporaryDir folder;
    if (!folder.isValid()) {
        const std::string why = folder.errorString().toStdString();
        throw Error{ErrorKind::output,
                    {"No temporary folder can be made: " + why, "无法创建临时文件夹：" + why}};
    }
    const ProgramInputs::Paths paths = request_->inputs.save(folder.path(), feedback);
    QStringList words;
    for (const std::string& word : toolbox::program_arguments(analysis_, request_->values, paths))
        words << text(word);
    feedback.pushCommandInfo(command_of(words));
    const QString package = folder.filePath(QStringLiteral("result.gpkg"));
    const bool places = analysis_.layers_need.empty() || paths.find(analysis_.layers_need) != paths.end();
    words << QStringLiteral("--json");
    if (places) words << QStringLiteral("-o") << package;
    ProgramFeedback heard(feedback);
    const ProgramEnd end =
        run_yiquan(words, heard, [&](const QString& stage) { feedback.setProgressText(stage); });

    constexpr double whole = 100.0;
    feedback.setProgress(ProgramFeedback::share * whole);
    QVariantMap results;
    PackageLayers layers(package, context,
                         [&](const toolbox::MapLayer& layer, const QgsFields& fields, qgis::WkbType wkb) {
                             return open_sink(layer, fields, wkb, parameters, context);
                         });
    if (places) {
        const auto findings = counted_findings(package);
        for (const features::FindingKindInfo& kind : features::finding_kinds) {
            if (const auto count = findings.find(kind.id); count != findings.end()) {
                push_finding(kind, count->second, feedback);
            }
        }
        for (const toolbox::MapLayer& layer : analysis_.layers) {
            if (!layers.copy(layer, feedback) && layer.table != "findings") {
                feedback.pushInfo(say("Not part of this answer: ", "本次结果中没有：") + say(layer.title()));
            }
        }
    }
    const std::string document = toolbox::with_sources(end.output.toStdString(), request_->inputs.copies());
    const std::vector<std::optional<double>> numbers = toolbox::numbers_in(document, analysis_.numbers);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        results[toolbox_name(analysis_.numbers[i].id)] = numbers[i] ? QVariant(*numbers[i]) : QVariant();
    }
    if (feedback.isCanceled()) {
        throw Error{ErrorKind::cancelled, {"Cancelled; nothing was written.", "已取消，没有写出任何文件。"}};
    }
    write_figures(document, parameters, context, results);
    for (const SinkOutputs::Written& written : layers.finish()) note_layer(written, context, results);
    return results;
}

QVariantMap ProgramAlgorithm::processAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                                               QgsProcessingFeedback* feedback) {
    QgsProcessingFeedback unheard;
    QVariantMap results;
    std::optional<QString> refused;  // by QGIS itself, in its own words
    const std::optional<Error> error = guarded([&] {
        try {
            results = run(parameters, context, feedback == nullptr ? unheard : *feedback);
        } catch (const QgsProcessingException& exception) {
            refused = exception.what();
        }
    });
    if (error) throw QgsProcessingException(say(error->message()));
    if (refused) throw QgsProcessingException(*refused);
    return results;
}

}  // namespace yiquan::plugin
