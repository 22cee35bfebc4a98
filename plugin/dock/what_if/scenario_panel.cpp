// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/what_if/scenario_panel.hpp"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"
#include "plugin/dock/what_if/scenario_model.hpp"
#include "plugin/language.hpp"
#include "plugin/session/session.hpp"
#include "plugin/what_if/what_if_run.hpp"

namespace yiquan::plugin {

using Phase = WhatIfRun::Phase;

ScenarioPanel::ScenarioPanel(Session& session, WhatIfRun& run, const Desk& desk, QWidget* parent)
    : QWidget(parent),
      run_(run),
      desk_(desk),
      model_(new ScenarioModel(session, run, this)),
      sorted_(new QSortFilterProxyModel(this)),
      table_(new_table(*sorted_, ScenarioModel::sort_role, "yiquanScenarios", this)),
      name_(new QLineEdit(this)),
      save_(new_button(tr("Save"), "yiquanSaveScenario", this)),
      load_(new_button(tr("Load"), "yiquanLoadScenario", this)),
      rename_(new_button(tr("Rename"), "yiquanRenameScenario", this)),
      delete_(new_button(tr("Delete"), "yiquanDeleteScenario", this)),
      note_(new_text(this)) {
    sorted_->setSourceModel(model_);
    name_->setObjectName(QStringLiteral("yiquanScenarioName"));
    name_->setPlaceholderText(tr("Name of the scenario"));
    note_->setObjectName(QStringLiteral("yiquanScenarioNote"));
    note_->hide();

    // The figures first, and long names in several lines: a dock is narrow.
    constexpr int name_letters = 16;
    QHeaderView* header = table_->horizontalHeader();
    header->setSectionResizeMode(ScenarioModel::name, QHeaderView::Interactive);
    table_->setColumnWidth(ScenarioModel::name, table_->fontMetrics().averageCharWidth() * name_letters);
    table_->setWordWrap(true);
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    int position = 1;
    for (const int column : {ScenarioModel::share, ScenarioModel::gained, ScenarioModel::lost,
                             ScenarioModel::covered, ScenarioModel::target}) {
        header->moveSection(header->visualIndex(column), position++);
    }

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    auto* saving = new QHBoxLayout;
    saving->addWidget(name_, 1);
    saving->addWidget(save_);
    layout->addLayout(saving);
    layout->addWidget(table_, 1);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* each : {load_, rename_, delete_}) buttons->addWidget(each);
    layout->addLayout(buttons);
    layout->addWidget(note_);

    connect(save_, &QPushButton::clicked, this, &ScenarioPanel::save);
    connect(name_, &QLineEdit::returnPressed, this, &ScenarioPanel::save);
    connect(name_, &QLineEdit::textChanged, this, &ScenarioPanel::show_buttons);
    connect(load_, &QPushButton::clicked, this, &ScenarioPanel::load_selected);
    connect(delete_, &QPushButton::clicked, this, &ScenarioPanel::remove);
    connect(rename_, &QPushButton::clicked, this, [this] {
        const QModelIndex current = table_->currentIndex();
        if (current.isValid()) table_->edit(current.siblingAtColumn(ScenarioModel::name));
    });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ScenarioPanel::show_buttons);
    connect(model_, &QAbstractItemModel::modelReset, this, &ScenarioPanel::show_buttons);
    connect(model_, &ScenarioModel::renamed, this, [this](const QString& before, const QString& after) {
        if (current_ == before) {
            current_ = after;
            name_->setText(after);
        }
        say({});
    });
    connect(model_, &ScenarioModel::name_taken, this, [this](const QString& name) {
        say(tr("There is a scenario “%1” already; choose another name.").arg(name));
    });
    connect(note_, &QLabel::linkActivated, this, &ScenarioPanel::bring_back);
    connect(&session, &Session::replaced, this, &ScenarioPanel::forget);
    connect(&run, &WhatIfRun::phase_changed, this, &ScenarioPanel::show_buttons);
    show_buttons();
}

bool ScenarioPanel::is_empty() const {
    return model_->scenarios().isEmpty();
}

void ScenarioPanel::set_can_start(bool can_start) {
    can_start_ = can_start;
    show_buttons();
}

void ScenarioPanel::plan(Scenario scenario) {
    const QString wanted = scenario.name;
    for (int number = 2; model_->has(scenario.name); ++number) {
        scenario.name = QStringLiteral("%1 (%2)").arg(wanted).arg(number);
    }
    if (run_.phase() == Phase::running) {
        keep_planned(scenario);
    } else {
        awaited_ = scenario;
        keep_awaited_ = true;
        emit start_wanted();
    }
}

