// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QComboBox>

#include "core/toolbox/analysis.hpp"

namespace yiquan::plugin {

class Session;

/// One column of the layer chosen for a role. Unless the user says otherwise it is found by its name, and the
/// box says which one that is.
class ColumnChoice final : public QComboBox {
    Q_OBJECT
public:
    /// \param parameter of kind `column`
    ColumnChoice(Session& session, const toolbox::Parameter& parameter, QWidget* parent = nullptr);

    /// Reads the fields of the layer and the choice anew; looks at no row.
    void refresh();

private:
    void store(int index);

    Session& session_;
    std::string_view id_;
    std::string_view role_;
};

}  // namespace yiquan::plugin
