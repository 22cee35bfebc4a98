// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/analysis_parameters.hpp"

#include <fmt/format.h>

#include <qgsfeaturerequest.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsproperty.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerfeatureiterator.h>

#include "core/base/error.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/layer_source.hpp"
#include "plugin/processing/given_layer.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {
namespace {

using toolbox::Parameter;
using toolbox::ParameterKind;

int index_of(const Parameter& parameter, std::string_view id) {
    for (std::size_t i = 0; i < parameter.choices.size(); ++i) {
        if (parameter.choices[i].id == id) return static_cast<int>(i);
    }
    return -1;
}

/// A list of readable names, which takes the ids of the core as well: scripts need not know the order.
class ChoiceParameter final : public QgsProcessingParameterEnum {
public:
    explicit ChoiceParameter(const Parameter& parameter)
        : QgsProcessingParameterEnum(toolbox_name(parameter.id), say(parameter.name), names(parameter), false,
                                     initial(parameter), parameter.initial.empty()),
          parameter_(parameter) {}

    [[nodiscard]] QgsProcessingParameterDefinition* clone() const override {
        return new ChoiceParameter(*this);  // QGIS owns it
    }
    bool checkValueIsAcceptable(const QVariant& value, QgsProcessingContext* context) const override {
        return index_of(parameter_, value.toString().toStdString()) >= 0 ||
               QgsProcessingParameterEnum::checkValueIsAcceptable(value, context);
    }
    QString valueAsPythonString(const QVariant& value, QgsProcessingContext& context) const override {
        bool number = false;
        const int index = value.toInt(&number);
        std::string id = value.toString().toStdString();
        if (number && index >= 0 && index < static_cast<int>(parameter_.choices.size())) {
            id = parameter_.choices[static_cast<std::size_t>(index)].id;
        }
        if (index_of(parameter_, id) < 0) {
            return QgsProcessingParameterEnum::valueAsPythonString(value, context);
        }
        return QStringLiteral("'%1'").arg(text(id));
    }

private:
    static QStringList names(const Parameter& parameter) {
        QStringList out;
        for (const toolbox::Choice& choice : parameter.choices) out << say(choice.name);
        return out;
    }
    static QVariant initial(const Parameter& parameter) {
        const int index = index_of(parameter, parameter.initial);
        return index < 0 ? QVariant() : QVariant(index);
    }

    Parameter parameter_;
};

std::unique_ptr<QgsProcessingParameterDefinition> bare_definition(const Parameter& p) {
    const QString name = toolbox_name(p.id);
    const QString title = say(p.name);
    const QVariant none;
    const QVariant initial = p.initial.empty() ? none : QVariant(text(p.initial));
    switch (p.kind) {
        case ParameterKind::list:  // QGIS has no kind for "points, or a table without geometry"
            return std::make_unique<QgsProcessingParameterFeatureSource>(
                name, title, QList<int>{qgis::source_point, qgis::source_vector}, none, p.optional);
        case ParameterKind::places:
            return std::make_unique<QgsProcessingParameterFeatureSource>(
                name, title, QList<int>{qgis::source_point, qgis::source_polygon, qgis::source_vector}, none,
                p.optional);
        case ParameterKind::table:
            return std::make_unique<QgsProcessingParameterFeatureSource>(
                name, title, QList<int>{qgis::source_vector}, none, p.optional);
        case ParameterKind::demand:
            return std::make_unique<QgsProcessingParameterMapLayer>(
                name, title, none, p.optional,
                QList<int>{qgis::source_point, qgis::source_vector, qgis::source_raster});
        case ParameterKind::polygons:
            return std::make_unique<QgsProcessingParameterFeatureSource>(
                name, title, QList<int>{qgis::source_polygon}, none, p.optional);
        case ParameterKind::column:
            return std::make_unique<QgsProcessingParameterField>(
                name, title, none, toolbox_name(p.of), QgsProcessingParameterField::Any, false, p.optional);
        case ParameterKind::choice:
            return std::make_unique<ChoiceParameter>(p);
        case ParameterKind::length: {
            auto length = std::make_unique<QgsProcessingParameterDistance>(name, title, initial, QString(),
                                                                           p.optional, 0.0);
            length->setDefaultUnit(qgis::unit_metres);
            return length;
        }
        case ParameterKind::share:
            return std::make_unique<QgsProcessingParameterNumber>(
                name, title, QgsProcessingParameterNumber::Double, initial, p.optional, 0.0, 1.0);
        case ParameterKind::number:
        case ParameterKind::duration:
            return std::make_unique<QgsProcessingParameterNumber>(
                name, title, QgsProcessingParameterNumber::Double, initial, p.optional, 0.0);
        case ParameterKind::flag:  // off unless switched on, so never "optional"
            return std::make_unique<QgsProcessingParameterBoolean>(name, title, p.initial == "true");
        case ParameterKind::text:
            return std::make_unique<QgsProcessingParameterString>(name, title, initial, false, p.optional);
        case ParameterKind::file:
            return std::make_unique<QgsProcessingParameterFile>(name, title, QgsProcessingParameterFile::File,
                                                                QString(), none, p.optional);
        case ParameterKind::audit:
            return std::make_unique<QgsProcessingParameterFile>(
                name, title, QgsProcessingParameterFile::Folder, QString(), none, p.optional);
    }
    throw Error{ErrorKind::internal,
                {fmt::format("The parameter {} is of an unknown kind.", p.id),
                 fmt::format("参数 {} 的类型未知。", p.id)}};
}

/// The value itself: expressions evaluated, the default where nothing was given.
QVariant resolved(const QgsProcessingParameterDefinition& definition, const QVariantMap& parameters,
                  const QgsProcessingContext& context) {
    QVariant value = parameters.value(definition.name());
    if (value.canConvert<QgsProperty>()) {
        value = value.value<QgsProperty>().value(context.expressionContext(), definition.defaultValue());
    }
    return value.isValid() && !value.isNull() ? value : definition.defaultValue();
}

std::string chosen(const Parameter& parameter, const QVariant& value) {
    const std::string id = value.toString().toStdString();
    if (index_of(parameter, id) >= 0) return id;
    bool number = false;
    const int index = value.toInt(&number);
    const bool known = number && index >= 0 && index < static_cast<int>(parameter.choices.size());
    return known ? parameter.choices[static_cast<std::size_t>(index)].id : id;
}

/// \param given a part of a vector layer
LayerSnapshot part_of(const QgsVectorLayer& layer, const GivenLayer& given) {
    LayerSnapshot taken = snapshot(layer);
    const QgsFeatureRequest request = given.request();
    taken.count = given.count();
    const auto source = std::make_shared<QgsVectorLayerFeatureSource>(&layer);
    taken.features = [source, request] { return source->getFeatures(request); };
    return taken;
}

}  // namespace

