// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransformcontext.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturerequest.h>
#include <qgsfields.h>

#include <QMap>
#include <QString>

#include <functional>

#include "plugin/qgis_version.hpp"

class QgsFeedback;
class QgsVectorLayer;

namespace yiquan::plugin {

/// A layer, or a part of one, for a program that reads files. Taken on the main thread and saved on any: the
/// layer may be edited or removed in between. Unsaved edits count.
class LayerCopy {
public:
    /// \param part of the layer's features
    /// \throws Error{input} for a layer with geometry and without a reference system
    LayerCopy(const QgsVectorLayer& layer, QgsFeatureRequest part, QgsCoordinateTransformContext transforms);

    /// Gives columns of the copy other names, so that the program finds them. A column that has such a name
    /// already, and is not renamed itself, has "other_" put before it.
    /// \param names by the layer's own; those that it lacks are ignored
    void rename(const QMap<QString, QString>& names);

    /// Writes a GeoPackage of one layer in WGS84. Values and feature ids stay: what the program says of row 7
    /// is true of feature 7.
    /// \throws Error{output} where it cannot be written, Error{cancelled}
    void save(const QString& path, const QgsFeedback& feedback) const;

private:
    QString name_;
    QgsFields fields_;
    qgis::WkbType wkb_;
    QgsFeatureRequest part_;
    QgsCoordinateTransformContext transforms_;
    std::function<QgsFeatureIterator(const QgsFeatureRequest&)> features_;
};

/// Where the program reads a layer as it is, `PATH` or `PATH|layername=NAME`.
/// \return empty where it must be copied: what QGIS shows is not what the file holds
[[nodiscard]] QString readable_source(const QgsVectorLayer& layer);

}  // namespace yiquan::plugin
