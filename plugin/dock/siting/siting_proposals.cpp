// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/siting/siting_proposals.hpp"

#include <cmath>

#include "plugin/dock/siting/siting_words.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {

void SitingProposals::show(const SitingAnswer& answer, int p) {
    beginResetModel();
    answer_ = answer;
    rows_ = answer.at(p);
    endResetModel();
}

void SitingProposals::clear() {
    show({}, 0);
}

int SitingProposals::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rows_.size();
}

int SitingProposals::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

/// The gain of a row is that of its number of sites, not of the site alone: the best six need not hold the
/// best five.
std::optional<double> SitingProposals::figure(int row, int column) const {
    const SitingProposal& one = rows_.at(row);
    switch (column) {
        case gain:
            for (const SitingStep& step : answer_.curve) {
                if (step.p == one.order && step.gain) return std::abs(*step.gain);
            }
            return std::nullopt;
        case served:
            return one.served;
        case only_here:
            return one.served_only_here;
        default:
            return std::nullopt;
    }
}

QVariant SitingProposals::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const SitingProposal& one = rows_.at(index.row());
    const int column = index.column();
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignVCenter | (column == name ? Qt::AlignLeft : Qt::AlignRight));
    }
    const QString shown = one.name.isEmpty() ? one.id : one.name;
    if (role == Qt::ToolTipRole) {
        const QString from =
            one.first_p > 0 ? tr("proposed from %n site(s) on", nullptr, one.first_p) : QString();
        return QStringLiteral("%1 (%2)%3").arg(shown, one.id, from.isEmpty() ? from : tr(", ") + from);
    }
    if (role != Qt::DisplayRole && role != sort_role) return {};
    if (column == order) return one.order;
    if (column == name) return shown;
    const std::optional<double> value = figure(index.row(), column);
    if (role == sort_role) return value ? QVariant(*value) : QVariant(-1.0);
    if (!value) return QStringLiteral("–");
    return column == gain ? short_objective_text(answer_.model, *value) : people_text(*value);
}

QVariant SitingProposals::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case gain:
                return tr("What this many sites reach beyond one site less.");
            case served:
                return tr("People within the radius of the site.");
            case only_here:
                return tr("Of those, whom no other open site or station reaches.");
            default:
                return {};
        }
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case order:
            return tr("No.");
        case name:
            return tr("Site");
        case gain:
            return tr("Gain");
        case served:
            return tr("People");
        case only_here:
            return tr("Only here");
        default:
            return {};
    }
}

}  // namespace yiquan::plugin
