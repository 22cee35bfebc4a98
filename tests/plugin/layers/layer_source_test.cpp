// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/layer_source.hpp"

#include <gtest/gtest.h>

#include <qgsfeature.h>
#include <qgsgeometry.h>
#include <qgsvectorlayer.h>

#include <memory>

#include "core/base/error.hpp"

namespace yiquan::plugin {
namespace {

std::unique_ptr<QgsVectorLayer> two_stations() {
    auto layer = std::make_unique<QgsVectorLayer>(
        QStringLiteral("Point?crs=EPSG:4326&field=name:string&field=seats:integer"), QStringLiteral("驿站"),
        QStringLiteral("memory"));
    for (const double lon : {101.0, 102.0}) {
        QgsFeature feature(layer->fields());
        feature.setAttributes(QgsAttributes() << QStringLiteral("东关") << 12);
        feature.setGeometry(QgsGeometry::fromPointXY({lon, 36.5}));
        layer->dataProvider()->addFeature(feature);
    }
    return layer;
}

TEST(LayerSource, ReadsRowsAsTheLayerHasThem) {
    const auto layer = two_stations();
    LayerSource source(snapshot(*layer));
    EXPECT_EQ(source.name(), "驿站");
    EXPECT_EQ(source.crs(), "EPSG:4326");
    EXPECT_EQ(source.size(), 2U);
    ASSERT_TRUE(source.next());
    EXPECT_EQ(source.value(0), features::Value{std::string{"东关"}});
    EXPECT_EQ(source.value(1), features::Value{std::int64_t{12}});
    EXPECT_EQ(std::get<geo::RawPosition>(source.geometry()).x, 101.0);
    ASSERT_TRUE(source.next());
    EXPECT_FALSE(source.next());
}

TEST(LayerSource, TakesUnsavedEditsAlong) {
    const auto layer = two_stations();
    layer->startEditing();
    QgsFeature feature(layer->fields());
    feature.setAttributes(QgsAttributes() << QStringLiteral("城北") << QVariant());
    feature.setGeometry(QgsGeometry::fromPointXY({103.0, 36.5}));
    layer->addFeature(feature);
    LayerSource source(snapshot(*layer));
    int rows = 0;
    while (source.next()) ++rows;
    EXPECT_EQ(rows, 3);
    layer->rollBack();
}

TEST(LayerSource, OutlivesItsLayer) {
    auto layer = two_stations();
    const LayerSnapshot taken = snapshot(*layer);
    layer.reset();
    LayerSource source(taken);
    int rows = 0;
    while (source.next()) ++rows;
    EXPECT_EQ(rows, 2);
}

TEST(LayerSource, ALostSourceIsSaidInWords) {
    const QgsVectorLayer lost(QStringLiteral("/nowhere/stations.gpkg"), QStringLiteral("stations"),
                              QStringLiteral("ogr"));
    try {
        (void)snapshot(lost);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_NE(error.message().zh.find("stations"), std::string::npos);
    }
}

TEST(LayerSource, CurvesAndHolesBecomeRings) {
    QgsVectorLayer layer(QStringLiteral("CurvePolygon?crs=EPSG:4326&field=a:string"), QStringLiteral("zones"),
                         QStringLiteral("memory"));
    QgsFeature feature(layer.fields());
    feature.setGeometry(QgsGeometry::fromWkt(QStringLiteral(
        "CurvePolygon(CompoundCurve(CircularString(0 0, 2 2, 4 0),(4 0, 0 0)),(1 0.5, 2 0.5, 2 1, 1 0.5))")));
    layer.dataProvider()->addFeature(feature);
    LayerSource source(snapshot(layer));
    ASSERT_TRUE(source.next());
    const features::RawPolygons polygons = std::get<features::RawPolygons>(source.geometry());
    ASSERT_EQ(polygons.size(), 1U);
    ASSERT_EQ(polygons.front().size(), 2U);
    EXPECT_GT(polygons.front().front().size(), 30U);
    EXPECT_EQ(polygons.front().back().size(), 4U);
}

}  // namespace
}  // namespace yiquan::plugin
