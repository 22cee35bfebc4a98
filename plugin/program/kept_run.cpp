// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/program/kept_run.hpp"

#include <fmt/format.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

constexpr double prepared_percent = 10.0;  // of the bar; the rest is the program's
constexpr double whole = 100.0;

Error no_room(const QString& folder) {
    const std::string path = QDir::toNativeSeparators(folder).toStdString();
    return Error{
        ErrorKind::output,
        {fmt::format("Nothing can be written into {}; choose another folder on the page Coverage.", path),
         fmt::format("无法写入 {}；请在“覆盖”页另选文件夹。", path)}};
}

}  // namespace

KeptRun::KeptRun(QString kind, QString document, QObject* parent)
    : QObject(parent), kind_(std::move(kind)), document_(std::move(document)) {}

KeptRun::~KeptRun() {
    clear();
}

void KeptRun::start(Session& session, Steps steps) {
    if (running()) return;
    const QString base = QFileInfo(session.next_folder(kind_)).absolutePath();
    if (!QDir().mkpath(base)) throw no_room(base);
    folder_ =
        std::make_shared<QTemporaryDir>(QDir(base).filePath(QStringLiteral(".yiquan-%1-XXXXXX").arg(kind_)));
    if (!folder_->isValid()) throw no_room(base);
    session_ = &session;
    steps_ = std::move(steps);
    phase_ = Phase::preparing;
    auto words = std::make_shared<QStringList>();
    job_ = Job::start(tr("Yiquan: reading the data"), this,
                      {.work = [prepare = steps_.prepare, words, folder = folder_](
                                   Progress& progress) { *words = prepare(folder->path(), progress); },
                       .done = [this, words] { work(*words); },
                       .failed = [this](const Error& error) { fail(error); }});
    connect(job_, &QgsTask::progressChanged, this, [this](double percent) {
        emit progressed(percent * prepared_percent / whole, tr("Reading the data"));
    });
}

void KeptRun::work(const QStringList& words) {
    job_ = nullptr;
    phase_ = Phase::working;
    program_ = std::make_unique<YiquanProgram>();
    connect(program_.get(), &YiquanProgram::progressed, this, [this](double percent, const QString& stage) {
        emit progressed(prepared_percent + percent * (whole - prepared_percent) / whole, stage);
    });
    connect(program_.get(), &YiquanProgram::finished, this, &KeptRun::end);
    program_->start(words, folder_->path());
}

void KeptRun::stop() {
    if (phase_ == Phase::preparing) {
        cancel();  // there is no best so far
    } else if (program_ != nullptr) {
        program_->stop();
    }
}

void KeptRun::cancel() {
    if (phase_ == Phase::preparing && job_ != nullptr) {
        job_->cancel();
    } else if (program_ != nullptr) {
        program_->cancel();
    }
}

void KeptRun::forget() {
    clear();
}

void KeptRun::end(const ProgramEnd& ended) {
    program_.release()->deleteLater();  // it is its own signal that was heard
    if (ended.error) {
        fail(*ended.error);
    } else if (ended.outcome == ProgramEnd::Outcome::cancelled) {
        fail(Error{ErrorKind::cancelled, {"Cancelled; nothing was kept.", "已取消，没有保留任何结果。"}});
    } else {
        const QByteArray document = ended.output;
        QString kept;
        if (const auto error = guarded([&] {
                steps_.check(document);
                kept = keep(document);
            })) {
            fail(*error);
            return;
        }
        clear();
        emit answered(document, kept);
    }
}

QString KeptRun::keep(const QByteArray& document) {
    QFile file(folder_->filePath(document_));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(document) == document.size();
    file.close();
    if (session_ == nullptr) {
        throw Error{ErrorKind::cancelled, {"The project was closed.", "项目已关闭。"}};
    }
    const QString target = session_->next_folder(kind_);
    if (!written || file.error() != QFileDevice::NoError || !QDir().rename(folder_->path(), target)) {
        throw no_room(QFileInfo(target).absolutePath());
    }
    // A temporary folder is for oneself alone; a result is read by others.
    QFile::setPermissions(target, QFile::permissions(target) | QFile::ReadGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::ExeOther);
    folder_->setAutoRemove(false);
    return target;
}

void KeptRun::fail(const Error& error) {
    clear();
    emit failed(error);
}

void KeptRun::clear() {
    Job::forget(job_);
    program_.reset();  // kills it
    phase_ = Phase::idle;
    steps_ = {};
    folder_.reset();
}

}  // namespace yiquan::plugin
