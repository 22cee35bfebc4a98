// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/features/finding.hpp"

namespace yiquan::plugin {

/// Findings as a table that holds no widget and no text of its own, so that a hundred thousand of them cost
/// nothing until they are looked at.
class FindingsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { kind, row, detail, column_count };

    explicit FindingsModel(QObject* parent = nullptr);

    void show(std::shared_ptr<const features::FindingList> findings);
    /// Shows one kind only; none for all.
    void filter(std::optional<features::FindingKind> only);
    [[nodiscard]] const features::Finding& finding(int shown) const;
    /// Rows as tab-separated text with headings.
    /// \param rows as shown; empty for all
    [[nodiscard]] QString tsv(std::vector<int> rows) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();
    [[nodiscard]] static QString cell(const features::Finding& finding, int column);

    std::shared_ptr<const features::FindingList> findings_;
    std::vector<features::Finding> not_listed_;  // how many more there are of a kind
    std::optional<features::FindingKind> kind_;
    std::vector<const features::Finding*> shown_;  // into `findings_` and `not_listed_`
    int sort_column_ = kind;
    Qt::SortOrder sort_order_ = Qt::AscendingOrder;
};

}  // namespace yiquan::plugin
