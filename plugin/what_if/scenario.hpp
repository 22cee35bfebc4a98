// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/audit/what_if.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::plugin {

/// What became of a station, seen from today.
enum class StationState {
    existing,
    added,
    moved,
    removed,
    absent,  ///< takes no part: left out by the filter, or an addition that was undone
};

/// As the layers and the project file have it: "existing", "added", …
[[nodiscard]] std::string_view state_id(StationState state);

/// A station that is not as it is today: elsewhere, new, gone or under another name.
struct StationChange {
    std::uint32_t number = 0;
    QString id;
    QString name;
    StationState state = StationState::existing;
    std::optional<geo::LonLat> place;  ///< none for a removed one
};

/// The figures that scenarios are compared by.
struct ScenarioFigures {
    double demand = 0.0;
    double covered = 0.0;
    double gap = 0.0;
    double share = 0.0;
    double gained = 0.0;
    double lost = 0.0;
    std::optional<bool> meets_target;
};

/// A set of changes under a name, with figures, so that it can be shown without counting again.
struct Scenario {
    struct ZoneFigures {
        QString code;
        QString name;
        double covered = 0.0;
    };

    QString name;
    QString standard;     ///< id
    double radius = 0.0;  ///< metres
    ScenarioFigures today;
    ScenarioFigures figures;
    QList<StationChange> changes;
    QList<ZoneFigures> zones;

    [[nodiscard]] int count(StationState state) const;
};

[[nodiscard]] QJsonObject to_json(const Scenario& scenario);
/// Missing parts are left empty, so that projects of later versions can still be read.
[[nodiscard]] Scenario scenario_of(const QJsonObject& json);

/// What the core counted, as figures of a scenario.
[[nodiscard]] ScenarioFigures figures_of(const audit::Figures& total, const audit::Change& change);

/// What a scenario did not find again.
struct ScenarioMisses {
    QList<StationChange> stations;  ///< of the list, by id; their changes were left out
    bool other_radius = false;
};

/// Where each station stands in a scenario, over the stations as they are today.
struct ScenarioPlaces {
    struct Place {
        std::uint32_t number = 0;
        std::optional<geo::LonLat> place;
        QString name;
    };
    QList<Place> places;            ///< of stations that the engine knows
    QList<StationChange> new_ones;  ///< that it does not know yet
    ScenarioMisses misses;
};

/// Matches a scenario's stations with those of a run: by id, additions by their id among earlier additions.
/// \param today  the stations at the start of the run
/// \param now    all that there ever were, by number; those beyond `today` are additions
[[nodiscard]] ScenarioPlaces match(const Scenario& scenario, std::span<const audit::WhatIfStation> today,
                                   std::span<const audit::WhatIfStation> now, Metres radius);

}  // namespace yiquan::plugin
