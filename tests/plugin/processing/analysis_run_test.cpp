// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/plugin/processing/toolbox_run.hpp"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsprocessingalgrunnertask.h>
#include <qgsprocessingparameters.h>
#include <qgstaskmanager.h>

#include <QEventLoop>

#include "core/io/audit/folder.hpp"
#include "core/toolbox/analysis.hpp"
#include "plugin/processing/sink_outputs.hpp"

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Where the inputs lie is the one thing that differs between a file and a layer.
Json without_paths(Json audit) {
    for (Json& input : audit["run"]["inputs"]) input.erase("path");
    return audit;
}

TEST_F(Toolbox, EveryAnalysisOfTheCoreRunsOnTheDemo) {
    ASSERT_TRUE(run("audit",
                    [&] {
                        QVariantMap p = demo();
                        p["OUTPUT"] = path("before");
                        return p;
                    }())
                    .ok);
    for (const toolbox::Analysis& row : toolbox::analyses()) {
        if (!row.verb.empty()) continue;  // those have tests of their own
        QVariantMap parameters = demo();
        parameters["BEFORE"] = path("before");
        parameters["AFTER"] = path("before");
        if (row.in_folder) {
            parameters["OUTPUT"] = path("again");
        } else {
            parameters["OUTPUT_FIGURES"] = path("figures.json");
        }
        const QgsProcessingAlgorithm& made = algorithm(std::string{row.id}.c_str());
        for (const QgsProcessingParameterDefinition* output : made.destinationParameterDefinitions()) {
            if (output->type() == QgsProcessingParameterFeatureSink::typeName()) {
                parameters[output->name()] = QStringLiteral("TEMPORARY_OUTPUT");
            }
        }
        const Outcome out = run(std::string{row.id}.c_str(), parameters);
        ASSERT_TRUE(out.ok) << row.id << "\n" << out.log;
        for (const QgsProcessingOutputDefinition* output : made.outputDefinitions()) {
            EXPECT_TRUE(out.results.contains(output->name()))
                << row.id << " " << output->name().toStdString();
        }
        for (const toolbox::MapLayer& layer : row.layers) {
            const QString id = out.results.value(output_name(layer)).toString();
            EXPECT_NE(QgsProcessingUtils::mapLayerFromString(id, *context_), nullptr)
                << row.id << " " << layer.style;
        }
    }
}

