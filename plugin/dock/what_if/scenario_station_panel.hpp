// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include <cstdint>
#include <functional>
#include <optional>

#include "core/geo/lonlat.hpp"
#include "plugin/desk/desk.hpp"

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace yiquan::plugin {

class ScenarioStations;
class WhatIfRun;

/// The stations of a running what-if as a table; here they are named, and added, moved and removed without a
/// mouse.
class ScenarioStationPanel final : public QWidget {
    Q_OBJECT
public:
    /// \param run outlives the panel
    ScenarioStationPanel(WhatIfRun& run, const Desk& desk, QWidget* parent);

    /// Selects a station's row where it is listed.
    void select(std::uint32_t station);

signals:
    void selected(quint32 station);

private:
    void make_buttons();
    void change(const std::function<void()>& work);
    void choose();
    void zoom() const;
    [[nodiscard]] std::optional<std::uint32_t> station() const;
    [[nodiscard]] std::optional<geo::LonLat> typed_place() const;
    void show_buttons();

    WhatIfRun& run_;
    Desk desk_;
    ScenarioStations* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QLineEdit* place_;
    QPushButton* add_;
    QPushButton* move_;
    QPushButton* remove_;
};

}  // namespace yiquan::plugin
