// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <cstddef>
#include <functional>
#include <memory>

class QgsPrintLayout;

namespace yiquan::plugin {

/// What a document says about itself.
struct DocumentFacts {
    QString title;
    QDate date;
    QString family;  ///< of the letters; may be empty
};

/// Hands out the pages of a document one by one, so that only one is in memory.
/// Called with 0, 1, … `count - 1`; may throw to stop.
using NextPage = std::function<std::unique_ptr<QgsPrintLayout>(std::size_t)>;

/// Writes pages of any sizes into one PDF: text as text with its fonts, everything else as lines and areas.
/// The same pages and date give the same bytes, within one process and, with QT_HASH_SEED set, from run to
/// run.
/// \throws Error{output} where it cannot be written
void write_pdf(const QString& path, const DocumentFacts& facts, double dpi, std::size_t count,
               const NextPage& next);
/// \throws Error{output} where it cannot be written; Error{usage} where it would be too large a picture
void write_png(const QString& path, QgsPrintLayout& page, double dpi);
/// \throws Error{output} where it cannot be written
void write_svg(const QString& path, const DocumentFacts& facts, QgsPrintLayout& page, double dpi);

}  // namespace yiquan::plugin
