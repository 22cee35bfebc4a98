// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/unplaced_table.hpp"

#include "plugin/dock/relocation/relocation_words.hpp"
#include "plugin/language.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {

void UnplacedTable::show(const std::vector<report::UnplacedHousehold>& unplaced) {
    beginResetModel();
    unplaced_ = unplaced;
    endResetModel();
}

int UnplacedTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(unplaced_.size());
}

int UnplacedTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant UnplacedTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const report::UnplacedHousehold& one = unplaced_.at(static_cast<std::size_t>(index.row()));
    const int column = index.column();
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignVCenter | (column == people ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role == Qt::ToolTipRole) return say(one.why);
    if (role != Qt::DisplayRole && role != sort_role) return {};
    switch (column) {
        case name:
            return text(one.name);
        case people:
            return role == sort_role ? QVariant(static_cast<qlonglong>(one.people)) : count_text(one.people);
        case reason:
            return reason_text(one.reason);
        default:
            return text(one.village);
    }
}

QVariant UnplacedTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case name:
            return tr("Household");
        case people:
            return tr("People");
        case reason:
            return tr("Why not placed");
        default:
            return tr("Village");
    }
}

}  // namespace yiquan::plugin
