// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace yiquan::plugin {

class Session;

/// Remembers in the project where the last answer of a kind lies.
/// \param kind as `KeptRun` knows it, such as "screening"
void remember_folder(Session& session, const QString& kind, const QString& folder);
/// \return empty where there is none, or its folder is gone
[[nodiscard]] QString remembered_folder(const Session& session, const QString& kind);
/// The document that was kept there; empty where it cannot be read any more.
[[nodiscard]] QByteArray kept_document(const QString& folder, const QString& name);

}  // namespace yiquan::plugin
