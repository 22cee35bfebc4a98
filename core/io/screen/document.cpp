// SPDX-License-Identifier: MIT
#include "core/io/screen/document.hpp"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/audit/findings_json.hpp"
#include "core/audit/inputs_json.hpp"
#include "core/base/error.hpp"
#include "core/io/package/document_json.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/package/package_layer.hpp"
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

namespace {

Message message_at(const DocumentJson& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end()) return {};
    return {text_at(*found, "en"), text_at(*found, "zh")};
}

Verdict verdict_at(const DocumentJson& json) {
    const auto name = json.at("verdict").get<std::string>();
    for (const Verdict verdict : {Verdict::pass, Verdict::fail}) {
        if (name == screening::verdict_name(verdict)) return verdict;
    }
    return Verdict::unknown;
}

report::ScreenedRule rule_from(const DocumentJson& json) {
    report::ScreenedRule rule;
    rule.id = json.at("id").get<std::string>();
    rule.name = message_at(json, "name");
    rule.weight = number_at(json, "weight");
    rule.limit = text_at(json.at("limit"), "text");
    rule.source = text_at(json, "source");
    rule.enabled = json.at("enabled").get<bool>();
    rule.failed = audit::count_at(json, "failed");
    rule.unknown = audit::count_at(json, "unknown");
    rule.excluded_alone = audit::count_at(json, "excluded_alone");
    return rule;
}

report::ScreenedEvidence evidence_from(const DocumentJson& json) {
    report::ScreenedEvidence evidence;
    evidence.verdict = verdict_at(json);
    const auto value = json.find("value");
    if (value != json.end() && value->is_number()) evidence.value = value->get<double>();
    if (value != json.end() && value->is_string()) evidence.text = value->get<std::string>();
    evidence.unit = text_at(json, "unit");
    evidence.nearest = text_at(json, "nearest");
    evidence.why = message_at(json, "why");
    return evidence;
}

report::ScreenedCandidate candidate_from(const DocumentJson& json,
                                         const std::vector<report::ScreenedRule>& rules,
                                         const std::map<std::string, std::size_t>& places) {
    report::ScreenedCandidate candidate;
    candidate.id = json.at("id").get<std::string>();
    candidate.name = text_at(json, "name");
    if (candidate.name.empty()) candidate.name = candidate.id;
    candidate.place = place_at(json);
    candidate.verdict = verdict_at(json);
    candidate.score = number_at(json, "score");
    candidate.evidence.resize(rules.size());
    for (const DocumentJson& row : json.at("evidence")) {
        const auto rule = places.find(row.at("rule").get<std::string>());
        if (rule == places.end()) continue;
        report::ScreenedEvidence& evidence = candidate.evidence[rule->second] = evidence_from(row);
        const bool counts = !rules[rule->second].weight && candidate.verdict != Verdict::pass &&
                            evidence.verdict == candidate.verdict;
        if (counts) candidate.because.push_back(rule->second);
    }
    return candidate;
}

report::ScreeningRecord screening_from(const DocumentJson& document) {
    report::ScreeningRecord record;
    record.title = text_at(document, "title");
    const DocumentJson& run = document.at("run");
    record.version = text_at(run, "version");
    record.notice = text_at(run, "notice");
    record.inputs = audit::inputs_from(run);
    std::map<std::string, std::size_t> places;
    for (const DocumentJson& rule : document.at("rules")) {
        record.rules.push_back(rule_from(rule));
        places.emplace(record.rules.back().id, record.rules.size() - 1);
    }
    for (const DocumentJson& candidate : document.at("candidates")) {
        record.candidates.push_back(candidate_from(candidate, record.rules, places));
        if (const auto place = record.candidates.back().place) record.extent.include(*place);
    }
    return record;
}

}  // namespace

std::optional<report::ScreeningRecord> parse_screening(std::string_view text, std::string_view name) {
    return parse_document<report::ScreeningRecord>(text, name, "yiquan.screening/1", screening_from);
}

report::ScreeningRecord read_screening_result(const std::string& package) {
    std::optional<report::ScreeningRecord> record =
        parse_screening(read_package_document(package, screening_package), package);
    if (!record) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: is not a screening of this version of Yiquan (schema yiquan.screening/1); "
                         "make it with yiquan screen RULES.toml -o screened.gpkg.",
                         package),
             fmt::format("{}：不是本版本驿圈的筛查结果（yiquan.screening/1）；请用 yiquan screen "
                         "RULES.toml -o screened.gpkg 生成。",
                         package)}};
    }
    if (record->candidates.empty()) {
        throw Error{ErrorKind::input,
                    {fmt::format("{}: holds no candidate, so there is nothing to print.", package),
                     fmt::format("{}：没有候选点，无可打印。", package)}};
    }
    (void)PackageLayer(package, "screened_sites", screening_package);
    record->put_best_first();
    return std::move(*record);
}

}  // namespace yiquan::io
