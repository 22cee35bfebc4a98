// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/list_file.hpp"

#include <fmt/format.h>

#include <qgsfeaturerequest.h>
#include <qgsfeedback.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QDir>

#include "core/base/error.hpp"

namespace yiquan::plugin {

ListFile::ListFile(const QgsMapLayer& layer, const QgsProject& project, const QString& name,
                   const QMap<QString, QString>& columns) {
    const auto* vector = qobject_cast<const QgsVectorLayer*>(&layer);
    if (vector == nullptr || !vector->isValid()) {
        const std::string title = layer.name().toStdString();
        throw Error{ErrorKind::input,
                    {fmt::format("The layer \"{}\" cannot be read; mend its source.", title),
                     fmt::format("图层“{}”无法读取；请修复其数据源。", title)}};
    }
    if (columns.isEmpty()) path_ = readable_source(*vector);
    if (!path_.isEmpty()) return;
    path_ = name + QStringLiteral(".gpkg");
    copy_.emplace(*vector, QgsFeatureRequest(), project.transformContext());
    copy_->rename(columns);
}

QString ListFile::save(const QString& folder, Progress& progress) const {
    progress.check();
    if (copy_) copy_->save(QDir(folder).filePath(path_), QgsFeedback());
    return path_;
}

}  // namespace yiquan::plugin
