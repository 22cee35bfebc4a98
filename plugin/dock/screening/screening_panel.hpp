// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include "plugin/desk/desk.hpp"
#include "plugin/program/kept_run.hpp"

class QLabel;
class QPushButton;
class QScrollArea;
class QgsFileWidget;

namespace yiquan::plugin {

class LayerChoice;
class RunBar;
class ScreeningView;
class Session;

/// "Screening": which candidates a rule file allows. The program `yiquan` computes.
class ScreeningPanel final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the panel
    ScreeningPanel(Session& session, const Desk& desk, QWidget* parent = nullptr);

signals:
    /// A screening is there that sites may be taken from.
    void screened();

private:
    [[nodiscard]] QWidget* new_form();
    [[nodiscard]] QString rules() const;
    void refresh();
    void choose_rules(const QString& path);
    /// Asks where to, and copies the shipped rules there.
    void copy_example();
    void edit_rules();
    void start();
    void show_running(bool running);
    void show_answer(const QByteArray& document, const QString& folder);
    /// Shows what the project kept of the last screening.
    void show_last();

    Session& session_;
    Desk desk_;
    KeptRun run_;
    QScrollArea* scroll_ = nullptr;
    QWidget* form_ = nullptr;
    QgsFileWidget* file_ = nullptr;
    QPushButton* example_ = nullptr;
    QPushButton* edit_ = nullptr;
    LayerChoice* candidates_ = nullptr;
    ScreeningView* view_ = nullptr;
    RunBar* bar_ = nullptr;
    bool refreshing_ = false;
};

}  // namespace yiquan::plugin
