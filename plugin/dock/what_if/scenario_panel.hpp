// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include <optional>

#include "plugin/desk/desk.hpp"
#include "plugin/what_if/scenario.hpp"

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace yiquan::plugin {

class ScenarioModel;
class Session;
class WhatIfRun;

/// The scenarios of the project side by side: kept, loaded, renamed and deleted here.
class ScenarioPanel final : public QWidget {
    Q_OBJECT
public:
    /// \param session,run outlive the panel
    ScenarioPanel(Session& session, WhatIfRun& run, const Desk& desk, QWidget* parent);

    [[nodiscard]] bool is_empty() const;
    /// Whether a what-if could be started now, for a scenario to be loaded.
    void set_can_start(bool can_start);
    /// Loads a scenario from elsewhere and keeps it, under a name that is free; asks for a start first where
    /// nothing is running.
    void plan(Scenario scenario);
    /// Loads the scenario that a start was asked for.
    void load_awaited();
    void forget_awaited();

signals:
    /// A scenario is to be loaded, but nothing was started yet.
    void start_wanted();

private:
    void save();
    void load_selected();
    void load(const Scenario& scenario);
    void keep_planned(const Scenario& scenario);
    void remove();
    void bring_back();
    void forget();
    [[nodiscard]] std::optional<Scenario> selected() const;
    void show_buttons();
    void say(const QString& words);

    WhatIfRun& run_;
    Desk desk_;
    ScenarioModel* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QLineEdit* name_;
    QPushButton* save_;
    QPushButton* load_;
    QPushButton* rename_;
    QPushButton* delete_;
    QLabel* note_;
    bool can_start_ = false;
    QString current_;  // name of the scenario that was loaded or saved last
    std::optional<Scenario> awaited_;
    bool keep_awaited_ = false;
    std::optional<Scenario> deleted_;
};

}  // namespace yiquan::plugin
