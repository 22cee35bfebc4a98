// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/plugin/processing/toolbox_run.hpp"

#include <qgsprocessingparameters.h>
#include <qgsrenderer.h>

#include <regex>

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;

QString example_file(const char* name) {
    return QStringLiteral(YIQUAN_SOURCE_DIR "/data/example/relocation/") + QString::fromUtf8(name);
}

/// Time is the one thing that differs between two runs.
std::string without_time(const std::string& json) {
    return std::regex_replace(json, std::regex(R"("seconds": [0-9.e+-]+)"), R"("seconds": 0)");
}

class Relocate : public Toolbox {
protected:
    [[nodiscard]] static QVariantMap example() {
        return {{"HOUSEHOLDS", example_file("households.csv")},
                {"SITES", example_file("sites.csv")},
                {"OBJECTIVE", QStringLiteral("travel")},
                {"MAX_DISTANCE", 30000.0},
                {"WITHIN", QStringLiteral("county")},
                {"TOGETHER", QStringLiteral("village")},
                {"OUTPUT_RELOCATION_SITES", QStringLiteral("TEMPORARY_OUTPUT")}};
    }

    SpokenLanguage english_{"en"};
};

TEST_F(Relocate, EqualsTheCommandLineByteForByte) {
    const std::string expected = command_line(
        {"relocate", "--households=" + example_file("households.csv"), "--sites=" + example_file("sites.csv"),
         "--objective=travel", "--max-distance=30000 m", "--within=county", "--together=village", "--json"});
    QVariantMap parameters = example();
    parameters["OUTPUT_FIGURES"] = path("figures.json");
    const Outcome out = run("relocate", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    EXPECT_EQ(without_time(content(path("figures.json"))), without_time(expected));
    const Json document = Json::parse(expected);
    EXPECT_EQ(out.results["VALUE"].toDouble(), document.at("value").get<double>());
    EXPECT_EQ(out.results["PLACED_PEOPLE"].toInt(), document.at("totals").at("placed_people").get<int>());
    EXPECT_EQ(out.results["UNPLACED_PEOPLE"].toInt(), document.at("totals").at("unplaced_people").get<int>());
    EXPECT_EQ(out.results["OPENED"].toInt(), document.at("totals").at("opened").get<int>());
    EXPECT_GT(out.results["PLACED_PEOPLE"].toInt(), 0);
}

TEST_F(Relocate, GivesStyledLayersOfWhoMovesWhere) {
    QVariantMap parameters = example();
    for (const char* output :
         {"OUTPUT_RELOCATION_SITES", "OUTPUT_RELOCATION_HOUSEHOLDS", "OUTPUT_RELOCATION_LINES"}) {
        parameters[QString::fromUtf8(output)] = QVariant::fromValue(
            QgsProcessingOutputLayerDefinition(QStringLiteral("TEMPORARY_OUTPUT"), QgsProject::instance()));
    }
    const Outcome out = run("relocate", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    const auto loading = context_->layersToLoadOnCompletion();
    ASSERT_EQ(loading.size(), 3);
    for (auto entry = loading.begin(); entry != loading.end(); ++entry) {
        auto* layer = qobject_cast<QgsVectorLayer*>(context_->getMapLayer(entry.key()));
        ASSERT_NE(layer, nullptr);
        EXPECT_GT(layer->featureCount(), 0) << entry->name.toStdString();
        entry->postProcessor()->postProcessLayer(layer, *context_, nullptr);
        EXPECT_EQ(layer->renderer()->type(), QStringLiteral("categorizedSymbol"))
            << entry->name.toStdString();
        for (int i = 0; i < layer->fields().size(); ++i) {
            EXPECT_FALSE(layer->attributeAlias(i).isEmpty()) << layer->fields().at(i).name().toStdString();
        }
    }
}

/// Sites that a rule leaves out take nobody in.
TEST_F(Relocate, TakesTheResultOfTheScreening) {
    QFile rules(path("rules.toml"));
    ASSERT_TRUE(rules.open(QIODevice::WriteOnly));
    rules.write(QStringLiteral(
                    "[[rule]]\nid = \"roomy\"\nkind = \"attain\"\nname = { en = \"Roomy\", zh = \"够大\" }\n"
                    "column = \"capacity\"\nminimum = \"60 人\"\nsource = \"test\"\n")
                    .toUtf8());
    rules.close();
    const Outcome screened = run("screen", {{"RULES", path("rules.toml")},
                                            {"CANDIDATES", example_file("sites.csv")},
                                            {"OUTPUT_SCREENED_SITES", path("screened.gpkg")}});
    ASSERT_TRUE(screened.ok) << screened.log;
    ASSERT_GT(screened.results["FAILED"].toInt(), 0);
    QVariantMap parameters = example();
    parameters["SITES"] = path("screened.gpkg");
    parameters["OUTPUT_FIGURES"] = path("figures.json");
    const Outcome out = run("relocate", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    const Json figures = json(path("figures.json"));
    for (const Json& site : figures.at("sites")) {
        const bool roomy = site.at("capacity").get<double>() >= 60.0;
        EXPECT_TRUE(roomy || site.at("load").get<double>() == 0.0) << site;
    }
}

TEST_F(Relocate, TheProgramsSentenceIsTheError) {
    QVariantMap parameters = example();
    parameters["WITHIN"] = QStringLiteral("countyy");
    const Outcome out = run("relocate", parameters);
    EXPECT_FALSE(out.ok);
    EXPECT_THAT(out.log, HasSubstr("countyy"));
    parameters["SITES"] = QVariant();
    EXPECT_THAT(run("relocate", parameters).log, HasSubstr("Sites: no layer was chosen"));
}

}  // namespace
}  // namespace yiquan::plugin
