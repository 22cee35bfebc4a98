// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include "core/geo/lonlat.hpp"
#include "plugin/relocation/relocation_answer.hpp"

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace yiquan::plugin {

class RelocationSiteTable;
class UnplacedTable;

/// The answer of a relocation: what is proved, how many are placed, how full each site becomes, and who
/// could not be placed and why.
class RelocationView final : public QWidget {
    Q_OBJECT
public:
    explicit RelocationView(QWidget* parent);

    /// \param folder that it is kept in
    void show_answer(const RelocationAnswer& answer, const QString& folder);
    void clear();

signals:
    void place_wanted(yiquan::geo::LonLat place);

private:
    void choose_site(const QModelIndex& index);
    void choose_unplaced(const QModelIndex& index);

    QLabel* proof_;
    QLabel* balance_;
    QLabel* remarks_;
    RelocationSiteTable* sites_;
    QSortFilterProxyModel* sorted_sites_;
    QTableView* site_view_;
    QLabel* unplaced_title_;
    UnplacedTable* unplaced_;
    QSortFilterProxyModel* sorted_unplaced_;
    QTableView* unplaced_view_;
    QLabel* reason_;
    QLabel* folder_;
};

}  // namespace yiquan::plugin
