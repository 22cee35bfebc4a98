// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/plugin/processing/toolbox_run.hpp"

#include <qgsmaplayerstore.h>
#include <qgsprocessingparameters.h>

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;

class Refusal : public Toolbox {
protected:
    /// What the toolbox says instead of running.
    std::string refused(const char* name, const QVariantMap& parameters) {
        const Outcome out = run(name, parameters);
        EXPECT_FALSE(out.ok);
        return out.log;
    }
    [[nodiscard]] QVariantMap areas() const {
        return {{"FACILITIES", stations_->id()},
                {"RADIUS", 1000.0},
                {"OUTPUT_SERVICE_AREAS", "TEMPORARY_OUTPUT"}};
    }
    QVariantMap areas_with(const char* name, const QVariant& value) const {
        QVariantMap parameters = areas();
        parameters[QString::fromUtf8(name)] = value;
        return parameters;
    }

    SpokenLanguage english_{"en"};
};

TEST_F(Refusal, SaysWhatIsMissing) {
    EXPECT_THAT(refused("service_areas", areas_with("RADIUS", {})), HasSubstr("There is no radius"));
    EXPECT_THAT(refused("service_areas", areas_with("FACILITIES", {})),
                HasSubstr("Stations: no layer was chosen"));
    EXPECT_THAT(refused("compare", {{"BEFORE", path("x")}, {"OUTPUT_CHANGES", "TEMPORARY_OUTPUT"}}),
                HasSubstr("Later audit: no folder was chosen"));
}

TEST_F(Refusal, SpeaksChinese) {
    const SpokenLanguage chinese("zh-Hans");
    EXPECT_THAT(refused("service_areas", areas_with("RADIUS", {})), HasSubstr("没有半径"));
    EXPECT_THAT(refused("service_areas", areas_with("FACILITIES", {})), HasSubstr("站点：没有选择图层"));
}

TEST_F(Refusal, SaysWhatContradicts) {
    EXPECT_THAT(refused("service_areas", areas_with("RADIUS", -5.0)), HasSubstr("must be above zero"));
    EXPECT_THAT(refused("service_areas", areas_with("BANDS", "five")), HasSubstr("bands"));
    EXPECT_THAT(refused("service_areas", areas_with("TARGET_SHARE", 85.0)), HasSubstr("at most 1"));
    EXPECT_THAT(refused("service_areas", areas_with("STANDARD", "gb50180")), HasSubstr("no standard"));
    EXPECT_THAT(refused("service_areas", areas_with("FACILITIES_DATUM", "wgs48")), HasSubstr("wgs48"));
    EXPECT_THAT(refused("service_areas", areas_with("OPEN_AT", "noon")), HasSubstr("noon"));
}

TEST_F(Refusal, LayersOfTheWrongKind) {
    EXPECT_THAT(refused("service_areas", areas_with("FACILITIES", counties_->id())),
                HasSubstr("the layer has no points"));
    QVariantMap parameters = demo();
    parameters["ZONES"] = stations_->id();
    parameters["OUTPUT_SERVICE_GAPS"] = QStringLiteral("TEMPORARY_OUTPUT");
    EXPECT_THAT(refused("gaps", parameters), HasSubstr("the layer has no polygons"));
}

TEST_F(Refusal, LayersThatWereLost) {
    auto* lost = add(QStringLiteral("/nowhere/stations.gpkg"), "lost", "ogr");
    for (const QVariant& layer : {QVariant(lost->id()), QVariant(QStringLiteral("/nowhere/list.csv"))}) {
        EXPECT_THAT(refused("service_areas", areas_with("FACILITIES", layer)), HasSubstr("cannot be read"));
    }
}

