// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/relocation_page.hpp"

#include <QTabWidget>
#include <QVBoxLayout>

#include "plugin/dock/relocation/assignment_panel.hpp"
#include "plugin/dock/screening/screening_panel.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

RelocationPage::RelocationPage(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent), steps_(new QTabWidget(this)) {
    setObjectName(QStringLiteral("yiquanRelocationPage"));
    steps_->setObjectName(QStringLiteral("yiquanRelocationSteps"));
    steps_->setDocumentMode(true);
    auto* screening = new ScreeningPanel(session, desk, steps_);
    auto* assignment = new AssignmentPanel(session, desk, steps_);
    steps_->addTab(screening, tr("1 Screening"));
    steps_->addTab(assignment, tr("2 Assignment"));
    connect(screening, &ScreeningPanel::screened, assignment, &AssignmentPanel::refresh);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(steps_);
}

}  // namespace yiquan::plugin
