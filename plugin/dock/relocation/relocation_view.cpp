// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/relocation_view.hpp"

#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"
#include "plugin/dock/parts/share_delegate.hpp"
#include "plugin/dock/relocation/relocation_site_table.hpp"
#include "plugin/dock/relocation/relocation_words.hpp"
#include "plugin/dock/relocation/unplaced_table.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/relocation_result.hpp"
#include "plugin/relocation/relocation_answer.hpp"

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
    : AnswerView(parent),
      balance_(new_text(this)),
      remarks_(new_hint({}, this)),
      sites_(new RelocationSiteTable(this)),
      sorted_sites_(new QSortFilterProxyModel(this)),
      site_view_(new_table(*sorted_sites_, RelocationSiteTable::sort_role, "yiquanRelocationSites", this)),
      unplaced_title_(new_text(this)),
      unplaced_(new UnplacedTable(this)),
      sorted_unplaced_(new QSortFilterProxyModel(this)),
      unplaced_view_(new_table(*sorted_unplaced_, UnplacedTable::sort_role, "yiquanUnplaced", this)),
      reason_(new_text(this)) {
    setObjectName(QStringLiteral("yiquanRelocationAnswer"));
    headline_label()->setObjectName(QStringLiteral("yiquanRelocationProof"));
    balance_->setObjectName(QStringLiteral("yiquanRelocationBalance"));
    remarks_->setObjectName(QStringLiteral("yiquanRelocationRemarks"));
    unplaced_title_->setObjectName(QStringLiteral("yiquanUnplacedTitle"));
    reason_->setObjectName(QStringLiteral("yiquanUnplacedReason"));
    for (QLabel* each : {balance_, remarks_, reason_}) {
        each->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    sorted_sites_->setSourceModel(sites_);
    sorted_unplaced_->setSourceModel(unplaced_);
    site_view_->setItemDelegateForColumn(
        RelocationSiteTable::share,
        new ShareDelegate(RelocationSiteTable::sort_role, RelocationSiteTable::target_role, this));
    shape(*site_view_, RelocationSiteTable::name);
    shape(*unplaced_view_, UnplacedTable::name);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each :
         std::initializer_list<QWidget*>{headline_label(), balance_, remarks_, site_view_, unplaced_title_,
                                         unplaced_view_, reason_, folder_label()}) {
        layout->addWidget(each);
    }
    for (const auto signal : {&QTableView::clicked, &QTableView::activated}) {
        connect(site_view_, signal, this, &RelocationView::choose_site);
        connect(unplaced_view_, signal, this, &RelocationView::choose_unplaced);
    }
}

void RelocationView::clear() {
    sites_->show({});
    unplaced_->show({});
    hide();
}

void RelocationView::show_answer(const QByteArray& document, const QString& folder) {
    RelocationAnswer answer = relocation_answer(document);
    add_places(answer, QDir(folder).filePath(QStringLiteral("relocation.gpkg")));
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
    show_with(proof_text(answer), folder);
}

void RelocationView::add_layers(QgsProject& project, const QString& folder) const {
    add_relocation_layers(project, folder, tr("Relocation (%1)").arg(QDir(folder).dirName()));
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
