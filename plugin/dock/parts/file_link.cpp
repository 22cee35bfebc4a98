// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/file_link.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QUrl>

#include "plugin/dock/parts/page_parts.hpp"

namespace yiquan::plugin {
namespace {

QString open_the_folder() {
    return QCoreApplication::translate("FileLink", "Open the folder");
}

}  // namespace

QString link_to(const QString& path, const QString& words) {
    const QString address = QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded);
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(address.toHtmlEscaped(), words.toHtmlEscaped());
}

QString link_to_folder(const QString& file) {
    return link_to(QFileInfo(file).absolutePath(), open_the_folder());
}

QLabel* new_folder_link(QWidget* parent) {
    QLabel* link = new_text(parent);
    link->setOpenExternalLinks(true);
    return link;
}

void lead_to(QLabel& link, const QString& folder) {
    link.setText(link_to(folder, open_the_folder()));
    link.setToolTip(QDir::toNativeSeparators(folder));
}

}  // namespace yiquan::plugin
