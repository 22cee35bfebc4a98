// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsfeature.h>
#include <qgsvectorlayer.h>

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <cstdint>
#include <optional>

#include "core/base/progress.hpp"
#include "core/base/quantity.hpp"
#include "core/geo/lonlat.hpp"
#include "plugin/what_if/scenario.hpp"

class QgsProject;

namespace yiquan::plugin {

/// A station as the map shows it.
struct DrawnStation {
    std::uint32_t number = 0;
    QString id;
    QString name;
    StationState state = StationState::existing;
    std::optional<geo::LonLat> place;  ///< of a removed one: where it was; of an absent one: none
    double served = 0.0;
};

/// Stations and their circles as QGIS features. Circles are drawn by the core; that takes a tenth of a
/// millisecond each, so thousands are drawn in the background.
struct ScratchFeatures {
    QgsFeatureList points;
    QgsFeatureList circles;
    QList<quint32> numbers;  ///< of the stations, in the order of both
};
/// \throws Error{cancelled}
[[nodiscard]] ScratchFeatures draw_stations(const QList<DrawnStation>& stations, Metres radius,
                                            Progress& progress);

/// The layers "what_if" and "what_if_circles" in a group of their own, kept in memory.
class ScratchLayers final : public QObject {
    Q_OBJECT
public:
    /// \param project outlives the layers
    explicit ScratchLayers(QgsProject& project);
    ~ScratchLayers() override;

    /// Puts the layers on top of the project, new ones if there are some already.
    void show(ScratchFeatures features, Metres radius);
    /// Draws some stations anew. Nothing happens where the user took the layers away.
    void update(const QList<DrawnStation>& stations);
    void remove();
    [[nodiscard]] bool shown() const { return points_ != nullptr && circles_ != nullptr; }
    [[nodiscard]] QgsVectorLayer* points() const { return points_; }
    [[nodiscard]] QgsVectorLayer* circles() const { return circles_; }

    /// Takes away what an earlier session left in a saved project: memory layers come back empty.
    static void remove_leftovers(QgsProject& project);

signals:
    /// The user removed a layer.
    void lost();

private:
    void watch(QgsVectorLayer& layer);

    QgsProject& project_;
    QPointer<QgsVectorLayer> points_;
    QPointer<QgsVectorLayer> circles_;
    QHash<quint32, QgsFeatureId> point_ids_;
    QHash<quint32, QgsFeatureId> circle_ids_;
    Metres radius_;
    bool removing_ = false;
    int generation_ = 0;  // of the layers
};

}  // namespace yiquan::plugin