void ScenarioPanel::load_awaited() {
    if (!awaited_) return;
    const Scenario scenario = *std::exchange(awaited_, std::nullopt);
    if (std::exchange(keep_awaited_, false)) {
        keep_planned(scenario);
    } else {
        load(scenario);
    }
}

void ScenarioPanel::forget_awaited() {
    awaited_.reset();
    keep_awaited_ = false;
}

void ScenarioPanel::keep_planned(const Scenario& scenario) {
    load(scenario);
    if (current_ != scenario.name) return;  // it could not be loaded; that was said
    model_->save(run_.scenario(scenario.name));
    const QString before = note_->text();
    const QString kept = tr("“%1” is kept in the project. Save the project to keep it.").arg(scenario.name);
    say(before.isEmpty() ? kept : kept + QLatin1Char('\n') + before);
}

void ScenarioPanel::save() {
    const QString name = name_->text().trimmed();
    if (run_.phase() != Phase::running || name.isEmpty()) return;
    if (name != current_ && model_->has(name)) {
        say(tr("There is a scenario “%1” already; choose another name, or load it first.").arg(name));
        return;
    }
    model_->save(run_.scenario(name));
    current_ = name;
    say(tr("“%1” is kept in the project. Save the project to keep it.").arg(name));
}

void ScenarioPanel::load_selected() {
    const std::optional<Scenario> scenario = selected();
    if (run_.phase() == Phase::running && !scenario) {
        Scenario today;
        today.name = tr("Today");
        today.radius = run_.base().radius.value();
        load(today);
        current_.clear();
        name_->clear();
    } else if (run_.phase() == Phase::running) {
        load(*scenario);
    } else if (scenario && can_start_) {
        awaited_ = scenario;
        keep_awaited_ = false;
        emit start_wanted();
    }
}

void ScenarioPanel::load(const Scenario& scenario) {
    ScenarioMisses misses;
    if (const auto error = guarded([&] { misses = run_.load(scenario); })) {
        desk_.show(*error);
        return;
    }
    current_ = scenario.name;
    name_->setText(scenario.name);
    QStringList notes;
    if (!misses.stations.isEmpty()) {
        constexpr int most_named = 5;
        QStringList names;
        for (const StationChange& missed : misses.stations) {
            if (names.size() < most_named) names << (missed.name.isEmpty() ? missed.id : missed.name);
        }
        notes << tr("No longer in the list: %n station(s) of the scenario: %1.", nullptr,
                    misses.stations.size())
                     .arg(names.join(tr(", ")));
    }
    if (misses.other_radius) {
        notes << tr("It was saved with a radius of %1.").arg(text(to_text(Metres{scenario.radius})));
    }
    say(notes.join(QLatin1Char('\n')));
}

void ScenarioPanel::remove() {
    const std::optional<Scenario> scenario = selected();
    if (!scenario) return;
    deleted_ = scenario;
    if (current_ == scenario->name) current_.clear();
    model_->remove(scenario->name);
    const QString name = scenario->name.toHtmlEscaped();
    say(tr("“%1” was deleted. <a href=\"#\">Bring it back</a>").arg(name));
}

void ScenarioPanel::bring_back() {
    if (!deleted_) return;
    const Scenario back = *std::exchange(deleted_, std::nullopt);
    if (!model_->has(back.name)) model_->save(back);
    say({});
}

void ScenarioPanel::forget() {
    forget_awaited();
    deleted_.reset();
    current_.clear();
    name_->clear();
    say({});
}

std::optional<Scenario> ScenarioPanel::selected() const {
    const QModelIndexList rows = table_->selectionModel()->selectedRows();
    if (rows.isEmpty()) return std::nullopt;
    return model_->scenario_at(sorted_->mapToSource(rows.front()).row());
}

void ScenarioPanel::show_buttons() {
    const bool running = run_.phase() == Phase::running;
    const bool scenario = selected().has_value();
    name_->setEnabled(running);
    save_->setEnabled(running && !name_->text().trimmed().isEmpty());
    load_->setEnabled(running ? table_->selectionModel()->hasSelection() : scenario && can_start_);
    rename_->setEnabled(scenario);
    delete_->setEnabled(scenario);
}

void ScenarioPanel::say(const QString& words) {
    note_->setText(words);
    note_->setVisible(!words.isEmpty());
}

}  // namespace yiquan::plugin
