// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

#include "plugin/ledger/ledger_table.hpp"

namespace yiquan::plugin {

/// People covered and in gaps as one bar for each parent (or for each zone where zones have no parents), most
/// people in gaps first.
class LedgerChart final : public QWidget {
    Q_OBJECT
public:
    explicit LedgerChart(QWidget* parent = nullptr);

    void show_table(const LedgerTable& table);
    void clear();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Bar {
        QString name;
        Persons covered;
        Persons gap;
        double share = 0.0;
    };

    [[nodiscard]] int row_height() const;
    [[nodiscard]] int legend_height() const;
    [[nodiscard]] int height_needed() const;

    std::vector<Bar> bars_;
    std::size_t left_out_ = 0;
    Persons widest_;
};

}  // namespace yiquan::plugin
