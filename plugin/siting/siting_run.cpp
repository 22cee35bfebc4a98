// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/siting/siting_run.hpp"

#include <QDir>

#include <memory>
#include <utility>

#include "plugin/session/session.hpp"
#include "plugin/siting/siting_files.hpp"

namespace yiquan::plugin {

SitingRun::SitingRun(QObject* parent)
    : QObject(parent), run_(QStringLiteral("siting"), QStringLiteral("plan.json")) {
    connect(&run_, &KeptRun::progressed, this, &SitingRun::progressed);
    connect(&run_, &KeptRun::answered, this, &SitingRun::answer);
    connect(&run_, &KeptRun::failed, this, &SitingRun::failed);
}

void SitingRun::start(Session& session) {
    if (running()) return;
    const auto inputs = std::make_shared<SitingInputs>(siting_inputs(session));
    run_.start(session, {.prepare =
                             [inputs](const QString& folder, Progress& progress) {
                                 return write_siting_files(std::move(*inputs), folder, progress);
                             },
                         .check = [](const QByteArray& document) { (void)siting_answer(document); }});
}

void SitingRun::answer(const QByteArray& document, const QString& folder) {
    SitingAnswer out;
    if (const auto error = guarded([&] {
            out = siting_answer(document);
            add_sites(out, QDir(folder).filePath(QStringLiteral("plan.gpkg")));
        })) {
        emit failed(*error);
        return;
    }
    emit answered(out, folder);
}

}  // namespace yiquan::plugin
