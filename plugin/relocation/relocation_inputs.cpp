// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/relocation/relocation_inputs.hpp"

#include <fmt/format.h>

#include <qgsfields.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QMap>

#include "plugin/layers/known_column.hpp"
#include "plugin/layers/relocation_result.hpp"
#include "plugin/program/kept_answer.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

constexpr std::string_view households_role = "relocation_households";
constexpr std::string_view sites_role = "relocation_sites";

RelocationColumn column(std::string_view of, std::string_view id, const char* known, Message name) {
    return {{.id = id, .kind = toolbox::ParameterKind::column, .name = std::move(name), .help = {}, .of = of},
            QLatin1String(known)};
}

Error missing(Message what) {
    return Error{ErrorKind::usage, std::move(what)};
}

const QgsMapLayer& layer_of(const Session& session, std::string_view role, const Message& else_say) {
    const QgsMapLayer* layer = session.layer(role);
    if (layer == nullptr) throw missing(else_say);
    return *layer;
}

QMap<QString, QString> renamed_columns(const Session& session, const std::vector<RelocationColumn>& columns) {
    QMap<QString, QString> out;
    for (const RelocationColumn& each : columns) {
        const QString chosen = session.value(each.parameter.id).toString();
        if (!chosen.isEmpty() && chosen != each.known) out.insert(chosen, each.known);
    }
    return out;
}

QgsFields site_fields(const Session& session) {
    if (!takes_screened_sites(session)) {
        const auto* layer = qobject_cast<const QgsVectorLayer*>(session.layer(sites_role));
        return layer == nullptr ? QgsFields() : layer->fields();
    }
    const QgsVectorLayer screened(screened_sites(remembered_folder(session, screening_run)), QString(),
                                  QStringLiteral("ogr"));
    return screened.fields();
}

/// How the copy of the households calls columns. That in which households and sites must agree gets the name
/// of the sites' column of counties where the sites have none of its own name.
QMap<QString, QString> renamed_household_columns(const Session& session) {
    QMap<QString, QString> out = renamed_columns(session, household_columns());
    const QString within = session.value("relocation_households_within").toString();
    if (within.isEmpty()) return out;
    const QgsFields sites = site_fields(session);
    if (sites.lookupField(out.value(within, within)) >= 0) return out;
    if (const auto county = known_column(sites, intake::Meaning::county)) out.insert(within, *county);
    return out;
}

}  // namespace

std::vector<RelocationColumn> household_columns() {
    constexpr std::string_view of = households_role;
    return {column(of, "relocation_households_id", "id", {"Id", "编号"}),
            column(of, "relocation_households_name", "name", {"Name", "名称"}),
            column(of, "relocation_households_people", "people", {"People", "人数"}),
            column(of, "relocation_households_count", "households", {"Households", "户数"}),
            column(of, "relocation_households_village", "village", {"Village", "村"}),
            column(of, "relocation_households_county", "county", {"County", "县"}),
            column(of, "relocation_households_farthest", "max_distance_km",
                   {"Farthest move (km)", "最远距离（公里）"}),
            column(of, "relocation_households_lon", "lon", {"Longitude", "经度"}),
            column(of, "relocation_households_lat", "lat", {"Latitude", "纬度"})};
}

std::vector<RelocationColumn> site_columns() {
    constexpr std::string_view of = sites_role;
    return {column(of, "relocation_sites_id", "id", {"Id", "编号"}),
            column(of, "relocation_sites_name", "name", {"Name", "名称"}),
            column(of, "relocation_sites_capacity", "capacity", {"Capacity (people)", "容量（人）"}),
            column(of, "relocation_sites_county", "county", {"County", "县"}),
            column(of, "relocation_sites_price", "price", {"Price", "造价"}),
            column(of, "relocation_sites_lon", "lon", {"Longitude", "经度"}),
            column(of, "relocation_sites_lat", "lat", {"Latitude", "纬度"})};
}

bool takes_screened_sites(const Session& session) {
    const QString source = session.value("relocation_source").toString();
    if (!source.isEmpty()) return source == QLatin1String("screened");
    return session.layer(sites_role) == nullptr;
}

RelocationInputs::RelocationInputs(const Session& session)
    : households_(
          layer_of(session, households_role, {"Choose the layer of those who move.", "请选择搬迁户图层。"}),
          session.project(), QStringLiteral("households"), renamed_household_columns(session)) {
    constexpr double metres_in_km = 1000.0;
    if (takes_screened_sites(session)) {
        const QString folder = remembered_folder(session, screening_run);
        if (folder.isEmpty()) {
            throw missing(
                {"There is no screening yet; screen the candidates first, or choose a layer of sites.",
                 "还没有筛查结果；请先筛查候选地，或选择安置点图层。"});
        }
        screened_ = screened_sites(folder);
    } else {
        sites_.emplace(layer_of(session, sites_role,
                                {"Choose a layer of sites, or take the screened ones.",
                                 "请选择安置点图层，或使用筛查结果。"}),
                       session.project(), QStringLiteral("sites"), renamed_columns(session, site_columns()));
    }
    const QMap<QString, QString> renamed = renamed_household_columns(session);
    const auto seen = [&](std::string_view id) {  // as the program knows the chosen column
        const QString chosen = session.value(id).toString();
        return renamed.value(chosen, chosen);
    };
    words_ << QStringLiteral("--objective") << session.value("relocation_objective").toString();
    if (const auto farthest = session.number("relocation_farthest")) {
        words_ << QStringLiteral("--max-distance")
               << QString::fromStdString(fmt::format("{} km", *farthest / metres_in_km));
    }
    const auto datum = [&](std::string_view id) {
        const QString chosen = session.value(id).toString();
        return chosen.isEmpty() ? QStringLiteral("wgs84") : chosen;
    };
    words_ << QStringLiteral("--datum") << datum(households_datum);
    // A screening writes WGS84.
    words_ << QStringLiteral("--sites-datum") << (sites_ ? datum(sites_datum) : QStringLiteral("wgs84"));
    const QString within = seen("relocation_households_within");
    if (!within.isEmpty()) words_ << QStringLiteral("--within") << within;
    const QString together = seen("relocation_households_together");
    if (!together.isEmpty()) words_ << QStringLiteral("--together") << together;
    if (session.flag("relocation_allow_unknown")) words_ << QStringLiteral("--allow-unknown");
    const double seconds = session.number("relocation_seconds").value_or(0.0);
    if (seconds > 0.0) {
        words_ << QStringLiteral("--time-limit") << QString::fromStdString(fmt::format("{} s", seconds));
    }
}

QStringList RelocationInputs::write(const QString& folder, Progress& progress) const {
    constexpr double half = 0.5;
    QStringList words{QStringLiteral("relocate"), QStringLiteral("--households"),
                      households_.save(folder, progress)};
    progress.step(half);
    words << QStringLiteral("--sites") << (sites_ ? sites_->save(folder, progress) : screened_);
    words += words_;
    return words << QStringLiteral("--output") << QStringLiteral("relocation.gpkg")
                 << QStringLiteral("--json");
}

}  // namespace yiquan::plugin
