// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <qgscoordinatetransform.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsproject.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

#include "core/geo/lonlat.hpp"
#include "plugin/desk/desk.hpp"
#include "plugin/session/demo.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

/// A desk with a real map, and the Qinghai demo in the project.
class DeskWithDemo {
public:
    DeskWithDemo(const DeskWithDemo&) = delete;
    DeskWithDemo& operator=(const DeskWithDemo&) = delete;

protected:
    DeskWithDemo() = default;
    ~DeskWithDemo() {
        session_.reset();
        project().clear();
    }

    void open() {
        project().clear();
        session_ = std::make_unique<Session>(project());
        canvas_.resize(800, 600);
        canvas_.show();
        open_demo(*session_, folder());
        canvas_.setDestinationCrs(project().crs());
    }

    static QgsProject& project() { return *QgsProject::instance(); }
    Session& session() { return *session_; }
    QgsMapCanvas* canvas() { return &canvas_; }
    Desk desk() { return {&canvas_, &bar_}; }
    [[nodiscard]] QString folder() const { return folder_.path(); }

    static bool waited(const std::function<bool()>& done) { return QTest::qWaitFor(done, 60'000); }

    template <class Button>
    static void click(const QWidget& page, const char* name) {
        auto* button = page.findChild<Button*>(QLatin1String(name));
        ASSERT_NE(button, nullptr) << name;
        ASSERT_TRUE(button->isEnabled()) << name;
        button->click();
    }

    /// Shows so many degrees around a place.
    void look_at(geo::LonLat place, double degrees) {
        const QgsRectangle box(place.lon - degrees, place.lat - degrees, place.lon + degrees,
                               place.lat + degrees);
        canvas_.setExtent(transform().transformBoundingBox(box, Qgis::TransformDirection::Reverse));
    }
    void press(geo::LonLat place) {
        QTest::mousePress(canvas_.viewport(), Qt::LeftButton, Qt::NoModifier, pixel(place));
    }
    void drag_to(geo::LonLat place) {
        QMouseEvent move(QEvent::MouseMove, pixel(place), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas_.viewport(), &move);
    }
    void release(geo::LonLat place) {
        QTest::mouseRelease(canvas_.viewport(), Qt::LeftButton, Qt::NoModifier, pixel(place));
    }

private:
    [[nodiscard]] QgsCoordinateTransform transform() const {
        return QgsCoordinateTransform(canvas_.mapSettings().destinationCrs(),
                                      QgsCoordinateReferenceSystem::fromEpsgId(4326),
                                      project().transformContext());
    }
    [[nodiscard]] QPoint pixel(geo::LonLat place) const {
        const QgsPointXY point =
            transform().transform(place.lon, place.lat, Qgis::TransformDirection::Reverse);
        return canvas_.mapSettings().mapToPixel().transform(point).toQPointF().toPoint();
    }

    QTemporaryDir folder_;
    QgsMapCanvas canvas_;
    QgsMessageBar bar_;
    std::unique_ptr<Session> session_;
};

}  // namespace yiquan::plugin