QString toolbox_name(std::string_view id) {
    return text(id).toUpper();
}

QString help_of(const Parameter& parameter) {
    QString help = say(parameter.help.en.empty() ? parameter.name : parameter.help);
    if (!parameter.choices.empty()) {
        QStringList ids;
        for (const toolbox::Choice& choice : parameter.choices) ids << text(choice.id);
        help += say(" In scripts: ", "脚本中写：") + ids.join(say(", ", "、")) + say(".", "。");
    }
    return help;
}

std::unique_ptr<QgsProcessingParameterDefinition> definition_of(const Parameter& parameter) {
    auto definition = bare_definition(parameter);
    definition->setHelp(help_of(parameter));
    if (parameter.advanced) {
        definition->setFlags(definition->flags() | QgsProcessingParameterDefinition::FlagAdvanced);
    }
    return definition;
}

GivenValues::GivenValues(const toolbox::Analysis& analysis, const QgsProcessingAlgorithm& algorithm,
                         const QVariantMap& parameters, const QgsProcessingContext& context) {
    for (const Parameter& parameter : analysis.parameters) {
        const auto* definition = algorithm.parameterDefinition(toolbox_name(parameter.id));
        if (definition == nullptr) continue;
        const std::string id{parameter.id};
        switch (parameter.kind) {
            case ParameterKind::column:
            case ParameterKind::file:
            case ParameterKind::text: {
                const QVariant value = resolved(*definition, parameters, context);
                const QStringList several = value.toStringList();  // a list of one, from scripts
                texts_[id] = (several.isEmpty() ? QString() : several.front()).trimmed().toStdString();
                break;
            }
            case ParameterKind::choice:
                texts_[id] = chosen(parameter, resolved(*definition, parameters, context));
                break;
            case ParameterKind::length:
            case ParameterKind::share:
            case ParameterKind::number:
            case ParameterKind::duration: {
                bool given = false;
                const double value = resolved(*definition, parameters, context).toDouble(&given);
                if (given) numbers_[id] = value;
                break;
            }
            case ParameterKind::flag:
                flags_[id] = QgsProcessingParameters::parameterAsBool(definition, parameters, context);
                break;
            case ParameterKind::list:
            case ParameterKind::places:
            case ParameterKind::demand:
            case ParameterKind::polygons:
            case ParameterKind::table:
            case ParameterKind::audit:
                break;
        }
    }
}

std::string GivenValues::text(std::string_view id) const {
    const auto found = texts_.find(id);
    return found == texts_.end() ? std::string{} : found->second;
}

bool GivenValues::flag(std::string_view id) const {
    const auto found = flags_.find(id);
    return found != flags_.end() && found->second;
}

std::optional<double> GivenValues::number(std::string_view id) const {
    const auto found = numbers_.find(id);
    return found == numbers_.end() ? std::nullopt : std::optional{found->second};
}

GivenInputs given_inputs(const toolbox::Analysis& analysis, const QgsProcessingAlgorithm& algorithm,
                         const QVariantMap& parameters, QgsProcessingContext& context) {
    GivenInputs out;
    for (const Parameter& parameter : analysis.parameters) {
        const auto* definition = algorithm.parameterDefinition(toolbox_name(parameter.id));
        if (definition == nullptr) continue;
        if (parameter.kind == ParameterKind::audit) {
            const QString folder =
                QgsProcessingParameters::parameterAsFile(definition, parameters, context).trimmed();
            if (!folder.isEmpty()) {
                out.layers.add_audit(parameter.id, folder);
                out.files.add_audit(folder.toStdString());
            } else if (!parameter.optional) {
                refuse(parameter, {"no folder was chosen; choose that of a finished audit.",
                                   "没有选择文件夹，请选择审计结果文件夹。"});
            }
            continue;
        }
        if (!is_layer(parameter.kind)) continue;
        const std::optional<GivenLayer> given = given_layer(parameter, *definition, parameters, context);
        if (!given) continue;
        const QString file = file_of(*given->layer);
        out.files.add(file.toStdString());
        const auto* vector = qobject_cast<const QgsVectorLayer*>(given->layer);
        if (given->whole() || vector == nullptr) {
            out.layers.add_layer(parameter.id, *given->layer);
        } else {
            LayerSnapshot part = part_of(*vector, *given);
            const QString path = given->source();
            out.layers.add_snapshot(parameter.id, std::move(part), path);
        }
    }
    return out;
}

}  // namespace yiquan::plugin
