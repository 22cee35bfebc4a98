// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/relocation_page.hpp"

#include <QTabWidget>
#include <QVBoxLayout>

#include "plugin/dock/parts/kept_run_panel.hpp"
#include "plugin/dock/relocation/relocation_form.hpp"
#include "plugin/dock/relocation/relocation_view.hpp"
#include "plugin/dock/screening/screening_form.hpp"
#include "plugin/dock/screening/screening_view.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

RelocationPage::RelocationPage(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent), steps_(new QTabWidget(this)) {
    setObjectName(QStringLiteral("yiquanRelocationPage"));
    steps_->setObjectName(QStringLiteral("yiquanRelocationSteps"));
    steps_->setDocumentMode(true);
    const auto panel = [&](RunForm* form, AnswerView* view) {
        return new KeptRunPanel(session, desk, form, view, steps_);
    };
    steps_->addTab(panel(new ScreeningForm(session, desk, this), new ScreeningView(this)), tr("1 Screening"));
    steps_->addTab(panel(new RelocationForm(session, this), new RelocationView(this)), tr("2 Assignment"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(steps_);
}

}  // namespace yiquan::plugin
