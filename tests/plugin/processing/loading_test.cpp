// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/plugin/processing/toolbox_run.hpp"

#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgsprocessingparameters.h>
#include <qgsrenderer.h>

#include "core/toolbox/map_layer.hpp"

namespace yiquan::plugin {
namespace {

TEST_F(Toolbox, ResultsLoadWithTheirStylesAndColumnNames) {
    const SpokenLanguage english("en");
    QVariantMap parameters = demo();
    QgsProject* project = QgsProject::instance();
    const QgsProcessingOutputLayerDefinition into_project(QStringLiteral("TEMPORARY_OUTPUT"), project);
    parameters["OUTPUT_K_COVERAGE"] = QVariant::fromValue(into_project);
    parameters["OUTPUT_SINGLE_POINTS"] = QVariant::fromValue(into_project);
    const Outcome out = run("k_coverage", parameters);
    ASSERT_TRUE(out.ok) << out.log;
    const auto loading = context_->layersToLoadOnCompletion();
    ASSERT_EQ(loading.size(), 2);
    for (auto entry = loading.begin(); entry != loading.end(); ++entry) {
        auto* layer = qobject_cast<QgsVectorLayer*>(context_->getMapLayer(entry.key()));
        ASSERT_NE(layer, nullptr);
        ASSERT_NE(entry->postProcessor(), nullptr);
        entry->postProcessor()->postProcessLayer(layer, *context_, nullptr);
        EXPECT_NE(layer->renderer()->type(), QStringLiteral("singleSymbol")) << entry->name.toStdString();
        EXPECT_EQ(layer->crs().authid(), QStringLiteral("EPSG:4326"));
    }
    auto* places =
        qobject_cast<QgsVectorLayer*>(context_->getMapLayer(out.results["OUTPUT_K_COVERAGE"].toString()));
    EXPECT_EQ(places->attributeAlias(places->fields().lookupField("covering")),
              QStringLiteral("Facilities that cover it"));
    EXPECT_EQ(places->featureCount(), 285);
    auto* single =
        qobject_cast<QgsVectorLayer*>(context_->getMapLayer(out.results["OUTPUT_SINGLE_POINTS"].toString()));
    EXPECT_LT(single->featureCount(), 45);  // only those that somebody depends on
    EXPECT_GT(single->featureCount(), 0);
}

TEST_F(Toolbox, AnAuditLoadsAsOneGroupInDrawingOrder) {
    const SpokenLanguage english("en");
    QVariantMap parameters = demo();
    parameters["OUTPUT"] = path("audit");
    ASSERT_TRUE(run("audit", parameters).ok);
    const auto loading = context_->layersToLoadOnCompletion();
    ASSERT_EQ(static_cast<std::size_t>(loading.size()), toolbox::map_layers("audit").size());
    QgsProject* project = QgsProject::instance();
    for (auto entry = loading.begin(); entry != loading.end(); ++entry) {
        // as the toolbox does when an algorithm is done
        QgsMapLayer* loaded = QgsProcessingUtils::mapLayerFromString(entry.key(), *context_);
        ASSERT_NE(loaded, nullptr) << entry.key().toStdString();
        QgsMapLayer* layer = context_->takeResultLayer(loaded->id());
        ASSERT_TRUE(layer->isValid());
        entry->setOutputLayerName(layer);
        project->addMapLayer(layer);
        entry->postProcessor()->postProcessLayer(layer, *context_, nullptr);
    }
    const QgsLayerTreeGroup* group = project->layerTreeRoot()->findGroup(parameters["TITLE"].toString());
    ASSERT_NE(group, nullptr);
    QStringList shown;
    for (const QgsLayerTreeNode* node : group->children()) shown << node->name();
    QStringList expected;
    for (const toolbox::MapLayer& row : toolbox::map_layers("audit"))
        expected << QString::fromUtf8(row.en.data());
    EXPECT_EQ(shown, expected);
    EXPECT_EQ(project->layerTreeRoot()->findLayers().size(), 3 + expected.size());
}

TEST_F(Toolbox, AnAuditInAModelOrAScriptNeedNotTouchTheMap) {
    QVariantMap parameters = demo();
    parameters["OUTPUT"] = path("audit");
    parameters["LOAD_LAYERS"] = false;
    ASSERT_TRUE(run("audit", parameters).ok);
    EXPECT_TRUE(context_->layersToLoadOnCompletion().isEmpty());
}

}  // namespace
}  // namespace yiquan::plugin