TEST_F(Refusal, LayersWithoutAReferenceSystem) {
    auto* nowhere = add(QStringLiteral("Point?field=name:string"), "nowhere", "memory");
    nowhere->setCrs(QgsCoordinateReferenceSystem());
    QgsFeature feature(nowhere->fields());
    feature.setAttributes(QgsAttributes() << QStringLiteral("东关"));
    feature.setGeometry(QgsGeometry::fromPointXY({530000.0, 4040000.0}));
    nowhere->dataProvider()->addFeature(feature);
    const std::string said = refused("service_areas", areas_with("FACILITIES", nowhere->id()));
    EXPECT_THAT(said, HasSubstr("nowhere"));
    EXPECT_THAT(said, HasSubstr("reference system"));
}

TEST_F(Refusal, EmptyLayers) {
    auto* empty = add(QStringLiteral("Point?crs=EPSG:4326&field=name:string"), "empty", "memory");
    QVariantMap parameters = demo();
    parameters["ZONES"] =
        add(QStringLiteral("Polygon?crs=EPSG:4326&field=code:string&field=name:string"), "no zones", "memory")
            ->id();
    parameters["OUTPUT_SERVICE_GAPS"] = QStringLiteral("TEMPORARY_OUTPUT");
    EXPECT_THAT(refused("gaps", parameters), HasSubstr("no zones"));
    const Outcome out = run("service_areas", areas_with("FACILITIES", empty->id()));
    EXPECT_FALSE(out.ok && out.results["STATIONS"].toInt() != 0) << out.log;
}

TEST_F(Refusal, ColumnsThatAreNotThere) {
    EXPECT_THAT(refused("service_areas", areas_with("FACILITIES_NAME", "nickname")), HasSubstr("nickname"));
}

TEST_F(Refusal, AFolderThatHoldsSomething) {
    QVariantMap parameters = demo();
    parameters["OUTPUT"] = path("audit");
    ASSERT_TRUE(run("audit", parameters).ok);
    const std::string before = content(path("audit/audit.json"));
    EXPECT_THAT(refused("audit", parameters), HasSubstr("the folder is not empty"));
    parameters["OVERWRITE"] = true;
    parameters["TITLE"] = QStringLiteral("again");
    EXPECT_TRUE(run("audit", parameters).ok);
    EXPECT_NE(content(path("audit/audit.json")), before);
}

TEST_F(Refusal, AnOutputThatWouldReplaceItsInput) {
    ASSERT_TRUE(QFile::copy(demo_file("counties.geojson"), path("counties.geojson")));
    const std::string before = content(path("counties.geojson"));
    QVariantMap parameters = demo();
    parameters["ZONES"] = path("counties.geojson");
    parameters["OUTPUT_DEMAND"] = QStringLiteral("TEMPORARY_OUTPUT");
    parameters["OUTPUT_ZONES"] = path("counties.geojson");
    EXPECT_THAT(refused("nearest_facility", parameters), HasSubstr("would be replaced"));
    EXPECT_EQ(content(path("counties.geojson")), before);
}

TEST_F(Refusal, PlacesThatCannotBeWritten) {
    EXPECT_THAT(refused("service_areas", areas_with("OUTPUT_SERVICE_AREAS", "/proc/areas.gpkg")),
                HasSubstr("/proc/areas.gpkg"));
    EXPECT_THAT(refused("service_areas", areas_with("OUTPUT_FIGURES", "/proc/figures.json")),
                HasSubstr("/proc"));
    EXPECT_TRUE(context_->temporaryLayerStore()->mapLayers().isEmpty());
    QVariantMap parameters = demo();
    parameters["OUTPUT"] = QStringLiteral("/proc/audit");
    EXPECT_THAT(refused("audit", parameters), HasSubstr("/proc"));
}

TEST_F(Refusal, ModelsAndScriptsThatSkipTheCheckAreToldToo) {
    context_ = std::make_unique<QgsProcessingContext>();
    context_->setProject(QgsProject::instance());
    QgsProcessingFeedback feedback(false);
    bool ok = true;
    (void)algorithm("service_areas").run(areas_with("RADIUS", {}), *context_, &feedback, &ok);
    EXPECT_FALSE(ok);
    EXPECT_THAT(feedback.textLog().toStdString(), HasSubstr("There is no radius"));
}

