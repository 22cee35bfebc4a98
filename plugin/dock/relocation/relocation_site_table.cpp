// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/relocation_site_table.hpp"

#include "plugin/dock/relocation/relocation_words.hpp"
#include "plugin/language.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {

void RelocationSiteTable::show(const std::vector<report::LoadedSite>& sites) {
    beginResetModel();
    sites_ = sites;
    endResetModel();
}

int RelocationSiteTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(sites_.size());
}

int RelocationSiteTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QString RelocationSiteTable::state(const report::LoadedSite& site) {
    if (!site.allowed) return tr("not allowed by the screening");
    return site.load > 0 ? tr("used") : tr("not needed");
}

QVariant RelocationSiteTable::number(const report::LoadedSite& site, int column) {
    switch (column) {
        case share:
            if (site.capacity == 0) return {};
            return static_cast<double>(site.load) / static_cast<double>(site.capacity);
        case load:
            return static_cast<qlonglong>(site.load);
        case capacity:
            return static_cast<qlonglong>(site.capacity);
        default:
            return static_cast<qlonglong>(site.households);
    }
}

QVariant RelocationSiteTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const report::LoadedSite& site = sites_.at(static_cast<std::size_t>(index.row()));
    const QString shown = text(site.name);
    const bool words = index.column() == name;
    switch (role) {
        case Qt::TextAlignmentRole:
            return QVariant(Qt::AlignVCenter | (words ? Qt::AlignLeft : Qt::AlignRight));
        case Qt::ToolTipRole:
            return tr("%1 (%2): %3").arg(shown, text(site.id), state(site));
        case sort_role:
            return words ? QVariant(shown) : number(site, index.column());
        case Qt::DisplayRole:
            break;
        default:
            return {};
    }
    if (words) {
        const QString sign = !site.allowed   ? QStringLiteral("✗")
                             : site.load > 0 ? QStringLiteral("●")
                                             : QStringLiteral("○");
        return QStringLiteral("%1 %2").arg(sign, shown);
    }
    const QVariant value = number(site, index.column());
    if (!value.isValid()) return QStringLiteral("–");
    return index.column() == share ? share_text(value.toDouble()) : count_text(value.toLongLong());
}

QVariant RelocationSiteTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::ToolTipRole && section == name)
        return tr("● used, ○ not needed, ✗ not allowed by the screening");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case name:
            return tr("Site");
        case share:
            return tr("Filled");
        case load:
            return tr("People");
        case capacity:
            return tr("Capacity");
        default:
            return tr("Households");
    }
}

}  // namespace yiquan::plugin
