// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/what_if/scenario_model.hpp"

#include <QJsonArray>

#include <algorithm>

#include "plugin/ledger/figure_text.hpp"
#include "plugin/session/session.hpp"
#include "plugin/what_if/what_if_run.hpp"

namespace yiquan::plugin {

ScenarioModel::ScenarioModel(Session& session, WhatIfRun& run, QObject* parent)
    : QAbstractTableModel(parent), session_(session), run_(run) {
    connect(&session, &Session::scenarios_changed, this, &ScenarioModel::read);
    connect(&run, &WhatIfRun::phase_changed, this,
            [this] { emit dataChanged(index(0, 0), index(0, column_count - 1)); });
    read();
}

void ScenarioModel::read() {
    beginResetModel();
    scenarios_.clear();
    for (const QJsonValue& json : session_.scenarios()) {
        Scenario scenario = scenario_of(json.toObject());
        if (!scenario.name.isEmpty()) scenarios_.push_back(std::move(scenario));
    }
    endResetModel();
}

void ScenarioModel::write(const QList<Scenario>& scenarios) {
    QJsonArray array;
    for (const Scenario& scenario : scenarios) array.push_back(to_json(scenario));
    session_.set_scenarios(array);  // and it comes back by `read`
}

std::optional<Scenario> ScenarioModel::scenario_at(int row) const {
    if (row < 1 || row > scenarios_.size()) return std::nullopt;
    return scenarios_.at(row - 1);
}

int ScenarioModel::row_of(const QString& title) const {
    for (int i = 0; i < scenarios_.size(); ++i) {
        if (scenarios_.at(i).name == title) return i + 1;
    }
    return -1;
}

bool ScenarioModel::has(const QString& title) const {
    return row_of(title) >= 0;
}

void ScenarioModel::save(const Scenario& scenario) {
    QList<Scenario> scenarios = scenarios_;
    const int row = row_of(scenario.name);
    if (row < 0) {
        scenarios.push_back(scenario);
    } else {
        scenarios[row - 1] = scenario;
    }
    write(scenarios);
}

void ScenarioModel::remove(const QString& title) {
    const int row = row_of(title);
    if (row < 0) return;
    QList<Scenario> scenarios = scenarios_;
    scenarios.removeAt(row - 1);
    write(scenarios);
}

int ScenarioModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : scenarios_.size() + 1;
}

int ScenarioModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

std::optional<ScenarioFigures> ScenarioModel::today() const {
    if (run_.phase() == WhatIfRun::Phase::running || run_.phase() == WhatIfRun::Phase::stale) {
        return figures_of(run_.base().ledger.total, {});
    }
    if (!scenarios_.isEmpty()) return scenarios_.back().today;
    return std::nullopt;
}

QVariant ScenarioModel::cell(const ScenarioFigures& figures, int column, bool for_sorting) const {
    const auto people = [&](double value) {
        return for_sorting ? QVariant(value) : QVariant(people_text(Persons::nearest(value)));
    };
    switch (column) {
        case covered:
            return people(figures.covered);
        case share:
            return for_sorting ? QVariant(figures.share) : QVariant(share_text(figures.share));
        case gained:
            return people(figures.gained);
        case lost:
            return people(figures.lost);
        case target:
            if (for_sorting) return figures.meets_target ? (*figures.meets_target ? 2 : 1) : 0;
            if (!figures.meets_target) return tr("No target");
            return *figures.meets_target ? tr("✓ met") : tr("✗ missed");
        default:
            return {};
    }
}

QVariant ScenarioModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole) {
        const bool words = index.column() == name || index.column() == target;
        return QVariant(Qt::AlignVCenter | (words ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != sort_role) return {};
    const bool for_sorting = role == sort_role;
    if (index.row() == 0) {
        if (index.column() == name) return tr("Today");
        if (index.column() <= removed) return for_sorting ? QVariant(0) : QVariant(QStringLiteral("–"));
        const std::optional<ScenarioFigures> figures = today();
        if (!figures) return {};
        const bool change = index.column() == gained || index.column() == lost;
        if (change && !for_sorting) return QStringLiteral("–");
        return cell(*figures, index.column(), for_sorting);
    }
    const Scenario& scenario = scenarios_.at(index.row() - 1);
    switch (index.column()) {
        case name:
            return scenario.name;
        case added:
            return scenario.count(StationState::added);
        case moved:
            return scenario.count(StationState::moved);
        case removed:
            return scenario.count(StationState::removed);
        default:
            return cell(scenario.figures, index.column(), for_sorting);
    }
}

bool ScenarioModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const std::optional<Scenario> scenario = scenario_at(index.row());
    const QString wanted = value.toString().trimmed();
    if (role != Qt::EditRole || index.column() != name || !scenario || wanted.isEmpty()) return false;
    if (wanted == scenario->name) return true;
    if (has(wanted)) {
        emit name_taken(wanted);
        return false;
    }
    QList<Scenario> scenarios = scenarios_;
    scenarios[index.row() - 1].name = wanted;
    const QString before = scenario->name;
    // The view is still editing; the list is replaced when it is done.
    QMetaObject::invokeMethod(
        this,
        [this, scenarios, before, wanted] {
            write(scenarios);
            emit renamed(before, wanted);
        },
        Qt::QueuedConnection);
    return true;
}

Qt::ItemFlags ScenarioModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.row() > 0 && index.column() == name ? flags | Qt::ItemIsEditable : flags;
}

QVariant ScenarioModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case name:
            return tr("Scenario");
        case added:
            return tr("Added");
        case moved:
            return tr("Moved");
        case removed:
            return tr("Removed");
        case covered:
            return tr("Covered");
        case share:
            return tr("Share");
        case gained:
            return tr("Gained");
        case lost:
            return tr("Lost");
        case target:
            return tr("Target");
        default:
            return {};
    }
}

}  // namespace yiquan::plugin
