// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QWidget;

namespace yiquan::plugin {

/// A paragraph that wraps.
[[nodiscard]] QLabel* new_text(QWidget* parent);
/// The same in bold letters.
[[nodiscard]] QLabel* new_title(QWidget* parent);
/// The same in smaller letters, below what it explains.
[[nodiscard]] QLabel* new_hint(const QString& text, QWidget* parent);
/// \param name by which tests and scripts find it
[[nodiscard]] QPushButton* new_button(const QString& words, const char* name, QWidget* parent);
/// Lets a combo box become narrower than its longest entry.
void fit(QComboBox& box);
/// Shows the whole of the current entry as a tooltip, for boxes that have none of their own.
void tell_whole(QComboBox& box);
/// An area that scrolls its content up and down and never sideways.
[[nodiscard]] QScrollArea* new_scroll(QWidget* content, QWidget* parent);

}  // namespace yiquan::plugin
