// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTemporaryDir>

#include <memory>

#include "core/base/error.hpp"
#include "plugin/desk/job.hpp"
#include "plugin/program/yiquan_program.hpp"
#include "plugin/siting/siting_answer.hpp"

namespace yiquan::plugin {

class Session;

/// One siting: writes its inputs, runs `yiquan locate` and keeps what comes out in a folder of its own. Until
/// all of it is there the folder is a hidden one beside it; whatever goes wrong, nothing of it stays.
class SitingRun final : public QObject {
    Q_OBJECT
public:
    explicit SitingRun(QObject* parent = nullptr);
    /// Cancels.
    ~SitingRun() override;

    /// Exactly one of `answered` and `failed` follows, unless it is cancelled by `forget`.
    /// \param session is read now and asked for a folder at the end
    /// \throws Error where the session's choices make no run; then nothing follows
    void start(Session& session);
    [[nodiscard]] bool running() const { return phase_ != Phase::idle; }
    /// Asks for the best so far.
    void stop();
    /// `failed` follows with an error of the kind `cancelled`.
    void cancel();
    /// Cancels, and nothing follows.
    void forget();

signals:
    void progressed(double percent, const QString& stage);
    /// \param folder holds plan.json, plan.gpkg and the inputs
    void answered(const yiquan::plugin::SitingAnswer& answer, const QString& folder);
    void failed(const yiquan::Error& error);

private:
    enum class Phase { idle, reading, solving };

    void solve(const QStringList& words);
    void end(const ProgramEnd& ended);
    [[nodiscard]] QString keep(const QByteArray& document);
    void fail(const Error& error);
    void clear();

    QPointer<Session> session_;
    QPointer<Job> job_;
    std::unique_ptr<YiquanProgram> program_;  ///< while it runs
    std::unique_ptr<QTemporaryDir> folder_;
    Phase phase_ = Phase::idle;
    int turn_ = 0;  // a job of an earlier turn has nothing to say
};

}  // namespace yiquan::plugin
