// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/map/place_tool.hpp"

#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>

#include <QKeyEvent>

#include "plugin/map/map_place.hpp"

namespace yiquan::plugin {

PlaceTool::PlaceTool(QgsMapCanvas& canvas) : QgsMapTool(&canvas) {
    setCursor(Qt::CrossCursor);
}

void PlaceTool::canvasReleaseEvent(QgsMapMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (const auto place = place_on_map(*canvas(), toMapCoordinates(event->pos()))) emit clicked(*place);
}

void PlaceTool::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        emit last_unwanted();
    } else {
        event->ignore();
    }
}

}  // namespace yiquan::plugin
