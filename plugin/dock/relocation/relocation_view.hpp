// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "plugin/dock/parts/answer_view.hpp"

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace yiquan::plugin {

class RelocationSiteTable;
class UnplacedTable;

/// The answer of a relocation: what is proved, how many are placed, how full each site becomes, and who
/// could not be placed and why.
class RelocationView final : public AnswerView {
    Q_OBJECT
public:
    explicit RelocationView(QWidget* parent);

    void show_answer(const QByteArray& document, const QString& folder) override;
    void add_layers(QgsProject& project, const QString& folder) const override;
    void clear() override;

private:
    void choose_site(const QModelIndex& index);
    void choose_unplaced(const QModelIndex& index);

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
};

}  // namespace yiquan::plugin