TEST_F(Refusal, ARadiusThatTheStandardIgnoresIsSaid) {
    QVariantMap parameters = areas_with("STANDARD", "county-centre-15km");
    const Outcome out = run("service_areas", parameters);
    ASSERT_TRUE(out.ok);
    EXPECT_THAT(out.log, HasSubstr("Your own radius, 1 km, is not used"));
}

/// Cancels when the work has come so far.
class Impatient final : public QgsProcessingFeedback {
public:
    explicit Impatient(double percent) : QgsProcessingFeedback(false) {
        connect(this, &QgsFeedback::progressChanged, this, [this, percent](double done) {
            if (done >= percent) cancel();
        });
    }
};

TEST_F(Refusal, CancellingLeavesNothing) {
    for (const double percent : {0.1, 30.0, 60.0, 80.0, 99.0}) {
        Impatient feedback(percent);
        QVariantMap parameters = demo();
        parameters["OUTPUT"] = path("cancelled");
        const Outcome folder = run("audit", parameters, &feedback);
        EXPECT_FALSE(folder.ok) << percent;
        EXPECT_THAT(folder.log, HasSubstr("Cancelled"));
        EXPECT_TRUE(context_->layersToLoadOnCompletion().isEmpty());

        Impatient again(percent);
        parameters = demo();
        parameters["OUTPUT_DEMAND"] = path("demand.gpkg");
        parameters["OUTPUT_ZONES"] = QVariant::fromValue(
            QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject::instance()));
        parameters["OUTPUT_FIGURES"] = path("figures.json");
        const Outcome sinks = run("nearest_facility", parameters, &again);
        EXPECT_FALSE(sinks.ok) << percent;
        EXPECT_TRUE(sinks.results.isEmpty());
        EXPECT_TRUE(context_->layersToLoadOnCompletion().isEmpty()) << percent;
        EXPECT_TRUE(context_->temporaryLayerStore()->mapLayers().isEmpty()) << percent;
        EXPECT_TRUE(QDir(folder_.path()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden))
            << percent << " " << QDir(folder_.path()).entryList().join(' ').toStdString();
    }
}

TEST_F(Refusal, CancelledBeforeAnythingWasWrittenKeepsTheOldFile) {
    QVariantMap parameters = demo();
    parameters["OUTPUT_DEMAND"] = path("demand.gpkg");
    ASSERT_TRUE(run("nearest_facility", parameters).ok);
    const std::string before = content(path("demand.gpkg"));
    Impatient feedback(0.1);
    EXPECT_FALSE(run("nearest_facility", parameters, &feedback).ok);
    EXPECT_EQ(content(path("demand.gpkg")), before);
}

TEST_F(Refusal, CancelledIntoAGeoPackageOfTheUsersKeepsItsOtherTables) {
    const QString package = path("mine.gpkg");
    QVariantMap parameters = demo();
    parameters["OUTPUT_DEMAND"] = QStringLiteral("TEMPORARY_OUTPUT");
    parameters["OUTPUT_ZONES"] = package;
    ASSERT_TRUE(run("nearest_facility", parameters).ok);
    const QString table = QStringLiteral("ogr:dbname='%1' table=\"%2\" (geom)");
    for (const double percent : {0.1, 60.0, 99.0}) {
        Impatient feedback(percent);
        parameters = demo();
        parameters["OUTPUT_DEMAND"] = table.arg(package, QStringLiteral("people"));
        EXPECT_FALSE(run("nearest_facility", parameters, &feedback).ok);
        const QgsVectorLayer mine(package, QStringLiteral("mine"), QStringLiteral("ogr"));
        ASSERT_TRUE(mine.isValid()) << percent;
        EXPECT_EQ(mine.featureCount(), 45) << percent;
        EXPECT_EQ(mine.dataProvider()->subLayers().size(), 1) << percent;
    }
}

}  // namespace
}  // namespace yiquan::plugin
