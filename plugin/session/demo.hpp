// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace yiquan::plugin {

class Session;

/// Writes the files of the Qinghai demo into a folder.
/// \param folder made where it is missing; files that are there already are left as they are
/// \throws Error{output} where the folder cannot be written
void unpack_demo(const QString& folder);

/// Unpacks the Qinghai demo into a folder, adds its layers to the project and chooses them.
/// \param folder made where it is missing; files that are there already are left as they are
/// \throws Error{output} where the folder cannot be written
void open_demo(Session& session, const QString& folder);

/// Where the demo goes: the folder that YIQUAN_DEMO_FOLDER names, else the user's documents.
[[nodiscard]] QString demo_folder();

}  // namespace yiquan::plugin
