// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/program_inputs.hpp"

#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingparameters.h>
#include <qgsvectorlayer.h>

#include <QDir>

#include "plugin/language.hpp"
#include "plugin/layers/layer_inputs.hpp"
#include "plugin/processing/analysis_parameters.hpp"
#include "plugin/processing/given_layer.hpp"

namespace yiquan::plugin {

ProgramInputs::ProgramInputs(const toolbox::Analysis& analysis, const QgsProcessingAlgorithm& algorithm,
                             const QVariantMap& parameters, QgsProcessingContext& context) {
    for (const toolbox::Parameter& parameter : analysis.parameters) {
        const auto* definition = algorithm.parameterDefinition(toolbox_name(parameter.id));
        if (definition == nullptr) continue;
        if (parameter.kind == toolbox::ParameterKind::file) {
            const QString file =
                QgsProcessingParameters::parameterAsFile(definition, parameters, context).trimmed();
            files_.add(file.toStdString());
            if (file.isEmpty() && !parameter.optional) {
                refuse(parameter, {"no file was chosen; choose one.", "没有选择文件，请选择。"});
            }
        }
        if (!is_layer(parameter.kind)) continue;
        const std::optional<GivenLayer> given = given_layer(parameter, *definition, parameters, context);
        if (!given) continue;
        const QString file = file_of(*given->layer);
        files_.add(file.toStdString());
        const auto* vector = qobject_cast<const QgsVectorLayer*>(given->layer);
        if (vector == nullptr) {
            paths_[std::string{parameter.id}] = given->layer->source().toStdString();
            continue;
        }
        const QString readable = given->whole() ? readable_source(*vector) : QString();
        if (readable.isEmpty()) {
            to_copy_.push_back({std::string{parameter.id}, given->source(),
                                LayerCopy(*vector, given->request(), context.transformContext())});
        } else {
            paths_[std::string{parameter.id}] = readable.toStdString();
        }
    }
}

ProgramInputs::Paths ProgramInputs::save(const QString& folder, const QgsFeedback& feedback) {
    copies_.clear();
    Paths paths = paths_;
    for (const Copy& copy : to_copy_) {
        const QString path = QDir(folder).filePath(text(copy.id) + QStringLiteral(".gpkg"));
        copy.layer.save(path, feedback);
        paths[copy.id] = path.toStdString();
        copies_.push_back({path.toStdString(), copy.source.toStdString()});
    }
    return paths;
}

}  // namespace yiquan::plugin
