// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/what_if/scenario.hpp"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

#include "plugin/language.hpp"

namespace yiquan::plugin {
namespace {

constexpr std::array<std::pair<StationState, std::string_view>, 5> state_ids{{
    {StationState::existing, "existing"},
    {StationState::added, "added"},
    {StationState::moved, "moved"},
    {StationState::removed, "removed"},
    {StationState::absent, "absent"},
}};

StationState state_of(const QString& id) {
    for (const auto& [state, name] : state_ids) {
        if (id == text(name)) return state;
    }
    return StationState::absent;
}

QJsonObject figures_json(const ScenarioFigures& figures) {
    return {{QStringLiteral("demand"), figures.demand},
            {QStringLiteral("covered"), figures.covered},
            {QStringLiteral("gap"), figures.gap},
            {QStringLiteral("covered_share"), figures.share},
            {QStringLiteral("gained"), figures.gained},
            {QStringLiteral("lost"), figures.lost},
            {QStringLiteral("meets_target"),
             figures.meets_target ? QJsonValue(*figures.meets_target) : QJsonValue()}};
}

ScenarioFigures figures_from(const QJsonObject& json) {
    ScenarioFigures figures;
    figures.demand = json.value(QStringLiteral("demand")).toDouble();
    figures.covered = json.value(QStringLiteral("covered")).toDouble();
    figures.gap = json.value(QStringLiteral("gap")).toDouble();
    figures.share = json.value(QStringLiteral("covered_share")).toDouble();
    figures.gained = json.value(QStringLiteral("gained")).toDouble();
    figures.lost = json.value(QStringLiteral("lost")).toDouble();
    const QJsonValue target = json.value(QStringLiteral("meets_target"));
    if (target.isBool()) figures.meets_target = target.toBool();
    return figures;
}

QJsonObject change_json(const StationChange& change) {
    QJsonObject json{{QStringLiteral("number"), static_cast<double>(change.number)},
                     {QStringLiteral("id"), change.id},
                     {QStringLiteral("name"), change.name},
                     {QStringLiteral("state"), text(state_id(change.state))}};
    if (change.place) {
        json[QStringLiteral("lon")] = change.place->lon;
        json[QStringLiteral("lat")] = change.place->lat;
    }
    return json;
}

StationChange change_from(const QJsonObject& json) {
    StationChange change;
    change.number = static_cast<std::uint32_t>(json.value(QStringLiteral("number")).toDouble());
    change.id = json.value(QStringLiteral("id")).toString();
    change.name = json.value(QStringLiteral("name")).toString();
    change.state = state_of(json.value(QStringLiteral("state")).toString());
    const QJsonValue lon = json.value(QStringLiteral("lon"));
    const QJsonValue lat = json.value(QStringLiteral("lat"));
    if (lon.isDouble() && lat.isDouble()) change.place = geo::LonLat{lon.toDouble(), lat.toDouble()};
    return change;
}

}  // namespace

std::string_view state_id(StationState state) {
    for (const auto& [known, name] : state_ids) {
        if (known == state) return name;
    }
    return {};
}

int Scenario::count(StationState state) const {
    return static_cast<int>(std::count_if(
        changes.begin(), changes.end(), [&](const StationChange& change) { return change.state == state; }));
}

QJsonObject to_json(const Scenario& scenario) {
    QJsonArray changes;
    for (const StationChange& change : scenario.changes) changes.push_back(change_json(change));
    QJsonArray zones;
    for (const Scenario::ZoneFigures& zone : scenario.zones) {
        zones.push_back(QJsonObject{{QStringLiteral("code"), zone.code},
                                    {QStringLiteral("name"), zone.name},
                                    {QStringLiteral("covered"), zone.covered}});
    }
    return {{QStringLiteral("name"), scenario.name},
            {QStringLiteral("base"), QJsonObject{{QStringLiteral("standard"), scenario.standard},
                                                 {QStringLiteral("radius_m"), scenario.radius},
                                                 {QStringLiteral("figures"), figures_json(scenario.today)}}},
            {QStringLiteral("figures"), figures_json(scenario.figures)},
            {QStringLiteral("changes"), changes},
            {QStringLiteral("zones"), zones}};
}

Scenario scenario_of(const QJsonObject& json) {
    Scenario scenario;
    scenario.name = json.value(QStringLiteral("name")).toString();
    const QJsonObject base = json.value(QStringLiteral("base")).toObject();
    scenario.standard = base.value(QStringLiteral("standard")).toString();
    scenario.radius = base.value(QStringLiteral("radius_m")).toDouble();
    scenario.today = figures_from(base.value(QStringLiteral("figures")).toObject());
    scenario.figures = figures_from(json.value(QStringLiteral("figures")).toObject());
    for (const QJsonValue& change : json.value(QStringLiteral("changes")).toArray()) {
        scenario.changes.push_back(change_from(change.toObject()));
    }
    for (const QJsonValue& value : json.value(QStringLiteral("zones")).toArray()) {
        const QJsonObject zone = value.toObject();
        scenario.zones.push_back({zone.value(QStringLiteral("code")).toString(),
                                  zone.value(QStringLiteral("name")).toString(),
                                  zone.value(QStringLiteral("covered")).toDouble()});
    }
    return scenario;
}

ScenarioFigures figures_of(const audit::Figures& total, const audit::Change& change) {
    return {.demand = total.demand.value(),
            .covered = total.covered.value(),
            .gap = total.gap.value(),
            .share = total.covered_share(),
            .gained = change.gained.value(),
            .lost = change.lost.value(),
            .meets_target = total.meets_target};
}

ScenarioPlaces match(const Scenario& scenario, std::span<const audit::WhatIfStation> today,
                     std::span<const audit::WhatIfStation> now, Metres radius) {
    ScenarioPlaces out;
    out.misses.other_radius = scenario.radius != radius.value();
    QHash<QString, std::uint32_t> listed;
    QHash<QString, std::uint32_t> additions;
    for (std::size_t i = 0; i < now.size(); ++i) {
        const bool of_the_list = i < today.size();
        if (of_the_list && !today[i].place) continue;  // the filter leaves it out
        (of_the_list ? listed : additions).insert(text(now[i].id), static_cast<std::uint32_t>(i));
    }

    QHash<std::uint32_t, StationChange> changed;
    for (const StationChange& change : scenario.changes) {
        const bool addition = change.state == StationState::added;
        const auto& known = addition ? additions : listed;
        if (const auto found = known.find(change.id); found != known.end()) {
            changed.insert(*found, change);
        } else if (addition && change.place) {
            out.new_ones.push_back(change);
        } else {
            out.misses.stations.push_back(change);
        }
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        const bool of_the_list = i < today.size();
        if (of_the_list && !today[i].place) continue;
        const auto number = static_cast<std::uint32_t>(i);
        ScenarioPlaces::Place place{number, of_the_list ? today[i].place : std::nullopt,
                                    text(of_the_list ? today[i].name : now[i].name)};
        if (const auto found = changed.find(number); found != changed.end()) {
            if (found->state != StationState::existing) place.place = found->place;
            place.name = found->name;
        }
        out.places.push_back(place);
    }
    return out;
}

}  // namespace yiquan::plugin
