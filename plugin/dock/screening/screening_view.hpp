// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include "core/geo/lonlat.hpp"
#include "plugin/relocation/screening_answer.hpp"

class QCheckBox;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace yiquan::plugin {

class ScreeningTable;

/// The result of a screening: how many pass, what each rule excludes, the evidence for each candidate in a
/// table, and for the chosen one in sentences.
class ScreeningView final : public QWidget {
    Q_OBJECT
public:
    explicit ScreeningView(QWidget* parent);

    /// \param folder that it is kept in
    void show_answer(const ScreeningAnswer& answer, const QString& folder);
    void clear();

signals:
    void place_wanted(yiquan::geo::LonLat place);

private:
    void choose(const QModelIndex& index);

    QLabel* totals_;
    QLabel* notice_;
    QLabel* rules_;
    QCheckBox* passed_only_;
    ScreeningTable* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QLabel* evidence_;
    QLabel* folder_;
};

}  // namespace yiquan::plugin
