// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/plugin/processing/toolbox_run.hpp"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfillsymbol.h>
#include <qgsprocessingparameters.h>

#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;

class Screen : public Toolbox {
protected:
    static QString shipped_rules() { return QStringLiteral(YIQUAN_SOURCE_DIR "/data/rules/relocation.toml"); }
    [[nodiscard]] static QVariantMap into_project(const QVariant& candidates = {}) {
        return {{"RULES", shipped_rules()},
                {"CANDIDATES", candidates},
                {"OUTPUT_SCREENED_SITES", QVariant::fromValue(QgsProcessingOutputLayerDefinition(
                                              QStringLiteral("TEMPORARY_OUTPUT"), QgsProject::instance()))}};
    }
    /// The screened layer as it comes onto the map.
    QgsVectorLayer* shown(const Outcome& out) {
        const QString id = out.results.value(QStringLiteral("OUTPUT_SCREENED_SITES")).toString();
        auto* layer = qobject_cast<QgsVectorLayer*>(context_->getMapLayer(id));
        if (layer == nullptr) return nullptr;
        context_->layerToLoadOnCompletionDetails(id).postProcessor()->postProcessLayer(layer, *context_,
                                                                                       nullptr);
        return layer;
    }

    SpokenLanguage english_{"en"};
};

TEST_F(Screen, EqualsTheCommandLineByteForByte) {
    const std::string expected = command_line({"screen", shipped_rules(), "--json"});
    QVariantMap parameters = into_project();
    parameters["OUTPUT_FIGURES"] = path("figures.json");
    const Outcome out = run("screen", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(content(path("figures.json")), expected);
    const Json totals = Json::parse(expected).at("totals");
    EXPECT_EQ(out.results["SCREENED"].toInt(), totals.at("candidates").get<int>());
    EXPECT_EQ(out.results["PASSED"].toInt(), totals.at("passed").get<int>());
    EXPECT_EQ(out.results["FAILED"].toInt(), totals.at("failed").get<int>());
    EXPECT_EQ(out.results["UNKNOWN"].toInt(), totals.at("unknown").get<int>());
}

TEST_F(Screen, PointsAndPolygonsHaveAStyleEach) {
    const Outcome points = run("screen", into_project());
    ASSERT_TRUE(points.ok) << points.log;
    QgsVectorLayer* layer = shown(points);
    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->geometryType(), qgis::geometry_point);
    EXPECT_EQ(layer->renderer()->type(), QStringLiteral("categorizedSymbol"));
    EXPECT_GE(layer->fields().lookupField(QStringLiteral("county_seat_value")), 0);  // a column of a rule

    const Outcome polygons = run("screen", into_project(counties_->id()));
    ASSERT_TRUE(polygons.ok) << polygons.log;
    EXPECT_EQ(polygons.results["SCREENED"].toLongLong(), counties_->featureCount());
    layer = shown(polygons);
    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->geometryType(), qgis::geometry_polygon);
    const auto* renderer = dynamic_cast<const QgsCategorizedSymbolRenderer*>(layer->renderer());
    ASSERT_NE(renderer, nullptr);
    EXPECT_EQ(renderer->categories().size(), 3);
    EXPECT_NE(dynamic_cast<const QgsFillSymbol*>(renderer->categories().front().symbol()), nullptr);
}

TEST_F(Screen, OnlySelectedCandidatesAreScreened) {
    counties_->selectByExpression(QStringLiteral("prefecture = '果洛藏族自治州'"));
    const int selected = counties_->selectedFeatureCount();
    ASSERT_GT(selected, 0);
    const Outcome out =
        run("screen",
            into_project(QVariant::fromValue(QgsProcessingFeatureSourceDefinition(counties_->id(), true))));
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(out.results["SCREENED"].toInt(), selected);
}

TEST_F(Screen, RefusesWithTheProgramsSentence) {
    EXPECT_THAT(run("screen", {{"OUTPUT_SCREENED_SITES", "TEMPORARY_OUTPUT"}}).log,
                HasSubstr("Rules: no file was chosen"));
    QVariantMap parameters = into_project();
    parameters["RULES"] = path("none.toml");
    const Outcome out = run("screen", parameters);
    EXPECT_FALSE(out.ok);
    EXPECT_THAT(out.log, HasSubstr("none.toml"));
    EXPECT_TRUE(context_->layersToLoadOnCompletion().isEmpty());
}

}  // namespace
}  // namespace yiquan::plugin
