// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/relocation/screening_answer.hpp"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

#include "plugin/program/program_document.hpp"

namespace yiquan::plugin {
namespace {

ScreeningVerdict verdict_in(const QJsonObject& json) {
    const QString id = text_in(json, "verdict");
    if (id == QLatin1String("pass")) return ScreeningVerdict::pass;
    return id == QLatin1String("fail") ? ScreeningVerdict::fail : ScreeningVerdict::unknown;
}

ScreeningRule rule_from(const QJsonObject& json) {
    ScreeningRule out;
    out.id = text_in(json, "id");
    const QJsonObject name = json.value(QLatin1String("name")).toObject();
    out.name_en = text_in(name, "en");
    out.name_zh = text_in(name, "zh");
    out.limit = text_in(json.value(QLatin1String("limit")).toObject(), "text");
    out.source = text_in(json, "source");
    out.note = text_in(json, "note");
    out.hard = json.value(QLatin1String("hard")).toBool(true);
    out.enabled = json.value(QLatin1String("enabled")).toBool(true);
    out.failed = count_in(json, "failed");
    out.unknown = count_in(json, "unknown");
    out.excluded_alone = count_in(json, "excluded_alone");
    return out;
}

ScreeningEvidence evidence_from(const QJsonObject& json) {
    ScreeningEvidence out;
    out.verdict = verdict_in(json);
    out.value = number_in(json, "value");
    out.text = text_in(json, "value");
    out.unit = text_in(json, "unit");
    out.nearest = text_in(json, "nearest");
    const QJsonObject why = json.value(QLatin1String("why")).toObject();
    out.why_en = text_in(why, "en");
    out.why_zh = text_in(why, "zh");
    return out;
}

ScreenedCandidate candidate_from(const QJsonObject& json, const QHash<QString, int>& rules) {
    ScreenedCandidate out;
    out.id = text_in(json, "id");
    out.name = text_in(json, "name");
    out.place = place_in(json);
    out.verdict = verdict_in(json);
    out.score = number_in(json, "score");
    for (int i = 0; i < rules.size(); ++i) out.evidence.push_back({});
    for (const QJsonValue& each : json.value(QLatin1String("evidence")).toArray()) {
        const QJsonObject row = each.toObject();
        const auto rule = rules.find(text_in(row, "rule"));
        if (rule != rules.end()) out.evidence[*rule] = evidence_from(row);
    }
    return out;
}

}  // namespace

int ScreeningAnswer::count(ScreeningVerdict verdict) const {
    return static_cast<int>(
        std::count_if(candidates.begin(), candidates.end(),
                      [verdict](const ScreenedCandidate& each) { return each.verdict == verdict; }));
}

bool ScreeningAnswer::scored() const {
    return std::any_of(candidates.begin(), candidates.end(),
                       [](const ScreenedCandidate& each) { return each.score; });
}

ScreeningAnswer screening_answer(const QByteArray& document) {
    const QJsonObject json = document_of(document, "yiquan.screening/1");
    ScreeningAnswer out;
    out.title = text_in(json, "title");
    out.notice = text_in(json.value(QLatin1String("run")).toObject(), "notice");
    QHash<QString, int> asked;
    for (const QJsonValue& each : json.value(QLatin1String("rules")).toArray()) {
        const ScreeningRule rule = rule_from(each.toObject());
        if (rule.enabled) asked.insert(rule.id, out.rules.size());
        (rule.enabled ? out.rules : out.switched_off).push_back(rule);
    }
    for (const QJsonValue& each : json.value(QLatin1String("candidates")).toArray()) {
        out.candidates.push_back(candidate_from(each.toObject(), asked));
    }
    return out;
}

}  // namespace yiquan::plugin
