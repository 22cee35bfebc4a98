// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>

#include <QPointer>
#include <QString>

#include <functional>

#include "core/base/error.hpp"
#include "core/geo/lonlat.hpp"

class QgsPrintLayout;

namespace yiquan::plugin {

/// The parts of QGIS's window that the dock works with. In tests they are made without a window; any may be
/// missing.
struct Desk {
    QPointer<QgsMapCanvas> canvas;
    QPointer<QgsMessageBar> bar;
    /// Opens the layout designer on a layout of the project.
    std::function<void(QgsPrintLayout&)> open_designer = {};

    /// Says what went wrong and what to do; a cancelled run is only noted.
    void show(const Error& error) const;
    void show_success(const QString& text) const;
    void show_warning(const QString& text) const;
    /// Moves the map to a box in degrees, with a margin; a single place gets a few kilometres around it.
    void zoom_to(const geo::Box& box) const;
};

}  // namespace yiquan::plugin
