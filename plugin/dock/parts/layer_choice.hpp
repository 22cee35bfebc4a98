// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsmaplayerproxymodel.h>

#include <QWidget>

#include <string_view>

class QgsMapLayerComboBox;

namespace yiquan::plugin {

class Session;

/// The layer of a role, or none, and a button that adds a file to the project and takes it.
class LayerChoice final : public QWidget {
    Q_OBJECT
public:
    /// \param name of the box; the button is called so with "File" behind it
    LayerChoice(Session& session, std::string_view role, QgsMapLayerProxyModel::Filters filters,
                const char* name, QWidget* parent);

    /// What is shown while no layer is chosen.
    void set_empty_text(const QString& text);
    void refresh();

private:
    void open_file();

    Session& session_;
    std::string_view role_;
    QgsMapLayerComboBox* box_;
    bool refreshing_ = false;
};

}  // namespace yiquan::plugin
