// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/program/run_yiquan.hpp"

#include <qgsfeedback.h>

#include <QEventLoop>
#include <QTimer>

namespace yiquan::plugin {

ProgramEnd run_yiquan(const QStringList& arguments, QgsFeedback& feedback,
                      const std::function<void(const QString&)>& on_stage) {
    QEventLoop loop;
    ProgramEnd end;
    QString stage;
    YiquanProgram program;
    QObject::connect(&program, &YiquanProgram::finished, &loop, [&](const ProgramEnd& ended) {
        end = ended;
        loop.quit();
    });
    QObject::connect(&program, &YiquanProgram::progressed, &loop, [&](double percent, const QString& now) {
        feedback.setProgress(percent);
        if (on_stage && now != stage) on_stage(now);
        stage = now;
    });
    // Polled, because a signal from another thread may come before this one listens.
    constexpr int poll_ms = 100;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (feedback.isCanceled()) program.cancel();
    });
    poll.start(poll_ms);
    program.start(arguments);
    loop.exec();
    if (end.error) throw Error{*end.error};
    if (end.outcome == ProgramEnd::Outcome::cancelled) {
        throw Error{ErrorKind::cancelled, {"Cancelled; nothing was written.", "已取消，没有写出任何文件。"}};
    }
    return end;
}

}  // namespace yiquan::plugin
