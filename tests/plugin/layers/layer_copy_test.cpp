// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/layer_copy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <qgsfeature.h>
#include <qgsfeedback.h>
#include <qgsgeometry.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QTemporaryDir>

#include <memory>
#include <vector>

#include "core/base/error.hpp"

namespace yiquan::plugin {
namespace {

/// Three places near 101° E 36.5° N in a zone of CGCS2000, with columns of the names that a GeoPackage keeps
/// for itself; the second was deleted again.
std::unique_ptr<QgsVectorLayer> places() {
    auto layer = std::make_unique<QgsVectorLayer>(
        QStringLiteral("Point?crs=EPSG:4543&field=fid:string&field=geom:string&field=people:double"),
        QStringLiteral("places"), QStringLiteral("memory"));
    for (int i = 1; i <= 3; ++i) {
        QgsFeature feature(layer->fields());
        feature.setAttributes(QgsAttributes() << QStringLiteral("same") << QStringLiteral("x") << 10.5 * i);
        feature.setGeometry(QgsGeometry::fromPointXY({410000.0 + i, 4041000.0}));
        layer->dataProvider()->addFeature(feature);
    }
    layer->dataProvider()->deleteFeatures({2});
    return layer;
}

TEST(LayerCopy, KeepsValuesAndIdsInDegrees) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("places.gpkg"));
    {
        const auto layer = places();
        const LayerCopy copy(*layer, QgsFeatureRequest(), QgsProject::instance()->transformContext());
        layer->dataProvider()->truncate();  // what was taken stays
        copy.save(path, QgsFeedback());
    }
    const QgsVectorLayer saved(path, QStringLiteral("saved"), QStringLiteral("ogr"));
    ASSERT_TRUE(saved.isValid());
    EXPECT_EQ(saved.crs().authid(), QStringLiteral("EPSG:4326"));
    std::vector<QgsFeatureId> ids;
    QgsFeatureIterator rows = saved.getFeatures();
    QgsFeature row;
    while (rows.nextFeature(row)) {
        ids.push_back(row.id());
        EXPECT_EQ(row.attribute(QStringLiteral("fid")).toString(), QStringLiteral("same"));
        EXPECT_EQ(row.attribute(QStringLiteral("geom")).toString(), QStringLiteral("x"));
        EXPECT_EQ(row.attribute(QStringLiteral("people")).toDouble(), 10.5 * static_cast<double>(row.id()));
        EXPECT_NEAR(row.geometry().asPoint().x(), 101.0, 1.0);
        EXPECT_NEAR(row.geometry().asPoint().y(), 36.5, 0.1);
    }
    EXPECT_THAT(ids, testing::ElementsAre(1, 3));
}

TEST(LayerCopy, CancelsAndSaysWhereNothingCanBeWritten) {
    const QTemporaryDir folder;
    const auto layer = places();
    const LayerCopy copy(*layer, QgsFeatureRequest(), QgsProject::instance()->transformContext());
    QgsFeedback cancelled;
    cancelled.cancel();
    EXPECT_THROW(copy.save(folder.filePath(QStringLiteral("a.gpkg")), cancelled), Error);
    EXPECT_THROW(copy.save(QStringLiteral("/proc/a.gpkg"), QgsFeedback()), Error);
    layer->setCrs(QgsCoordinateReferenceSystem());
    EXPECT_THROW(LayerCopy(*layer, QgsFeatureRequest(), {}), Error);
}

TEST(ReadableSource, IsTheFileWhereTheLayerShowsAllOfIt) {
    const QString file = QStringLiteral(YIQUAN_SOURCE_DIR "/data/qinghai/counties.geojson");
    QgsVectorLayer layer(file, QStringLiteral("counties"), QStringLiteral("ogr"));
    ASSERT_TRUE(layer.isValid());
    EXPECT_EQ(readable_source(layer), file);
    ASSERT_TRUE(layer.setSubsetString(QStringLiteral("\"code\" LIKE '6301%'")));
    EXPECT_TRUE(readable_source(layer).isEmpty());
    layer.setSubsetString({});
    EXPECT_EQ(readable_source(layer), file);
    layer.addExpressionField(QStringLiteral("1"), QgsField(QStringLiteral("one"), QVariant::Int));
    EXPECT_TRUE(readable_source(layer).isEmpty());
    EXPECT_TRUE(readable_source(*places()).isEmpty());
}

}  // namespace
}  // namespace yiquan::plugin
