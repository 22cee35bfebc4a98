// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "plugin/relocation/relocation_answer.hpp"

namespace yiquan::plugin {

/// Sites and how full they become.
class RelocationSiteTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { name, share, load, capacity, households, column_count };
    enum Role : int {
        sort_role = Qt::UserRole,  ///< of the share, also how full the bar is
        target_role,               ///< none: a bar without a mark
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::vector<report::LoadedSite>& sites);
    [[nodiscard]] const std::vector<report::LoadedSite>& sites() const { return sites_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString state(const report::LoadedSite& site);
    [[nodiscard]] static QVariant number(const report::LoadedSite& site, int column);

    std::vector<report::LoadedSite> sites_;
};

}  // namespace yiquan::plugin
