// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsmaptool.h>
#include <qgspointxy.h>
#include <qgsrubberband.h>

#include <QPointer>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <optional>

#include "core/base/quantity.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::plugin {

/// Adds, drags and removes stations on the map. It changes nothing itself: it says what the hand does.
class WhatIfTool final : public QgsMapTool {
    Q_OBJECT
public:
    enum class Mode { add, move, remove };
    using Visit = std::function<void(std::uint32_t number, geo::LonLat place)>;
    /// Calls back for every station that stands somewhere.
    using Stations = std::function<void(const Visit&)>;

    WhatIfTool(QgsMapCanvas& canvas, Stations stations);
    ~WhatIfTool() override;

    void set_mode(Mode mode);
    [[nodiscard]] Mode mode() const { return mode_; }
    void set_radius(Metres radius) { radius_ = radius; }
    /// The station that Delete removes.
    void select(std::optional<std::uint32_t> station);
    [[nodiscard]] bool dragging() const { return dragged_.has_value(); }

    void canvasPressEvent(QgsMapMouseEvent* event) override;
    void canvasMoveEvent(QgsMapMouseEvent* event) override;
    void canvasReleaseEvent(QgsMapMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void deactivate() override;
    [[nodiscard]] Flags flags() const override;

signals:
    void add_wanted(yiquan::geo::LonLat place);
    void remove_wanted(quint32 station);
    void selected(quint32 station);
    /// The latest place of a dragged station. Places that the mouse passed while the last one was being
    /// counted are left out.
    void dragged(quint32 station, yiquan::geo::LonLat place);
    void dropped(quint32 station, yiquan::geo::LonLat place);
    void drag_cancelled(quint32 station);
    /// A, M or R was pressed on the map.
    void mode_wanted(yiquan::plugin::WhatIfTool::Mode mode);
    void undo_wanted();
    void redo_wanted();

private:
    [[nodiscard]] std::optional<geo::LonLat> place_at(const QgsPointXY& map_point) const;
    [[nodiscard]] std::optional<std::uint32_t> station_at(const QgsPointXY& map_point) const;
    void handle_key(QKeyEvent& event);
    void step();
    void cancel_drag();
    void show_circle(std::optional<geo::LonLat> place);
    void show_cursor(bool over_station);

    Stations stations_;
    Mode mode_ = Mode::move;
    Metres radius_;
    std::optional<std::uint32_t> selected_;
    std::optional<std::uint32_t> dragged_;
    std::optional<geo::LonLat> latest_;  // of the dragged station, to be counted at the next step
    QTimer step_;                        // fires when the events that are there were handled
    QPointer<QgsRubberBand> circle_;
};

}  // namespace yiquan::plugin
