// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include <string_view>

class QComboBox;
class QgsFileWidget;

namespace yiquan::plugin {

class Session;

/// A finished audit: one that the project knows, newest first, or one in a folder. The choice is kept in the
/// project; as long as there is none, it is the newest, and stays the newest when another run ends.
class ExportAudit final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the widget
    /// \param id that the session keeps the choice under
    ExportAudit(Session& session, std::string_view id, const char* name, QWidget* parent);

    /// Empty as long as nothing is chosen.
    [[nodiscard]] QString folder() const;
    /// The audit that is not chosen by itself, because it stands on the other side.
    void avoid(const QString& folder);
    /// Shows what the session holds.
    void refresh();
    [[nodiscard]] QComboBox* box() const { return box_; }

signals:
    void changed();

private:
    void choose(int at);
    void show_folder();

    Session& session_;
    std::string_view id_;
    QString avoided_;
    QComboBox* box_ = nullptr;
    QgsFileWidget* folder_ = nullptr;
    bool browsing_ = false;  ///< "in a folder" was chosen, perhaps without a folder yet
    bool refreshing_ = false;
};

}  // namespace yiquan::plugin
