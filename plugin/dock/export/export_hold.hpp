// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace yiquan::plugin {

/// While it lives, keys, clicks and closing reach one widget only, so that events can be let through during
/// work on the main thread without anything else beginning. Painting and timers go on.
class ExportHold final : public QObject {
    Q_OBJECT
public:
    /// \param open the one that still answers, such as a button "Cancel"
    explicit ExportHold(QWidget& open);
    ~ExportHold() override;

protected:
    bool eventFilter(QObject* receiver, QEvent* event) override;

private:
    QPointer<QWidget> open_;
};

}  // namespace yiquan::plugin
