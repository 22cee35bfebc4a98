// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsmaptool.h>

#include "core/geo/lonlat.hpp"

namespace yiquan::plugin {

/// Says which places are clicked on the map.
class PlaceTool final : public QgsMapTool {
    Q_OBJECT
public:
    explicit PlaceTool(QgsMapCanvas& canvas);

    void canvasReleaseEvent(QgsMapMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    [[nodiscard]] Flags flags() const override { return AllowZoomRect; }

signals:
    void clicked(yiquan::geo::LonLat place);
    /// Delete was pressed on the map.
    void last_unwanted();
};

}  // namespace yiquan::plugin
