// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/plugin/processing/toolbox_run.hpp"

#include <qgisplugin.h>
#include <qgsgui.h>
#include <qgsprocessinggui.h>
#include <qgsprocessingguiregistry.h>
#include <qgsprocessingmodelalgorithm.h>
#include <qgsprocessingmodelchildalgorithm.h>
#include <qgsprocessingparameters.h>
#include <qgsprocessingwidgetwrapper.h>

#include <QLibrary>
#include <QRegularExpression>
#include <QStandardPaths>

#include "core/toolbox/analysis.hpp"
#include "plugin/processing/analysis_parameters.hpp"
#include "plugin/processing/sink_outputs.hpp"

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;

QgsProcessingProvider* registered() {
    return QgsApplication::processingRegistry()->providerById(QStringLiteral("yiquan"));
}

TEST(Plugin, AddsTheToolboxAndTakesItAway) {
    using Factory = QgisPlugin* (*)(QgisInterface*);
    using Unload = void (*)(QgisPlugin*);
    for (int time = 0; time < 2; ++time) {
        QLibrary library(QStringLiteral(YIQUAN_PLUGIN));
        ASSERT_TRUE(library.load()) << library.errorString().toStdString();
        const auto factory = reinterpret_cast<Factory>(library.resolve("classFactory"));
        const auto unload = reinterpret_cast<Unload>(library.resolve("unload"));
        ASSERT_TRUE(factory != nullptr && unload != nullptr);
        ASSERT_EQ(registered(), nullptr);
        QgisPlugin* plugin = factory(nullptr);
        plugin->initGui();
        ASSERT_NE(registered(), nullptr);
        EXPECT_EQ(static_cast<std::size_t>(registered()->algorithms().size()), toolbox::analyses().size());
        EXPECT_FALSE(registered()->icon().isNull());
        plugin->unload();
        EXPECT_EQ(registered(), nullptr);
        unload(plugin);
    }
}

TEST(Plugin, TwoToolboxesAreNotAdded) {
    Provider* first = add_provider();
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(add_provider(), nullptr);
    remove_provider(nullptr);
    EXPECT_EQ(registered(), first);
    remove_provider(first);
    EXPECT_EQ(registered(), nullptr);
}

TEST_F(Toolbox, HasEveryRowOfTheTableAndNothingElse) {
    ASSERT_EQ(static_cast<std::size_t>(provider_->algorithms().size()), toolbox::analyses().size());
    for (const toolbox::Analysis& row : toolbox::analyses()) {
        const QgsProcessingAlgorithm& made = algorithm(std::string{row.id}.c_str());
        std::size_t parameters = row.parameters.size();
        for (const toolbox::Parameter& parameter : row.parameters) {
            const auto* definition = made.parameterDefinition(toolbox_name(parameter.id));
            ASSERT_NE(definition, nullptr) << row.id << " " << parameter.id;
            EXPECT_EQ(bool(definition->flags() & QgsProcessingParameterDefinition::FlagAdvanced),
                      parameter.advanced);
        }
        for (const toolbox::MapLayer& layer : row.layers) {
            EXPECT_NE(made.outputDefinition(output_name(layer)), nullptr) << row.id << " " << layer.style;
        }
        for (const toolbox::AnalysisNumber& number : row.numbers) {
            EXPECT_NE(made.outputDefinition(toolbox_name(number.id)), nullptr) << row.id << " " << number.id;
        }
        // the folder, overwriting and loading; or the layers and the figures
        parameters += row.in_folder ? 3 : row.layers.size() + 1;
        EXPECT_EQ(static_cast<std::size_t>(made.parameterDefinitions().size()), parameters) << row.id;
        EXPECT_TRUE(made.flags() & QgsProcessingAlgorithm::FlagCanCancel);
        EXPECT_TRUE(made.flags() & QgsProcessingAlgorithm::FlagSupportsBatch);
        EXPECT_FALSE(made.flags() & QgsProcessingAlgorithm::FlagNoThreading);
        const std::unique_ptr<QgsProcessingAlgorithm> copy{made.create()};
        EXPECT_EQ(copy->id(), made.id());
    }
}

TEST_F(Toolbox, LengthsAreInMetres) {
    const auto* radius = dynamic_cast<const QgsProcessingParameterDistance*>(
        algorithm("audit").parameterDefinition(QStringLiteral("RADIUS")));
    ASSERT_NE(radius, nullptr);
    EXPECT_EQ(radius->defaultUnit(), qgis::unit_metres);
}

bool has_chinese(const QString& text) {
    return text.contains(QRegularExpression(QStringLiteral("\\p{Han}")));
}

