// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/export/export_question.hpp"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"

namespace yiquan::plugin {

ExportQuestion::ExportQuestion(const char* name, QWidget* parent)
    : QWidget(parent),
      text_(new_text(this)),
      keep_(new_button(tr("Leave it"), (QByteArray(name) + "Not").constData(), this)) {
    auto* replacing = new_button(tr("Replace"), name, this);
    text_->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout;
    row->addWidget(replacing);
    row->addWidget(keep_);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(text_);
    layout->addLayout(row);
    connect(replacing, &QPushButton::clicked, this, [this] {
        hide();
        emit replace();
    });
    connect(keep_, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void ExportQuestion::ask(const QStringList& files) {
    const QString first = QFileInfo(files.front()).fileName();
    text_->setText(files.size() == 1 ? tr("%1 is there already. Replace it?").arg(first)
                                     : tr("%1 and %n more file(s) are there already. Replace them?", nullptr,
                                          files.size() - 1)
                                           .arg(first));
    text_->setToolTip(files.join(QLatin1Char('\n')));
    show();
    keep_->setFocus();
}

void ExportQuestion::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace yiquan::plugin
