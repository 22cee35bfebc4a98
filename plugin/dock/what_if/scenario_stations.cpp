// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/what_if/scenario_stations.hpp"

#include <QCoreApplication>

#include <algorithm>

#include "core/base/error.hpp"
#include "plugin/ledger/figure_text.hpp"
#include "plugin/what_if/what_if_run.hpp"

namespace yiquan::plugin {

QString state_text(StationState state) {
    switch (state) {
        case StationState::existing:
            return ScenarioStations::tr("Existing");
        case StationState::added:
            return ScenarioStations::tr("Added");
        case StationState::moved:
            return ScenarioStations::tr("Moved");
        case StationState::removed:
            return ScenarioStations::tr("Removed");
        case StationState::absent:
            return {};
    }
    return {};
}

ScenarioStations::ScenarioStations(WhatIfRun& run, QObject* parent) : QAbstractTableModel(parent), run_(run) {
    connect(&run, &WhatIfRun::phase_changed, this, &ScenarioStations::reload);
    connect(&run, &WhatIfRun::stations_changed, this, &ScenarioStations::refresh);
    connect(&run, &WhatIfRun::stepped, this, [this] {
        if (!rows_.isEmpty()) emit dataChanged(index(0, served), index(rowCount() - 1, served));
    });
    reload();
}

void ScenarioStations::show_all(bool all) {
    all_ = all;
    reload();
}

std::uint32_t ScenarioStations::station_at(int row) const {
    return rows_.at(row);
}

int ScenarioStations::row_of(std::uint32_t station) const {
    const auto found = std::lower_bound(rows_.begin(), rows_.end(), station);
    return found != rows_.end() && *found == station ? static_cast<int>(found - rows_.begin()) : -1;
}

bool ScenarioStations::is_listed(std::uint32_t station) const {
    return all_ ? run_.station(station).state != StationState::absent : run_.is_changed(station);
}

void ScenarioStations::reload() {
    beginResetModel();
    rows_.clear();
    if (run_.phase() == WhatIfRun::Phase::running || run_.phase() == WhatIfRun::Phase::stale) {
        for (std::uint32_t i = 0; i < run_.station_count(); ++i) {
            if (is_listed(i)) rows_.push_back(i);
        }
    }
    endResetModel();
}

void ScenarioStations::refresh(const QList<quint32>& stations) {
    constexpr int few = 32;
    if (stations.size() > few) {
        reload();
        return;
    }
    for (const quint32 station : stations) {
        const int row = row_of(station);
        const bool listed = is_listed(station);
        if (row >= 0 && listed) {
            emit dataChanged(index(row, 0), index(row, column_count - 1));
        } else if (row >= 0) {
            beginRemoveRows({}, row, row);
            rows_.removeAt(row);
            endRemoveRows();
        } else if (listed) {
            const auto at =
                static_cast<int>(std::lower_bound(rows_.begin(), rows_.end(), station) - rows_.begin());
            beginInsertRows({}, at, at);
            rows_.insert(at, station);
            endInsertRows();
        }
    }
}

int ScenarioStations::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rows_.size();
}

int ScenarioStations::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant ScenarioStations::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole) {
        const bool figure = index.column() == number || index.column() == served;
        return QVariant(Qt::AlignVCenter | (figure ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != sort_role) return {};
    const DrawnStation station = run_.station(rows_.at(index.row()));
    switch (index.column()) {
        case number:
            return static_cast<qulonglong>(station.number) + 1;
        case name:
            if (role == Qt::EditRole) return station.name;
            return station.name.isEmpty() ? station.id : station.name;
        case state:
            return role == sort_role ? QVariant(static_cast<int>(station.state)) : state_text(station.state);
        case served:
            return role == sort_role ? QVariant(station.served)
                                     : people_text(run_.engine().served(station.number));
        default:
            return {};
    }
}

bool ScenarioStations::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || index.column() != name) return false;
    if (run_.phase() != WhatIfRun::Phase::running || value.toString().trimmed().isEmpty()) return false;
    run_.rename(station_at(index.row()), value.toString());
    return true;
}

Qt::ItemFlags ScenarioStations::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == name ? flags | Qt::ItemIsEditable : flags;
}

QVariant ScenarioStations::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case number:
            return tr("No.");
        case name:
            return tr("Name");
        case state:
            return tr("State");
        case served:
            return tr("People");
        default:
            return {};
    }
}

}  // namespace yiquan::plugin
