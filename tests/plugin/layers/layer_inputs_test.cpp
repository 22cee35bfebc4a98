// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/layer_inputs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "core/base/error.hpp"
#include "core/io/files/sha256.hpp"

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;

const QString counties = QStringLiteral(YIQUAN_SOURCE_DIR "/data/qinghai/counties.geojson");

QString write(const QDir& folder, const char* name, const char* text) {
    QFile file(folder.filePath(QString::fromUtf8(name)));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return file.fileName();
}

/// Four cells of 0.01 degrees near Xining with 1, 2, 3 and 4 people.
const char* const small_raster =
    "ncols 2\nnrows 2\nxllcorner 101.7\nyllcorner 36.6\ncellsize 0.01\nNODATA_value -9999\n1 2\n3 4\n";

TEST(LayerInputs, RecordTheFileBehindALayer) {
    const QgsVectorLayer zones(counties, QStringLiteral("zones"), QStringLiteral("ogr"));
    LayerInputs inputs;
    inputs.add_layer("zones", zones);
    EXPECT_EQ(inputs.record("zones").sha256, io::sha256_of(counties.toStdString()));
    EXPECT_EQ(inputs.record("zones").path, counties.toStdString());
    EXPECT_TRUE(inputs.has("zones"));
    EXPECT_FALSE(inputs.has("demand"));
    EXPECT_EQ(inputs.raster("zones"), nullptr);
    EXPECT_EQ(inputs.table("zones")->size(), 45U);
}

TEST(LayerInputs, MemoryLayersHaveNoFile) {
    const QgsVectorLayer layer(QStringLiteral("Point?crs=EPSG:4326"), QStringLiteral("scratch"),
                               QStringLiteral("memory"));
    LayerInputs inputs;
    inputs.add_layer("facilities", layer);
    EXPECT_EQ(inputs.record("facilities").sha256, "");
}

TEST(LayerInputs, ARasterIsReadByItsFile) {
    const QTemporaryDir folder;
    const QString path = write(QDir(folder.path()), "people.asc", small_raster);
    QgsRasterLayer raster(path, QStringLiteral("people"), QStringLiteral("gdal"));
    raster.setCrs(QgsCoordinateReferenceSystem::fromEpsgId(4326));
    ASSERT_TRUE(raster.isValid());
    LayerInputs inputs;
    inputs.add_layer("demand", raster);
    // The file itself states no reference system, and only the file is read.
    EXPECT_THROW((void)inputs.raster("demand"), Error);
    write(QDir(folder.path()), "people.prj",
          "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
          "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]");
    const std::unique_ptr<demand::RasterSource> source = inputs.raster("demand");
    ASSERT_NE(source, nullptr);
    EXPECT_EQ(source->columns(), 2U);
    EXPECT_EQ(source->rows(), 2U);
}

TEST(LayerInputs, WhatWasNotChosenIsNamed) {
    LayerInputs inputs;
    try {
        (void)inputs.table("demand");
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        EXPECT_THAT(error.message().zh, HasSubstr("需求"));
        EXPECT_THAT(error.message().en, HasSubstr("demand"));
    }
}

TEST(LayerInputs, ADatabaseThatIsGoneIsRefused) {
    const QgsVectorLayer lost(QStringLiteral("dbname='nowhere' host=127.0.0.1 port=1 table=\"a\" (geom)"),
                              QStringLiteral("people"), QStringLiteral("postgres"));
    LayerInputs inputs;
    EXPECT_THROW(inputs.add_layer("demand", lost), Error);
    EXPECT_FALSE(inputs.has("demand"));
}

TEST(LayerInputs, AnAuditFolderWithoutAnAuditIsRefused) {
    const QTemporaryDir folder;
    LayerInputs inputs;
    inputs.add_audit("before", folder.path());
    EXPECT_THROW((void)inputs.stored_audit("before"), Error);
}

}  // namespace
}  // namespace yiquan::plugin
