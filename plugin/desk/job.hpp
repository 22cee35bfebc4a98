// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsfeedback.h>
#include <qgstaskmanager.h>

#include <QObject>
#include <QPointer>
#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

#include "core/base/error.hpp"
#include "core/base/progress.hpp"

namespace yiquan::plugin {

/// Progress shown by a feedback, cancelled by it.
class FeedbackProgress final : public Progress {
public:
    /// \param on_stage is told what is being done; may be empty. Called on the working thread.
    explicit FeedbackProgress(QgsFeedback& feedback, std::function<void(const Message&)> on_stage = {})
        : feedback_(feedback), on_stage_(std::move(on_stage)) {}
    void report(double fraction) override { feedback_.setProgress(fraction * 100.0); }
    void stage(const Message& name) override {
        if (on_stage_) on_stage_(name);
    }
    [[nodiscard]] bool cancelled() const override { return feedback_.isCanceled(); }

private:
    QgsFeedback& feedback_;
    std::function<void(const Message&)> on_stage_;
};

/// Work of the core in the background. `work` runs on another thread and must touch no widget and no layer;
/// then exactly one of `done` and `failed` runs on the main thread, unless `owner` is gone by then.
///
/// No work outlives its owner: where the owner is deleted, the work is cancelled and waited for, and what the
/// steps hold is given up. So `work` looks at its progress at least once a second, and holds by value or
/// shared pointer what it needs; of the owner's own members it may touch none, since they go first.
class Job final : public QgsTask {
    Q_OBJECT
public:
    struct Steps {
        std::function<void(Progress&)> work;
        std::function<void()> done;
        std::function<void(const Error&)> failed;  ///< also for cancelled work
    };

    Job(const QString& description, QObject* owner, Steps steps);

    /// Hands the job to QGIS's task manager and returns at once.
    static QPointer<Job> start(const QString& description, QObject* owner, Steps steps);

    void cancel() override;
    /// Cancels work whose outcome nobody waits for any more: neither `done` nor `failed` will run.
    /// \param job may be none, and is none afterwards
    static void forget(QPointer<Job>& job);

signals:
    void stage(const QString& text);

protected:
    bool run() override;
    void finished(bool result) override;

private:
    void end_with_owner();
    [[nodiscard]] bool begin();
    void end();

    QPointer<QObject> owner_;
    Steps steps_;
    QgsFeedback feedback_;
    std::optional<Error> error_;

    std::mutex mutex_;
    std::condition_variable ended_;
    bool working_ = false;    // guarded, as is the following
    bool forbidden_ = false;  // the owner is gone
};

/// Calls `work` and turns whatever it throws into an `Error`; none where all went well. For the edges of the
/// plugin.
[[nodiscard]] std::optional<Error> guarded(const std::function<void()>& work);

}  // namespace yiquan::plugin
