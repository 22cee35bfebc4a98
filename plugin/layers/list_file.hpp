// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <optional>

#include "core/base/progress.hpp"
#include "plugin/layers/layer_copy.hpp"

class QgsMapLayer;
class QgsProject;

namespace yiquan::plugin {

/// A layer as a file that the program reads: its own where that holds what QGIS shows, else a copy. Taken on
/// the main thread, saved on any.
class ListFile {
public:
    /// \param name of the copy
    /// \param columns to be called otherwise, which needs a copy
    /// \throws Error{input} for a layer that cannot be read
    ListFile(const QgsMapLayer& layer, const QgsProject& project, const QString& name,
             const QMap<QString, QString>& columns = {});

    /// \return what the program, run in the folder, opens
    /// \throws Error{output}, Error{cancelled}
    [[nodiscard]] QString save(const QString& folder, Progress& progress) const;

private:
    QString path_;
    std::optional<LayerCopy> copy_;
};

}  // namespace yiquan::plugin
