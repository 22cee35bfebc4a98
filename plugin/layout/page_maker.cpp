// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/page_maker.hpp"
#include "plugin/layout/paper_text.hpp"

#include <fmt/format.h>

#include <qgsexpressioncontext.h>
#include <qgsexpressioncontextutils.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitemmapoverview.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>
#include <qgsvectorlayer.h>

#include <QDomDocument>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"
#include "plugin/layout/ledger_rows.hpp"
#include "plugin/layout/page_items.hpp"
#include "plugin/layout/page_words.hpp"

namespace yiquan {
std::span<const EmbeddedFile> embedded_layouts();
}

namespace yiquan::plugin {
namespace {

constexpr double page_margin = 0.035;
/// A zone whose side is shorter than this, in A3's mm, cannot be read on an overview.
constexpr double readable_side = 7.0;
constexpr double readable_on_overview = 12.0;  // where stations crowd the small ones as well
constexpr std::size_t most_gaps = 10;

QDomDocument template_of(const PaperLayout& layout) {
    const std::string name = fmt::format("{}.qpt", layout.file);
    QDomDocument document;
    for (const EmbeddedFile& file : embedded_layouts()) {
        if (file.name == name && document.setContent(utf8(file.text))) return document;
    }
    throw Error{ErrorKind::internal,
                {fmt::format("There is no template {}.", name), fmt::format("没有版式模板 {}。", name)}};
}

std::unique_ptr<QgsPrintLayout> load_template(const PaperLayout& layout, QgsProject& project) {
    auto loaded = std::make_unique<QgsPrintLayout>(&project);
    bool good = false;
    loaded->loadFromTemplate(template_of(layout), QgsReadWriteContext(), true, &good);
    if (!good) {
        throw Error{ErrorKind::internal,
                    {fmt::format("QGIS cannot read the template {}.", layout.file),
                     fmt::format("QGIS 无法读取版式模板 {}。", layout.file)}};
    }
    return loaded;
}

PaperUnits units_in(QgsPrintLayout& layout) {
    const std::unique_ptr<QgsExpressionContextScope> scope(QgsExpressionContextUtils::layoutScope(&layout));
    const auto read = [&](const char* name, double otherwise) {
        const double unit = scope->variable(QString::fromUtf8(name)).toDouble();
        return unit > 0.0 ? unit : otherwise;
    };
    const double page = read("yiquan_unit", 1.0);
    return {page, read("yiquan_map_unit", page)};
}

void set_variable(QgsPrintLayout& layout, const char* name, const QVariant& value) {
    QgsExpressionContextUtils::setLayoutVariable(&layout, QString::fromUtf8(name), value);
}

/// Codes between line breaks, which no code holds; a star for all.
QString focus_of(const PageOrder& order) {
    if (order.unit.whole) return QStringLiteral("*");
    QString focus = QStringLiteral("\n");
    for (const std::size_t zone : order.unit.zones) {
        focus += utf8(order.source.record.ledger.zones[zone].code) + QStringLiteral("\n");
    }
    return focus;
}

/// Those in the page's zones, in the same way.
QString facilities_of(const PageOrder& order) {
    if (order.unit.whole) return QStringLiteral("*");
    std::set<std::string_view> codes;
    for (const std::size_t zone : order.unit.zones) codes.insert(order.source.record.ledger.zones[zone].code);
    QString ids = QStringLiteral("\n");
    for (const report::RecordedFacility& facility : order.source.record.facilities) {
        if (codes.count(facility.zone) > 0) ids += utf8(facility.id) + QStringLiteral("\n");
    }
    return ids;
}

class PageFiller {
public:
    PageFiller(const PageOrder& order, QgsPrintLayout& layout)
        : order_(order),
          layout_(layout),
          items_(layout, order.family),
          words_(order.request.language),
          unit_(units_in(layout).page) {}

