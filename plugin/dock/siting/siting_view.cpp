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

#include "plugin/dock/parts/export_links.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/scenario_table.hpp"
#include "plugin/dock/siting/siting_chart.hpp"
#include "plugin/dock/siting/siting_proposals.hpp"
#include "plugin/dock/siting/siting_words.hpp"

namespace yiquan::plugin {

SitingView::SitingView(QWidget* parent)
    : QWidget(parent),
      proof_(new_text(this)),
      served_(new_text(this)),
      remarks_(new_hint({}, this)),
      chart_(new SitingChart(this)),
      shown_(new_text(this)),
      model_(new SitingProposals(this)),
      sorted_(new QSortFilterProxyModel(this)),
      table_(new_table(*sorted_, SitingProposals::sort_role, "yiquanProposals", this)),
      plan_(new_button(tr("&Add as planned stations"), "yiquanPlanStations", this)),
      folder_(new_text(this)) {
    setObjectName(QStringLiteral("yiquanSitingAnswer"));
    proof_->setObjectName(QStringLiteral("yiquanProof"));
    served_->setObjectName(QStringLiteral("yiquanSitingServed"));
    remarks_->setObjectName(QStringLiteral("yiquanSitingRemarks"));
    shown_->setObjectName(QStringLiteral("yiquanProposalsShown"));
    QFont bold = proof_->font();
    bold.setBold(true);
    proof_->setFont(bold);
    for (QLabel* each : {proof_, served_, remarks_}) each->setTextInteractionFlags(Qt::TextSelectableByMouse);
    folder_->setOpenExternalLinks(true);
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
    last->addWidget(folder_, 1);
    last->addWidget(plan_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : std::initializer_list<QWidget*>{proof_, served_, remarks_, chart_, shown_, table_}) {
        layout->addWidget(each);
    }
    layout->addLayout(last);
    connect(chart_, &SitingChart::p_chosen, this, &SitingView::show_p);
    connect(table_, &QTableView::clicked, this, &SitingView::zoom);
    connect(table_, &QTableView::activated, this, &SitingView::zoom);
    connect(plan_, &QPushButton::clicked, this, &SitingView::plan_wanted);
    hide();
}

void SitingView::clear() {
    answer_ = {};
    model_->clear();
    chart_->clear();
    hide();
}

void SitingView::show_answer(const SitingAnswer& answer, const QString& folder) {
    answer_ = answer;
    proof_->setText(proof_text(answer));
    const QString served = served_text(answer);
    served_->setText(served);
    served_->setVisible(!served.isEmpty());
    remarks_->setText(remarks_text(answer));
    chart_->show_answer(answer);
    folder_->setText(link_to(folder, tr("Open the folder")));
    folder_->setToolTip(QDir::toNativeSeparators(folder));
    show_p(static_cast<int>(answer.count));
    show();
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

const std::vector<report::ProposedSite>& SitingView::proposals() const {
    return model_->rows();
}

}  // namespace yiquan::plugin
