// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <optional>

#include "plugin/what_if/scenario.hpp"

namespace yiquan::plugin {

class Session;
class WhatIfRun;

/// Today and the scenarios of a session side by side, kept in the project. A scenario is renamed by editing
/// its name.
class ScenarioModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { name, added, moved, removed, covered, share, gained, lost, target, column_count };
    enum Role : int { sort_role = Qt::UserRole };

    /// \param session,run outlive the model
    ScenarioModel(Session& session, WhatIfRun& run, QObject* parent = nullptr);

    [[nodiscard]] const QList<Scenario>& scenarios() const { return scenarios_; }
    /// None for "today".
    [[nodiscard]] std::optional<Scenario> scenario_at(int row) const;
    [[nodiscard]] bool has(const QString& title) const;
    /// The row of a scenario; -1 where there is none of that name.
    [[nodiscard]] int row_of(const QString& title) const;

    /// Adds a scenario, or puts it in the place of the one of the same name.
    void save(const Scenario& scenario);
    void remove(const QString& title);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void renamed(const QString& before, const QString& after);
    /// There is a scenario of that name already; nothing changed.
    void name_taken(const QString& title);

private:
    void read();
    void write(const QList<Scenario>& scenarios);
    /// Today, as the run knows it, or as the latest scenario saw it.
    [[nodiscard]] std::optional<ScenarioFigures> today() const;
    [[nodiscard]] QVariant cell(const ScenarioFigures& figures, int column, bool for_sorting) const;

    Session& session_;
    WhatIfRun& run_;
    QList<Scenario> scenarios_;
};

}  // namespace yiquan::plugin
