// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/page_parts.hpp"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace yiquan::plugin {

QLabel* new_text(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

QLabel* new_title(QWidget* parent) {
    QLabel* label = new_text(parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QLabel* new_hint(const QString& text, QWidget* parent) {
    constexpr double smaller = 0.9;
    QLabel* label = new_text(parent);
    label->setText(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * smaller);
    label->setFont(font);
    return label;
}

QPushButton* new_button(const QString& words, const char* name, QWidget* parent) {
    auto* made = new QPushButton(words, parent);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

void fit(QComboBox& box) {
    constexpr int least_letters = 8;
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(least_letters);
    box.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void tell_whole(QComboBox& box) {
    QComboBox* const told = &box;
    QObject::connect(told, &QComboBox::currentTextChanged, told,
                     [told](const QString& text) { told->setToolTip(text); });
    told->setToolTip(told->currentText());
}

QScrollArea* new_scroll(QWidget* content, QWidget* parent) {
    auto* scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

}  // namespace yiquan::plugin
