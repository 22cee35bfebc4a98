// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace yiquan::plugin {

/// A link to a file or folder for a label with rich text.
[[nodiscard]] QString link_to(const QString& path, const QString& words);
/// A link to the folder of a file, "Open the folder".
[[nodiscard]] QString link_to_folder(const QString& file);

/// A paragraph that opens a folder, once it is told which.
[[nodiscard]] QLabel* new_folder_link(QWidget* parent);
void lead_to(QLabel& link, const QString& folder);

}  // namespace yiquan::plugin
