// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsdockwidget.h>

#include "plugin/desk/desk.hpp"

class QTabWidget;

namespace yiquan::plugin {

class Session;

/// "驿圈 Yiquan": one page for each step of the work.
class Dock final : public QgsDockWidget {
    Q_OBJECT
public:
    /// \param session outlives the dock
    Dock(Session& session, const Desk& desk, QWidget* parent = nullptr);

private:
    QTabWidget* pages_;
};

}  // namespace yiquan::plugin
