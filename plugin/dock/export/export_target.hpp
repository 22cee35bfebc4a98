// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include <cstddef>

#include "plugin/layout/map_book.hpp"

class QComboBox;
class QLineEdit;
class QSpinBox;
class QgsFileWidget;

namespace yiquan::plugin {

class Session;

/// Where pages go, which of them, and how fine. The choices are kept in the project.
class ExportTarget final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the widget
    explicit ExportTarget(Session& session, QWidget* parent = nullptr);

    /// \param folder that is offered as long as no file was chosen; may be empty
    void suggest(const QString& folder);
    /// A single page needs no choice among pages.
    void set_pages(std::size_t pages);

    /// With the ending of the chosen format.
    [[nodiscard]] QString path() const;
    /// \param shown index of the page in the preview
    /// \param pages how many there are
    /// \throws Error{usage} for a list of pages that cannot be read or names pages that are not there
    [[nodiscard]] ExportOptions options(std::size_t shown, std::size_t pages) const;
    /// Shows what the session holds.
    void refresh();

signals:
    void changed();

private:
    void show_which();
    void show_format();
    void choose_format();
    void choose_file();

    Session& session_;
    QString suggested_;
    QComboBox* which_ = nullptr;
    QLineEdit* list_ = nullptr;
    QgsFileWidget* file_ = nullptr;
    QComboBox* format_ = nullptr;
    QSpinBox* dpi_ = nullptr;
    bool several_ = true;
    bool refreshing_ = false;
};

/// Files that such an export would replace, so that somebody is asked first.
/// \param pages how many the book has
[[nodiscard]] QStringList files_in_the_way(const QString& path, const ExportOptions& options,
                                           std::size_t pages);

}  // namespace yiquan::plugin
