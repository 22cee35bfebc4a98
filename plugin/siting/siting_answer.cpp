// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/siting/siting_answer.hpp"

#include <qgsfeatureiterator.h>
#include <qgsfeaturerequest.h>
#include <qgsvectorlayer.h>

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

#include "core/siting/model.hpp"
#include "plugin/language.hpp"
#include "plugin/program/program_document.hpp"

namespace yiquan::plugin {
namespace {

QStringList ids_in(const QJsonObject& json, const char* key) {
    QStringList out;
    for (const QJsonValue& id : json.value(QLatin1String(key)).toArray()) out << id.toString();
    return out;
}

SitingProposal proposal_from(const QJsonObject& json) {
    SitingProposal out;
    out.id = text_in(json, "id");
    out.name = text_in(json, "name");
    out.order = static_cast<int>(number_in(json, "order").value_or(0.0));
    out.first_p = static_cast<int>(number_in(json, "first_p").value_or(0.0));
    out.served = number_in(json, "served");
    out.served_only_here = number_in(json, "served_only_here");
    const auto lon = number_in(json, "lon");
    const auto lat = number_in(json, "lat");
    if (lon && lat) out.place = geo::LonLat{*lon, *lat};
    return out;
}

SitingStep step_from(const QJsonObject& json) {
    SitingStep out;
    out.p = static_cast<int>(number_in(json, "p").value_or(0.0));
    out.status = text_in(json, "status");
    out.objective = number_in(json, "objective").value_or(0.0);
    out.bound = number_in(json, "bound").value_or(0.0);
    out.gap = number_in(json, "gap").value_or(0.0);
    out.gain = number_in(json, "gain");
    out.sites = ids_in(json, "sites");
    return out;
}

std::optional<SitingAnswer::Served> served_in(const QJsonObject& json) {
    const QJsonObject served = json.value(QLatin1String("served")).toObject();
    const auto total = number_in(served, "total");
    if (!total) return std::nullopt;
    return SitingAnswer::Served{*total, number_in(served, "before").value_or(0.0),
                                number_in(served, "after").value_or(0.0)};
}

}  // namespace

SitingAnswer siting_answer(const QByteArray& document) {
    const QJsonObject json = document_of(document, "yiquan.siting/1");
    SitingAnswer out;
    out.model = text_in(json, "model");
    out.status = text_in(json, "status");
    const QJsonObject name = json.value(QLatin1String("objective_name")).toObject();
    out.objective_en = text_in(name, "en");
    out.objective_zh = text_in(name, "zh");
    out.objective = number_in(json, "objective").value_or(0.0);
    out.bound = number_in(json, "bound").value_or(0.0);
    out.gap = number_in(json, "gap").value_or(0.0);
    out.tolerance = number_in(json, "tolerance").value_or(0.0);
    out.seconds = number_in(json, "seconds").value_or(0.0);
    out.uncoverable = number_in(json, "uncoverable").value_or(0.0);
    out.uncoverable_places = static_cast<int>(number_in(json, "uncoverable_places").value_or(0.0));
    const QJsonObject request = json.value(QLatin1String("request")).toObject();
    if (text_in(json, "unit") == text(info(CostUnit::seconds).id)) out.unit = CostUnit::seconds;
    out.radius = number_in(request, "radius_m");
    out.share = number_in(request, "share");
    out.budget = number_in(request, "budget");
    out.served = served_in(json);
    out.sites = ids_in(json, "sites");
    out.closed = ids_in(json, "closed");
    for (const QJsonValue& each : json.value(QLatin1String("proposals")).toArray()) {
        out.proposals.push_back(proposal_from(each.toObject()));
    }
    for (const QJsonValue& each : json.value(QLatin1String("curve")).toArray()) {
        out.curve.push_back(step_from(each.toObject()));
    }
    // The first site's gain is over the stations of today.
    if (siting::model_of_document(out.model.toStdString()).counts_reach && !out.curve.isEmpty() &&
        out.curve.front().p == 1 && out.served && out.closed.isEmpty()) {
        out.curve.front().gain = out.curve.front().objective - out.served->before;
    }
    return out;
}

int SitingAnswer::last_p() const {
    return curve.isEmpty() ? sites.size() : curve.back().p;
}

QList<SitingProposal> SitingAnswer::at(int p) const {
    if (p == last_p()) return proposals;
    QList<SitingProposal> out;
    for (const SitingStep& step : curve) {
        if (step.p != p) continue;
        for (const QString& id : step.sites) {
            const SitingSite site = plan.value(id);
            if (!site.existing) out.push_back({id, site.name, site.place, 0, first_p(id), {}, {}});
        }
    }
    std::sort(out.begin(), out.end(), [](const SitingProposal& a, const SitingProposal& b) {
        return a.first_p != b.first_p ? a.first_p < b.first_p : a.id < b.id;
    });
    for (int i = 0; i < out.size(); ++i) out[i].order = i + 1;
    return out;
}

int SitingAnswer::first_p(const QString& id) const {
    for (const SitingStep& step : curve) {
        if (step.sites.contains(id)) return step.p;
    }
    return 0;
}

QHash<QString, SitingSite> plan_sites(const QString& package) {
    QHash<QString, SitingSite> out;
    const QgsVectorLayer layer(package + QStringLiteral("|layername=siting_sites"), QString(),
                               QStringLiteral("ogr"));
    if (!layer.isValid()) return out;
    QgsFeature feature;
    QgsFeatureIterator rows = layer.getFeatures();
    while (rows.nextFeature(feature)) {
        SitingSite site;
        site.name = feature.attribute(QStringLiteral("name")).toString();
        const QString role = feature.attribute(QStringLiteral("role")).toString();
        site.existing = role == QLatin1String("existing") || role == QLatin1String("closed");
        if (feature.hasGeometry()) {
            const QgsPointXY point = feature.geometry().asPoint();
            site.place = geo::LonLat{point.x(), point.y()};
        }
        out.insert(feature.attribute(QStringLiteral("id")).toString(), site);
    }
    return out;
}

}  // namespace yiquan::plugin
