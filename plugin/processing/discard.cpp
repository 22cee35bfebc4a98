// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/discard.hpp"

#include <qgsabstractdatabaseproviderconnection.h>
#include <qgsmaplayerstore.h>
#include <qgsprocessingcontext.h>
#include <qgsprovidermetadata.h>
#include <qgsproviderregistry.h>
#include <qgsvectorfilewriter.h>

#include <QFile>
#include <QFileInfo>

#include <memory>

namespace yiquan::plugin {
namespace {

void remove_file(const QString& path) {
    if (path.endsWith(QLatin1String(".shp"), Qt::CaseInsensitive)) {
        QgsVectorFileWriter::deleteShapeFile(path);
        return;
    }
    for (const char* companion : {"", "-wal", "-shm", "-journal"}) {
        QFile::remove(path + QLatin1String(companion));
    }
}

/// Drops one table of a GeoPackage that may hold others of the user's.
/// \return whether there are any; true where nobody can tell
bool has_other_tables(const QString& path, const QString& table) {
    QgsProviderMetadata* ogr = QgsProviderRegistry::instance()->providerMetadata(QStringLiteral("ogr"));
    try {
        const std::unique_ptr<QgsAbstractDatabaseProviderConnection> connection{
            dynamic_cast<QgsAbstractDatabaseProviderConnection*>(ogr->createConnection(path, {}))};
        if (connection == nullptr) return true;
        connection->dropVectorTable({}, table);
        return !connection->tables().isEmpty();
    } catch (const QgsProviderConnectionException&) {
        return true;
    }
}

}  // namespace

void discard(const QString& destination, QgsProcessingContext& context) {
    auto loading = context.layersToLoadOnCompletion();
    loading.remove(destination);
    context.setLayersToLoadOnCompletion(loading);
    if (context.temporaryLayerStore()->mapLayer(destination) != nullptr) {
        context.temporaryLayerStore()->removeMapLayer(destination);
        return;
    }
    const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri(QStringLiteral("ogr"), destination);
    const QString path = parts.value(QStringLiteral("path")).toString();
    if (!QFileInfo(path).isFile()) return;
    const QString table = parts.value(QStringLiteral("layerName")).toString();
    if (table.isEmpty() || !has_other_tables(path, table)) remove_file(path);
}

}  // namespace yiquan::plugin
