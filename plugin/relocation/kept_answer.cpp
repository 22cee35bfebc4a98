// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/relocation/kept_answer.hpp"

#include <qgspathresolver.h>
#include <qgsproject.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "plugin/session/session.hpp"

namespace yiquan::plugin {

void remember_folder(Session& session, std::string_view id, const QString& folder) {
    session.set(id, session.project().pathResolver().writePath(folder));
}

QString remembered_folder(const Session& session, std::string_view id) {
    const QString kept = session.value(id).toString();
    if (kept.isEmpty()) return {};
    const QString folder = session.project().pathResolver().readPath(kept);
    return QFileInfo(folder).isDir() ? folder : QString();
}

QByteArray kept_document(const QString& folder, const QString& name) {
    QFile file(QDir(folder).filePath(name));
    return !folder.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace yiquan::plugin
