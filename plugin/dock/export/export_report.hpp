// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <cstdint>
#include <functional>

#include "core/io/files/staging.hpp"
#include "plugin/desk/desk.hpp"
#include "plugin/desk/job.hpp"
#include "plugin/layout/map_request.hpp"

class QLabel;
class QPushButton;
class QgsFileWidget;

namespace yiquan::plugin {

class ExportQuestion;
class Session;

/// The report on the audit as one HTML page, written in the background.
class ExportReport final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the widget
    /// \param request tells which audit, which one before it, and the language; outlives the widget too
    ExportReport(Session& session, const Desk& desk, std::function<MapRequest()> request,
                 QWidget* parent = nullptr);

    /// \param folder that is offered as long as no file was chosen; may be empty
    void suggest(const QString& folder);
    /// Shows what the session holds.
    void refresh();

signals:
    void written();

private:
    void write(io::Overwrite overwrite);
    void end();
    [[nodiscard]] QString path() const;

    Session& session_;
    Desk desk_;
    std::function<MapRequest()> request_;
    QString suggested_;
    QgsFileWidget* file_ = nullptr;
    QPushButton* write_ = nullptr;
    QPushButton* cancel_ = nullptr;
    ExportQuestion* question_ = nullptr;
    QLabel* done_ = nullptr;
    QPointer<Job> job_;
    bool refreshing_ = false;
};

}  // namespace yiquan::plugin
