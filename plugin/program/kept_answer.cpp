// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/program/kept_answer.hpp"

#include <qgspathresolver.h>
#include <qgsproject.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <string>

#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

/// "screening_last" in the session.
std::string id_of(const QString& kind) {
    return kind.toStdString() + "_last";
}

}  // namespace

void remember_folder(Session& session, const QString& kind, const QString& folder) {
    session.set(id_of(kind), session.project().pathResolver().writePath(folder));
}

QString remembered_folder(const Session& session, const QString& kind) {
    const QString kept = session.value(id_of(kind)).toString();
    if (kept.isEmpty()) return {};
    const QString folder = session.project().pathResolver().readPath(kept);
    return QFileInfo(folder).isDir() ? folder : QString();
}

QByteArray kept_document(const QString& folder, const QString& name) {
    QFile file(QDir(folder).filePath(name));
    return !folder.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace yiquan::plugin
