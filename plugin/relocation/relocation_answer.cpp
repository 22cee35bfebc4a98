// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/relocation/relocation_answer.hpp"

#include <qgsfeatureiterator.h>
#include <qgsfeaturerequest.h>
#include <qgsvectorlayer.h>

#include <QHash>
#include <QJsonArray>

#include "plugin/program/program_document.hpp"

namespace yiquan::plugin {
namespace {

double amount_in(const QJsonObject& json, const char* key) {
    return number_in(json, key).value_or(0.0);
}

RelocationSite site_from(const QJsonObject& json) {
    RelocationSite out;
    out.id = text_in(json, "id");
    out.name = text_in(json, "name");
    out.place = place_in(json);
    out.capacity = amount_in(json, "capacity");
    out.load = amount_in(json, "load");
    out.households = count_in(json, "households");
    out.opened = json.value(QLatin1String("opened")).toBool();
    out.allowed = json.value(QLatin1String("allowed")).toBool(true);
    return out;
}

UnplacedHousehold unplaced_from(const QJsonObject& json) {
    UnplacedHousehold out;
    out.id = text_in(json, "household");
    out.name = text_in(json, "name");
    out.village = text_in(json, "village");
    // Where its rows move as one, under a name that no other village has.
    const QString unit = text_in(json, "unit");
    if (!out.village.isEmpty() && !unit.isEmpty() && unit != out.id) out.village = unit;
    out.people = amount_in(json, "people");
    out.reason = text_in(json, "reason");
    const QJsonObject text = json.value(QLatin1String("text")).toObject();
    out.text_en = text_in(text, "en");
    out.text_zh = text_in(text, "zh");
    return out;
}

RelocationAnswer::Totals totals_from(const QJsonObject& json) {
    RelocationAnswer::Totals out;
    out.households = amount_in(json, "households");
    out.people = amount_in(json, "people");
    out.placed_households = amount_in(json, "placed_households");
    out.placed_people = amount_in(json, "placed_people");
    out.unplaced_households = amount_in(json, "unplaced_households");
    out.unplaced_people = amount_in(json, "unplaced_people");
    out.sites = count_in(json, "sites");
    out.opened = count_in(json, "opened");
    out.capacity = amount_in(json, "capacity");
    return out;
}

}  // namespace

bool RelocationAnswer::Totals::balances() const {
    constexpr double half = 0.5;
    const auto same = [](double a, double b) { return a - b < half && b - a < half; };
    return same(placed_people + unplaced_people, people) &&
           same(placed_households + unplaced_households, households);
}

RelocationAnswer relocation_answer(const QByteArray& document) {
    const QJsonObject json = document_of(document, "yiquan.relocation/1");
    RelocationAnswer out;
    out.objective = relocation::objective_from(text_in(json, "objective").toStdString());
    out.status = text_in(json, "status");
    out.value = amount_in(json, "value");
    out.bound = amount_in(json, "bound");
    out.gap = amount_in(json, "gap");
    out.seconds = amount_in(json, "seconds");
    out.totals = totals_from(json.value(QLatin1String("totals")).toObject());
    const QJsonObject travel = json.value(QLatin1String("travel")).toObject();
    out.person_km = amount_in(travel, "person_km");
    out.mean = number_in(travel, "mean_m");
    out.worst = number_in(travel, "worst_m");
    for (const QJsonValue& each : json.value(QLatin1String("sites")).toArray()) {
        out.sites.push_back(site_from(each.toObject()));
    }
    for (const QJsonValue& each : json.value(QLatin1String("unplaced")).toArray()) {
        out.unplaced.push_back(unplaced_from(each.toObject()));
    }
    return out;
}

void add_places(RelocationAnswer& answer, const QString& package) {
    if (answer.unplaced.isEmpty()) return;
    const QgsVectorLayer layer(package + QStringLiteral("|layername=relocation_households"), QString(),
                               QStringLiteral("ogr"));
    if (!layer.isValid()) return;
    QHash<QString, int> known;
    for (int i = 0; i < answer.unplaced.size(); ++i) known.insert(answer.unplaced.at(i).id, i);
    QgsFeatureRequest request(QStringLiteral("\"placed\" = 0"));
    request.setSubsetOfAttributes(QStringList{QStringLiteral("id")}, layer.fields());
    QgsFeatureIterator rows = layer.getFeatures(request);
    QgsFeature row;
    while (rows.nextFeature(row)) {
        const auto at = known.find(row.attribute(QStringLiteral("id")).toString());
        if (at == known.end() || !row.hasGeometry()) continue;
        const QgsPointXY point = row.geometry().asPoint();
        answer.unplaced[*at].place = geo::LonLat{point.x(), point.y()};
    }
}

}  // namespace yiquan::plugin
