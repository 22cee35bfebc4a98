// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

namespace yiquan::plugin {

class Session;

/// Remembers in the project where the last answer of a kind lies.
/// \param id of the value, such as "screening_last"
void remember_folder(Session& session, std::string_view id, const QString& folder);
/// \return empty where there is none, or its folder is gone
[[nodiscard]] QString remembered_folder(const Session& session, std::string_view id);
/// The document that was kept there; empty where it cannot be read any more.
[[nodiscard]] QByteArray kept_document(const QString& folder, const QString& name);

}  // namespace yiquan::plugin
