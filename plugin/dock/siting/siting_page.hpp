// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include "plugin/desk/desk.hpp"
#include "plugin/siting/siting_run.hpp"
#include "plugin/what_if/scenario.hpp"

class QScrollArea;

namespace yiquan::plugin {

class RunBar;
class Session;
class SitingForm;
class SitingView;

/// "Siting": which places next, with the proof that nothing is better. The program `yiquan` computes.
class SitingPage final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the page
    SitingPage(Session& session, const Desk& desk, QWidget* parent = nullptr);

    [[nodiscard]] const SitingRun& run() const { return run_; }
    [[nodiscard]] const SitingView& view() const { return *view_; }
    [[nodiscard]] SitingForm& form() const { return *form_; }

signals:
    void data_page_wanted();
    void plan_wanted(const yiquan::plugin::Scenario& scenario);

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* new_empty_state();
    void refresh();
    void start();
    void show_running(bool running);
    void show_answer(const SitingAnswer& answer, const QString& folder);
    /// Shows what the project kept of the last siting.
    void show_last();
    void plan();

    Session& session_;
    Desk desk_;
    SitingRun run_;

    QScrollArea* scroll_ = nullptr;
    QWidget* empty_ = nullptr;
    SitingForm* form_ = nullptr;
    SitingView* view_ = nullptr;
    RunBar* bar_ = nullptr;
};

}  // namespace yiquan::plugin
