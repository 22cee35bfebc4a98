// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include "plugin/desk/desk.hpp"
#include "plugin/program/kept_run.hpp"

class QScrollArea;

namespace yiquan::plugin {

class RelocationForm;
class RelocationView;
class RunBar;
class Session;

/// "Assignment": who moves to which site, with the proof. The program `yiquan` computes.
class AssignmentPanel final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the panel
    AssignmentPanel(Session& session, const Desk& desk, QWidget* parent = nullptr);

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void start();
    void show_running(bool running);
    void show_answer(const QByteArray& document, const QString& folder);
    /// Shows what the project kept of the last relocation.
    void show_last();

    Session& session_;
    Desk desk_;
    KeptRun run_;
    QScrollArea* scroll_ = nullptr;
    RelocationForm* form_ = nullptr;
    RelocationView* view_ = nullptr;
    RunBar* bar_ = nullptr;
};

}  // namespace yiquan::plugin