TEST_F(Toolbox, AnAuditEqualsThatOfTheCommandLine) {
    const Json expected =
        Json::parse(command_line({"audit", demo_file("audit.toml"), "-o", path("cli"), "--json", "--quiet"}));
    QVariantMap parameters = demo();
    parameters["OUTPUT"] = path("qgis");
    const Outcome out = run("audit", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    const Json made = json(path("qgis/audit.json"));
    EXPECT_EQ(made["totals"], expected["totals"]);
    EXPECT_EQ(made["zones"], expected["zones"]);
    EXPECT_EQ(without_paths(made), without_paths(expected));
    EXPECT_EQ(out.results["TOTAL"].toDouble(), expected["totals"]["demand"].get<double>());
    EXPECT_EQ(out.results["COVERED_SHARE"].toDouble(), expected["totals"]["covered_share"].get<double>());
    for (const char* file : {"zones.csv", "findings.csv"}) {
        EXPECT_EQ(content(path("qgis/") + file), content(path("cli/") + file)) << file;
    }
    for (const std::string& file : io::AuditFolder::files()) {
        EXPECT_TRUE(QFile::exists(path("qgis/") + QString::fromStdString(file))) << file;
    }
}

TEST_F(Toolbox, TheOtherAnalysesCountAsTheAuditDoes) {
    const Json expected =
        Json::parse(command_line({"audit", demo_file("audit.toml"), "-o", path("cli"), "--json", "--quiet"}));
    for (const char* name : {"gaps", "k_coverage", "nearest_facility"}) {
        QVariantMap parameters = demo();
        parameters["OUTPUT_FIGURES"] = path("figures.json");
        parameters[algorithm(name).destinationParameterDefinitions().front()->name()] =
            QStringLiteral("TEMPORARY_OUTPUT");
        ASSERT_TRUE(run(name, parameters).ok) << name;
        const Json made = json(path("figures.json"));
        ASSERT_EQ(made.at("zones").size(), expected.at("zones").size());
        for (std::size_t i = 0; i < expected.at("zones").size(); ++i) {
            for (const char* figure : {"code", "demand", "covered", "gap", "covered_share", "single",
                                       "nearest_mean", "nearest_median", "nearest_p90", "nearest_max"}) {
                EXPECT_EQ(made.at("zones").at(i).at(figure), expected.at("zones").at(i).at(figure))
                    << name << " " << i << " " << figure;
            }
        }
        for (const char* figure : {"demand", "covered", "gap", "covered_share", "single"}) {
            EXPECT_EQ(made.at("totals").at(figure), expected.at("totals").at(figure))
                << name << " " << figure;
        }
    }
}

TEST_F(Toolbox, ServiceAreasEqualThoseOfTheCommandLine) {
    const std::string expected = command_line(
        {"service-area", demo_file("service_centres.csv"), "--radius", "1500 m,15 km", "--json"});
    const Outcome out = run("service_areas", {{"FACILITIES", stations_->id()},
                                              {"RADIUS", 15000.0},
                                              {"BANDS", "1.5 km"},
                                              {"OUTPUT_SERVICE_AREAS", "TEMPORARY_OUTPUT"},
                                              {"OUTPUT_FIGURES", path("figures.json")}});
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(content(path("figures.json")), expected);
}

TEST_F(Toolbox, AnImportEqualsThatOfTheCommandLine) {
    const std::string expected = command_line({"import", demo_file("service_centres.csv"), "--zones",
                                               demo_file("counties.geojson"), "--datum", "gcj02", "--json"});
    const Outcome out = run("import", {{"FACILITIES", stations_->id()},
                                       {"FACILITIES_DATUM", "gcj02"},
                                       {"ZONES", counties_->id()},
                                       {"OUTPUT_STATIONS", "TEMPORARY_OUTPUT"},
                                       {"OUTPUT_FINDINGS", "TEMPORARY_OUTPUT"},
                                       {"OUTPUT_FIGURES", path("figures.json")}});
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(json(path("figures.json")), Json::parse(expected));
}

TEST_F(Toolbox, AComparisonEqualsThatOfTheCommandLine) {
    QVariantMap parameters = demo();
    parameters["OUTPUT"] = path("before");
    ASSERT_TRUE(run("audit", parameters).ok);
    parameters["OUTPUT"] = path("after");
    parameters["STANDARD"] = QStringLiteral("county-centre-30km");
    ASSERT_TRUE(run("audit", parameters).ok);
    const Outcome out = run("compare", {{"BEFORE", path("before")},
                                        {"AFTER", path("after")},
                                        {"OUTPUT_CHANGES", "TEMPORARY_OUTPUT"},
                                        {"OUTPUT_FIGURES", path("figures.json")}});
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(content(path("figures.json")),
              command_line({"compare", path("before"), path("after"), "--json"}));
    EXPECT_GT(out.results["GAINED"].toDouble(), 0.0);
    EXPECT_EQ(out.results["LOST"].toDouble(), 0.0);
    EXPECT_FALSE(out.results.contains("OUTPUT_ZONE_CHANGES"));  // nobody asked for it
}

TEST_F(Toolbox, OnlySelectedStationsAreCounted) {
    stations_->selectByExpression(QStringLiteral("$id % 2 = 0"));
    const long long selected = stations_->selectedFeatureCount();
    ASSERT_GT(selected, 0);
    QVariantMap parameters{{"RADIUS", 1000.0}, {"OUTPUT_SERVICE_AREAS", "TEMPORARY_OUTPUT"}};
    parameters["FACILITIES"] =
        QVariant::fromValue(QgsProcessingFeatureSourceDefinition(stations_->id(), true));
    EXPECT_EQ(run("service_areas", parameters).results["STATIONS"].toLongLong(), selected);
    parameters["FACILITIES"] =
        QVariant::fromValue(QgsProcessingFeatureSourceDefinition(stations_->id(), true, 3));
    EXPECT_EQ(run("service_areas", parameters).results["STATIONS"].toLongLong(), 3);
}

TEST_F(Toolbox, ARecordSaysThatOnlyAPartWasRead) {
    stations_->selectByExpression(QStringLiteral("$id < 30"));
    QVariantMap parameters = demo();
    parameters["FACILITIES"] =
        QVariant::fromValue(QgsProcessingFeatureSourceDefinition(stations_->id(), true));
    parameters["OUTPUT"] = path("part");
    ASSERT_TRUE(run("audit", parameters).ok);
    const Json record = json(path("part/audit.json"))["run"]["inputs"][0];
    EXPECT_EQ(record["rows"].get<long long>(), stations_->selectedFeatureCount());
    EXPECT_THAT(record["path"].get<std::string>(), HasSubstr("of its features"));
    EXPECT_TRUE(record["sha256"].is_null() || record["sha256"].get<std::string>().empty());
}

TEST_F(Toolbox, UnsavedEditsCount) {
    auto* memory = add(QStringLiteral("Point?crs=EPSG:4326&field=name:string"), "edited", "memory");
    memory->startEditing();
    for (const double lon : {101.0, 102.0}) {
        QgsFeature feature(memory->fields());
        feature.setAttributes(QgsAttributes() << QStringLiteral("站 %1").arg(lon));
        feature.setGeometry(QgsGeometry::fromPointXY({lon, 36.5}));
        memory->addFeature(feature);
    }
    const Outcome out =
        run("service_areas",
            {{"FACILITIES", memory->id()}, {"RADIUS", 1000.0}, {"OUTPUT_SERVICE_AREAS", "TEMPORARY_OUTPUT"}});
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(out.results["STATIONS"].toInt(), 2);
    memory->rollBack();
}

TEST_F(Toolbox, AProjectedLayerGivesTheSameFigures) {
    auto* projected =
        add(QStringLiteral("Point?crs=EPSG:4543&field=name:string&field=id:string"), "projected", "memory");
    const QgsCoordinateTransform to(stations_->crs(), projected->crs(), QgsProject::instance());
    QgsFeatureIterator rows = stations_->getFeatures();
    QgsFeature from;
    while (rows.nextFeature(from)) {
        QgsFeature feature(projected->fields());
        feature.setAttributes(QgsAttributes() << from.attribute("name") << from.attribute("id"));
        QgsGeometry place = from.geometry();
        place.transform(to);
        feature.setGeometry(place);
        projected->dataProvider()->addFeature(feature);
    }
    QVariantMap parameters = demo();
    parameters["OUTPUT_FIGURES"] = path("degrees.json");
    parameters["OUTPUT_DEMAND"] = QStringLiteral("TEMPORARY_OUTPUT");
    ASSERT_TRUE(run("nearest_facility", parameters).ok);
    parameters["FACILITIES"] = projected->id();
    parameters["OUTPUT_FIGURES"] = path("metres.json");
    const Outcome out = run("nearest_facility", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    for (const char* figure : {"demand", "covered", "gap", "single"}) {
        EXPECT_EQ(json(path("metres.json"))["totals"][figure], json(path("degrees.json"))["totals"][figure]);
    }
}

TEST_F(Toolbox, DemandMayBeARaster) {
    QFile file(path("people.asc"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    // 1 + 2 + 3 + 4 people near Xining
    file.write(
        "ncols 2\nnrows 2\nxllcorner 101.7\nyllcorner 36.6\ncellsize 0.01\nNODATA_value -9999\n1 2\n3 4\n");
    file.close();
    QFile crs(path("people.prj"));
    ASSERT_TRUE(crs.open(QIODevice::WriteOnly));
    crs.write(QgsCoordinateReferenceSystem::fromEpsgId(4326)
                  .toWkt(QgsCoordinateReferenceSystem::WKT1_ESRI)
                  .toUtf8());
    crs.close();
    QVariantMap parameters = demo();
    parameters["DEMAND"] = path("people.asc");
    parameters["DEMAND_WEIGHT"] = QVariant();
    parameters["OUTPUT_K_COVERAGE"] = QStringLiteral("TEMPORARY_OUTPUT");
    const Outcome out = run("k_coverage", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(out.results["TOTAL"].toDouble(), 10.0);
    EXPECT_EQ(out.results["COVERED"].toDouble(), 10.0);
}

TEST_F(Toolbox, TemporaryPlacesAreMade) {
    QVariantMap parameters = demo();
    parameters["OUTPUT"] = QStringLiteral("TEMPORARY_OUTPUT");
    const Outcome out = run("audit", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_TRUE(QFile::exists(QDir(out.results["OUTPUT"].toString()).filePath("audit.json")));
}

TEST_F(Toolbox, LayersGoIntoAnyFormatOfQgis) {
    for (const char* file : {"areas.shp", "areas.geojson", "areas.gpkg", "areas.fgb"}) {
        const Outcome out =
            run("service_areas",
                {{"FACILITIES", stations_->id()}, {"RADIUS", 1000.0}, {"OUTPUT_SERVICE_AREAS", path(file)}});
        ASSERT_TRUE(out.ok) << file << out.log;
        const QgsVectorLayer written(path(file), QStringLiteral("written"), QStringLiteral("ogr"));
        EXPECT_EQ(written.featureCount(), 45) << file;
    }
}

TEST_F(Toolbox, RunsInTheBackgroundAsTheDialogDoes) {
    QgsProcessingContext context;
    context.setProject(QgsProject::instance());
    QgsProcessingFeedback feedback(false);
    QVariantMap parameters = demo();
    parameters["OUTPUT"] = path("task");
    auto* task = new QgsProcessingAlgRunnerTask(&algorithm("audit"), parameters, context, &feedback);
    bool done = false;
    bool ok = false;
    QEventLoop loop;
    QObject::connect(task, &QgsProcessingAlgRunnerTask::executed, &loop,
                     [&](bool success, const QVariantMap&) {
                         done = true;
                         ok = success;
                         loop.quit();
                     });
    QgsApplication::taskManager()->addTask(task);
    if (!done) loop.exec();
    EXPECT_TRUE(ok) << feedback.textLog().toStdString();
    EXPECT_TRUE(QFile::exists(path("task/audit.json")));
    EXPECT_FALSE(context.layersToLoadOnCompletion().isEmpty());
}

TEST_F(Toolbox, ABatchGivesEveryRowItsOwnResult) {
    for (const double radius : {5000.0, 15000.0}) {
        QVariantMap parameters = demo();
        parameters["STANDARD"] = QStringLiteral("own");
        parameters["RADIUS"] = radius;
        parameters["OUTPUT"] = path("batch-") + QString::number(radius);
        ASSERT_TRUE(run("audit", parameters).ok);
    }
    EXPECT_LT(json(path("batch-5000/audit.json"))["totals"]["covered"].get<double>(),
              json(path("batch-15000/audit.json"))["totals"]["covered"].get<double>());
}

TEST_F(Toolbox, ChoicesTakeIdsAndNumbers) {
    const QVariantMap base{{"FACILITIES", stations_->id()}, {"OUTPUT_SERVICE_AREAS", "TEMPORARY_OUTPUT"}};
    const auto covered = [&](const QVariant& standard) {
        QVariantMap parameters = base;
        parameters["STANDARD"] = standard;
        const Outcome out = run("service_areas", parameters);
        EXPECT_TRUE(out.ok) << out.log;
        return out.results["COVERED_KM2"].toDouble();
    };
    const double by_id = covered(QStringLiteral("county-centre-15km"));
    EXPECT_EQ(covered(1), by_id);
    EXPECT_EQ(covered(QStringLiteral("1")), by_id);
    const auto* parameter = algorithm("service_areas").parameterDefinition(QStringLiteral("STANDARD"));
    EXPECT_EQ(parameter->valueAsPythonString(1, *context_), QStringLiteral("'county-centre-15km'"));
}

TEST_F(Toolbox, SavedModelsKeepTheirStandard) {
    // Models save the place in this list: add new standards so that those before keep theirs.
    std::vector<std::string> ids;
    for (const toolbox::Parameter& parameter : toolbox::analysis("service_areas").parameters) {
        if (parameter.id != "standard") continue;
        for (const toolbox::Choice& choice : parameter.choices) ids.push_back(choice.id);
    }
    EXPECT_THAT(ids, testing::ElementsAre("own", "county-centre-15km", "county-centre-30km", "gb50180-10min",
                                          "gb50180-15min", "gb50180-5min", "gb50180-circles",
                                          "job-circle-3km", "sanitation-hut-dense", "sanitation-hut-medium",
                                          "sanitation-hut-sparse", "union-new-double15"));
}

TEST_F(Toolbox, FindingsAreSaidOnceForEachKind) {
    const SpokenLanguage chinese("zh-Hans");
    auto* faulty = add(QStringLiteral("Point?crs=EPSG:4326&field=name:string"), "faulty", "memory");
    for (int i = 0; i < 50; ++i) {
        QgsFeature feature(faulty->fields());
        feature.setAttributes(QgsAttributes() << QStringLiteral("站 %1").arg(i));
        if (i > 0) feature.setGeometry(QgsGeometry::fromPointXY({0.0, 0.0}));
        faulty->dataProvider()->addFeature(feature);
    }
    QgsFeature good(faulty->fields());
    good.setAttributes(QgsAttributes() << QStringLiteral("好站"));
    good.setGeometry(QgsGeometry::fromPointXY({101.0, 36.5}));
    faulty->dataProvider()->addFeature(good);
    const Outcome out = run("import", {{"FACILITIES", faulty->id()},
                                       {"OUTPUT_STATIONS", "TEMPORARY_OUTPUT"},
                                       {"OUTPUT_FINDINGS", "TEMPORARY_OUTPUT"}});
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_THAT(out.log, HasSubstr("数据问题：坐标为零（49 条）"));
    EXPECT_THAT(out.log, HasSubstr("数据问题：缺少坐标（1 条）"));
    EXPECT_EQ(out.results["FINDINGS"].toInt(), 50);
    auto* findings =
        qobject_cast<QgsVectorLayer*>(context_->getMapLayer(out.results["OUTPUT_FINDINGS"].toString()));
    ASSERT_NE(findings, nullptr);
    EXPECT_EQ(findings->featureCount(), 50);
}

}  // namespace
}  // namespace yiquan::plugin
