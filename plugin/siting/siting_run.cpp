// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/siting/siting_run.hpp"

#include <fmt/format.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

#include "plugin/session/session.hpp"
#include "plugin/siting/siting_files.hpp"

namespace yiquan::plugin {
namespace {

constexpr double read_percent = 10.0;  // of the bar; the rest is the program's

Error no_room(const QString& folder) {
    const std::string path = QDir::toNativeSeparators(folder).toStdString();
    return Error{
        ErrorKind::output,
        {fmt::format("Nothing can be written into {}; choose another folder on the page Coverage.", path),
         fmt::format("无法写入 {}；请在“覆盖”页另选文件夹。", path)}};
}

}  // namespace

SitingRun::SitingRun(QObject* parent) : QObject(parent) {}

SitingRun::~SitingRun() {
    clear();
}

void SitingRun::start(Session& session) {
    if (running()) return;
    auto inputs = std::make_shared<SitingInputs>(siting_inputs(session));
    const QString base = QFileInfo(session.next_folder(QStringLiteral("siting"))).absolutePath();
    if (!QDir().mkpath(base)) throw no_room(base);
    folder_ = std::make_unique<QTemporaryDir>(QDir(base).filePath(QStringLiteral(".yiquan-siting-XXXXXX")));
    if (!folder_->isValid()) throw no_room(base);
    session_ = &session;
    phase_ = Phase::reading;
    auto words = std::make_shared<QStringList>();
    const int turn = ++turn_;
    job_ = Job::start(tr("Yiquan: siting"), this,
                      {.work =
                           [inputs, words, folder = folder_->path()](Progress& progress) {
                               *words = write_siting_files(std::move(*inputs), folder, progress);
                           },
                       .done =
                           [this, words, turn] {
                               if (turn == turn_) solve(*words);
                           },
                       .failed =
                           [this, turn](const Error& error) {
                               if (turn == turn_) fail(error);
                           }});
    connect(job_, &QgsTask::progressChanged, this, [this](double percent) {
        constexpr double whole = 100.0;
        emit progressed(percent * read_percent / whole, tr("Reading the data"));
    });
}

void SitingRun::solve(const QStringList& words) {
    job_ = nullptr;
    phase_ = Phase::solving;
    program_ = std::make_unique<YiquanProgram>();
    connect(program_.get(), &YiquanProgram::progressed, this, [this](double percent, const QString& stage) {
        constexpr double whole = 100.0;
        emit progressed(read_percent + percent * (whole - read_percent) / whole, stage);
    });
    connect(program_.get(), &YiquanProgram::finished, this, &SitingRun::end);
    program_->start(words, folder_->path());
}

void SitingRun::stop() {
    if (phase_ == Phase::reading) {
        cancel();  // there is no best so far
    } else if (program_ != nullptr) {
        program_->stop();
    }
}

void SitingRun::cancel() {
    if (phase_ == Phase::reading && job_ != nullptr) {
        job_->cancel();
    } else if (program_ != nullptr) {
        program_->cancel();
    }
}

void SitingRun::forget() {
    clear();
}

void SitingRun::end(const ProgramEnd& ended) {
    program_.release()->deleteLater();  // it is its own signal that was heard
    if (ended.error) {
        fail(*ended.error);
    } else if (ended.outcome == ProgramEnd::Outcome::cancelled) {
        fail(Error{ErrorKind::cancelled, {"Cancelled; nothing was kept.", "已取消，没有保留任何结果。"}});
    } else {
        SitingAnswer answer;
        QString kept;
        if (const auto error = guarded([&] {
                answer = siting_answer(ended.output);
                kept = keep(ended.output);
                answer.plan = plan_sites(QDir(kept).filePath(QStringLiteral("plan.gpkg")));
            })) {
            fail(*error);
            return;
        }
        clear();
        emit answered(answer, kept);
    }
}

QString SitingRun::keep(const QByteArray& document) {
    QFile file(folder_->filePath(QStringLiteral("plan.json")));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(document) == document.size();
    file.close();
    if (session_ == nullptr) {
        throw Error{ErrorKind::cancelled, {"The project was closed.", "项目已关闭。"}};
    }
    const QString target = session_->next_folder(QStringLiteral("siting"));
    if (!written || file.error() != QFileDevice::NoError || !QDir().rename(folder_->path(), target)) {
        throw no_room(QFileInfo(target).absolutePath());
    }
    // A temporary folder is for oneself alone; a result is read by others.
    QFile::setPermissions(target, QFile::permissions(target) | QFile::ReadGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::ExeOther);
    folder_->setAutoRemove(false);
    return target;
}

void SitingRun::fail(const Error& error) {
    const Error told = error;  // may be the program's own, which is cleared
    clear();
    emit failed(told);
}

void SitingRun::clear() {
    ++turn_;
    if (job_ != nullptr) job_->cancel();
    job_ = nullptr;
    program_.reset();  // kills it
    phase_ = Phase::idle;
    folder_.reset();
}

}  // namespace yiquan::plugin
