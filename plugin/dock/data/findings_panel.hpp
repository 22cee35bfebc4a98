// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include <memory>

#include "core/features/finding.hpp"

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace yiquan::plugin {

class FindingsModel;

/// The findings of a check or a run: how many of each kind, the list, and the way to the clipboard.
class FindingsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    void show_findings(std::shared_ptr<const features::FindingList> findings);
    /// Back to "not checked yet".
    void clear();
    /// What is to be said about the chosen row below the list, beside what is wrong with it.
    void note(const QString& text);
    [[nodiscard]] QWidget* notes() const;

signals:
    /// The user clicked a row, or pressed Enter on it.
    void chosen(const yiquan::features::Finding& finding);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void copy() const;
    void choose(int row);
    void fill(bool checked);

    FindingsModel* model_;
    std::shared_ptr<const features::FindingList> findings_;
    QLabel* state_;
    QComboBox* kinds_;
    QTableView* table_;
    QPushButton* copy_;
    QLabel* sentence_;
    QLabel* note_;
};

}  // namespace yiquan::plugin
