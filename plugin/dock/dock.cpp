// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/dock.hpp"

#include <QTabWidget>

#include "plugin/dock/compare/compare_page.hpp"
#include "plugin/dock/coverage/coverage_page.hpp"
#include "plugin/dock/data/data_page.hpp"
#include "plugin/dock/export/export_page.hpp"
#include "plugin/dock/parts/kept_run_panel.hpp"
#include "plugin/dock/relocation/relocation_page.hpp"
#include "plugin/dock/siting/siting_form.hpp"
#include "plugin/dock/siting/siting_view.hpp"
#include "plugin/dock/what_if/what_if_page.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

Dock::Dock(Session& session, const Desk& desk, QWidget* parent)
    : QgsDockWidget(QStringLiteral("驿圈 Yiquan"), parent), pages_(new QTabWidget(this)) {
    setObjectName(QStringLiteral("YiquanDock"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    pages_->setObjectName(QStringLiteral("yiquanPages"));
    pages_->setDocumentMode(true);

    auto* lists = new DataPage(session, desk, pages_);
    auto* coverage = new CoveragePage(session, desk, pages_);
    pages_->addTab(lists, tr("Data"));
    pages_->addTab(coverage, tr("Coverage"));
    auto* what_if = new WhatIfPage(session, desk, pages_);
    auto* siting = new SitingForm(session, desk, pages_);
    auto* sites = new SitingView(session, pages_);
    pages_->addTab(what_if, tr("What-if"));
    pages_->addTab(new ComparePage(session, desk, pages_), tr("Compare"));
    pages_->addTab(new KeptRunPanel(session, desk, siting, sites, pages_), tr("Siting"));
    pages_->addTab(new RelocationPage(session, desk, pages_), tr("Relocation"));
    auto* paper = new ExportPage(session, desk, pages_);
    pages_->addTab(paper, tr("Export"));
    connect(coverage, &CoveragePage::data_page_wanted, this,
            [this, lists] { pages_->setCurrentWidget(lists); });
    connect(paper, &ExportPage::coverage_page_wanted, this,
            [this, coverage] { pages_->setCurrentWidget(coverage); });
    connect(siting, &SitingForm::data_page_wanted, this, [this, lists] { pages_->setCurrentWidget(lists); });
    connect(sites, &SitingView::plan_wanted, this, [this, what_if](const Scenario& scenario) {
        pages_->setCurrentWidget(what_if);
        what_if->plan(scenario);
    });
    connect(coverage, &CoveragePage::demo_wanted, lists, &DataPage::open_demo);
    connect(coverage, &CoveragePage::findings_found, lists, &DataPage::show_findings);
    constexpr int least_width = 410;  // tables and sentences read well, and a small screen keeps its map
    pages_->setMinimumWidth(least_width);
    setWidget(pages_);
}

}  // namespace yiquan::plugin
