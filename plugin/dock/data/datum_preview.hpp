// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsrubberband.h>

#include <QLabel>
#include <QPointer>
#include <QStringList>

#include <optional>
#include <string>

#include "core/intake/datum_shift.hpp"
#include "plugin/desk/desk.hpp"
#include "plugin/desk/job.hpp"

namespace yiquan::plugin {

class Session;

/// Says how far the chosen datum moves a list, and draws it on the map from the listed to the corrected
/// places. Hidden while nothing moves.
class DatumPreview final : public QLabel {
    Q_OBJECT
public:
    /// \param role "facilities" or "demand"
    DatumPreview(Session& session, const Desk& desk, std::string_view role, QWidget* parent = nullptr);
    ~DatumPreview() override;

    /// Measures anew in the background where layer, columns or datum are other than last time.
    void refresh();
    void show_on_map(bool shown);
    [[nodiscard]] bool has_shift() const { return !isHidden(); }

signals:
    /// The sentence or its visibility may have changed.
    void changed();

private:
    void measure(const QString& datum);
    void told(const intake::DatumShift& shift, const QString& datum);
    void drop();
    void draw();

    Session& session_;
    Desk desk_;
    std::string role_;
    QStringList measured_;  // layer, datum and columns of last time
    QPointer<Job> job_;
    bool on_map_ = false;
    std::vector<intake::DatumShift::Move> moves_;
    QPointer<QgsRubberBand> lines_;
    QPointer<QgsRubberBand> heads_;
};

}  // namespace yiquan::plugin
