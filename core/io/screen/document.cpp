// SPDX-License-Identifier: MIT
#include "core/io/screen/document.hpp"

#include <nlohmann/json.hpp>

#include "core/audit/findings_json.hpp"
#include "core/audit/inputs_json.hpp"
#include "core/io/screen/layers.hpp"

namespace yiquan::io {
namespace {

using Json = nlohmann::ordered_json;
using screening::Evidence;
using screening::Rule;
using screening::RulesFile;
using screening::Screening;
using screening::Verdict;

Json text_json(const Message& message) {
    return {{"zh", message.zh}, {"en", message.en}};
}

Json limit_json(const Rule& rule) {
    const bool attain = rule.kind == screening::RuleKind::attain;
    Json value;
    if (attain && rule.attain.measure != screening::Measure::yes_no && !rule.attain.unit.empty())
        value = rule.attain.value;
    if (!attain && rule.distance.by.empty() && (rule.distance.distance || rule.enabled))
        value = rule.distance.distance.value_or(Metres{0.0}).value();
    const bool known = !value.is_null() || !rule.distance.table.empty() ||
                       (attain && rule.attain.measure == screening::Measure::yes_no);
    return {{"value", value},
            {"unit", screening::value_unit(rule)},
            {"text", known ? screening::limit_text(rule) : ""}};
}

Json rules_json(const RulesFile& rules, const Screening& screening) {
    Json out = Json::array();
    for (std::size_t r = 0; r < rules.rules.size(); ++r) {
        const Rule& rule = rules.rules[r];
        const screening::RuleResult& result = screening.rules[r];
        out.push_back({{"id", rule.id},
                       {"name", text_json(rule.name)},
                       {"kind", screening::kind_name(rule.kind)},
                       {"hard", rule.hard()},
                       {"weight", rule.weight ? Json(*rule.weight) : Json()},
                       {"limit", limit_json(rule)},
                       {"source", rule.source},
                       {"enabled", rule.enabled},
                       {"note", rule.note},
                       {"failed", result.failed},
                       {"unknown", result.unknown},
                       {"excluded_alone", result.excluded_alone}});
    }
    return out;
}

Json number_json(const Rule& rule, const std::optional<double>& value) {
    return value ? Json(rounded(rule, *value)) : Json();
}

Json evidence_json(const Rule& rule, const Evidence& evidence) {
    Json value;
    if (const auto* number = std::get_if<double>(&evidence.value)) value = rounded(rule, *number);
    if (const auto* text = std::get_if<std::string>(&evidence.value)) value = *text;
    Json out{{"rule", rule.id},
             {"verdict", screening::verdict_name(evidence.verdict)},
             {"value", value},
             {"unit", screening::value_unit(rule)},
             {"limit", number_json(rule, evidence.limit)},
             {"nearest", evidence.nearest.empty() ? Json() : Json(evidence.nearest)}};
    if (evidence.mean) out["mean"] = number_json(rule, evidence.mean);
    if (evidence.worst) out["worst"] = number_json(rule, evidence.worst);
    if (!evidence.why.en.empty()) out["why"] = text_json(evidence.why);
    return out;
}

Json candidates_json(const RulesFile& rules, const Screening& screening) {
    Json out = Json::array();
    for (std::size_t c = 0; c < screening.results.size(); ++c) {
        const screening::Candidate& candidate = screening.candidates.list[c];
        const screening::CandidateResult& result = screening.results[c];
        Json evidence = Json::array();
        for (std::size_t r = 0; r < rules.rules.size(); ++r) {
            if (rules.rules[r].enabled)
                evidence.push_back(evidence_json(rules.rules[r], screening.rules[r].evidence[c]));
        }
        out.push_back({{"id", candidate.id},
                       {"name", candidate.name},
                       {"lon", candidate.place.lon},
                       {"lat", candidate.place.lat},
                       {"verdict", screening::verdict_name(result.verdict)},
                       {"score", result.score ? Json(*result.score) : Json()},
                       {"evidence", std::move(evidence)}});
    }
    return out;
}

}  // namespace

std::string screening_json(const RulesFile& rules, const Screening& screening, std::string_view version) {
    Json out{{"schema", "yiquan.screening/1"}, {"title", rules.title}};
    out["run"] = {
        {"version", version}, {"notice", rules.notice}, {"inputs", audit::inputs_json(screening.inputs)}};
    out["totals"] = {{"candidates", screening.results.size()},
                     {"passed", screening.count(Verdict::pass)},
                     {"failed", screening.count(Verdict::fail)},
                     {"unknown", screening.count(Verdict::unknown)}};
    out["rules"] = rules_json(rules, screening);
    out["candidates"] = candidates_json(rules, screening);
    out["findings"] = audit::findings_json(screening.findings);
    return out.dump(2) + "\n";
}

}  // namespace yiquan::io
