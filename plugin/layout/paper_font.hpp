// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

namespace yiquan::plugin {

/// Of any letter on paper.
inline constexpr double smallest_points = 5.5;

/// The family that pages are set in: the best installed one that covers simplified Chinese.
/// \param families those installed that claim to cover it; a parameter so that their absence can be tested
/// \return empty where there is none
[[nodiscard]] QString chinese_family(const QStringList& families);
/// Families installed that cover simplified Chinese.
[[nodiscard]] QStringList families_with_chinese();
/// True where a text needs such a family.
[[nodiscard]] bool has_chinese(const QString& text);

/// \throws Error{input} that names the package to install
[[noreturn]] void refuse_without_font();

/// Space that the lines of a text take in a font, mm.
[[nodiscard]] QSizeF text_size(const QFont& font, const QString& text);

/// The text with line breaks where it would be wider than `width` mm, between any two Chinese characters.
[[nodiscard]] QString wrap_text(const QFont& font, const QString& text, double width);

/// The font, smaller in steps of half a point until the text fits, but never under `smallest` points.
struct FittedText {
    QFont font;
    QString text;  ///< in lines that fit; shortened, with an ellipsis, only where even the smallest letters
                   ///< do not fit
};
[[nodiscard]] FittedText fit_text(QFont font, const QString& text, QSizeF room, double smallest);

}  // namespace yiquan::plugin