TEST(Help, IsCompleteInBothLanguages) {
    for (const bool chinese : {false, true}) {
        const SpokenLanguage spoken(chinese ? "zh-Hans" : "en");
        Provider* provider = add_provider();
        ASSERT_NE(provider, nullptr);
        for (const QgsProcessingAlgorithm* made : provider->algorithms()) {
            const std::string id = made->id().toStdString();
            const QString help = made->shortHelpString();
            EXPECT_EQ(has_chinese(made->displayName()), chinese) << id;
            EXPECT_EQ(has_chinese(made->shortDescription()), chinese) << id;
            EXPECT_EQ(has_chinese(help), chinese) << id << help.toStdString();
            for (const QgsProcessingParameterDefinition* parameter : made->parameterDefinitions()) {
                const std::string name = id + " " + parameter->name().toStdString();
                EXPECT_FALSE(parameter->help().isEmpty()) << name;
                EXPECT_EQ(has_chinese(parameter->help()), chinese) << name;
                EXPECT_FALSE(parameter->description().isEmpty()) << name;
                EXPECT_TRUE(has_chinese(parameter->description()) == chinese) << name;
                EXPECT_TRUE(help.contains(parameter->description().toHtmlEscaped())) << name;
            }
            for (const QgsProcessingOutputDefinition* output : made->outputDefinitions()) {
                const std::string name = id + " " + output->name().toStdString();
                EXPECT_FALSE(output->description().isEmpty()) << name;
                EXPECT_EQ(has_chinese(output->description()), chinese) << name;
            }
            EXPECT_TRUE(made->tags().contains(QStringLiteral("coverage")));
            EXPECT_TRUE(made->tags().contains(QStringLiteral("覆盖")));
        }
        remove_provider(provider);
    }
}

/// Widgets ask it which project is open.
class OpenProject final : public QgsProcessingContextGenerator {
public:
    OpenProject() { context_.setProject(QgsProject::instance()); }
    QgsProcessingContext* processingContext() override { return &context_; }

private:
    QgsProcessingContext context_;
};

TEST_F(Toolbox, ColumnsAreOfferedFromTheChosenLayer) {
    const QgsProcessingAlgorithm& audit = algorithm("audit");
    OpenProject project;
    QgsProcessingContext& context = *project.processingContext();
    const auto wrapper = [&](const char* name) {
        return std::unique_ptr<QgsAbstractProcessingParameterWidgetWrapper>{
            QgsGui::processingGuiRegistry()->createParameterWidgetWrapper(
                audit.parameterDefinition(QString::fromUtf8(name)), QgsProcessingGui::Standard)};
    };
    for (const auto& [layer_name, field_name, column, layer] :
         {std::tuple{"DEMAND", "DEMAND_WEIGHT", "population", people_},
          std::tuple{"ZONES", "ZONES_CODE", "code", counties_}}) {
        const auto parent = wrapper(layer_name);
        const auto field = wrapper(field_name);
        ASSERT_TRUE(parent && field);
        QgsProcessingParameterWidgetContext widgets;
        widgets.setProject(QgsProject::instance());
        for (auto* one : {parent.get(), field.get()}) {
            one->setWidgetContext(widgets);
            one->registerProcessingContextGenerator(&project);
        }
        const std::unique_ptr<QWidget> parent_widget{parent->createWrappedWidget(context)};
        const std::unique_ptr<QWidget> field_widget{field->createWrappedWidget(context)};
        field->postInitialize({parent.get(), field.get()});
        parent->setParameterValue(layer->id(), context);
        field->setParameterValue(QString::fromUtf8(column), context);
        EXPECT_EQ(field->parameterValue().toString(), QString::fromUtf8(column));
        EXPECT_EQ(parent->parameterValue().toString(), layer->id());
    }
}