    void fill() {
        set_variable(layout_, "yiquan_focus", focus_of(order_));
        set_variable(layout_, "yiquan_facilities", facilities_of(order_));
        set_variable(layout_, "yiquan_named", order_.unit.whole ? 0 : 1);
        project_page();
        locator_room_ = items_.place("locator").united(items_.place("inset"));
        show_main_map();
        if (order_.before != nullptr) show_before();
        show_insets();
        show_locator();
        const QMap<QString, QString> texts =
            page_words({order_.request, order_.source.record,
                        order_.before != nullptr ? &order_.before->record : nullptr, order_.layout,
                        order_.unit, projection_.words, window_.scale, order_.number, order_.count},
                       words_);
        for (auto text = texts.begin(); text != texts.end(); ++text)
            items_.set_text(text.key(), text.value());
        constexpr double few_kilometres = 4000.0;
        items_.set_scalebar(window_.extent.width() < few_kilometres);
        switch (order_.layout.contents) {
            case Contents::province:
            case Contents::prefectures:
            case Contents::counties:
                return fill_column();
            case Contents::compare:
                return fill_comparison();
            case Contents::summary:
                return fill_summary();
        }
    }

private:
    void project_page() {
        const audit::StoredLedger& ledger = order_.source.record.ledger;
        geo::Box extent;
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

    void show(QgsLayoutItemMap& map, const QList<QgsMapLayer*>& layers, const PaperProjection& projection,
              const MapWindow& window) {
        map.setCrs(projection.crs);
        map.setLayers(layers);
        map.setKeepLayerSet(true);
        map.setExtent(window.extent);
        map.refresh();
    }

    void show_main_map() {
        QgsLayoutItemMap* map = items_.map("map");
        window_ = window_on(box_, items_.place("map").size(), page_margin);
        show(*map, order_.layers.map_layers(), projection_, window_);
    }

    void show_before() {
        QgsLayoutItemMap* map = items_.map("before");
        if (map != nullptr) show(*map, order_.layers_before->map_layers(), projection_, window_);
    }

    /// A place for the inset on the main map where no zone of the page lies, the map moved aside for it.
    struct Corner {
        QRectF place;  ///< on the page
        MapWindow main;
        Inset inset;
    };
    /// The one that makes most zones readable; a main map that shrinks for it must pay.
    [[nodiscard]] std::optional<Corner> best_corner(double readable) const {
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

    [[nodiscard]] std::optional<std::pair<QRectF, MapWindow>> free_corner(const MapWindow& window,
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
    void show_insets() {
        QgsLayoutItemMap* map = items_.map("inset");
        if (map == nullptr) return;
        const double readable = (order_.unit.whole ? readable_on_overview : readable_side) * unit_;
        const std::optional<Corner> corner = best_corner(readable);
        // The whole audit needs no locator, so an inset may have all of that room.
        const QRectF room = items_.place(order_.unit.whole ? "inset_2" : "inset");
        const QRectF place = corner ? corner->place : room;
        const std::optional<Inset> inset =
            corner ? corner->inset : find_inset(zones_, window_.scale, place.size(), readable);
        if (!inset) return drop_insets(true);
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
        if (!order_.unit.whole || items_.place("map").height() < high_enough * unit_)
            return drop_insets(false);
        const auto second = find_inset(zones_, inset->window.scale, room.size(), readable);
        if (!second) return drop_insets(false);
        inset_in_column_ = second_ = true;
        show(*items_.map("inset_2"), order_.layers.map_layers(), projection_, second->window);
        name_inset("inset_2_title", second->window.scale);
    }

    void name_inset(const char* id, double scale) {
        items_.set_text(QString::fromUtf8(id),
                        words_.say("Enlarged", "局部放大") + QStringLiteral("  ") + scale_text(scale));
    }

    /// \param both or only the second
    void drop_insets(bool both) {
        items_.map("inset")->overviews()->overview(0)->setEnabled(false);
        items_.remove("inset_2");
        items_.remove("inset_2_title");
        if (!both) return;
        items_.map("map")->overviews()->overview(0)->setEnabled(false);
        items_.remove("inset");
        items_.remove("inset_title");
    }

    void show_locator() {
        QgsLayoutItemMap* map = items_.map("locator");
        if (map == nullptr) return;
        if (order_.unit.whole) {
            items_.remove("locator");
            items_.remove("locator_title");
            return;
        }
        has_locator_ = true;
        if (!inset_in_column_) items_.move("locator", items_.place("locator").united(locator_room_));
        const QgsRectangle all = wide_box();
        show(*map, {order_.layers.locator}, order_.source.wide,
             window_on(all, items_.place("locator").size(), 0.03));
    }

    /// Box of the whole audit in its own projection, from the corners and middles of its box in degrees.
    [[nodiscard]] QgsRectangle wide_box() const {
        const geo::Box& e = order_.source.extent;
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
        return projected(geo::Projection(order_.source.wide.definition), {{outline}}).boundingBox();
    }

    [[nodiscard]] LedgerRows ledger(std::size_t most) const {
        return order_.before != nullptr
                   ? comparison_rows(order_.before->record, order_.source.record, order_.unit, words_, most)
                   : ledger_rows(order_.source.record, order_.unit, words_, most);
    }

    /// Legend, table, then locator and inset at the bottom of the column.
    void fill_column() {
        const QRectF table = items_.place("table");
        const double top = items_.place("legend").top();
        const double gap = 4.0 * unit_;
        constexpr double most_legend = 0.55;
        const QSizeF legend =
            items_.fill_legend(order_.layers, QSizeF(table.width(), (column_end() - top) * most_legend));
        const double from = top + legend.height() + gap;
        const auto fill = [&] {
            const QRectF room(table.left(), from, table.width(), column_end() - gap - from);
            return items_.fill_table("table", room, [this](std::size_t most) { return ledger(most); });
        };
        if (!fill() && second_) {  // the ledger tells more than a second inset
            second_ = inset_in_column_ = false;
            drop_insets(false);
            (void)fill();
        }
        if (items_.place("table").height() <= 0.0) items_.remove("table");
    }

    /// Where the room for legend and table ends.
    [[nodiscard]] double column_end() const {
        if (has_locator_) return items_.place("locator_title").top();
        if (second_) return items_.place("inset_2_title").top();
        return inset_in_column_ ? items_.place("inset_title").top() : items_.place("north").top();
    }

    void fill_comparison() {
        const QRectF table = items_.place("table");
        (void)items_.fill_legend(order_.layers, items_.place("legend").size());
        (void)items_.fill_table("table", table, [this](std::size_t most) { return ledger(most); });
    }

    void fill_summary() {
        (void)items_.fill_legend(order_.layers, items_.place("legend").size());
        (void)items_.fill_table("table", items_.place("table"),
                                [this](std::size_t most) { return ledger(most); });
        (void)items_.fill_table("gaps", items_.place("gaps"), [this](std::size_t most) {
            return gap_rows(order_.source.record, words_, std::min(most, most_gaps));
        });
    }

    const PageOrder& order_;
    QgsPrintLayout& layout_;
    PageItems items_;
    PaperText words_;
    double unit_;
    PaperProjection projection_;
    std::vector<QgsGeometry> shapes_;  // of the unit's zones
    std::vector<ZoneOnMap> zones_;
    QRectF locator_room_;
    QgsRectangle box_;
    MapWindow window_;
    bool inset_in_column_ = false;
    bool second_ = false;  // inset
    bool has_locator_ = false;
};

}  // namespace

PaperUnits units_of(const PaperLayout& layout) {
    QgsProject project;
    return units_in(*load_template(layout, project));
}

std::unique_ptr<QgsPrintLayout> make_page(const PageOrder& order, QgsProject& project) {
    std::unique_ptr<QgsPrintLayout> layout = load_template(order.layout, project);
    PageFiller(order, *layout).fill();
    return layout;
}

}  // namespace yiquan::plugin
