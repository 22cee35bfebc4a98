// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace yiquan::plugin {

class Job;

/// A button that starts work in the background, and while it goes on what is being done, for how long, how
/// far it is, and buttons that end it.
class RunBar final : public QWidget {
    Q_OBJECT
public:
    /// Whether the best so far may be taken.
    enum class Ends { with_best, cancelled_only };

    /// \param id what the widgets' names end in, such as "Screening"
    RunBar(const QString& start, const char* id, Ends ends, QWidget* parent);

    /// \param why shown where it may not be started, and what starting does where it may
    void allow(bool allowed, const QString& why);
    void set_start_text(const QString& words);
    /// Puts a button beside the one that starts.
    void add(QPushButton* button);
    void show_running(bool running);
    /// Shows a job, and cancels it where that is wanted; `show_running(false)` is for whoever hears its end.
    void follow(Job& job);
    void show_progress(double percent, const QString& stage);

signals:
    void start_wanted();
    /// The best so far is to be taken.
    void stop_wanted();
    void cancel_wanted();

private:
    void show_stage(const QString& stage);
    void show_elapsed();
    void end(const QString& stage);

    Ends ends_;
    QHBoxLayout* row_;
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
