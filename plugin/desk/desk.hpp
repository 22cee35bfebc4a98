// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>

#include <QPointer>
#include <QString>

#include "core/base/error.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::plugin {

/// The parts of QGIS's window that the dock works with. In tests they are made without a window; either may
/// be missing.
struct Desk {
    QPointer<QgsMapCanvas> canvas;
    QPointer<QgsMessageBar> bar;

    /// Says what went wrong and what to do; a cancelled run is only noted.
    void show(const Error& error) const;
    void show_success(const QString& text) const;
    void show_warning(const QString& text) const;
    /// Moves the map to a box in degrees, with a margin; a single place gets a few kilometres around it.
    void zoom_to(const geo::Box& box) const;
};

}  // namespace yiquan::plugin
