// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QDateTime>
#include <QPointer>
#include <QWidget>

#include <cstddef>
#include <memory>
#include <optional>

#include "plugin/desk/desk.hpp"
#include "plugin/layout/map_book.hpp"

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QTimer;
class QgsCollapsibleGroupBoxBasic;

namespace yiquan::plugin {

class ExportForm;
class ExportPreview;
class ExportQuestion;
class ExportReport;
class ExportTarget;
class Session;

/// "Export": an audit on paper. Pages are drawn in the main thread, so the preview waits until the page is
/// seen and the planner pauses, and an export lets the window repaint after every page.
class ExportPage final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the page
    ExportPage(Session& session, const Desk& desk, QWidget* parent = nullptr);
    ~ExportPage() override;

signals:
    void coverage_page_wanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* new_empty_state();
    [[nodiscard]] QWidget* new_footer();
    void change();
    void refresh();
    void refresh_preview();
    /// Makes the book anew where the choices, or the audit's file, are not those that it was made of.
    /// \throws Error as `MapBook`
    void open_book();
    void draw_page();
    void close_book(const QString& why);
    void show_buttons();
    void show_running(bool running);
    void start(io::Overwrite overwrite);
    void write(const QString& path, const ExportOptions& options);
    void show_written(const QStringList& files);
    void open_designer();
    void show_report();

    Session& session_;
    Desk desk_;
    std::shared_ptr<MapBook> book_;     ///< none while there is no audit, or it cannot be shown
    MapRequest asked_;                  ///< what the book was made of
    QDateTime written_;                 ///< when the audit's file had been written then
    std::optional<std::size_t> drawn_;  ///< page of the book in the preview
    bool busy_ = false;                 ///< something is drawn or written
    QPointer<QgsFeedback> feedback_;

    QTimer* pause_ = nullptr;
    QScrollArea* scroll_ = nullptr;
    QWidget* empty_ = nullptr;
    ExportForm* form_ = nullptr;
    ExportPreview* preview_ = nullptr;
    ExportTarget* target_ = nullptr;
    QgsCollapsibleGroupBoxBasic* report_group_ = nullptr;
    ExportReport* report_ = nullptr;
    ExportQuestion* question_ = nullptr;
    QLabel* done_ = nullptr;
    QPushButton* export_ = nullptr;
    QPushButton* designer_ = nullptr;
    QPushButton* show_report_ = nullptr;
    QProgressBar* bar_ = nullptr;
    QPushButton* cancel_ = nullptr;
};

}  // namespace yiquan::plugin
