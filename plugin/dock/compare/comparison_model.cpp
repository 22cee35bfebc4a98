// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/compare/comparison_model.hpp"

#include <array>

#include "core/audit/balancing_decimals.hpp"
#include "plugin/language.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {
namespace {

Persons figure(const audit::Change& change, int column) {
    switch (column) {
        case ComparisonModel::before:
            return change.covered_before;
        case ComparisonModel::after:
            return change.covered_after;
        case ComparisonModel::gained:
            return change.gained;
        case ComparisonModel::lost:
            return change.lost;
        case ComparisonModel::grown:
            return change.grown;
        case ComparisonModel::net:
            return change.net();
        default:
            return {};
    }
}

}  // namespace

QString signed_people(Persons people) {
    const QString size = people_text(people < Persons{} ? Persons{} - people : people);
    if (size == people_text(Persons{})) return size;
    return (people < Persons{} ? QStringLiteral("−") : QStringLiteral("+")) + size;
}

QString change_balance(const audit::Change& total) {
    const int decimals = audit::balancing_decimals(
        total.covered_after, {total.covered_before, total.gained, Persons{} - total.lost, total.grown});
    const auto people = [&](Persons amount) { return people_text(amount, decimals); };
    const bool shrunk = total.grown < Persons{};
    const QString grown = people(shrunk ? Persons{} - total.grown : total.grown);
    const QString words =
        total.grown == Persons{} ? ComparisonModel::tr("After %1 = before %2 + gained %3 − lost %4")
        : shrunk ? ComparisonModel::tr("After %1 = before %2 + gained %3 − lost %4 − shrunk %5")
                 : ComparisonModel::tr("After %1 = before %2 + gained %3 − lost %4 + grown %5");
    const QString filled = words.arg(people(total.covered_after), people(total.covered_before),
                                     people(total.gained), people(total.lost));
    return total.grown == Persons{} ? filled : filled.arg(grown);
}

QString facility_line(const audit::FacilityChange& change) {
    const QString name = change.name.empty() ? text(change.id) : text(change.name);
    switch (change.kind) {
        case audit::FacilityChange::Kind::added:
            return ComparisonModel::tr("Added: %1").arg(name);
        case audit::FacilityChange::Kind::removed:
            return ComparisonModel::tr("Removed: %1").arg(name);
        case audit::FacilityChange::Kind::moved:
            return ComparisonModel::tr("Moved by %2: %1").arg(name, text(to_text(change.distance)));
        case audit::FacilityChange::Kind::renamed:
            return ComparisonModel::tr("Renamed: %1, before %2").arg(name, text(change.name_before));
    }
    return {};
}

void ComparisonModel::show(std::vector<audit::ZoneChange> zones) {
    beginResetModel();
    zones_ = std::move(zones);
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(zones_.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const audit::ZoneChange& row = zones_[static_cast<std::size_t>(index.row())];
    const bool words = index.column() == zone;
    switch (role) {
        case Qt::TextAlignmentRole:
            return QVariant(Qt::AlignVCenter | (words ? Qt::AlignLeft : Qt::AlignRight));
        case changed_role: {
            const audit::Change& c = row.change;
            const bool same =
                c.gained == Persons{} && c.lost == Persons{} && c.covered_before == c.covered_after;
            return same ? QStringLiteral("0") : QStringLiteral("1");
        }
        case code_role:
            return text(row.code);
        case Qt::DisplayRole:
            if (words) return row.code.empty() ? tr("Outside the zones") : text(row.name);
            if (index.column() == before || index.column() == after) {
                return people_text(figure(row.change, index.column()));
            }
            return index.column() == lost ? signed_people(Persons{} - row.change.lost)
                                          : signed_people(figure(row.change, index.column()));
        case sort_role:
            if (words) return row.code.empty() ? QString() : text(row.name);
            return figure(row.change, index.column()).value();
        case Qt::ToolTipRole:
            return words ? QVariant(text(row.parent)) : QVariant();
        default:
            return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case zone:
            return tr("Zone");
        case before:
            return tr("Before");
        case after:
            return tr("After");
        case gained:
            return tr("Gained");
        case lost:
            return tr("Lost");
        case grown:
            return tr("Grown");
        case net:
            return tr("Net");
        default:
            return {};
    }
}

}  // namespace yiquan::plugin
