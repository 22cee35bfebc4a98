// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/export/export_page_list.hpp"

#include <fmt/format.h>

#include <QRegularExpression>
#include <QStringList>

#include <set>

#include "core/base/error.hpp"

namespace yiquan::plugin {

std::vector<std::size_t> page_list(const QString& text, std::size_t pages) {
    static const QRegularExpression between(QStringLiteral("[,;、]"));
    static const QRegularExpression entry(QStringLiteral("^(\\d+)(?:\\s*[-–—~至到]\\s*(\\d+))?$"));
    const QString plain = text.normalized(QString::NormalizationForm_KC);  // full-width digits and commas
    std::set<std::size_t> found;
    for (const QString& piece : plain.split(between, Qt::SkipEmptyParts)) {
        const QString trimmed = piece.trimmed();
        if (trimmed.isEmpty()) continue;
        const QRegularExpressionMatch match = entry.match(trimmed);
        if (!match.hasMatch()) {
            const std::string said = trimmed.toStdString();
            throw Error{ErrorKind::usage,
                        {fmt::format("\"{}\" is not a list of pages; write it like 1-3, 5.", said),
                         fmt::format("看不懂页码“{}”，请写成 1-3，5 这样。", said)}};
        }
        const std::size_t first = match.captured(1).toULongLong();
        const std::size_t last = match.captured(2).isEmpty() ? first : match.captured(2).toULongLong();
        if (first < 1 || last < first || last > pages) {
            const std::string said = trimmed.toStdString();
            throw Error{ErrorKind::usage,
                        {fmt::format("There are no pages {}; the pages are 1 to {}.", said, pages),
                         fmt::format("没有第 {} 页，页码为 1 至 {}。", said, pages)}};
        }
        for (std::size_t page = first; page <= last; ++page) found.insert(page - 1);
    }
    return {found.begin(), found.end()};
}

}  // namespace yiquan::plugin
