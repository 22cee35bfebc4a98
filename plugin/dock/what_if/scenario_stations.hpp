// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <cstdint>
#include <optional>

#include "plugin/what_if/scenario.hpp"

namespace yiquan::plugin {

class WhatIfRun;

/// "Added", "Moved", … in the user's language.
[[nodiscard]] QString state_text(StationState state);

/// The stations of a running what-if: those that changed, or all. Names can be edited.
class ScenarioStations final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { number, name, state, served, column_count };
    enum Role : int { sort_role = Qt::UserRole };

    explicit ScenarioStations(WhatIfRun& run, QObject* parent = nullptr);

    void show_all(bool all);
    [[nodiscard]] std::uint32_t station_at(int row) const;
    /// -1 where it is not listed.
    [[nodiscard]] int row_of(std::uint32_t station) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reload();
    void refresh(const QList<quint32>& stations);
    [[nodiscard]] bool is_listed(std::uint32_t station) const;

    WhatIfRun& run_;
    bool all_ = false;
    QList<quint32> rows_;  // stations, rising
};

}  // namespace yiquan::plugin
