// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/quantity.hpp"
#include "core/geo/lonlat.hpp"
#include "core/siting/model.hpp"

namespace yiquan::plugin {

class Session;

/// What becomes of the stations that there are.
enum class ExistingStations { stay, may_close, ignore };

/// A candidate that was clicked on the map.
struct ClickedPlace {
    QString id;
    geo::LonLat place;
};

/// What the page "Siting" asks for. The session keeps it under ids that begin with "siting_".
struct SitingChoices {
    const siting::Model* model = nullptr;
    std::uint32_t count = 0;       ///< sites beside those that stay
    bool curve = true;             ///< also every smaller number
    std::optional<double> budget;  ///< instead of a count
    double share = 0.0;            ///< for the model that asks for one
    Metres radius;
    ExistingStations existing = ExistingStations::stay;
    double seconds = 0.0;  ///< 0: no limit
    bool by_clicks = false;
    std::vector<ClickedPlace> clicked;
};

/// \throws Error{usage} for a model that this version does not know, and where there is no radius
[[nodiscard]] SitingChoices siting_choices(const Session& session);

/// The radius that the page Coverage works with; none where its standard has none.
[[nodiscard]] std::optional<Metres> coverage_radius(const Session& session);

[[nodiscard]] std::vector<ClickedPlace> clicked_places(const Session& session);
void set_clicked_places(Session& session, const std::vector<ClickedPlace>& places);

}  // namespace yiquan::plugin
