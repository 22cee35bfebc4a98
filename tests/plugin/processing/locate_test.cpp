// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/plugin/processing/toolbox_run.hpp"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsmaplayerstore.h>
#include <qgsprocessingmodelalgorithm.h>
#include <qgsprocessingparameters.h>
#include <qgsrenderer.h>

#include <regex>
#include <set>

#include "plugin/program/program_path.hpp"

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Time is the one thing that differs between two runs.
std::string without_time(const std::string& json) {
    return std::regex_replace(json, std::regex(R"("seconds": [0-9.e+-]+)"), R"("seconds": 0)");
}

class Locate : public Toolbox {
protected:
    /// Three new places among the settlements, on top of the county centres, within 15 km.
    [[nodiscard]] QVariantMap demo_siting() const {
        return {{"MODEL", QStringLiteral("mclp")},
                {"CANDIDATES", demo_file("places.csv")},
                {"DEMAND", demo_file("demand.csv")},
                {"EXISTING", demo_file("service_centres.csv")},
                {"ZONES", demo_file("counties.geojson")},
                {"COUNT", QStringLiteral("1..3")},
                {"RADIUS", 15000.0},
                {"OUTPUT_SITING_SITES", QStringLiteral("TEMPORARY_OUTPUT")}};
    }
    [[nodiscard]] static QStringList demo_words() {
        return {"locate",
                "--model=mclp",
                "--candidates=" + demo_file("places.csv"),
                "--demand=" + demo_file("demand.csv"),
                "--existing=" + demo_file("service_centres.csv"),
                "-p",
                "1..3",
                "--radius=15000 m",
                "--zones=" + demo_file("counties.geojson"),
                "--json"};
    }
    QgsVectorLayer* result(const Outcome& out, const char* output) {
        const QString id = out.results.value(QString::fromUtf8(output)).toString();
        return qobject_cast<QgsVectorLayer*>(QgsProcessingUtils::mapLayerFromString(id, *context_));
    }
    QStringList new_sites(const Outcome& out) {
        QStringList ids;
        QgsVectorLayer* layer = result(out, "OUTPUT_SITING_SITES");
        if (layer == nullptr) return ids;
        QgsFeatureIterator rows = layer->getFeatures(
            QgsFeatureRequest().setFilterExpression(QStringLiteral("role = 'new'")).addOrderBy("\"order\""));
        QgsFeature row;
        while (rows.nextFeature(row)) ids << row.attribute(QStringLiteral("id")).toString();
        return ids;
    }

    /// Layers in memory that nobody took; those that were given by their path are there as well.
    [[nodiscard]] int left_in_memory() const {
        int count = 0;
        for (const QgsMapLayer* layer : context_->temporaryLayerStore()->mapLayers()) {
            if (layer->providerType() == QLatin1String("memory")) ++count;
        }
        return count;
    }

    SpokenLanguage english_{"en"};
};

