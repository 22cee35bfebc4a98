// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/what_if/scenario_station_panel.hpp"

#include <QCheckBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"
#include "plugin/dock/what_if/scenario_stations.hpp"
#include "plugin/what_if/what_if_run.hpp"

namespace yiquan::plugin {
namespace {

QString coordinates(geo::LonLat place) {
    constexpr int decimals = 6;  // a tenth of a metre
    return QStringLiteral("%1 %2").arg(place.lon, 0, 'f', decimals).arg(place.lat, 0, 'f', decimals);
}

}  // namespace

ScenarioStationPanel::ScenarioStationPanel(WhatIfRun& run, const Desk& desk, QWidget* parent)
    : QWidget(parent),
      run_(run),
      desk_(desk),
      model_(new ScenarioStations(run, this)),
      sorted_(new QSortFilterProxyModel(this)),
      table_(new_table(*sorted_, ScenarioStations::sort_role, "yiquanStations", this)),
      place_(new QLineEdit(this)),
      add_(new_button(tr("Add here"), "yiquanAddHere", this)),
      move_(new_button(tr("Move here"), "yiquanMoveHere", this)),
      remove_(new_button(tr("Remove"), "yiquanRemoveSelected", this)) {
    sorted_->setSourceModel(model_);
    table_->horizontalHeader()->setStretchLastSection(true);
    place_->setObjectName(QStringLiteral("yiquanPlace"));
    place_->setPlaceholderText(tr("Longitude and latitude: 101.778 36.617"));
    auto* all = new QCheckBox(tr("List the unchanged stations as well"), this);
    all->setObjectName(QStringLiteral("yiquanAllStations"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(all);
    layout->addWidget(table_, 1);
    auto* grid = new QGridLayout;
    grid->addWidget(place_, 0, 0, 1, 3);
    grid->addWidget(add_, 1, 0);
    grid->addWidget(move_, 1, 1);
    grid->addWidget(remove_, 1, 2);
    layout->addLayout(grid);

    connect(all, &QCheckBox::toggled, model_, &ScenarioStations::show_all);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ScenarioStationPanel::choose);
    connect(table_, &QTableView::clicked, this, &ScenarioStationPanel::zoom);
    connect(place_, &QLineEdit::textChanged, this, &ScenarioStationPanel::show_buttons);
    connect(&run, &WhatIfRun::phase_changed, this, &ScenarioStationPanel::show_buttons);
    connect(&run, &WhatIfRun::stations_changed, this, &ScenarioStationPanel::show_buttons);
    make_buttons();
    show_buttons();
}

void ScenarioStationPanel::make_buttons() {
    connect(add_, &QPushButton::clicked, this, [this] {
        change([this] {
            if (const auto place = typed_place()) select(run_.add(*place));
        });
    });
    connect(move_, &QPushButton::clicked, this, [this] {
        change([this] {
            const auto place = typed_place();
            if (const auto chosen = station(); chosen && place) run_.move(*chosen, *place);
        });
    });
    connect(remove_, &QPushButton::clicked, this, [this] {
        change([this] {
            if (const auto chosen = station()) run_.remove(*chosen);
        });
    });
    auto* removing = new QShortcut(QKeySequence(Qt::Key_Delete), table_);
    removing->setContext(Qt::WidgetShortcut);
    connect(removing, &QShortcut::activated, remove_, &QPushButton::click);
}

void ScenarioStationPanel::change(const std::function<void()>& work) {
    if (run_.phase() != WhatIfRun::Phase::running) return;
    if (const auto error = guarded(work)) desk_.show(*error);
}

void ScenarioStationPanel::select(std::uint32_t station) {
    const int row = model_->row_of(station);
    if (row < 0) {
        table_->clearSelection();
        return;
    }
    const QModelIndex index = sorted_->mapFromSource(model_->index(row, 0));
    table_->setCurrentIndex(index);
    table_->scrollTo(index);
}

void ScenarioStationPanel::choose() {
    const std::optional<std::uint32_t> chosen = station();
    if (chosen && run_.phase() == WhatIfRun::Phase::running) {
        if (const auto place = run_.station(*chosen).place) place_->setText(coordinates(*place));
        emit selected(*chosen);
    }
    show_buttons();
}

void ScenarioStationPanel::zoom() const {
    const std::optional<std::uint32_t> chosen = station();
    if (!chosen) return;
    geo::Box box;
    if (const auto place = run_.station(*chosen).place) box.include(*place);
    desk_.zoom_to(box);
}

std::optional<std::uint32_t> ScenarioStationPanel::station() const {
    const QModelIndexList rows = table_->selectionModel()->selectedRows();
    if (rows.isEmpty()) return std::nullopt;
    return model_->station_at(sorted_->mapToSource(rows.front()).row());
}

std::optional<geo::LonLat> ScenarioStationPanel::typed_place() const {
    static const QRegularExpression separators(QStringLiteral("[\\s,;，；、]+"));
    const QStringList parts = place_->text().split(separators, Qt::SkipEmptyParts);
    if (parts.size() != 2) return std::nullopt;
    bool lon_ok = false;
    bool lat_ok = false;
    const geo::LonLat place{parts.at(0).toDouble(&lon_ok), parts.at(1).toDouble(&lat_ok)};
    if (!lon_ok || !lat_ok || !geo::on_earth(place)) return std::nullopt;
    return place;
}

void ScenarioStationPanel::show_buttons() {
    const bool running = run_.phase() == WhatIfRun::Phase::running;
    const std::optional<std::uint32_t> chosen = running ? station() : std::nullopt;
    const bool typed = typed_place().has_value();
    place_->setEnabled(running);
    add_->setEnabled(running && typed);
    move_->setEnabled(chosen && typed);
    remove_->setEnabled(chosen && run_.place(*chosen));
}

}  // namespace yiquan::plugin
