// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/siting/siting_places.hpp"

#include <qgsgeometry.h>
#include <qgsmapcanvas.h>
#include <qgsmultipoint.h>
#include <qgsrubberband.h>

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"
#include "plugin/map/map_place.hpp"
#include "plugin/qgis_version.hpp"
#include "plugin/session/session.hpp"
#include "plugin/siting/siting_choices.hpp"

namespace yiquan::plugin {
namespace {

const QString clicked_id = QStringLiteral("A%1");

/// The least number that no place has, so that ids stay when others go.
QString next_clicked_id(const std::vector<ClickedPlace>& places) {
    int last = 0;
    for (const ClickedPlace& each : places) last = std::max(last, each.id.mid(1).toInt());
    return clicked_id.arg(last + 1);
}

}  // namespace

SitingPlaces::SitingPlaces(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(desk),
      pick_(new_button(tr("&Pick on the map"), "yiquanPickPlaces", this)),
      list_(new QListWidget(this)),
      remove_(new_button(tr("Remo&ve"), "yiquanRemovePlace", this)),
      clear_(new_button(tr("Remove all"), "yiquanClearPlaces", this)) {
    constexpr int rows_shown = 5;
    setObjectName(QStringLiteral("yiquanSitingPlaces"));
    pick_->setCheckable(true);
    pick_->setToolTip(tr("Click on the map where a site could stand; Delete removes the last one."));
    list_->setObjectName(QStringLiteral("yiquanPlaceList"));
    list_->setAlternatingRowColors(true);
    list_->setFixedHeight(list_->fontMetrics().height() * rows_shown + 2 * list_->frameWidth() +
                          rows_shown * 4);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(pick_);
    buttons->addStretch();
    buttons->addWidget(remove_);
    buttons->addWidget(clear_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(list_);
    layout->addLayout(buttons);

    connect(remove_, &QPushButton::clicked, this, [this] { remove(list_->currentRow()); });
    connect(clear_, &QPushButton::clicked, this, [this] { set_clicked_places(session_, {}); });
    connect(list_, &QListWidget::currentRowChanged, this, &SitingPlaces::show_buttons);
    connect(list_, &QListWidget::itemClicked, this, [this] { zoom(list_->currentRow()); });
    auto* removing = new QShortcut(QKeySequence(Qt::Key_Delete), list_);
    removing->setContext(Qt::WidgetShortcut);
    connect(removing, &QShortcut::activated, remove_, &QPushButton::click);
    if (desk_.canvas != nullptr) {
        tool_ = new PlaceTool(*desk_.canvas);
        connect(tool_, &PlaceTool::clicked, this, &SitingPlaces::add);
        connect(tool_, &PlaceTool::last_unwanted, this, [this] { remove(list_->count() - 1); });
        connect(tool_, &QgsMapTool::deactivated, this, [this] { pick_->setChecked(false); });
        connect(pick_, &QPushButton::clicked, this, [this](bool on) {
            if (on) {
                desk_.canvas->setMapTool(tool_);
            } else {
                desk_.canvas->unsetMapTool(tool_);
            }
        });
    }
    pick_->setEnabled(tool_ != nullptr);
    refresh();
}

SitingPlaces::~SitingPlaces() {
    if (tool_ != nullptr) tool_->disconnect(this);
    delete drawn_;
    delete tool_;
}

void SitingPlaces::showEvent(QShowEvent* event) {
    draw();
    QWidget::showEvent(event);
}

void SitingPlaces::hideEvent(QHideEvent* event) {
    if (tool_ != nullptr && desk_.canvas != nullptr) desk_.canvas->unsetMapTool(tool_);
    draw();
    QWidget::hideEvent(event);
}

void SitingPlaces::refresh() {
    constexpr int decimals = 5;  // a metre
    const QSignalBlocker quiet(list_);
    const int row = list_->currentRow();
    list_->clear();
    for (const ClickedPlace& each : clicked_places(session_)) {
        list_->addItem(QStringLiteral("%1   %2, %3")
                           .arg(each.id, QString::number(each.place.lon, 'f', decimals),
                                QString::number(each.place.lat, 'f', decimals)));
    }
    list_->setCurrentRow(std::min(row, list_->count() - 1));
    draw();
    show_buttons();
}

void SitingPlaces::add(geo::LonLat place) {
    std::vector<ClickedPlace> places = clicked_places(session_);
    places.push_back({next_clicked_id(places), place});
    set_clicked_places(session_, places);
}

void SitingPlaces::remove(int row) {
    std::vector<ClickedPlace> places = clicked_places(session_);
    if (row < 0 || row >= static_cast<int>(places.size())) return;
    places.erase(places.begin() + row);
    set_clicked_places(session_, places);
}

void SitingPlaces::zoom(int row) const {
    const std::vector<ClickedPlace> places = clicked_places(session_);
    if (row < 0 || row >= static_cast<int>(places.size())) return;
    geo::Box box;
    box.include(places[static_cast<std::size_t>(row)].place);
    desk_.zoom_to(box);
}

void SitingPlaces::draw() {
    delete drawn_;
    const std::vector<ClickedPlace> places = clicked_places(session_);
    if (desk_.canvas == nullptr || places.empty() || !isVisible()) return;
    constexpr int size = 11;
    constexpr QRgb colour = 0xffcc79a7;
    drawn_ = new QgsRubberBand(desk_.canvas, qgis::geometry_point);  // the canvas's scene owns it as well
    drawn_->setIcon(QgsRubberBand::ICON_FULL_DIAMOND);
    drawn_->setIconSize(size);
    drawn_->setColor(QColor(colour));
    auto* points = new QgsMultiPoint;
    for (const ClickedPlace& each : places) points->addGeometry(new QgsPoint(each.place.lon, each.place.lat));
    drawn_->setToGeometry(QgsGeometry(points), degrees());
}

void SitingPlaces::show_buttons() {
    remove_->setEnabled(list_->currentRow() >= 0);
    clear_->setEnabled(list_->count() > 0);
}

}  // namespace yiquan::plugin
