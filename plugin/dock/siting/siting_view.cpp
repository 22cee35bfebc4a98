// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/siting/siting_view.hpp"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "core/io/locate/inputs.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"
#include "plugin/dock/siting/siting_chart.hpp"
#include "plugin/dock/siting/siting_proposals.hpp"
#include "plugin/dock/siting/siting_words.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/siting_result.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

SitingView::SitingView(const Session& session, QWidget* parent)
    : AnswerView(parent),
      session_(session),
      served_(new_text(this)),
      remarks_(new_hint({}, this)),
      chart_(new SitingChart(this)),
      shown_(new_text(this)),
      model_(new SitingProposals(this)),
      sorted_(new QSortFilterProxyModel(this)),
      table_(new_table(*sorted_, SitingProposals::sort_role, "yiquanProposals", this)),
      plan_(new_button(tr("&Add as planned stations"), "yiquanPlanStations", this)) {
    setObjectName(QStringLiteral("yiquanSitingAnswer"));
    headline_label()->setObjectName(QStringLiteral("yiquanProof"));
    served_->setObjectName(QStringLiteral("yiquanSitingServed"));
    remarks_->setObjectName(QStringLiteral("yiquanSitingRemarks"));
    shown_->setObjectName(QStringLiteral("yiquanProposalsShown"));
    for (QLabel* each : {served_, remarks_}) each->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sorted_->setSourceModel(model_);
    constexpr int rows_shown = 8;
    constexpr int name_letters = 12;
    constexpr int number_letters = 5;
    QHeaderView* header = table_->horizontalHeader();
    header->setSectionResizeMode(SitingProposals::name, QHeaderView::Interactive);
    header->setSectionResizeMode(SitingProposals::order, QHeaderView::Interactive);
    const int letter = table_->fontMetrics().averageCharWidth();
    table_->setColumnWidth(SitingProposals::name, letter * name_letters);
    table_->setColumnWidth(SitingProposals::order, letter * number_letters);
    table_->setMinimumHeight(table_->verticalHeader()->defaultSectionSize() * rows_shown);
    plan_->setToolTip(
        tr("Opens the page What-if with these sites as new stations, in a scenario of their own."));

    auto* last = new QHBoxLayout;
    last->addWidget(folder_label(), 1);
    last->addWidget(plan_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each :
         std::initializer_list<QWidget*>{headline_label(), served_, remarks_, chart_, shown_, table_}) {
        layout->addWidget(each);
    }
    layout->addLayout(last);
    connect(chart_, &SitingChart::p_chosen, this, &SitingView::show_p);
    connect(table_, &QTableView::clicked, this, &SitingView::zoom);
    connect(table_, &QTableView::activated, this, &SitingView::zoom);
    connect(plan_, &QPushButton::clicked, this, [this] { emit plan_wanted(planned()); });
}

void SitingView::clear() {
    answer_ = {};
    model_->clear();
    chart_->clear();
    hide();
}

void SitingView::show_answer(const QByteArray& document, const QString& folder) {
    SitingAnswer answer = siting_answer(document);
    add_sites(answer, QDir(folder).filePath(QStringLiteral("plan.gpkg")));
    answer_ = std::move(answer);
    const QString served = served_text(answer_);
    served_->setText(served);
    served_->setVisible(!served.isEmpty());
    remarks_->setText(remarks_text(answer_));
    chart_->show_answer(answer_);
    show_p(static_cast<int>(answer_.count));
    show_with(proof_text(answer_), folder);
}

void SitingView::add_layers(QgsProject& project, const QString& folder) const {
    add_siting_layers(
        project, folder,
        QStringLiteral("%1: %2 (%3)").arg(tr("Siting"), text(answer_.model), QDir(folder).dirName()));
}

void SitingView::show_p(int p) {
    model_->show(answer_, p);
    const std::vector<report::ProposedSite>& rows = model_->rows();
    const bool several = answer_.curve.size() > 1;
    shown_->setText(
        p == answer_.count
            ? tr("The proposal for %n site(s); choose another number on the curve.", nullptr, p)
            : tr("The proposal for %n site(s); figures per site are known for the last number.", nullptr, p));
    shown_->setVisible(several);
    table_->setColumnHidden(SitingProposals::gain, !several);
    table_->setVisible(!rows.empty());
    const bool placed =
        std::any_of(rows.begin(), rows.end(), [](const report::ProposedSite& one) { return one.place; });
    plan_->setVisible(placed);
}

void SitingView::zoom(const QModelIndex& index) {
    const QModelIndex row = sorted_->mapToSource(index);
    if (!row.isValid()) return;
    if (const auto place = model_->rows().at(static_cast<std::size_t>(row.row())).place) {
        emit place_wanted(*place);
    }
}

Scenario SitingView::planned() const {
    Scenario scenario;
    scenario.name = tr("Siting, %n site(s)", nullptr, static_cast<int>(proposals().size()));
    scenario.standard = session_.value("standard").toString();
    scenario.radius = answer_.limit.value_or(Cost{}).value();
    for (const report::ProposedSite& one : proposals()) {
        StationChange change;
        change.id = text(one.id);
        change.name = text(one.name);
        change.state = StationState::added;
        change.place = one.place;
        if (one.place) scenario.changes.push_back(change);
    }
    for (const std::string& id : answer_.closed) {
        StationChange change;
        change.id = text(io::id_in_list(id));
        const auto site = answer_.sites.find(id);
        if (site != answer_.sites.end()) change.name = text(site->second.name);
        change.state = StationState::removed;
        scenario.changes.push_back(change);
    }
    return scenario;
}

const std::vector<report::ProposedSite>& SitingView::proposals() const {
    return model_->rows();
}

}  // namespace yiquan::plugin
