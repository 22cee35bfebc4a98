// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace yiquan::plugin {

/// Makes the Chinese text of a PDF that Qt wrote searchable.
///
/// A font draws 青 and the radical ⻘, 人 and ⼈ with one glyph each. Qt 5 notes for every glyph the lowest
/// character that has it, so a reader finds radicals where 青海 was written. This puts the characters in
/// their place, code over code, and so leaves every other byte where it is.
///
/// \param family that the text is set in
void mend_pdf_text(QByteArray& pdf, const QString& family);

}  // namespace yiquan::plugin
