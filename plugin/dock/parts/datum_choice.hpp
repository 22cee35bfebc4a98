// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QComboBox>

#include <string_view>

namespace yiquan::plugin {

class Session;

/// What the degrees of a list refer to, kept in the session.
class DatumChoice final : public QComboBox {
    Q_OBJECT
public:
    /// \param id of the choice in the session; the widget is called so behind "yiquan_"
    DatumChoice(Session& session, std::string_view id, QWidget* parent);

    void refresh();

private:
    Session& session_;
    std::string_view id_;
    bool refreshing_ = false;
};

}  // namespace yiquan::plugin
