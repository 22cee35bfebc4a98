// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "plugin/relocation/screening_answer.hpp"

namespace yiquan::plugin {

/// Candidates by rules: what each rule says of each candidate, and what was measured.
class ScreeningTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Before those of the rules.
    enum Column : int { verdict, name, score, first_rule };
    enum Role : int {
        sort_role = Qt::UserRole,
        passed_role,  ///< whether the row's candidate passes
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const ScreeningAnswer& answer);
    [[nodiscard]] const ScreeningAnswer& answer() const { return answer_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant own_cell(const report::ScreenedCandidate& one, int column, int role) const;
    [[nodiscard]] static QVariant evidence_cell(const report::ScreenedRule& rule,
                                                const report::ScreenedEvidence& evidence, int role);

    ScreeningAnswer answer_;
    std::vector<std::size_t> asked_;  // numbers of the rules that are switched on
};

}  // namespace yiquan::plugin
