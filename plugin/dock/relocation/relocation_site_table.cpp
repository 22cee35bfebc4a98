// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/relocation_site_table.hpp"

#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {

void RelocationSiteTable::show(const QList<RelocationSite>& sites) {
    beginResetModel();
    sites_ = sites;
    endResetModel();
}

int RelocationSiteTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : sites_.size();
}

int RelocationSiteTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QString RelocationSiteTable::state(const RelocationSite& site) {
    if (!site.allowed) return tr("not allowed by the screening");
    return site.opened ? tr("used") : tr("not needed");
}

QVariant RelocationSiteTable::number(const RelocationSite& site, int column) {
    switch (column) {
        case share:
            return site.capacity > 0.0 ? QVariant(site.load / site.capacity) : QVariant();
        case load:
            return site.load;
        case capacity:
            return site.capacity;
        default:
            return site.households;
    }
}

QVariant RelocationSiteTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const RelocationSite& site = sites_.at(index.row());
    const QString shown = site.name.isEmpty() ? site.id : site.name;
    const bool words = index.column() == name;
    switch (role) {
        case Qt::TextAlignmentRole:
            return QVariant(Qt::AlignVCenter | (words ? Qt::AlignLeft : Qt::AlignRight));
        case Qt::ToolTipRole:
            return tr("%1 (%2): %3").arg(shown, site.id, state(site));
        case sort_role:
            return words ? QVariant(shown) : number(site, index.column());
        case Qt::DisplayRole:
            break;
        default:
            return {};
    }
    if (words) {
        const QString sign = !site.allowed ? QStringLiteral("✗")
                             : site.opened ? QStringLiteral("●")
                                           : QStringLiteral("○");
        return QStringLiteral("%1 %2").arg(sign, shown);
    }
    const QVariant value = number(site, index.column());
    if (!value.isValid()) return QStringLiteral("–");
    return index.column() == share ? share_text(value.toDouble()) : people_text(value.toDouble());
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
