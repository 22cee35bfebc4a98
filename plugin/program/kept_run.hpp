// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

#include "core/base/error.hpp"
#include "plugin/desk/job.hpp"
#include "plugin/program/yiquan_program.hpp"

namespace yiquan::plugin {

class Session;

/// One run of `yiquan` whose inputs and results are kept together in a folder of their own. Until all of it
/// is there the folder is a hidden one beside it; whatever goes wrong, nothing of it stays.
class KeptRun final : public QObject {
    Q_OBJECT
public:
    struct Steps {
        /// Writes the inputs into the folder and says the words for the program, which runs there. Called on
        /// another thread.
        std::function<QStringList(const QString& folder, Progress& progress)> prepare;
        /// Throws where the document is none that the plugin understands; then nothing is kept.
        std::function<void(const QByteArray& document)> check;
    };

    /// \param kind of the run, such as "screening": folders are called after it
    /// \param document name of the file that keeps what the program prints
    KeptRun(QString kind, QString document, QObject* parent = nullptr);
    /// Cancels, and waits for what is being written.
    ~KeptRun() override;

    /// Exactly one of `answered` and `failed` follows, unless `forget` is called.
    /// \param session is asked for a folder
    /// \throws Error{output} where there is no room for a folder; then nothing follows
    void start(Session& session, Steps steps);
    [[nodiscard]] bool running() const { return phase_ != Phase::idle; }
    /// Asks for the best so far.
    void stop();
    /// `failed` follows with an error of the kind `cancelled`.
    void cancel();
    /// Cancels, and nothing follows.
    void forget();

signals:
    void progressed(double percent, const QString& stage);
    void answered(const QByteArray& document, const QString& folder);
    void failed(const yiquan::Error& error);

private:
    enum class Phase { idle, preparing, working };

    void work(const QStringList& words);
    void end(const ProgramEnd& ended);
    [[nodiscard]] QString keep(const QByteArray& document);
    void fail(const Error& error);
    void clear();

    QString kind_;
    QString document_;
    Steps steps_;
    QPointer<Session> session_;
    QPointer<Job> job_;
    std::unique_ptr<YiquanProgram> program_;  ///< while it runs
    std::shared_ptr<QTemporaryDir> folder_;   ///< of whoever writes into it as well; the last one removes it
    Phase phase_ = Phase::idle;
};

}  // namespace yiquan::plugin
