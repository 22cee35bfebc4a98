// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsgeometry.h>
#include <qgsrectangle.h>

#include <QList>
#include <QRectF>

#include <optional>
#include <utility>
#include <vector>

#include "plugin/layout/map_window.hpp"
#include "plugin/layout/page_items.hpp"
#include "plugin/layout/page_maker.hpp"
#include "plugin/layout/paper_text.hpp"

class QgsLayoutItemMap;
class QgsMapLayer;
class QgsPrintLayout;

namespace yiquan::plugin {

/// The maps of one page: the main one, the one before, enlarged parts, and where the page lies.
class PageMaps {
public:
    /// Projects the zones of the page. All arguments must outlive the object.
    /// \param unit size of the page's letters and lines, in A3's
    PageMaps(const PageOrder& order, QgsPrintLayout& layout, PageItems& items, double unit);

    /// Fills every map that the template has, and takes away those that this page does not need.
    void show();

    [[nodiscard]] const PaperProjection& projection() const { return projection_; }
    [[nodiscard]] const MapWindow& window() const { return window_; }  ///< of the main map
    /// Where the room for legend and table ends in the column beside the map.
    [[nodiscard]] double column_end() const;
    /// Takes a second enlarged map away, where there is one.
    /// \return whether there was
    bool drop_second();

private:
    void show(QgsLayoutItemMap& map, const QList<QgsMapLayer*>& layers, const PaperProjection& projection,
              const MapWindow& window);
    void show_main_map();
    void show_before();
    void show_insets();
    [[nodiscard]] bool wants_locator() const;
    void show_locator();
    void name_inset(const char* id, double scale);
    void drop_insets(bool both);

    struct Corner;
    [[nodiscard]] std::optional<Corner> best_corner(double readable) const;
    [[nodiscard]] std::optional<std::pair<QRectF, MapWindow>> free_corner(const MapWindow& window,
                                                                          double part) const;
    [[nodiscard]] static QgsRectangle box_of(const geo::Box& degrees, const PaperProjection& projection);

    const PageOrder& order_;
    QgsPrintLayout& layout_;
    PageItems& items_;
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

}  // namespace yiquan::plugin
