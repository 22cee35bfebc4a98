// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/desk/job.hpp"

#include <fmt/format.h>

#include <qgsapplication.h>

#include <new>

#include "plugin/language.hpp"

namespace yiquan::plugin {

std::optional<Error> guarded(const std::function<void()>& work) {
    try {
        work();
        return std::nullopt;
    } catch (const Error& error) {
        return error;
    } catch (const std::bad_alloc&) {
        return Error{ErrorKind::input,
                     {"There is not enough memory for this run; close other programs, or use fewer points.",
                      "内存不足；请关闭其他程序，或减少需求点数。"}};
    } catch (const std::exception& error) {
        return Error{ErrorKind::internal,
                     {fmt::format("Something went wrong inside Yiquan: {}", error.what()),
                      fmt::format("驿圈内部出错：{}", error.what())}};
    } catch (...) {
        return Error{
            ErrorKind::internal,
            {"Something went wrong inside Yiquan, and it cannot say what.", "驿圈内部出错，原因不明。"}};
    }
}

Job::Job(const QString& description, QObject* owner, Steps steps)
    : QgsTask(description, QgsTask::CanCancel), owner_(owner), steps_(std::move(steps)) {
    connect(
        &feedback_, &QgsFeedback::progressChanged, this, [this](double percent) { setProgress(percent); },
        Qt::DirectConnection);
    connect(owner, &QObject::destroyed, this, &Job::end_with_owner, Qt::DirectConnection);
}

QPointer<Job> Job::start(const QString& description, QObject* owner, Steps steps) {
    auto* job = new Job(description, owner, std::move(steps));  // the manager owns it
    QPointer<Job> watched(job);
    QgsApplication::taskManager()->addTask(job);
    return watched;
}

void Job::cancel() {
    feedback_.cancel();
    QgsTask::cancel();
}

void Job::forget(QPointer<Job>& job) {
    if (job != nullptr) {
        job->owner_.clear();
        job->cancel();
    }
    job.clear();
}

void Job::end_with_owner() {
    owner_.clear();  // a widget says that it goes while pointers to it still hold
    cancel();        // a job that has not begun ends here and now
    std::unique_lock lock(mutex_);
    forbidden_ = true;
    ended_.wait(lock, [this] { return !working_; });
    steps_ = {};
}

bool Job::begin() {
    const std::scoped_lock lock(mutex_);
    working_ = !forbidden_;
    return working_;
}

void Job::end() {
    {
        const std::scoped_lock lock(mutex_);
        working_ = false;
    }
    ended_.notify_all();
}

bool Job::run() {
    if (!begin()) return false;
    FeedbackProgress progress(feedback_, [this](const Message& name) { emit stage(say(name)); });
    error_ = guarded([&] {
        progress.check();
        steps_.work(progress);
    });
    const bool good = !error_;
    end();  // from here on the owner may go
    return good;
}

void Job::finished(bool result) {
    if (owner_ == nullptr) return;
    if (result) {
        if (steps_.done) steps_.done();
    } else if (steps_.failed) {
        if (!error_) error_ = Error{ErrorKind::cancelled, {"Cancelled.", "已取消。"}};
        steps_.failed(*error_);
    }
}

}  // namespace yiquan::plugin
