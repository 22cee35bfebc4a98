// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include "plugin/desk/desk.hpp"

class QTabWidget;

namespace yiquan::plugin {

class Session;

/// "Relocation": which sites the rules allow, then who moves where.
class RelocationPage final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the page
    RelocationPage(Session& session, const Desk& desk, QWidget* parent = nullptr);

private:
    QTabWidget* steps_;
};

}  // namespace yiquan::plugin
