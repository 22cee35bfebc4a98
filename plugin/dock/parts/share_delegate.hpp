// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace yiquan::plugin {

/// A share as a bar, with a target as a mark where there is one, and the percent beside it as text.
class ShareDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// \param share_role of the model: 0 to 1, or invalid for no bar
    /// \param target_role the same for the mark
    ShareDelegate(int share_role, int target_role, QObject* parent)
        : QStyledItemDelegate(parent), share_role_(share_role), target_role_(target_role) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int share_role_;
    int target_role_;
};

}  // namespace yiquan::plugin
