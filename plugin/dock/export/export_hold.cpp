// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/export/export_hold.hpp"

#include <QApplication>
#include <QEvent>
#include <QSet>
#include <QWidget>

namespace yiquan::plugin {
namespace {

bool asks_for_something(QEvent::Type type) {
    // Most of Qt's events are none of a user's, so that this is a list and not a full switch.
    static const QSet<int> kinds{QEvent::MouseButtonPress,
                                 QEvent::MouseButtonRelease,
                                 QEvent::MouseButtonDblClick,
                                 QEvent::Wheel,
                                 QEvent::KeyPress,
                                 QEvent::KeyRelease,
                                 QEvent::ShortcutOverride,
                                 QEvent::Shortcut,
                                 QEvent::ContextMenu,
                                 QEvent::TouchBegin,
                                 QEvent::DragEnter,
                                 QEvent::Drop,
                                 QEvent::Close};
    return kinds.contains(type);
}

}  // namespace

ExportHold::ExportHold(QWidget& open) : open_(&open) {
    qApp->installEventFilter(this);
}

ExportHold::~ExportHold() = default;

bool ExportHold::eventFilter(QObject* receiver, QEvent* event) {
    if (!asks_for_something(event->type()) || receiver == open_) return false;
    // Windows pass on to their widgets, which are asked next; a shortcut goes straight to its action.
    if (!receiver->isWidgetType() && event->type() != QEvent::Shortcut) return false;
    event->ignore();
    return true;
}

}  // namespace yiquan::plugin
