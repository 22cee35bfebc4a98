// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/dock.hpp"

#include <QTabWidget>

#include "plugin/session/session.hpp"

namespace yiquan::plugin {

Dock::Dock(Session&, const Desk&, QWidget* parent)
    : QgsDockWidget(QStringLiteral("驿圈 Yiquan"), parent), pages_(new QTabWidget(this)) {
    setObjectName(QStringLiteral("YiquanDock"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    setWidget(pages_);
}

}  // namespace yiquan::plugin
