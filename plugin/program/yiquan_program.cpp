// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/program/yiquan_program.hpp"

#include <fmt/format.h>

#include <csignal>
#include <utility>

#include "cli/exit_code.hpp"
#include "plugin/language.hpp"
#include "plugin/program/program_path.hpp"

namespace yiquan::plugin {
namespace {

using Outcome = ProgramEnd::Outcome;

Error died(int signal) {
    if (signal == SIGKILL) {  // what the kernel sends when memory runs out
        return Error{
            ErrorKind::input,
            {"The system ended the program yiquan, most likely because memory ran out; close other programs, "
             "or use fewer candidates or demand points, and try again.",
             "系统强行结束了程序 yiquan，多半是内存不足；请关闭其他程序，或减少候选点、需求点后重试。"}};
    }
    return Error{
        ErrorKind::internal,
        {fmt::format("The program yiquan ended unexpectedly (signal {}); nothing was changed. Try "
                     "again, and report it with your data if it happens again.",
                     signal),
         fmt::format("程序 yiquan 意外退出（信号 {}），没有改动任何内容。请重试；如再次出现，请连同数"
                     "据一起反馈。",
                     signal)}};
}

Error gave_up(int exit_code, const ProgramWords& words) {
    if (!words.sentence().isEmpty()) {
        const std::string sentence = words.sentence().toStdString();  // in the user's language already
        return Error{cli::error_kind_of(exit_code), {sentence, sentence}};
    }
    const std::string other = words.other().toStdString();
    return Error{ErrorKind::internal,
                 {fmt::format("The program yiquan failed (exit code {}){}{}. Reinstall the package yiquan.",
                              exit_code, other.empty() ? "" : ": ", other),
                  fmt::format("程序 yiquan 运行失败（退出码 {}）{}{}。请重新安装软件包 yiquan。", exit_code,
                              other.empty() ? "" : "：", other)}};
}

Error cannot_start(const QString& path, const QString& reason) {
    return Error{ErrorKind::input,
                 {fmt::format("{} cannot be started ({}); reinstall the package yiquan.", path.toStdString(),
                              reason.toStdString()),
                  fmt::format("无法启动 {}（{}）；请重新安装软件包 yiquan。", path.toStdString(),
                              reason.toStdString())}};
}

Error other_version(const QString& path, const QString& version) {
    const std::string found = version.isEmpty() ? "?" : version.toStdString();
    return Error{
        ErrorKind::input,
        {fmt::format("{} is of version {} and this plugin of version {}; install the same version of both.",
                     path.toStdString(), found, YIQUAN_VERSION),
         fmt::format("{} 的版本是 {}，本插件的版本是 {}；请安装相同的版本。", path.toStdString(), found,
                     YIQUAN_VERSION)}};
}

}  // namespace

YiquanProgram::YiquanProgram(QObject* parent) : QObject(parent) {
    qRegisterMetaType<ProgramEnd>();
    constexpr int patience_ms = 5000;
    patience_.setSingleShot(true);
    patience_.setInterval(patience_ms);
    process_.setStandardInputFile(QProcess::nullDevice());
    patience_.setTimerType(Qt::PreciseTimer);  // a coarse one may kill 5 % early
    connect(&patience_, &QTimer::timeout, &process_, &QProcess::kill);
    connect(&process_, &QProcess::readyReadStandardError, this, &YiquanProgram::read_words);
    connect(&process_, qOverload<int, QProcess::ExitStatus>(&QProcess::finished), this,
            &YiquanProgram::end_process);
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return;  // else `finished` follows
        finish({Outcome::failed, -1, {}, cannot_start(path_, process_.errorString())});
    });
}

YiquanProgram::~YiquanProgram() {
    process_.disconnect(this);
    if (process_.state() == QProcess::NotRunning) return;
    process_.kill();
    process_.waitForFinished();
}

void YiquanProgram::start(const QStringList& arguments, const QString& folder) {
    if (running()) return;
    process_.setWorkingDirectory(folder);
    phase_ = Phase::starting;
    stopping_ = false;
    cancelled_ = false;
    arguments_ = arguments;
    arguments_ << QStringLiteral("--progress") << QStringLiteral("json") << QStringLiteral("--lang")
               << (language() == Language::chinese ? QStringLiteral("zh") : QStringLiteral("en"));
    // Whoever starts it may connect to its signals afterwards.
    QTimer::singleShot(0, this, [this] {
        if (cancelled_ || stopping_) {
            finish({Outcome::cancelled, cli::cancelled, {}, std::nullopt});
            return;
        }
        try {
            path_ = program_path();
        } catch (const Error& error) {
            finish({Outcome::failed, -1, {}, error});
            return;
        }
        launch(Phase::asking_version, {QStringLiteral("--version")});
    });
}

void YiquanProgram::launch(Phase phase, const QStringList& arguments) {
    phase_ = phase;
    words_ = {};
    process_.start(path_, arguments);
}

void YiquanProgram::stop() {
    if (!running() || stopping_) return;  // a second signal would end it at once, with nothing
    stopping_ = true;
    // A version costs a moment; what follows it is then not started.
    if (process_.processId() > 0) ::kill(static_cast<pid_t>(process_.processId()), SIGINT);
}

void YiquanProgram::cancel() {
    if (!running() || cancelled_) return;
    cancelled_ = true;
    stop();
    patience_.start();
}

void YiquanProgram::read_words() {
    const auto progress = words_.take(process_.readAllStandardError());
    if (progress && phase_ == Phase::working) emit progressed(progress->percent, progress->stage);
}

void YiquanProgram::end_process(int exit_code, QProcess::ExitStatus status) {
    read_words();
    words_.end();
    ProgramEnd end = judge(exit_code, status);
    if (phase_ == Phase::asking_version) {
        end_version(end);
    } else {
        finish(std::move(end));
    }
}

void YiquanProgram::end_version(const ProgramEnd& end) {
    const QString version = QString::fromUtf8(end.output).trimmed();
    if (cancelled_ || stopping_) {
        finish({Outcome::cancelled, cli::cancelled, {}, std::nullopt});
    } else if (end.outcome != Outcome::done) {
        finish(end);
    } else if (version != QLatin1String(YIQUAN_VERSION)) {
        finish({Outcome::failed, end.exit_code, {}, other_version(path_, version.section('\n', 0, 0))});
    } else {
        // Not from within the process's own signal.
        QTimer::singleShot(0, this, [this] {
            if (cancelled_ || stopping_) {
                finish({Outcome::cancelled, cli::cancelled, {}, std::nullopt});
            } else {
                launch(Phase::working, arguments_);
            }
        });
    }
}

ProgramEnd YiquanProgram::judge(int exit_code, QProcess::ExitStatus status) {
    ProgramEnd end;
    end.output = process_.readAllStandardOutput();
    const bool crashed = status == QProcess::CrashExit;  // then the exit code is the signal
    end.exit_code = crashed ? -1 : exit_code;
    const bool interrupted = crashed ? stopping_ && exit_code == SIGINT : exit_code == cli::cancelled;
    if (cancelled_ || interrupted) {
        end.outcome = Outcome::cancelled;
    } else if (!crashed && (exit_code == cli::done || exit_code == cli::target_missed)) {
        end.outcome = Outcome::done;
    } else {
        end.error = crashed ? died(exit_code) : gave_up(exit_code, words_);
    }
    return end;
}

void YiquanProgram::finish(ProgramEnd end) {
    patience_.stop();
    phase_ = Phase::idle;
    emit finished(end);
}

}  // namespace yiquan::plugin
