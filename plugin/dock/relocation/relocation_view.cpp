// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/relocation_view.hpp"

#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "plugin/dock/parts/export_links.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/scenario_table.hpp"
#include "plugin/dock/parts/share_delegate.hpp"
#include "plugin/dock/relocation/relocation_site_table.hpp"
#include "plugin/dock/relocation/relocation_words.hpp"
#include "plugin/dock/relocation/unplaced_table.hpp"
#include "plugin/language.hpp"

namespace yiquan::plugin {
namespace {

constexpr int rows_shown = 10;
constexpr int name_letters = 13;

/// Lets a name leave room for the figures.
void shape(QTableView& table, int name_column) {
    table.horizontalHeader()->setSectionResizeMode(name_column, QHeaderView::Interactive);
    table.setColumnWidth(name_column, table.fontMetrics().averageCharWidth() * name_letters);
}

}  // namespace

RelocationView::RelocationView(QWidget* parent)
    : QWidget(parent),
      proof_(new_text(this)),
      balance_(new_text(this)),
      remarks_(new_hint({}, this)),
      sites_(new RelocationSiteTable(this)),
      sorted_sites_(new QSortFilterProxyModel(this)),
      site_view_(new_table(*sorted_sites_, RelocationSiteTable::sort_role, "yiquanRelocationSites", this)),
      unplaced_title_(new_text(this)),
      unplaced_(new UnplacedTable(this)),
      sorted_unplaced_(new QSortFilterProxyModel(this)),
      unplaced_view_(new_table(*sorted_unplaced_, UnplacedTable::sort_role, "yiquanUnplaced", this)),
      reason_(new_text(this)),
      folder_(new_text(this)) {
    setObjectName(QStringLiteral("yiquanRelocationAnswer"));
    proof_->setObjectName(QStringLiteral("yiquanRelocationProof"));
    balance_->setObjectName(QStringLiteral("yiquanRelocationBalance"));
    remarks_->setObjectName(QStringLiteral("yiquanRelocationRemarks"));
    unplaced_title_->setObjectName(QStringLiteral("yiquanUnplacedTitle"));
    reason_->setObjectName(QStringLiteral("yiquanUnplacedReason"));
    QFont bold = proof_->font();
    bold.setBold(true);
    proof_->setFont(bold);
    for (QLabel* each : {proof_, balance_, remarks_, reason_}) {
        each->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    folder_->setOpenExternalLinks(true);
    sorted_sites_->setSourceModel(sites_);
    sorted_unplaced_->setSourceModel(unplaced_);
    site_view_->setItemDelegateForColumn(
        RelocationSiteTable::share,
        new ShareDelegate(RelocationSiteTable::sort_role, RelocationSiteTable::target_role, this));
    shape(*site_view_, RelocationSiteTable::name);
    shape(*unplaced_view_, UnplacedTable::name);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : std::initializer_list<QWidget*>{proof_, balance_, remarks_, site_view_,
                                                         unplaced_title_, unplaced_view_, reason_, folder_}) {
        layout->addWidget(each);
    }
    for (const auto signal : {&QTableView::clicked, &QTableView::activated}) {
        connect(site_view_, signal, this, &RelocationView::choose_site);
        connect(unplaced_view_, signal, this, &RelocationView::choose_unplaced);
    }
    hide();
}

void RelocationView::clear() {
    sites_->show({});
    unplaced_->show({});
    hide();
}

void RelocationView::show_answer(const RelocationAnswer& answer, const QString& folder) {
    proof_->setText(proof_text(answer));
    balance_->setText(balance_text(answer));
    remarks_->setText(remarks_text(answer));
    sites_->show(answer.sites);
    unplaced_->show(answer.unplaced);
    const bool anybody = !answer.unplaced.empty();
    unplaced_title_->setText(anybody ? tr("Not placed; click a row to see why, and what would place them:")
                                     : tr("Everybody is placed."));
    unplaced_view_->setVisible(anybody);
    fit_height(*site_view_, rows_shown);
    fit_height(*unplaced_view_, rows_shown);
    reason_->clear();
    reason_->hide();
    folder_->setText(link_to(folder, tr("Open the folder")));
    folder_->setToolTip(QDir::toNativeSeparators(folder));
    show();
}

void RelocationView::choose_site(const QModelIndex& index) {
    const QModelIndex row = sorted_sites_->mapToSource(index);
    if (!row.isValid()) return;
    if (const auto place = sites_->sites().at(static_cast<std::size_t>(row.row())).place) {
        emit place_wanted(*place);
    }
}

void RelocationView::choose_unplaced(const QModelIndex& index) {
    const QModelIndex row = sorted_unplaced_->mapToSource(index);
    if (!row.isValid()) return;
    const report::UnplacedHousehold& one = unplaced_->unplaced().at(static_cast<std::size_t>(row.row()));
    reason_->setText(say(one.why));
    reason_->show();
    if (one.place) emit place_wanted(*one.place);
}

}  // namespace yiquan::plugin
