// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include "plugin/desk/desk.hpp"
#include "plugin/program/kept_run.hpp"

class QScrollArea;

namespace yiquan::plugin {

class AnswerView;
class RunBar;
class RunForm;
class Session;

/// A page whose work the program `yiquan` does: a form, below it the answer, and at the foot a bar that runs.
/// The answer is kept in a folder and goes to the map; the project remembers it.
class KeptRunPanel final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the panel
    /// \param form becomes the panel's, as does the view
    KeptRunPanel(Session& session, const Desk& desk, RunForm* form, AnswerView* view,
                 QWidget* parent = nullptr);

    [[nodiscard]] bool running() const { return run_.running(); }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void start();
    void show_running(bool running);
    void show_answer(const QByteArray& document, const QString& folder);
    /// Shows what the project kept of the last run.
    void show_last();

    Session& session_;
    Desk desk_;
    RunForm* form_;
    AnswerView* view_;
    RunBar* bar_;
    QScrollArea* scroll_;
    KeptRun run_;
};

}  // namespace yiquan::plugin
