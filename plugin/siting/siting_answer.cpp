// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/siting/siting_answer.hpp"

#include <qgsfeatureiterator.h>
#include <qgsfeaturerequest.h>
#include <qgsvectorlayer.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

#include "core/base/error.hpp"

namespace yiquan::plugin {
namespace {

std::optional<double> number_in(const QJsonObject& json, const char* key) {
    const QJsonValue value = json.value(QLatin1String(key));
    return value.isDouble() ? std::optional{value.toDouble()} : std::nullopt;
}

QString text_in(const QJsonObject& json, const char* key) {
    return json.value(QLatin1String(key)).toString();
}

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
    const QJsonObject json = QJsonDocument::fromJson(document).object();
    if (text_in(json, "schema") != QLatin1String("yiquan.siting/1")) {
        throw Error{ErrorKind::internal,
                    {"The program yiquan printed no answer that this plugin understands; install the same "
                     "version of both.",
                     "程序 yiquan 的输出无法识别；请为程序和插件安装相同的版本。"}};
    }
    SitingAnswer out;
    out.model = text_in(json, "model");
    out.status = text_in(json, "status");
    const QJsonObject name = json.value(QLatin1String("objective_name")).toObject();
    out.objective_en = text_in(name, "en");
    out.objective_zh = text_in(name, "zh");
    out.objective = number_in(json, "objective").value_or(0.0);
    out.bound = number_in(json, "bound").value_or(0.0);
    out.gap = number_in(json, "gap").value_or(0.0);
    out.seconds = number_in(json, "seconds").value_or(0.0);
    out.uncoverable = number_in(json, "uncoverable").value_or(0.0);
    out.uncoverable_places = static_cast<int>(number_in(json, "uncoverable_places").value_or(0.0));
    const QJsonObject request = json.value(QLatin1String("request")).toObject();
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
    return out;
}

int SitingAnswer::last_p() const {
    return curve.isEmpty() ? sites.size() : curve.back().p;
}

QList<SitingProposal> SitingAnswer::at(int p) const {
    QHash<QString, SitingProposal> known;
    for (const SitingProposal& each : proposals) known.insert(each.id, each);
    QStringList wanted = sites;
    for (const SitingStep& step : curve) {
        if (step.p == p) wanted = step.sites;
    }
    QList<SitingProposal> out;
    for (const QString& id : wanted) {
        SitingProposal one = known.value(id);
        one.id = id;
        for (auto step = curve.rbegin(); step != curve.rend(); ++step) {
            if (step->sites.contains(id)) one.first_p = step->p;
        }
        if (p != last_p()) {
            one.served.reset();
            one.served_only_here.reset();
        }
        out.push_back(one);
    }
    const bool final = p == last_p();
    std::stable_sort(out.begin(), out.end(), [final](const SitingProposal& a, const SitingProposal& b) {
        if (final && a.order > 0 && b.order > 0) return a.order < b.order;
        return a.first_p != b.first_p ? a.first_p < b.first_p : a.id < b.id;
    });
    for (int i = 0; i < out.size(); ++i) out[i].order = i + 1;
    return out;
}

void add_places(SitingAnswer& answer, const QString& package) {
    const QgsVectorLayer layer(package + QStringLiteral("|layername=siting_sites"), QString(),
                               QStringLiteral("ogr"));
    if (!layer.isValid()) return;
    QStringList asked;
    for (const SitingStep& step : answer.curve) asked += step.sites;
    asked += answer.sites;
    QHash<QString, int> known;
    for (int i = 0; i < answer.proposals.size(); ++i) known.insert(answer.proposals.at(i).id, i);
    QgsFeature feature;
    QgsFeatureIterator rows = layer.getFeatures();
    while (rows.nextFeature(feature)) {
        const QString id = feature.attribute(QStringLiteral("id")).toString();
        if (!asked.contains(id) || !feature.hasGeometry()) continue;
        const QgsPointXY point = feature.geometry().asPoint();
        if (!known.contains(id)) {
            known.insert(id, answer.proposals.size());
            answer.proposals.push_back({.id = id});
        }
        SitingProposal& one = answer.proposals[known.value(id)];
        one.name = feature.attribute(QStringLiteral("name")).toString();
        one.place = geo::LonLat{point.x(), point.y()};
    }
}

}  // namespace yiquan::plugin
