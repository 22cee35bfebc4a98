// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/desk/desk.hpp"

#include <qgscoordinatetransform.h>
#include <qgsproject.h>

#include <algorithm>

#include "plugin/language.hpp"

namespace yiquan::plugin {
namespace {

constexpr int seconds_shown = 8;

}  // namespace

void Desk::show(const Error& error) const {
    if (bar == nullptr) return;
    const Qgis::MessageLevel level = error.kind() == ErrorKind::cancelled  ? Qgis::MessageLevel::Info
                                     : error.kind() == ErrorKind::internal ? Qgis::MessageLevel::Critical
                                                                           : Qgis::MessageLevel::Warning;
    const int duration = error.kind() == ErrorKind::cancelled ? seconds_shown : 0;  // 0: until closed
    bar->pushMessage(QStringLiteral("驿圈 Yiquan"), say(error.message()), level, duration);
}

void Desk::show_success(const QString& text) const {
    if (bar != nullptr) {
        bar->pushMessage(QStringLiteral("驿圈 Yiquan"), text, Qgis::MessageLevel::Success, seconds_shown);
    }
}

void Desk::show_warning(const QString& text) const {
    if (bar != nullptr) {
        bar->pushMessage(QStringLiteral("驿圈 Yiquan"), text, Qgis::MessageLevel::Warning, 0);
    }
}

void Desk::zoom_to(const geo::Box& box) const {
    constexpr double margin = 0.1;
    constexpr double least = 0.05;  // degrees, some five kilometres
    if (canvas == nullptr || box.west > box.east) return;
    QgsRectangle extent(box.west, box.south, box.east, box.north);
    const double grow_x = std::max(extent.width() * margin, (least - extent.width()) / 2.0);
    const double grow_y = std::max(extent.height() * margin, (least - extent.height()) / 2.0);
    extent.setXMinimum(extent.xMinimum() - grow_x);
    extent.setXMaximum(extent.xMaximum() + grow_x);
    extent.setYMinimum(extent.yMinimum() - grow_y);
    extent.setYMaximum(extent.yMaximum() + grow_y);
    try {
        const QgsCoordinateTransform transform(QgsCoordinateReferenceSystem::fromEpsgId(4326),
                                               canvas->mapSettings().destinationCrs(),
                                               QgsProject::instance()->transformContext());
        canvas->setExtent(transform.transformBoundingBox(extent));
        canvas->refresh();
    } catch (const QgsCsException&) {
        // The map's projection cannot show that place; the map stays where it is.
    }
}

}  // namespace yiquan::plugin
