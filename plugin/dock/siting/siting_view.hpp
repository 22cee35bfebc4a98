// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include "core/geo/lonlat.hpp"
#include "plugin/siting/siting_answer.hpp"

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace yiquan::plugin {

class SitingChart;
class SitingProposals;

/// The answer of a siting: what is proved, who is served before and after, the curve of gains, and the
/// proposals for the number of sites that is chosen on it.
class SitingView final : public QWidget {
    Q_OBJECT
public:
    explicit SitingView(QWidget* parent);

    /// \param folder that it is kept in
    void show_answer(const SitingAnswer& answer, const QString& folder);
    void clear();
    [[nodiscard]] const SitingAnswer& answer() const { return answer_; }
    /// The proposals that are shown, in their order.
    [[nodiscard]] const std::vector<report::ProposedSite>& proposals() const;

signals:
    void place_wanted(yiquan::geo::LonLat place);
    /// The proposals are to become planned stations.
    void plan_wanted();

private:
    void show_p(int p);
    void zoom(const QModelIndex& index);

    SitingAnswer answer_;
    QLabel* proof_;
    QLabel* served_;
    QLabel* remarks_;
    SitingChart* chart_;
    QLabel* shown_;
    SitingProposals* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QPushButton* plan_;
    QLabel* folder_;
};

}  // namespace yiquan::plugin
