// SPDX-License-Identifier: MIT
#include "core/report/screening_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "core/base/error.hpp"
#include "core/report/record_json.hpp"

namespace yiquan::report {
namespace {

ScreenedVerdict verdict_from(const std::string& name) {
    if (name == "pass") return ScreenedVerdict::pass;
    if (name == "fail") return ScreenedVerdict::fail;
    return ScreenedVerdict::unknown;
}

ScreenedRule rule_from(const RecordJson& json) {
    ScreenedRule rule;
    rule.id = json.at("id").get<std::string>();
    rule.name = {text_at(json.at("name"), "en"), text_at(json.at("name"), "zh")};
    rule.weight = number_at(json, "weight");
    rule.limit = text_at(json.at("limit"), "text");
    rule.source = text_at(json, "source");
    rule.enabled = json.at("enabled").get<bool>();
    rule.failed = audit::count_at(json, "failed");
    rule.unknown = audit::count_at(json, "unknown");
    rule.excluded_alone = audit::count_at(json, "excluded_alone");
    return rule;
}

ScreenedCandidate candidate_from(const RecordJson& json, const std::vector<ScreenedRule>& rules,
                                 const std::map<std::string, std::size_t>& places) {
    ScreenedCandidate candidate;
    candidate.name = text_at(json, "name");
    if (candidate.name.empty()) candidate.name = json.at("id").get<std::string>();
    candidate.verdict = verdict_from(json.at("verdict").get<std::string>());
    candidate.score = number_at(json, "score");
    for (const RecordJson& evidence : json.at("evidence")) {
        const auto rule = places.find(evidence.at("rule").get<std::string>());
        if (rule == places.end() || rules[rule->second].weight) continue;
        const bool counts = candidate.verdict != ScreenedVerdict::pass &&
                            verdict_from(evidence.at("verdict").get<std::string>()) == candidate.verdict;
        if (counts) candidate.because.push_back(rule->second);
    }
    return candidate;
}

ScreeningRecord screening_from(const RecordJson& document) {
    ScreeningRecord record;
    record.title = text_at(document, "title");
    const RecordJson& run = document.at("run");
    record.version = text_at(run, "version");
    record.notice = text_at(run, "notice");
    record.inputs = inputs_from(run);
    std::map<std::string, std::size_t> places;
    for (const RecordJson& rule : document.at("rules")) {
        record.rules.push_back(rule_from(rule));
        places.emplace(record.rules.back().id, record.rules.size() - 1);
    }
    for (const RecordJson& candidate : document.at("candidates")) {
        record.candidates.push_back(candidate_from(candidate, record.rules, places));
        const auto lon = number_at(candidate, "lon");
        const auto lat = number_at(candidate, "lat");
        if (lon && lat) record.extent.include(geo::LonLat{*lon, *lat});
    }
    std::stable_sort(record.candidates.begin(), record.candidates.end(),
                     [](const ScreenedCandidate& a, const ScreenedCandidate& b) {
                         if (a.verdict != b.verdict) return a.verdict < b.verdict;
                         return a.score.value_or(0.0) > b.score.value_or(0.0);
                     });
    return record;
}

}  // namespace

std::size_t ScreeningRecord::count(ScreenedVerdict verdict) const {
    return static_cast<std::size_t>(
        std::count_if(candidates.begin(), candidates.end(),
                      [&](const ScreenedCandidate& candidate) { return candidate.verdict == verdict; }));
}

std::size_t ScreeningRecord::rules_in_use() const {
    return static_cast<std::size_t>(
        std::count_if(rules.begin(), rules.end(), [](const ScreenedRule& rule) { return rule.enabled; }));
}

ScreeningRecord parse_screening(std::string_view text, std::string_view name) {
    std::optional<ScreeningRecord> record =
        parse_document<ScreeningRecord>(text, name, "yiquan.screening/1", screening_from);
    if (!record) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: is not a screening of this version of Yiquan (schema yiquan.screening/1); "
                         "make it with yiquan screen RULES.toml -o screened.gpkg.",
                         name),
             fmt::format("{}：不是本版本驿圈的筛查结果（yiquan.screening/1）；请用 yiquan screen "
                         "RULES.toml -o screened.gpkg 生成。",
                         name)}};
    }
    if (record->candidates.empty()) {
        throw Error{ErrorKind::input,
                    {fmt::format("{}: holds no candidate, so there is nothing to print.", name),
                     fmt::format("{}：没有候选点，无可打印。", name)}};
    }
    return std::move(*record);
}

}  // namespace yiquan::report
