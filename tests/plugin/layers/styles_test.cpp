// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>
#include <qgsrenderer.h>
#include <qgssymbol.h>
#include <qgsvectorlayer.h>

#include <QDomDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <string>

#include "core/base/embedded_file.hpp"
#include "core/toolbox/map_layer.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/result_layers.hpp"

namespace yiquan::plugin {
namespace {

/// Kind of renderer that a style describes.
QString renderer_of(std::string_view style) {
    for (const EmbeddedFile& file : embedded_styles()) {
        if (file.name != std::string{style} + ".qml") continue;
        QDomDocument document;
        EXPECT_TRUE(document.setContent(text(file.text)));
        return document.documentElement()
            .firstChildElement(QStringLiteral("renderer-v2"))
            .attribute(QStringLiteral("type"));
    }
    return {};
}

/// The demo, audited by the command line.
QString audited(const QTemporaryDir& folder) {
    const QString out = folder.filePath(QStringLiteral("audit"));
    EXPECT_EQ(QProcess::execute(QStringLiteral(YIQUAN_PROGRAM),
                                {"audit", QStringLiteral(YIQUAN_SOURCE_DIR "/data/qinghai/audit.toml"), "-o",
                                 out, "--quiet"}),
              0);
    return out;
}

TEST(Styles, EachLoadsOnARealAudit) {
    const QTemporaryDir folder;
    const QString out = audited(folder);
    QgsProject project;
    add_result_layers(project, out, QStringLiteral("demo"));
    const QgsLayerTreeGroup* group = project.layerTreeRoot()->findGroup(QStringLiteral("demo"));
    ASSERT_NE(group, nullptr);
    const QList<QgsLayerTreeLayer*> nodes = group->findLayers();
    ASSERT_EQ(nodes.size(), static_cast<int>(toolbox::map_layers("audit").size()));
    for (int i = 0; i < nodes.size(); ++i) {
        const toolbox::MapLayer& row = toolbox::map_layers("audit")[static_cast<std::size_t>(i)];
        auto* layer = qobject_cast<QgsVectorLayer*>(nodes[i]->layer());
        ASSERT_NE(layer, nullptr) << row.style;
        ASSERT_TRUE(layer->isValid()) << row.style;
        EXPECT_GT(layer->featureCount(), 0) << row.style;
        ASSERT_NE(layer->renderer(), nullptr) << row.style;
        EXPECT_EQ(layer->renderer()->type(), renderer_of(row.style)) << row.style;
        for (const QgsField& field : layer->fields()) {
            EXPECT_TRUE(field.name() == QLatin1String("fid") || !field.alias().isEmpty())
                << row.style << " " << field.name().toStdString();
        }
        EXPECT_EQ(nodes[i]->itemVisibilityChecked(), row.on_map == toolbox::OnMap::shown) << row.style;
    }
}

TEST(Styles, OneThatIsNotThereIsNotTaken) {
    QgsVectorLayer layer(QStringLiteral("Point?crs=EPSG:4326"), QStringLiteral("x"),
                         QStringLiteral("memory"));
    EXPECT_FALSE(apply_style(layer, "no_such_style"));
    EXPECT_TRUE(apply_style(layer, "what_if"));
}

TEST(ResultLayers, ANewResultSwitchesOlderOnesOff) {
    const QTemporaryDir folder;
    const QString out = audited(folder);
    QgsProject project;
    add_result_layers(project, out, QStringLiteral("first"));
    add_result_layers(project, out, QStringLiteral("second"));
    QgsLayerTree* root = project.layerTreeRoot();
    EXPECT_EQ(root->children().front()->name(), QStringLiteral("second"));
    EXPECT_TRUE(root->findGroup(QStringLiteral("second"))->itemVisibilityChecked());
    EXPECT_FALSE(root->findGroup(QStringLiteral("first"))->itemVisibilityChecked());
    EXPECT_THROW(add_result_layers(project, folder.path(), QStringLiteral("none")), std::exception);
}

}  // namespace
}  // namespace yiquan::plugin
