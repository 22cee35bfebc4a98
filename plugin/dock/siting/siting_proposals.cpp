// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/siting/siting_proposals.hpp"

#include <cmath>

#include "plugin/dock/siting/siting_words.hpp"
#include "plugin/language.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {
namespace {

std::optional<double> amount(const std::optional<Persons>& people) {
    return people ? std::optional{people->value()} : std::nullopt;
}

}  // namespace

void SitingProposals::show(const SitingAnswer& answer, int p) {
    beginResetModel();
    answer_ = answer;
    rows_ = proposals_for(answer, p);
    endResetModel();
}

void SitingProposals::clear() {
    show({}, 0);
}

int SitingProposals::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int SitingProposals::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

/// The gain of a row is that of its number of sites, not of the site alone: the best six need not hold the
/// best five.
std::optional<double> SitingProposals::figure(int row, int column) const {
    const report::ProposedSite& one = rows_.at(static_cast<std::size_t>(row));
    switch (column) {
        case gain:
            for (const report::CurveStep& step : answer_.curve) {
                if (step.sites == one.order && step.gain) return std::abs(*step.gain);
            }
            return std::nullopt;
        case served:
            return amount(one.served);
        case only_here:
            return amount(one.only_here);
        default:
            return std::nullopt;
    }
}

QVariant SitingProposals::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const report::ProposedSite& one = rows_.at(static_cast<std::size_t>(index.row()));
    const int column = index.column();
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignVCenter | (column == name ? Qt::AlignLeft : Qt::AlignRight));
    }
    const QString shown = text(one.name);
    if (role == Qt::ToolTipRole) {
        const QString from = one.first_count > 0 ? tr("first proposed with %n site(s)", nullptr,
                                                      static_cast<int>(one.first_count))
                                                 : QString();
        return QStringLiteral("%1 (%2)%3").arg(shown, text(one.id), from.isEmpty() ? from : tr(", ") + from);
    }
    if (role != Qt::DisplayRole && role != sort_role) return {};
    if (column == order) return static_cast<int>(one.order);
    if (column == name) return shown;
    const std::optional<double> value = figure(index.row(), column);
    if (role == sort_role) return value ? QVariant(*value) : QVariant(-1.0);
    if (!value) return QStringLiteral("–");
    return column == gain ? short_objective_text(answer_, *value) : people_text(*value);
}

QVariant SitingProposals::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case gain:
                return tr("What this many sites reach beyond one site fewer.");
            case served:
                return tr("People within the radius of the site.");
            case only_here:
                return tr("Of those, the people beyond the reach of every other open site or station.");
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
