// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/map/what_if_tool.hpp"

#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>
#include <qgsrubberband.h>

#include <QKeyEvent>

#include <limits>

#include "core/coverage/service_area.hpp"
#include "core/geo/circle.hpp"
#include "plugin/layers/core_rows.hpp"
#include "plugin/map/map_place.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {

WhatIfTool::WhatIfTool(QgsMapCanvas& canvas, Stations stations)
    : QgsMapTool(&canvas), stations_(std::move(stations)) {
    step_.setSingleShot(true);
    step_.setInterval(0);
    connect(&step_, &QTimer::timeout, this, &WhatIfTool::step);
    // While a mouse button is down the canvas keeps keys from its tools, and only tells the world.
    connect(&canvas, &QgsMapCanvas::keyPressed, this, [this](QKeyEvent* event) {
        if (dragging()) handle_key(*event);
    });
    show_cursor(false);
}

WhatIfTool::~WhatIfTool() {
    delete circle_;
}

QgsMapTool::Flags WhatIfTool::flags() const {
    return mode_ == Mode::move ? Flags() : Flags(AllowZoomRect);
}

void WhatIfTool::set_mode(Mode mode) {
    if (mode != mode_) cancel_drag();
    mode_ = mode;
    show_circle(std::nullopt);
    show_cursor(false);
}

void WhatIfTool::select(std::optional<std::uint32_t> station) {
    selected_ = station;
}

void WhatIfTool::canvasPressEvent(QgsMapMouseEvent* event) {
    if (event->button() != Qt::LeftButton || mode_ != Mode::move) return;
    dragged_ = station_at(toMapCoordinates(event->pos()));
    latest_.reset();
    if (!dragged_) return;
    setCursor(Qt::ClosedHandCursor);
    select(dragged_);
    emit selected(*dragged_);
}

void WhatIfTool::canvasMoveEvent(QgsMapMouseEvent* event) {
    const QgsPointXY point = toMapCoordinates(event->pos());
    if (dragged_) {
        const std::optional<geo::LonLat> place = place_at(point);
        if (!place) return;
        latest_ = place;
        show_circle(place);
        if (!step_.isActive()) step_.start();
    } else if (mode_ == Mode::add) {
        show_circle(place_at(point));
    } else {
        show_cursor(station_at(point).has_value());
    }
}

void WhatIfTool::canvasReleaseEvent(QgsMapMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QgsPointXY point = toMapCoordinates(event->pos());
    switch (mode_) {
        case Mode::add:
            if (const auto place = place_at(point)) emit add_wanted(*place);
            break;
        case Mode::remove:
            if (const auto station = station_at(point)) emit remove_wanted(*station);
            break;
        case Mode::move: {
            if (!dragged_) break;
            const std::uint32_t station = *dragged_;
            const bool moved = latest_.has_value() || circle_ != nullptr;
            const std::optional<geo::LonLat> place = place_at(point);
            step_.stop();
            dragged_.reset();
            latest_.reset();
            show_circle(std::nullopt);
            show_cursor(true);
            if (moved && place) {
                emit dropped(station, *place);
            } else if (moved) {
                emit drag_cancelled(station);
            }
            break;
        }
    }
}

void WhatIfTool::keyPressEvent(QKeyEvent* event) {
    handle_key(*event);
}

void WhatIfTool::handle_key(QKeyEvent& event) {
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    event.accept();
    if (event.key() == Qt::Key_Escape && dragging()) {
        cancel_drag();
    } else if (dragging()) {
        event.ignore();
    } else if (event.matches(QKeySequence::Undo)) {
        emit undo_wanted();
    } else if (event.matches(QKeySequence::Redo)) {
        emit redo_wanted();
    } else if (plain && event.key() == Qt::Key_Delete && selected_) {
        emit remove_wanted(*selected_);
    } else if (plain && event.key() == Qt::Key_A) {
        emit mode_wanted(Mode::add);
    } else if (plain && event.key() == Qt::Key_M) {
        emit mode_wanted(Mode::move);
    } else if (plain && event.key() == Qt::Key_R) {
        emit mode_wanted(Mode::remove);
    } else {
        event.ignore();
    }
}

void WhatIfTool::deactivate() {
    cancel_drag();
    show_circle(std::nullopt);
    QgsMapTool::deactivate();
}

void WhatIfTool::step() {
    if (!dragged_ || !latest_) return;
    const geo::LonLat place = *latest_;
    latest_.reset();
    emit dragged(*dragged_, place);
}

void WhatIfTool::cancel_drag() {
    if (!dragged_) return;
    const std::uint32_t station = *dragged_;
    step_.stop();
    dragged_.reset();
    latest_.reset();
    show_circle(std::nullopt);
    show_cursor(false);
    emit drag_cancelled(station);
}

std::optional<geo::LonLat> WhatIfTool::place_at(const QgsPointXY& map_point) const {
    return place_on_map(*canvas(), map_point);
}

std::optional<std::uint32_t> WhatIfTool::station_at(const QgsPointXY& map_point) const {
    const double reach = searchRadiusMU(canvas()) * 2.0;  // a station is drawn some 3 mm wide
    const QgsCoordinateTransform transform = to_degrees(*canvas());
    std::optional<std::uint32_t> nearest;
    double least = std::numeric_limits<double>::infinity();
    try {
        const QgsRectangle near = transform.transformBoundingBox(QgsRectangle(
            map_point.x() - reach, map_point.y() - reach, map_point.x() + reach, map_point.y() + reach));
        stations_([&](std::uint32_t number, geo::LonLat place) {
            if (!near.contains(QgsPointXY(place.lon, place.lat))) return;
            const QgsPointXY drawn =
                transform.transform(place.lon, place.lat, Qgis::TransformDirection::Reverse);
            const double distance = drawn.sqrDist(map_point);
            if (distance > least || distance > reach * reach) return;
            nearest = number;
            least = distance;
        });
    } catch (const QgsCsException&) {
        return std::nullopt;
    }
    return nearest;
}

void WhatIfTool::show_circle(std::optional<geo::LonLat> place) {
    if (!place || radius_ <= Metres{}) {
        delete circle_;
        return;
    }
    if (circle_ == nullptr) {
        constexpr QRgb line = 0xff005a8c;
        constexpr int fill_alpha = 40;
        circle_ = new QgsRubberBand(canvas(), qgis::geometry_polygon);  // the canvas's scene owns it as well
        QColor fill(line);
        fill.setAlpha(fill_alpha);
        circle_->setStrokeColor(QColor(line));
        circle_->setFillColor(fill);
        circle_->setWidth(2);
    }
    const geo::MultiPolygon drawn = coverage::drawn_circle(geo::GeodesicCircle(*place, radius_));
    circle_->setToGeometry(geometry_of(drawn), degrees());
}

void WhatIfTool::show_cursor(bool over_station) {
    switch (mode_) {
        case Mode::add:
            setCursor(Qt::CrossCursor);
            break;
        case Mode::move:
            setCursor(over_station ? Qt::OpenHandCursor : Qt::ArrowCursor);
            break;
        case Mode::remove:
            setCursor(over_station ? Qt::PointingHandCursor : Qt::ArrowCursor);
            break;
    }
}

}  // namespace yiquan::plugin
