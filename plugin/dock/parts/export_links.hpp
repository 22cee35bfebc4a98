// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace yiquan::plugin {

/// A link to a file or folder for a label with rich text.
[[nodiscard]] QString link_to(const QString& path, const QString& words);
/// A link to the folder of a file.
[[nodiscard]] QString link_to_folder(const QString& file, const QString& words);

}  // namespace yiquan::plugin
