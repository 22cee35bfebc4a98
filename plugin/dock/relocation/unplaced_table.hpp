// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "plugin/relocation/relocation_answer.hpp"

namespace yiquan::plugin {

/// Those who could not be placed, and why.
class UnplacedTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { name, people, reason, village, column_count };
    enum Role : int { sort_role = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::vector<report::UnplacedHousehold>& unplaced);
    [[nodiscard]] const std::vector<report::UnplacedHousehold>& unplaced() const { return unplaced_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<report::UnplacedHousehold> unplaced_;
};

}  // namespace yiquan::plugin
