// SPDX-License-Identifier: MIT
#include "core/screening/check_attain.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/base/error.hpp"
#include "core/geo/area.hpp"
#include "core/geo/ellipsoid.hpp"
#include "core/intake/row_message.hpp"
#include "core/intake/yes_or_no.hpp"
#include "core/screening/candidate_column.hpp"

namespace yiquan::screening {
namespace {

Verdict judged(const AttainLimit& limit, double value) {
    const bool reached = limit.at_least ? value >= limit.value : value <= limit.value;
    return reached ? Verdict::pass : Verdict::fail;
}

void report_unreadable(const Candidates& candidates, const Candidate& candidate, std::size_t column,
                       const std::string& text, bool yes_no, features::FindingSink& findings) {
    const std::string& field = candidates.fields[column].name;
    const std::string value = intake::shown(text);
    features::Finding finding;
    finding.kind = features::FindingKind::unreadable_value;
    finding.source = candidates.source;
    finding.row = candidate.row;
    finding.field = field;
    finding.value = value;
    finding.detail = {fmt::format("{}, row {}: {} = \"{}\" is neither {}; the candidate counts as unknown.",
                                  candidates.source, candidate.row, field, value,
                                  yes_no ? "yes nor no" : "a number nor empty"),
                      fmt::format("{} 第 {} 行：{} = “{}”{}；该候选点按未知处理。", candidates.source,
                                  candidate.row, field, value, yes_no ? "既不是“是”也不是“否”" : "不是数值")};
    finding.where = candidate.place;
    findings.add(std::move(finding));
}

double degrees_of(double rise) {
    return std::atan(rise) / geo::radians_per_degree;
}

Evidence judge_slope(const AttainLimit& limit, const SiteSlope& slope) {
    constexpr double hundred = 100.0;
    const bool percent = limit.unit == "%";
    Evidence out;
    out.limit = limit.value;
    const std::uint64_t known = slope.cells - slope.unknown;
    if (known > 0) {
        const double sum = percent ? slope.sum * hundred : slope.degrees_sum;
        out.mean = sum / static_cast<double>(known);
        out.worst = percent ? slope.worst * hundred : degrees_of(slope.worst);
        const bool mean = limit.statistic == Statistic::mean;
        out.value = mean ? *out.mean : *out.worst;
        const double least = mean ? sum / static_cast<double>(slope.cells) : *out.worst;
        const bool certain = limit.at_least ? least >= limit.value : least > limit.value;
        if (slope.complete() || certain) {
            out.verdict = judged(limit, slope.complete() ? std::get<double>(out.value) : least);
            return out;
        }
    }
    out.why = {fmt::format("{} of {} cells under it have no slope", slope.unknown, slope.cells),
               fmt::format("其下 {} 个像元中有 {} 个没有坡度数据", slope.cells, slope.unknown)};
    return out;
}

}  // namespace

std::vector<Evidence> check_column(const Rule& rule, const Candidates& candidates,
                                   features::FindingSink& findings) {
    const std::size_t column = candidate_column(candidates, rule.attain.column);
    const bool yes_no = rule.attain.measure == Measure::yes_no;
    std::vector<Evidence> out;
    for (const Candidate& candidate : candidates.list) {
        Evidence& evidence = out.emplace_back();
        if (!yes_no) evidence.limit = rule.attain.value;
        const features::Value& cell = candidate.cells[column];
        if (features::is_blank(cell)) {
            evidence.why = {fmt::format("{} is empty", rule.attain.column),
                            fmt::format("{} 未填", rule.attain.column)};
            continue;
        }
        const std::string text{features::trimmed(features::to_text(cell))};
        const auto answer = yes_no ? intake::yes_or_no(text) : std::nullopt;
        const auto number = yes_no ? std::nullopt : features::to_number(cell);
        if (answer) {
            evidence.value = text;
            evidence.verdict = *answer ? Verdict::pass : Verdict::fail;
        } else if (number && std::isfinite(*number)) {
            evidence.value = *number;
            evidence.verdict = judged(rule.attain, *number);
        } else {
            evidence.why = {
                fmt::format("{} = \"{}\" cannot be read", rule.attain.column, intake::shown(text)),
                fmt::format("{} = “{}”无法识别", rule.attain.column, intake::shown(text))};
            report_unreadable(candidates, candidate, column, text, yes_no, findings);
        }
    }
    return out;
}

std::vector<Evidence> check_area(const Rule& rule, const Candidates& candidates) {
    if (!candidates.outlines) {
        throw Error{ErrorKind::input,
                    {fmt::format("{}: the candidates are points and have no area; give polygons, or name a "
                                 "column with column = \"…\".",
                                 candidates.source),
                     fmt::format("{}：候选点是点，没有面积；请提供面图层，或用 column = \"…\" 指定面积列。",
                                 candidates.source)}};
    }
    std::vector<Evidence> out;
    for (const Candidate& candidate : candidates.list) {
        const double value = geo::square_metres(candidate.shape) / rule.attain.factor;
        Evidence& evidence = out.emplace_back();
        evidence.value = value;
        evidence.limit = rule.attain.value;
        evidence.verdict = judged(rule.attain, value);
    }
    return out;
}

std::vector<Evidence> check_slope(const Rule& rule, const Candidates& candidates, SlopeModel& model,
                                  Progress& progress) {
    std::vector<Evidence> out;
    const auto count = static_cast<double>(candidates.list.size());
    for (const Candidate& candidate : candidates.list) {
        progress.step(static_cast<double>(out.size()) / count);
        out.push_back(judge_slope(rule.attain, model.under(candidate, progress)));
    }
    return out;
}

}  // namespace yiquan::screening