TEST_F(Toolbox, AModelChainsTwoAuditsAndTheirComparison) {
    QgsProcessingModelAlgorithm model(QStringLiteral("before and after"));
    const auto child = [&](const char* id, const char* algorithm_id, const QVariantMap& values) {
        QgsProcessingModelChildAlgorithm step(QString::fromUtf8(algorithm_id));
        step.setChildId(QString::fromUtf8(id));
        // the designer's dialog stores every default
        for (const QgsProcessingParameterDefinition* parameter : step.algorithm()->parameterDefinitions()) {
            if (parameter->isDestination() || !parameter->defaultValue().isValid()) continue;
            step.addParameterSources(
                parameter->name(),
                {QgsProcessingModelChildParameterSource::fromStaticValue(parameter->defaultValue())});
        }
        for (auto value = values.begin(); value != values.end(); ++value) {
            step.addParameterSources(value.key(),
                                     {QgsProcessingModelChildParameterSource::fromStaticValue(*value)});
        }
        return step;
    };
    QVariantMap values = demo();
    values["LOAD_LAYERS"] = false;
    model.setChildAlgorithm(child("before", "yiquan:audit", values));
    values["STANDARD"] = QStringLiteral("county-centre-30km");
    model.setChildAlgorithm(child("after", "yiquan:audit", values));
    QgsProcessingModelChildAlgorithm compare = child("compare", "yiquan:compare", {});
    compare.addParameterSources(QStringLiteral("BEFORE"),
                                {QgsProcessingModelChildParameterSource::fromChildOutput(
                                    QStringLiteral("before"), QStringLiteral("OUTPUT"))});
    compare.addParameterSources(QStringLiteral("AFTER"),
                                {QgsProcessingModelChildParameterSource::fromChildOutput(
                                    QStringLiteral("after"), QStringLiteral("OUTPUT"))});
    QgsProcessingModelOutput result(QStringLiteral("result"), QStringLiteral("Changes"));
    result.setChildOutputName(QStringLiteral("OUTPUT_CHANGES"));
    compare.setModelOutputs({{QStringLiteral("result"), result}});
    model.setChildAlgorithm(compare);
    QStringList issues;
    EXPECT_TRUE(model.validate(issues)) << issues.join('\n').toStdString();

    // as the designer saves and opens it
    ASSERT_TRUE(model.toFile(path("model.model3")));
    QgsProcessingModelAlgorithm opened;
    ASSERT_TRUE(opened.fromFile(path("model.model3")));
    opened.initAlgorithm();
    const QString sink = opened.destinationParameterDefinitions().front()->name();
    QgsProcessingContext context;
    context.setProject(QgsProject::instance());
    QgsProcessingFeedback feedback(false);
    bool ok = false;
    const QVariantMap results =
        opened.run({{sink, QStringLiteral("TEMPORARY_OUTPUT")}}, context, &feedback, &ok);
    ASSERT_TRUE(ok) << feedback.textLog().toStdString();
    auto* changes = qobject_cast<QgsVectorLayer*>(context.getMapLayer(results[sink].toString()));
    ASSERT_NE(changes, nullptr) << feedback.textLog().toStdString();
    EXPECT_GT(changes->featureCount(), 0);
    EXPECT_TRUE(context.layersToLoadOnCompletion().isEmpty());
}

/// qgis_process without the plugin installed: a folder that looks like QGIS's own, with ours added.
class QgisProcess : public Toolbox {
protected:
    void SetUp() override {
        Toolbox::SetUp();
        program_ = QStandardPaths::findExecutable(QStringLiteral("qgis_process.bin"));
        if (program_.isEmpty()) program_ = QStandardPaths::findExecutable(QStringLiteral("qgis_process"));
        if (program_.isEmpty())
            GTEST_SKIP() << "qgis_process is not installed; on Debian it comes with qgis.";
        const QString plugins = path("qgis/lib/qgis/plugins");
        ASSERT_TRUE(QDir().mkpath(plugins));
        ASSERT_TRUE(QDir().mkpath(path("qgis/share")));
        ASSERT_TRUE(QFile::link(QgsApplication::pkgDataPath(), path("qgis/share/qgis")));
        const QDir libraries(QgsApplication::prefixPath() + QStringLiteral("/lib"));
        for (const QFileInfo& file : libraries.entryInfoList({QStringLiteral("libqgis*")}, QDir::Files)) {
            ASSERT_TRUE(QFile::link(file.filePath(), path("qgis/lib/") + file.fileName()));
        }
        // QGIS follows no links here
        const QDir installed(QgsApplication::pluginPath());
        for (const QString& library : {QStringLiteral(YIQUAN_PROVIDER),
                                       installed.filePath(QStringLiteral("libprovider_delimitedtext.so"))}) {
            ASSERT_TRUE(QFile::copy(library, QDir(plugins).filePath(QFileInfo(library).fileName())));
        }
    }

    std::string qgis_process(const QStringList& arguments) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QGIS_PREFIX_PATH"), path("qgis"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program_, arguments);
        EXPECT_TRUE(process.waitForFinished(120'000));
        std::string said = process.readAll().toStdString();
        EXPECT_EQ(process.exitStatus(), QProcess::NormalExit) << said;
        EXPECT_EQ(process.exitCode(), 0) << said;
        return said;
    }

    QString program_;
};

TEST_F(QgisProcess, ListsExplainsAndRunsTheToolbox) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "qgis_process was built without the sanitizer, so it cannot load a library with it";
#endif
    const std::string listed = qgis_process({"list"});
    for (const toolbox::Analysis& row : toolbox::analyses()) {
        EXPECT_THAT(listed, HasSubstr("yiquan:" + std::string{row.id}));
    }
    EXPECT_THAT(qgis_process({"help", "yiquan:audit"}), HasSubstr("FACILITIES_DATUM"));
    const std::string said = qgis_process(
        {"run", "yiquan:audit", "--", "FACILITIES=" + csv("service_centres.csv").prepend("delimitedtext://"),
         "DEMAND=" + csv("demand.csv").prepend("delimitedtext://"), "DEMAND_WEIGHT=population",
         "ZONES=" + demo_file("counties.geojson"), "STANDARD=county-centre-15km", "OUTPUT=" + path("audit")});
    ASSERT_TRUE(QFile::exists(path("audit/audit.json"))) << said;
    const Json expected =
        Json::parse(command_line({"audit", demo_file("audit.toml"), "-o", path("cli"), "--json", "--quiet"}));
    EXPECT_EQ(json(path("audit/audit.json"))["totals"], expected["totals"]);
}

}  // namespace
}  // namespace yiquan::plugin
