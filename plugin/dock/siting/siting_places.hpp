// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <vector>

#include "core/geo/lonlat.hpp"
#include "plugin/desk/desk.hpp"
#include "plugin/map/place_tool.hpp"

class QListWidget;
class QPushButton;
class QgsRubberBand;

namespace yiquan::plugin {

class Session;

/// Candidates that are clicked on the map: numbered, drawn, listed and kept in the project.
class SitingPlaces final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the panel
    SitingPlaces(Session& session, const Desk& desk, QWidget* parent);
    ~SitingPlaces() override;

    void refresh();
    /// The map tool; nullptr while there is no map.
    [[nodiscard]] PlaceTool* tool() const { return tool_; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void add(geo::LonLat place);
    void remove(int row);
    void zoom(int row) const;
    void draw();
    void show_buttons();

    Session& session_;
    Desk desk_;
    QPointer<PlaceTool> tool_;
    QPointer<QgsRubberBand> drawn_;
    QPushButton* pick_;
    QListWidget* list_;
    QPushButton* remove_;
    QPushButton* clear_;
};

}  // namespace yiquan::plugin
