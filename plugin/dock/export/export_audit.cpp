// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/export/export_audit.hpp"

#include <qgsfilewidget.h>
#include <qgsproject.h>

#include <QComboBox>
#include <QDir>
#include <QVBoxLayout>

#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

ExportAudit::ExportAudit(Session& session, std::string_view id, const char* name, QWidget* parent)
    : QWidget(parent),
      session_(session),
      id_(id),
      box_(new QComboBox(this)),
      folder_(new QgsFileWidget(this)) {
    box_->setObjectName(QLatin1String(name));
    fit(*box_);
    folder_->setObjectName(QLatin1String(name) + QStringLiteral("Folder"));
    folder_->setStorageMode(QgsFileWidget::GetDirectory);
    folder_->setDialogTitle(tr("Folder of an audit"));
    folder_->setToolTip(tr("The folder that holds audit.gpkg."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(box_);
    layout->addWidget(folder_);
    setFocusProxy(box_);
    connect(box_, qOverload<int>(&QComboBox::currentIndexChanged), this, &ExportAudit::choose);
    connect(folder_, &QgsFileWidget::fileChanged, this, [this] {
        if (refreshing_) return;
        const QString path = folder();
        session_.set(id_, path.isEmpty() ? QVariant{} : QVariant{path});
        emit changed();
    });
    connect(&session_, &Session::replaced, this, [this] { browsing_ = false; });
    refresh();
}

QString ExportAudit::folder() const {
    const QString known = box_->currentData().toString();
    return known.isEmpty() ? folder_->filePath().trimmed() : known;
}

void ExportAudit::avoid(const QString& folder) {
    if (avoided_ == folder) return;
    avoided_ = folder;
    refresh();
}

void ExportAudit::choose(int at) {
    if (refreshing_) return;
    const QString known = box_->itemData(at).toString();
    browsing_ = known.isEmpty();
    // The first is the newest, which is what holds without a choice.
    const bool by_itself = at == 0 && avoided_.isEmpty();
    const QString path = browsing_ ? folder_->filePath().trimmed() : known;
    session_.set(id_, path.isEmpty() || (by_itself && !browsing_) ? QVariant{} : QVariant{path});
    show_folder();
    emit changed();
}

void ExportAudit::show_folder() {
    folder_->setVisible(box_->currentData().toString().isEmpty());
    box_->setToolTip(QDir::toNativeSeparators(folder()));
}

void ExportAudit::refresh() {
    refreshing_ = true;
    const QString kept = session_.project().pathResolver().readPath(session_.value(id_).toString());
    box_->clear();
    int by_itself = -1;
    for (const Session::Audit& audit : session_.audits()) {
        if (by_itself < 0 && audit.folder != avoided_) by_itself = box_->count();
        box_->addItem(audit.title, audit.folder);
        box_->setItemData(box_->count() - 1, QDir::toNativeSeparators(audit.folder), Qt::ToolTipRole);
    }
    box_->addItem(tr("An audit in a folder…"), QString{});
    const int in_folder = box_->count() - 1;
    const int known = kept.isEmpty() ? -1 : box_->findData(kept);
    if (known < 0) folder_->setFilePath(kept);
    if (known >= 0) {
        box_->setCurrentIndex(known);
    } else if (!kept.isEmpty() || browsing_ || by_itself < 0) {
        box_->setCurrentIndex(in_folder);
    } else {
        box_->setCurrentIndex(by_itself);
    }
    show_folder();
    refreshing_ = false;
}

}  // namespace yiquan::plugin
