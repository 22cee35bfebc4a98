// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/export_links.hpp"

#include <QFileInfo>
#include <QUrl>

namespace yiquan::plugin {

QString link_to(const QString& path, const QString& words) {
    const QString address = QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded);
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(address.toHtmlEscaped(), words.toHtmlEscaped());
}

QString link_to_folder(const QString& file, const QString& words) {
    return link_to(QFileInfo(file).absolutePath(), words);
}

}  // namespace yiquan::plugin
