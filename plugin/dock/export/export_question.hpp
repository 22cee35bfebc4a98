// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace yiquan::plugin {

/// Asks, in the page itself, whether files that are there already may be replaced. Hidden until then.
class ExportQuestion final : public QWidget {
    Q_OBJECT
public:
    /// \param name of the button that replaces; the other one is called so with "Not" behind it
    ExportQuestion(const char* name, QWidget* parent);

    /// \param files at least one
    void ask(const QStringList& files);

signals:
    void replace();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* text_;
    QPushButton* keep_;
};

}  // namespace yiquan::plugin
