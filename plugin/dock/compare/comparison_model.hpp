// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <vector>

#include "core/audit/comparison.hpp"

namespace yiquan::plugin {

/// A comparison, zone by zone.
class ComparisonModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { zone, gained, lost, grown, net, before, after, column_count };
    enum Role : int {
        sort_role = Qt::UserRole,
        code_role,
        changed_role,  ///< "1" where anything changed
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<audit::ZoneChange> zones);
    [[nodiscard]] bool is_empty() const { return zones_.empty(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<audit::ZoneChange> zones_;
};

/// "+1,204", "−36", "0"
[[nodiscard]] QString signed_people(Persons people);
/// "Covered after 4,100 = before 4,000 + gained 150 − lost 40 − grown 10"; as many decimals as it takes for
/// the shown numbers to add up.
[[nodiscard]] QString change_balance(const audit::Change& total);
/// One line for a station that was added, removed, moved or renamed.
[[nodiscard]] QString facility_line(const audit::FacilityChange& change);

}  // namespace yiquan::plugin
