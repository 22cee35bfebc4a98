// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/siting/siting_choices.hpp"

#include <QVariantList>
#include <QVariantMap>

#include "core/toolbox/parameters.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

ExistingStations existing_of(const std::string& id) {
    if (id == "may_close") return ExistingStations::may_close;
    return id == "ignore" ? ExistingStations::ignore : ExistingStations::stay;
}

}  // namespace

std::optional<Metres> coverage_radius(const Session& session) {
    try {
        const audit::Standard standard = toolbox::standard_of(session);
        if (!standard.bands.empty()) return Metres{standard.bands.back().value()};
    } catch (const Error&) {
        // The page Coverage says what is wrong with it.
    }
    return std::nullopt;
}

std::vector<ClickedPlace> clicked_places(const Session& session) {
    std::vector<ClickedPlace> out;
    for (const QVariant& entry : session.value("siting_places").toList()) {
        const QVariantMap row = entry.toMap();
        const geo::LonLat place{row.value(QStringLiteral("lon")).toDouble(),
                                row.value(QStringLiteral("lat")).toDouble()};
        const QString id = row.value(QStringLiteral("id")).toString();
        if (!id.isEmpty() && geo::on_earth(place)) out.push_back({id, place});
    }
    return out;
}

void set_clicked_places(Session& session, const std::vector<ClickedPlace>& places) {
    QVariantList list;
    for (const ClickedPlace& place : places) {
        list.push_back(QVariantMap{{QStringLiteral("id"), place.id},
                                   {QStringLiteral("lon"), place.place.lon},
                                   {QStringLiteral("lat"), place.place.lat}});
    }
    session.set("siting_places", list.isEmpty() ? QVariant{} : QVariant{list});
}

SitingChoices siting_choices(const Session& session) {
    SitingChoices out;
    out.model = &siting::model(session.text("siting_model"));
    const bool counts = out.model->choose == siting::Choose::count_or_budget;
    if (counts && session.text("siting_limit") == "budget") {
        out.budget = session.number("siting_budget").value_or(0.0);
    }
    out.count = static_cast<std::uint32_t>(session.value("siting_count").toUInt());
    out.curve = session.flag("siting_curve");
    out.share = session.number("siting_share").value_or(1.0);
    out.existing = existing_of(session.text("siting_existing"));
    out.seconds = session.number("siting_seconds").value_or(0.0);
    out.by_clicks = session.text("siting_source") == "map";
    if (out.by_clicks) out.clicked = clicked_places(session);
    const std::optional<double> own = session.number("siting_radius");
    const std::optional<Metres> radius = own ? Metres{*own} : coverage_radius(session);
    if (radius) {
        out.radius = *radius;
    } else if (out.model->threshold) {
        throw Error{ErrorKind::usage,
                    {"This model needs a radius; set one on this page, or choose a standard on the page "
                     "Coverage.",
                     "该模型需要半径；请在本页设定，或在“覆盖”页选择标准。"}};
    }
    return out;
}

}  // namespace yiquan::plugin
