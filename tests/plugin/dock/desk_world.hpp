// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <qgsapplication.h>
#include <qgsfeature.h>
#include <qgsgeometry.h>
#include <qgsmapcanvas.h>
#include <qgsmaplayercombobox.h>
#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>
#include <qgsproject.h>
#include <qgstaskmanager.h>
#include <qgsvectorlayer.h>

#include <QComboBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <vector>

#include "plugin/dock/dock.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

/// A desk without a window: project, map, message bar and the dock, as QGIS puts them together.
class DeskWorld : public ::testing::Test {
protected:
    DeskWorld() {
        project().clear();
        qputenv("YIQUAN_DEMO_FOLDER", folder_.filePath("demo").toUtf8());
        canvas_.resize(400, 300);
        session_ = std::make_unique<Session>(project());
        dock_ = std::make_unique<Dock>(*session_, Desk{&canvas_, &bar_});
        dock_->resize(420, 600);
        dock_->show();
        session_->set("output", folder_.filePath("out"));
    }
    ~DeskWorld() override {
        dock_.reset();
        wait_for_tasks();
        session_.reset();
        project().clear();
    }

    [[nodiscard]] static QgsProject& project() { return *QgsProject::instance(); }
    [[nodiscard]] Session& session() { return *session_; }
    [[nodiscard]] Dock& dock() { return *dock_; }
    void close_dock() { dock_.reset(); }

    /// The widget of that name.
    template <class Widget = QWidget>
    [[nodiscard]] Widget& the(const char* name) {
        auto* widget = dock_->findChild<Widget*>(QLatin1String(name));
        if (widget == nullptr) throw std::runtime_error(std::string{"no widget "} + name);
        return *widget;
    }
    void click(const char* name) { QTest::mouseClick(&the<QPushButton>(name), Qt::LeftButton); }
    void turn_to(int page) { the<QTabWidget>("yiquanPages").setCurrentIndex(page); }

    static bool wait_until(const std::function<bool()>& happens, int milliseconds = 60'000) {
        return QTest::qWaitFor(happens, milliseconds);
    }
    static void wait_for_tasks() {
        EXPECT_TRUE(wait_until([] { return QgsApplication::taskManager()->countActiveTasks() == 0; }));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    /// Runs the audit by a click and waits for its end.
    void run() {
        turn_to(1);
        click("yiquanStartCoverage");
        EXPECT_TRUE(wait_until([this] { return the("yiquanCancelCoverage").isHidden(); }));
    }
    [[nodiscard]] QString said() {
        const QgsMessageBarItem* item = bar_.currentItem();
        return item == nullptr ? QString{} : item->text();
    }
    [[nodiscard]] QString audit_folder(int number) const {
        return folder_.filePath(QStringLiteral("out/audit-%1").arg(number));
    }
    /// Whether anything at all lies where audits go.
    [[nodiscard]] bool nothing_written() const {
        const QDir out(folder_.filePath(QStringLiteral("out")));
        return !out.exists() || out.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    struct Place {
        double x;
        double y;
        double people = 0.0;
    };
    QgsVectorLayer* add_points(const QString& name, const std::vector<Place>& places,
                               const QString& crs = QStringLiteral("crs=EPSG:4326&")) {
        auto* layer = new QgsVectorLayer(
            QStringLiteral("Point?%1field=id:integer&field=name:string&field=population:double").arg(crs),
            name, QStringLiteral("memory"));
        if (crs.isEmpty()) layer->setCrs({});
        QgsFeatureList features;
        int id = 0;
        for (const Place& place : places) {
            QgsFeature feature(layer->fields());
            ++id;
            feature.setAttributes(QgsAttributes() << id << QStringLiteral("P%1").arg(id) << place.people);
            feature.setGeometry(QgsGeometry::fromPointXY({place.x, place.y}));
            features << feature;
        }
        layer->dataProvider()->addFeatures(features);
        layer->updateExtents();
        project().addMapLayer(layer);
        return layer;
    }
    /// Two squares of one degree, side by side: 甲 from 101 to 102 and 乙 from 102 to 103 E, 36 to 37 N.
    QgsVectorLayer* add_zones() {
        auto* layer = new QgsVectorLayer(
            QStringLiteral("Polygon?crs=EPSG:4326&field=code:string&field=name:string&field=parent:string"),
            QStringLiteral("zones"), QStringLiteral("memory"));
        for (const int west : {101, 102}) {
            QgsFeature feature(layer->fields());
            feature.setAttributes(QgsAttributes()
                                  << QString::number(west)
                                  << (west == 101 ? QStringLiteral("甲县") : QStringLiteral("乙县"))
                                  << QStringLiteral("某州"));
            feature.setGeometry(QgsGeometry::fromRect(QgsRectangle(west, 36, west + 1, 37)));
            layer->dataProvider()->addFeature(feature);
        }
        layer->updateExtents();
        project().addMapLayer(layer);
        return layer;
    }
    /// One station at 101.5 E, 36.5 N; 100 people beside it, 50 far off in the same zone, 30 in the other, 7
    /// outside both.
    void small_town() {
        stations_ = add_points(QStringLiteral("stations"), {{101.5, 36.5}});
        people_ = add_points(QStringLiteral("people"),
                             {{101.501, 36.5, 100}, {101.9, 36.9, 50}, {102.5, 36.5, 30}, {104.5, 36.5, 7}});
        zones_ = add_zones();
        choose_all();
    }
    void choose_all() {
        session_->choose_layer("facilities", stations_);
        session_->choose_layer("demand", people_);
        session_->choose_layer("zones", zones_);
    }

    QTemporaryDir folder_;
    QgsMapCanvas canvas_;
    QgsMessageBar bar_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Dock> dock_;
    QgsVectorLayer* stations_ = nullptr;
    QgsVectorLayer* people_ = nullptr;
    QgsVectorLayer* zones_ = nullptr;
};

}  // namespace yiquan::plugin