TEST_F(Locate, EqualsTheCommandLineByteForByte) {
    const std::string expected = command_line(demo_words());
    QVariantMap parameters = demo_siting();
    parameters["OUTPUT_FIGURES"] = path("figures.json");
    const Outcome out = run("locate", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(without_time(content(path("figures.json"))), without_time(expected));
    const Json document = Json::parse(expected);
    EXPECT_EQ(document.at("status"), "optimal");
    EXPECT_EQ(out.results["OBJECTIVE"].toDouble(), document.at("objective").get<double>());
    EXPECT_EQ(out.results["BOUND"].toDouble(), document.at("bound").get<double>());
    EXPECT_EQ(out.results["NEW_SITES"].toDouble(), 3.0);
    EXPECT_EQ(out.results["SERVED_BEFORE"].toDouble(), document.at("served").at("before").get<double>());
    EXPECT_EQ(out.results["SERVED_AFTER"].toDouble(), document.at("served").at("after").get<double>());
    EXPECT_LT(out.results["SERVED_BEFORE"].toDouble(), out.results["SERVED_AFTER"].toDouble());
    EXPECT_THAT(out.log, HasSubstr("yiquan locate --model=mclp"));
}

TEST_F(Locate, GivesStyledLayersOfTheProposal) {
    QVariantMap parameters = demo_siting();
    const QVariant into_project = QVariant::fromValue(
        QgsProcessingOutputLayerDefinition(QStringLiteral("TEMPORARY_OUTPUT"), QgsProject::instance()));
    for (const char* output : {"OUTPUT_SITING_SITES", "OUTPUT_SITING_AREAS", "OUTPUT_SITING_DEMAND"}) {
        parameters[QString::fromUtf8(output)] = into_project;
    }
    parameters["OUTPUT_SITING_CURVE"] = path("curve.csv");
    const Outcome out = run("locate", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(new_sites(out).size(), 3);
    QgsVectorLayer* sites = result(out, "OUTPUT_SITING_SITES");
    EXPECT_EQ(sites->featureCount(), 275 + 45);  // every candidate and every centre
    EXPECT_EQ(result(out, "OUTPUT_SITING_AREAS")->featureCount(), 45 + 3);
    EXPECT_EQ(result(out, "OUTPUT_SITING_DEMAND")->featureCount(), 285);
    const QgsVectorLayer curve(path("curve.csv"), QStringLiteral("curve"), QStringLiteral("ogr"));
    EXPECT_EQ(curve.featureCount(), 3);
    const auto loading = context_->layersToLoadOnCompletion();
    ASSERT_EQ(loading.size(), 3);
    for (auto entry = loading.begin(); entry != loading.end(); ++entry) {
        auto* layer = qobject_cast<QgsVectorLayer*>(context_->getMapLayer(entry.key()));
        ASSERT_NE(layer, nullptr);
        entry->postProcessor()->postProcessLayer(layer, *context_, nullptr);
        EXPECT_EQ(layer->renderer()->type(), QStringLiteral("categorizedSymbol"))
            << entry->name.toStdString();
    }
    EXPECT_EQ(sites->attributeAlias(sites->fields().lookupField(QStringLiteral("first_p"))),
              QStringLiteral("First chosen with this many sites"));
}

TEST_F(Locate, LayersOfAnyProviderGiveTheSameAnswer) {
    const Outcome files = run("locate", demo_siting());
    ASSERT_TRUE(files.ok) << files.log;
    const QStringList expected = new_sites(files);
    QVariantMap parameters = demo_siting();
    parameters["CANDIDATES"] = add(csv("places.csv"), "settlements", "delimitedtext")->id();
    parameters["DEMAND"] = people_->id();
    parameters["EXISTING"] = stations_->id();
    parameters["ZONES"] = counties_->id();
    parameters["OUTPUT_FIGURES"] = path("figures.json");
    const Outcome layers = run("locate", parameters);
    ASSERT_TRUE(layers.ok) << layers.log;
    EXPECT_EQ(new_sites(layers), expected);
    EXPECT_EQ(layers.results["OBJECTIVE"], files.results["OBJECTIVE"]);
    // the record names the layers and not the copies that the program read
    EXPECT_THAT(content(path("figures.json")), HasSubstr("demand.csv?"));
    EXPECT_THAT(content(path("figures.json")), Not(HasSubstr("demand.gpkg")));
}

/// The settlements in metres, in memory, with columns of the names that a GeoPackage keeps for itself.
TEST_F(Locate, AProjectedLayerInMemoryGivesTheSameAnswer) {
    const QgsVectorLayer degrees(csv("places.csv"), QStringLiteral("settlements"),
                                 QStringLiteral("delimitedtext"));
    auto* metres =
        add(QStringLiteral("Point?crs=EPSG:4543&field=id:string&field=name:string&field=fid:string&"
                           "field=geom:string"),
            "metres", "memory");
    const QgsCoordinateTransform to(degrees.crs(), metres->crs(), QgsProject::instance());
    QgsFeatureIterator rows = degrees.getFeatures();
    QgsFeature from;
    metres->startEditing();  // and never saved
    while (rows.nextFeature(from)) {
        QgsFeature feature(metres->fields());
        feature.setAttributes(QgsAttributes() << from.attribute("id").toString() << from.attribute("name")
                                              << QStringLiteral("the same for all") << QStringLiteral("x"));
        QgsGeometry place = from.geometry();
        place.transform(to);
        feature.setGeometry(place);
        metres->addFeature(feature);
    }
    const Outcome expected = run("locate", demo_siting());
    const QStringList sites = new_sites(expected);
    QVariantMap parameters = demo_siting();
    parameters["CANDIDATES"] = metres->id();
    const Outcome out = run("locate", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(new_sites(out), sites);
    EXPECT_EQ(out.results["OBJECTIVE"], expected.results["OBJECTIVE"]);
    metres->rollBack();
}

TEST_F(Locate, OnlySelectedCandidatesMayOpen) {
    auto* settlements = add(csv("places.csv"), "settlements", "delimitedtext");
    settlements->selectByExpression(QStringLiteral("county = '都兰县'"));
    ASSERT_GT(settlements->selectedFeatureCount(), 3);
    std::set<QString> selected;
    QgsFeatureIterator rows = settlements->getSelectedFeatures();
    QgsFeature row;
    while (rows.nextFeature(row)) selected.insert(row.attribute(QStringLiteral("id")).toString());
    QVariantMap parameters = demo_siting();
    parameters["CANDIDATES"] =
        QVariant::fromValue(QgsProcessingFeatureSourceDefinition(settlements->id(), true));
    parameters["OUTPUT_FIGURES"] = path("figures.json");
    const Outcome out = run("locate", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    for (const QString& id : new_sites(out)) EXPECT_TRUE(selected.count(id)) << id.toStdString();
    EXPECT_EQ(result(out, "OUTPUT_SITING_SITES")->featureCount(),
              static_cast<long long>(selected.size()) + 45);
    EXPECT_THAT(content(path("figures.json")), HasSubstr("of its features"));
}

TEST_F(Locate, AFilteredLayerCountsAsItIsShown) {
    auto* centres = add(demo_file("service_centres.csv"), "centres", "ogr");
    ASSERT_TRUE(centres->setSubsetString(QStringLiteral("county_code LIKE '6301%'")));
    const long long shown = centres->featureCount();
    ASSERT_LT(shown, 45);
    QVariantMap parameters = demo_siting();
    parameters["EXISTING"] = centres->id();
    const Outcome out = run("locate", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(result(out, "OUTPUT_SITING_SITES")->featureCount(), 275 + shown);
}

TEST_F(Locate, AMatrixGivesFiguresAndNoLayers) {
    QFile file(path("od.csv"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("origin_id,destination_id,minutes\na,X,5\nb,X,30\nb,Y,5\nc,Y,5\n");  // Y serves two, X one
    file.close();
    const Outcome out = run("locate", {{"MODEL", "mclp"},
                                       {"MATRIX", path("od.csv")},
                                       {"THRESHOLD", 10.0},
                                       {"COUNT", "1"},
                                       {"OUTPUT_SITING_SITES", "TEMPORARY_OUTPUT"},
                                       {"OUTPUT_FIGURES", path("figures.json")}});
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(json(path("figures.json")).at("sites"), Json::parse(R"(["Y"])"));
    EXPECT_EQ(out.results["OBJECTIVE"].toDouble(), 2.0);
    EXPECT_FALSE(out.results.contains("OUTPUT_SITING_SITES"));
}

TEST_F(Locate, TheProgramsSentenceIsTheError) {
    QVariantMap parameters = demo_siting();
    parameters["COUNT"] = QStringLiteral("20..1");
    const Outcome out = run("locate", parameters);
    EXPECT_FALSE(out.ok);
    EXPECT_THAT(out.log, HasSubstr("-p 20..1 runs backwards; give the smaller number first."));
    EXPECT_EQ(left_in_memory(), 0);
    const SpokenLanguage chinese("zh-Hans");
    EXPECT_THAT(run("locate", parameters).log, HasSubstr("范围颠倒"));
}

TEST_F(Locate, AMissingProgramIsSaidBeforeTheRun) {
    QgsSettings().setValue(program_setting(), path("no/yiquan"));
    QString refusal;
    QgsProcessingContext context;
    context.setProject(QgsProject::instance());
    EXPECT_FALSE(algorithm("locate").checkParameterValues(demo_siting(), context, &refusal));
    EXPECT_THAT(refusal.toStdString(), HasSubstr("no/yiquan"));
    bool ok = true;  // models and scripts do not ask first
    QgsProcessingFeedback feedback(false);
    (void)algorithm("locate").run(demo_siting(), context, &feedback, &ok);
    EXPECT_FALSE(ok);
    EXPECT_THAT(feedback.textLog().toStdString(), HasSubstr("no/yiquan"));
    QgsSettings().remove(program_setting());
}

TEST_F(Locate, AnOutputNeverReplacesAnInput) {
    ASSERT_TRUE(QFile::copy(demo_file("places.csv"), path("places.csv")));
    QVariantMap parameters = demo_siting();
    parameters["CANDIDATES"] = path("places.csv");
    parameters["OUTPUT_FIGURES"] = path("places.csv");
    EXPECT_THAT(run("locate", parameters).log, HasSubstr("would be replaced"));
}

/// Cancels when the work has come so far.
class Impatient final : public QgsProcessingFeedback {
public:
    explicit Impatient(double percent) : QgsProcessingFeedback(false) {
        connect(this, &QgsFeedback::progressChanged, this, [this, percent](double done) {
            if (done >= percent) cancel();
        });
        if (percent <= 0.0) cancel();
    }
};

TEST_F(Locate, CancellingLeavesNothing) {
    for (const double percent : {0.0, 1.0, 20.0, 60.0, 89.0}) {
        Impatient feedback(percent);
        QVariantMap parameters = demo_siting();
        parameters["COUNT"] = QStringLiteral("1..20");
        parameters["CANDIDATES"] = people_->id();
        parameters["OUTPUT_SITING_SITES"] = QVariant::fromValue(
            QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject::instance()));
        parameters["OUTPUT_SITING_DEMAND"] = path("demand.gpkg");
        parameters["OUTPUT_FIGURES"] = path("figures.json");
        const Outcome out = run("locate", parameters, &feedback);
        EXPECT_FALSE(out.ok) << percent;
        EXPECT_TRUE(out.results.isEmpty());
        EXPECT_THAT(out.log, HasSubstr("Cancelled")) << percent;
        EXPECT_TRUE(context_->layersToLoadOnCompletion().isEmpty()) << percent;
        EXPECT_EQ(left_in_memory(), 0) << percent;
        EXPECT_TRUE(QDir(folder_.path()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden))
            << percent << " " << QDir(folder_.path()).entryList().join(' ').toStdString();
    }
}

/// Cancels when it is told of a layer that the answer does not have, which is amid the copying of layers.
class ImpatientAtTheEnd final : public QgsProcessingFeedback {
public:
    ImpatientAtTheEnd() : QgsProcessingFeedback(false) {}
    void pushInfo(const QString& info) override {
        told = info.toStdString();
        cancel();
    }
    std::string told;
};

TEST_F(Locate, CancellingWhileLayersAreCopiedLeavesNothing) {
    ImpatientAtTheEnd feedback;
    QVariantMap parameters = demo_siting();
    parameters["MODEL"] = QStringLiteral("p-median");  // no radius, so no circles
    parameters["RADIUS"] = QVariant();
    parameters["COUNT"] = QStringLiteral("1");
    parameters["OUTPUT_SITING_SITES"] = path("sites.gpkg");
    parameters["OUTPUT_SITING_DEMAND"] = QStringLiteral("TEMPORARY_OUTPUT");
    const Outcome out = run("locate", parameters, &feedback);
    EXPECT_FALSE(out.ok);
    EXPECT_THAT(feedback.told, HasSubstr("Service areas of the sites"));
    EXPECT_THAT(out.log, HasSubstr("Cancelled"));
    EXPECT_FALSE(QFile::exists(path("sites.gpkg")));
    EXPECT_EQ(left_in_memory(), 0);
}

TEST_F(Locate, AModelDrawsTheServiceAreasOfTheProposal) {
    QgsProcessingModelAlgorithm model(QStringLiteral("where next"));
    const auto child = [](const char* name, const QVariantMap& values) {
        QgsProcessingModelChildAlgorithm step(QStringLiteral("yiquan:") + QLatin1String(name));
        step.setChildId(QLatin1String(name));
        for (const QgsProcessingParameterDefinition* parameter : step.algorithm()->parameterDefinitions()) {
            // the designer's dialog stores every default
            const QVariant value = values.value(parameter->name(), parameter->defaultValue());
            if (parameter->isDestination() || !value.isValid()) continue;
            step.addParameterSources(parameter->name(),
                                     {QgsProcessingModelChildParameterSource::fromStaticValue(value)});
        }
        return step;
    };
    model.setChildAlgorithm(child("locate", demo_siting()));
    QgsProcessingModelChildAlgorithm areas = child("service_areas", {{"RADIUS", 15000.0}});
    areas.addParameterSources(QStringLiteral("FACILITIES"),
                              {QgsProcessingModelChildParameterSource::fromChildOutput(
                                  QStringLiteral("locate"), QStringLiteral("OUTPUT_SITING_SITES"))});
    QgsProcessingModelOutput result(QStringLiteral("result"), QStringLiteral("Areas"));
    result.setChildOutputName(QStringLiteral("OUTPUT_SERVICE_AREAS"));
    areas.setModelOutputs({{QStringLiteral("result"), result}});
    model.setChildAlgorithm(areas);
    QStringList issues;
    EXPECT_TRUE(model.validate(issues)) << issues.join('\n').toStdString();
    model.initAlgorithm();
    QgsProcessingContext context;
    context.setProject(QgsProject::instance());
    QgsProcessingFeedback feedback(false);
    bool ok = false;
    const QString sink = model.destinationParameterDefinitions().front()->name();
    const QVariantMap results =
        model.run({{sink, QStringLiteral("TEMPORARY_OUTPUT")}}, context, &feedback, &ok);
    ASSERT_TRUE(ok) << feedback.textLog().toStdString();
    auto* drawn = qobject_cast<QgsVectorLayer*>(context.getMapLayer(results[sink].toString()));
    ASSERT_NE(drawn, nullptr);
    EXPECT_GT(drawn->featureCount(), 0);
}

}  // namespace
}  // namespace yiquan::plugin
