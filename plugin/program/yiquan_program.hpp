// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <optional>

#include "core/base/error.hpp"
#include "plugin/program/program_words.hpp"

namespace yiquan::plugin {

/// How a run of the program ended.
struct ProgramEnd {
    enum class Outcome { done, cancelled, failed };

    Outcome outcome = Outcome::failed;
    int exit_code = -1;          ///< -1 where it did not start, or died
    QByteArray output;           ///< all of stdout
    std::optional<Error> error;  ///< of a failed run: one sentence that says what to do
};

/// `yiquan`, run as a process of its own: the exact solver's licence does not go with QGIS's, and a solver
/// that runs out of memory does not take QGIS down. One run at a time; deleting the object kills it.
class YiquanProgram final : public QObject {
    Q_OBJECT
public:
    explicit YiquanProgram(QObject* parent = nullptr);
    ~YiquanProgram() override;

    /// Starts it and returns at once; `--progress json` and the user's `--lang` are added. Exactly one
    /// `finished` follows, never before this returns, also where there is no program or one of another
    /// version.
    /// \param arguments the verb and its options
    /// \param folder that it runs in, so that names of files may be short; empty: that of QGIS
    void start(const QStringList& arguments, const QString& folder = {});
    [[nodiscard]] bool running() const { return phase_ != Phase::idle; }

    /// Asks it to end with the best that it has; nobody kills it.
    void stop();
    /// Asks it to end and kills it after five seconds; whatever it answers, the outcome is `cancelled`.
    void cancel();

signals:
    void progressed(double percent, const QString& stage);
    void finished(const yiquan::plugin::ProgramEnd& end);

private:
    enum class Phase { idle, starting, asking_version, working };

    void launch(Phase phase, const QStringList& arguments);
    void read_words();
    void end_process(int exit_code, QProcess::ExitStatus status);
    void end_version(const ProgramEnd& end);
    void finish(ProgramEnd end);
    [[nodiscard]] ProgramEnd judge(int exit_code, QProcess::ExitStatus status);

    QProcess process_;
    QTimer patience_;
    ProgramWords words_;
    QStringList arguments_;
    QString path_;
    Phase phase_ = Phase::idle;
    bool stopping_ = false;
    bool cancelled_ = false;
};

}  // namespace yiquan::plugin

Q_DECLARE_METATYPE(yiquan::plugin::ProgramEnd)
