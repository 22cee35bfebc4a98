// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "plugin/dock/parts/answer_view.hpp"

class QCheckBox;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace yiquan::plugin {

class ScreeningTable;

/// The result of a screening: how many pass, what each rule excludes, the evidence for each candidate in a
/// table, and for the chosen one in sentences.
class ScreeningView final : public AnswerView {
    Q_OBJECT
public:
    explicit ScreeningView(QWidget* parent);

    void show_answer(const QByteArray& document, const QString& folder) override;
    void add_layers(QgsProject& project, const QString& folder) const override;
    void clear() override;

private:
    void choose(const QModelIndex& index);

    QLabel* notice_;
    QLabel* rules_;
    QCheckBox* passed_only_;
    ScreeningTable* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QLabel* evidence_;
};

}  // namespace yiquan::plugin
