// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/page_maps.hpp"

#include <qgslayoutitemmap.h>
#include <qgslayoutitemmapoverview.h>
#include <qgsprintlayout.h>
#include <qgsvectorlayer.h>

#include <algorithm>
#include <cmath>

#include "plugin/layout/page_words.hpp"

namespace yiquan::plugin {
namespace {

constexpr double page_margin = 0.035;
/// A zone whose side is shorter than this, in A3's mm, cannot be read on an overview.
constexpr double readable_side = 7.0;
constexpr double readable_on_overview = 12.0;  // where stations crowd the small ones as well

/// Places near the edge need room for their symbols and names, and a single one for what lies around it.
geo::Box with_room(const geo::Box& places) {
    constexpr double least_degrees = 0.015;
    constexpr double part = 0.06;
    const double across = std::max(least_degrees, part * (places.east - places.west));
    const double up = std::max(least_degrees, part * (places.north - places.south));
    return {places.west - across, places.south - up, places.east + across, places.north + up};
}

}  // namespace

/// A place for the inset on the main map where no zone of the page lies, the map moved aside for it.
struct PageMaps::Corner {
    QRectF place;  ///< on the page
    MapWindow main;
    Inset inset;
};
PageMaps::PageMaps(const PageOrder& order, QgsPrintLayout& layout, PageItems& items, double unit)
    : order_(order), layout_(layout), items_(items), words_(order.request.language), unit_(unit) {
    const audit::StoredLedger& ledger = order_.source.record.ledger;
    geo::Box extent;
    if (order_.result != nullptr) {
        extent = with_room(order_.result->extent);
        projection_ = projection_for(extent, order_.source.wide);
        box_ = box_of(extent, projection_);
        return;
    }
    for (const std::size_t zone : order_.unit.zones) extent.include(order_.source.boxes[zone]);
    projection_ = projection_for(extent, order_.source.wide);
    const geo::Projection project(projection_.definition);  // slow to make
    box_.setMinimal();
    for (const std::size_t zone : order_.unit.zones) {
        const auto shape = ledger.shapes.find(ledger.zones[zone].code);
        if (shape == ledger.shapes.end()) continue;
        shapes_.push_back(projected(project, shape->second));
        const QgsRectangle box = shapes_.back().boundingBox();
        constexpr double square_metres = 1e6;
        zones_.push_back({box, std::sqrt(ledger.ledger.zones[zone].area.value() * square_metres)});
        if (!box.isEmpty()) box_.combineExtentWith(box);
    }
}

void PageMaps::show(QgsLayoutItemMap& map, const QList<QgsMapLayer*>& layers,
                    const PaperProjection& projection, const MapWindow& window) {
    map.setCrs(projection.crs);
    map.setLayers(layers);
    map.setKeepLayerSet(true);
    map.setExtent(window.extent);
    map.refresh();
}

void PageMaps::show_main_map() {
    QgsLayoutItemMap* map = items_.map("map");
    window_ = window_on(box_, items_.place("map").size(), page_margin);
    show(*map, order_.layers.map_layers(), projection_, window_);
}

void PageMaps::show_before() {
    QgsLayoutItemMap* map = items_.map("before");
    if (map != nullptr) show(*map, order_.layers_before->map_layers(), projection_, window_);
}

/// The one that makes most zones readable; a main map that shrinks for it must pay.
std::optional<PageMaps::Corner> PageMaps::best_corner(double readable) const {
    std::optional<Corner> best;
    double most = 0.0;
    for (const double shrunk : {1.0, 1.08, 1.16, 1.24}) {
        MapWindow window = window_;
        window.scale = round_up_scale(window.scale * shrunk);
        for (const double part : {0.46, 0.42, 0.38, 0.34, 0.30, 0.27}) {
            const auto place = free_corner(window, part);
            if (!place) continue;
            const auto inset = find_inset(zones_, place->second.scale, place->first.size(), readable);
            if (!inset) break;
            const double worth = static_cast<double>(inset->gained) / (shrunk * shrunk * shrunk);
            if (worth > most) {
                most = worth;
                best = Corner{place->first, place->second, *inset};
            }
            break;  // the largest for this scale
        }
    }
    return best;
}

std::optional<std::pair<QRectF, MapWindow>> PageMaps::free_corner(const MapWindow& window,
                                                                  double part) const {
    const QRectF frame = items_.place("map");
    const double pad = 2.5 * unit_;
    const QSizeF size(part * frame.width(), part * frame.width() * 0.8);
    if (size.height() > 0.5 * frame.height()) return std::nullopt;
    for (const auto& [east, north] : {std::pair{1, 1}, {-1, 1}, {1, -1}, {-1, -1}}) {
        const MapWindow main = box_at_edge(window, box_, frame.size(), page_margin, -east, -north);
        const QRectF place(QPointF(east > 0 ? frame.right() - pad - size.width() : frame.left() + pad,
                                   north > 0 ? frame.top() + pad : frame.bottom() - pad - size.height()),
                           size);
        const double metres = main.extent.width() / frame.width();
        const double left = main.extent.xMinimum() + (place.left() - frame.left() - pad) * metres;
        const double top = main.extent.yMaximum() - (place.top() - frame.top() - pad) * metres;
        const QgsRectangle ground(left, top - (size.height() + 2 * pad) * metres,
                                  left + (size.width() + 2 * pad) * metres, top);
        const bool taken = std::any_of(shapes_.begin(), shapes_.end(), [&](const QgsGeometry& shape) {
            return shape.boundingBox().intersects(ground) && shape.intersects(ground);
        });
        if (!taken) return std::pair{place, main};
    }
    return std::nullopt;
}

/// A window of its own for zones too small to read, and for those still too small in there a second one.
void PageMaps::show_insets() {
    QgsLayoutItemMap* map = items_.map("inset");
    if (map == nullptr) return;
    const double readable = (order_.unit.whole ? readable_on_overview : readable_side) * unit_;
    const std::optional<Corner> corner = best_corner(readable);
    // The whole audit needs no locator, so an inset may have all of that room.
    const QRectF room = items_.place(order_.unit.whole ? "inset_2" : "inset");
    const QRectF place = corner ? corner->place : room;
    const std::optional<Inset> inset =
        corner ? corner->inset : find_inset(zones_, window_.scale, place.size(), readable);
    if (!inset || place.isEmpty()) return drop_insets(true);  // a siting page has room on the map only
    items_.move("inset", place);
    show(*map, order_.layers.map_layers(), projection_, inset->window);
    name_inset("inset_title", inset->window.scale);
    if (!corner) {
        inset_in_column_ = true;
        const QRectF title = items_.place(order_.unit.whole ? "inset_2_title" : "inset_title");
        items_.move("inset_title", title);
        return drop_insets(false);
    }
    window_ = corner->main;
    show(*items_.map("map"), order_.layers.map_layers(), projection_, window_);
    items_.map("map")->addLabelBlockingItem(map);
    items_.put_on("inset_title", place, unit_);
    map->addLabelBlockingItem(layout_.itemById(QStringLiteral("inset_title")));
    constexpr double high_enough = 200.0;  // a column for legend, table and another map
    if (!order_.unit.whole || items_.place("map").height() < high_enough * unit_) return drop_insets(false);
    const auto second = find_inset(zones_, inset->window.scale, room.size(), readable);
    if (!second) return drop_insets(false);
    inset_in_column_ = second_ = true;
    show(*items_.map("inset_2"), order_.layers.map_layers(), projection_, second->window);
    name_inset("inset_2_title", second->window.scale);
}

void PageMaps::name_inset(const char* id, double scale) {
    items_.set_text(QString::fromUtf8(id),
                    words_.say("Enlarged", "局部放大") + QStringLiteral("  ") + scale_text(scale));
}

/// \param both or only the second
void PageMaps::drop_insets(bool both) {
    QgsLayoutItemMapOverviewStack* second = items_.map("inset")->overviews();
    if (second->size() > 0) second->overview(0)->setEnabled(false);
    items_.remove("inset_2");
    items_.remove("inset_2_title");
    if (!both) return;
    items_.map("map")->overviews()->overview(0)->setEnabled(false);
    items_.remove("inset");
    items_.remove("inset_title");
}

/// A page needs none where it shows most of the audit anyway.
bool PageMaps::wants_locator() const {
    if (order_.result == nullptr) return !order_.unit.whole;
    constexpr double most = 0.6;
    const geo::Box shown = order_.result->extent;
    const geo::Box all = order_.source.extent;
    return shown.east - shown.west < most * (all.east - all.west) &&
           shown.north - shown.south < most * (all.north - all.south);
}

void PageMaps::show_locator() {
    QgsLayoutItemMap* map = items_.map("locator");
    if (map == nullptr) return;
    if (!wants_locator()) {
        items_.remove("locator");
        items_.remove("locator_title");
        return;
    }
    has_locator_ = true;
    if (!inset_in_column_) items_.move("locator", items_.place("locator").united(locator_room_));
    const QgsRectangle all = box_of(order_.source.extent, order_.source.wide);
    show(*map, {order_.layers.locator}, order_.source.wide,
         window_on(all, items_.place("locator").size(), 0.03));
}

/// Around a box in degrees, from its corners and middles.
QgsRectangle PageMaps::box_of(const geo::Box& degrees, const PaperProjection& projection) {
    const geo::Box& e = degrees;
    geo::Polygon outline;
    outline.rings.emplace_back();
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        for (const double lat : {e.south, e.north})
            outline.rings[0].push_back({e.west + t * (e.east - e.west), lat});
        for (const double lon : {e.west, e.east})
            outline.rings[0].push_back({lon, e.south + t * (e.north - e.south)});
    }
    return projected(geo::Projection(projection.definition), {{outline}}).boundingBox();
}

void PageMaps::show() {
    locator_room_ = items_.place("locator").united(items_.place("inset"));
    show_main_map();
    if (order_.before != nullptr) show_before();
    show_insets();
    show_locator();
}

double PageMaps::column_end() const {
    if (has_locator_) return items_.place("locator_title").top();
    if (second_) return items_.place("inset_2_title").top();
    return inset_in_column_ ? items_.place("inset_title").top() : items_.place("north").top();
}

bool PageMaps::drop_second() {
    if (!second_) return false;
    second_ = inset_in_column_ = false;
    drop_insets(false);
    return true;
}

}  // namespace yiquan::plugin
