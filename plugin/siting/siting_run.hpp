// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "core/base/error.hpp"
#include "plugin/program/kept_run.hpp"
#include "plugin/siting/siting_answer.hpp"

namespace yiquan::plugin {

class Session;

/// One siting: writes its inputs, runs `yiquan locate` and keeps what comes out, as `KeptRun` does.
class SitingRun final : public QObject {
    Q_OBJECT
public:
    explicit SitingRun(QObject* parent = nullptr);

    /// Exactly one of `answered` and `failed` follows, unless it is cancelled by `forget`.
    /// \param session is read now and asked for a folder at the end
    /// \throws Error where the session's choices make no run; then nothing follows
    void start(Session& session);
    [[nodiscard]] bool running() const { return run_.running(); }
    /// Asks for the best so far.
    void stop() { run_.stop(); }
    /// `failed` follows with an error of the kind `cancelled`.
    void cancel() { run_.cancel(); }
    /// Cancels, and nothing follows.
    void forget() { run_.forget(); }

signals:
    void progressed(double percent, const QString& stage);
    /// \param folder holds plan.json, plan.gpkg and the inputs
    void answered(const yiquan::plugin::SitingAnswer& answer, const QString& folder);
    void failed(const yiquan::Error& error);

private:
    void answer(const QByteArray& document, const QString& folder);

    KeptRun run_;
};

}  // namespace yiquan::plugin
