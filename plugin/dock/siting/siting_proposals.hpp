// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "plugin/siting/siting_answer.hpp"

namespace yiquan::plugin {

/// The sites that are proposed, in the order in which they come.
class SitingProposals final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { order, name, gain, served, only_here, column_count };
    enum Role : int { sort_role = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// \param p number of sites
    void show(const SitingAnswer& answer, int p);
    void clear();
    [[nodiscard]] const std::vector<report::ProposedSite>& rows() const { return rows_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::optional<double> figure(int row, int column) const;

    SitingAnswer answer_;
    std::vector<report::ProposedSite> rows_;
};

}  // namespace yiquan::plugin
