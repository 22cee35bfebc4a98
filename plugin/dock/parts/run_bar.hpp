// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace yiquan::plugin {

/// The foot of a page whose work the program `yiquan` does: a button that starts it, and while it works what
/// it does, for how long, how far it is, and buttons that end it.
class RunBar final : public QWidget {
    Q_OBJECT
public:
    /// Whether the best so far may be taken.
    enum class Ends { with_best, cancelled_only };

    /// \param id what the widgets' names end in, such as "Screening"
    RunBar(const QString& start, const char* id, Ends ends, QWidget* parent);

    /// \param why shown where it may not be started, and what starting does where it may
    void allow(bool allowed, const QString& why);
    void show_running(bool running);
    void show_progress(double percent, const QString& stage);

signals:
    void start_wanted();
    /// The best so far is to be taken.
    void stop_wanted();
    void cancel_wanted();

private:
    void show_elapsed();
    void end(const QString& stage);

    Ends ends_;
    QTimer ticking_;
    QElapsedTimer clock_;
    QString stage_text_;
    QLabel* stage_;
    QProgressBar* bar_;
    QPushButton* start_;
    QPushButton* stop_;
    QPushButton* cancel_;
};

}  // namespace yiquan::plugin
