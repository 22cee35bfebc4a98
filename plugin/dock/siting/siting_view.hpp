// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "plugin/dock/parts/answer_view.hpp"
#include "plugin/siting/siting_answer.hpp"
#include "plugin/what_if/scenario.hpp"

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace yiquan::plugin {

class Session;
class SitingChart;
class SitingProposals;

/// The answer of a siting: what is proved, who is served before and after, the curve of gains, and the
/// proposals for the number of sites that is chosen on it.
class SitingView final : public AnswerView {
    Q_OBJECT
public:
    /// \param session outlives the view
    SitingView(const Session& session, QWidget* parent);

    void show_answer(const QByteArray& document, const QString& folder) override;
    void add_layers(QgsProject& project, const QString& folder) const override;
    void clear() override;
    [[nodiscard]] const SitingAnswer& answer() const { return answer_; }
    /// The proposals that are shown, in their order.
    [[nodiscard]] const std::vector<report::ProposedSite>& proposals() const;

signals:
    /// The proposals are to become planned stations.
    void plan_wanted(const yiquan::plugin::Scenario& scenario);

private:
    void show_p(int p);
    void zoom(const QModelIndex& index);
    [[nodiscard]] Scenario planned() const;

    const Session& session_;
    SitingAnswer answer_;
    QLabel* served_;
    QLabel* remarks_;
    SitingChart* chart_;
    QLabel* shown_;
    SitingProposals* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QPushButton* plan_;
};

}  // namespace yiquan::plugin
