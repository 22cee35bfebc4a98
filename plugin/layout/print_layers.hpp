// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <vector>

#include "core/report/audit_record.hpp"
#include "plugin/layout/map_source.hpp"
#include "plugin/layout/paper_layout.hpp"
#include "plugin/layout/print_style.hpp"

class QgsLayerTreeGroup;
class QgsMapLayer;
class QgsProject;
class QgsVectorLayer;

namespace yiquan::plugin {

/// One layer of a printed map.
struct PrintLayer {
    QgsVectorLayer* layer = nullptr;  ///< owned by the project
    QString heading;                  ///< in the legend; empty where its one line says enough
    bool in_legend = true;
    bool centred = false;   ///< in the legend, though its symbol lies beside the point on the map
    bool one_line = false;  ///< in the legend, however many categories have its symbol
};

/// The layers of an audit as one layout shows them.
struct PrintLayers {
    std::vector<PrintLayer> shown;      ///< top first
    QgsVectorLayer* locator = nullptr;  ///< for the small map that tells where the page lies

    [[nodiscard]] QList<QgsMapLayer*> map_layers() const;
};

/// Opens the audit's tables in a project, styled for a layout.
/// \param package path of the audit.gpkg
/// \param plan    of a siting page; else none
/// \param result  of a page about a relocation or a screening; else none
/// \param group   where the project's legend lists them; may be none
/// \throws Error{input} where a table cannot be opened
[[nodiscard]] PrintLayers add_print_layers(QgsProject& project, const QString& package,
                                           const report::AuditRecord& record, const PlanSource* plan,
                                           const ResultSource* result, Contents contents,
                                           const PrintStyle& style, QgsLayerTreeGroup* group);

}  // namespace yiquan::plugin
