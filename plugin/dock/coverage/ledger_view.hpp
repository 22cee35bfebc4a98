// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QTreeView>

#include "core/geo/lonlat.hpp"

namespace yiquan::plugin {

class LedgerModel;

/// Shows a `LedgerModel`: bars with the target for the shares, sorting by a click on a heading, the rows to
/// the clipboard by Ctrl+C, and a click (or Enter) on a row to find it on the map.
class LedgerView final : public QTreeView {
    Q_OBJECT
public:
    enum class Content {
        audit,    ///< everything a run knows
        what_if,  ///< people and their changes; no land and no distances
    };

    /// \param model outlives the view
    LedgerView(LedgerModel& model, Content content, QWidget* parent = nullptr);

    /// Copies what is shown, tab-separated, all parents unfolded.
    void copy() const;

signals:
    /// A click on a row: a zone, a parent, or the total.
    /// \param code of a zone; the name of a parent; empty
    void zone_activated(const QString& code, const yiquan::geo::Box& box);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void fit_columns();

    LedgerModel& model_;
};

}  // namespace yiquan::plugin
