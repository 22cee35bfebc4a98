// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/audit/comparison.hpp"
#include "plugin/desk/desk.hpp"
#include "plugin/what_if/what_if_run.hpp"

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
class QTabWidget;
class QgsFileWidget;

namespace yiquan::plugin {

class ComparisonModel;
class RunBar;
class Session;

/// "Compare": who gained and who lost between two audits, scenarios, or today.
class ComparePage final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the page
    ComparePage(Session& session, const Desk& desk, QWidget* parent = nullptr);
    ~ComparePage() override;

    /// The comparison that is shown.
    [[nodiscard]] const audit::Comparison& comparison() const { return comparison_; }

private:
    /// What can stand on a side.
    enum class Kind { audit, scenario, today, now, folder };
    struct Side {
        Kind kind = Kind::folder;
        QString title;
        QString key;  ///< folder of an audit, name of a scenario

        friend bool operator==(const Side& a, const Side& b) { return a.kind == b.kind && a.key == b.key; }
    };
    struct Choice {
        QComboBox* box = nullptr;
        QgsFileWidget* folder = nullptr;
    };
    struct Work;

    Choice make_choice(const char* name, const char* folder_name);
    QWidget* make_result();
    void list_sides();
    void suggest_after(const QList<Side>& sides) const;
    [[nodiscard]] QList<Side> sides() const;
    [[nodiscard]] std::optional<Side> side(const Choice& choice) const;
    void choose(const Choice& choice, const Side& side);
    void show_buttons();
    void swap();
    void compare();
    void show(Work& work);
    void clear();
    void copy() const;

    Session& session_;
    Desk desk_;
    WhatIfRun& run_;
    QPointer<Job> job_;
    ComparisonModel* model_;
    QSortFilterProxyModel* sorted_;
    audit::Comparison comparison_;
    std::map<std::string, geo::Box> boxes_;  // of zones, by code

    Choice before_;
    Choice after_;
    QPushButton* swap_ = nullptr;
    RunBar* bar_ = nullptr;
    QLabel* empty_;
    QWidget* result_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* balance_ = nullptr;
    QLabel* notes_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    QTableView* zones_ = nullptr;
    QListWidget* facilities_ = nullptr;
    QPushButton* copy_ = nullptr;
};

}  // namespace yiquan::plugin
