// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/answer_view.hpp"

#include <QLabel>

#include "plugin/dock/parts/file_link.hpp"
#include "plugin/dock/parts/page_parts.hpp"

namespace yiquan::plugin {

AnswerView::AnswerView(QWidget* parent)
    : QWidget(parent), headline_(new_title(this)), folder_(new_folder_link(this)) {
    headline_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

QString AnswerView::headline() const {
    return headline_->text();
}

void AnswerView::show_with(const QString& headline, const QString& folder) {
    headline_->setText(headline);
    lead_to(*folder_, folder);
    show();
}

}  // namespace yiquan::plugin
