// SPDX-License-Identifier: MIT
#include "core/io/screen/layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "core/intake/folded_text.hpp"

namespace yiquan::io {
namespace {

using features::FieldType;
using features::Value;

/// One column of the layer and where its cells come from.
struct Column {
    std::string name;
    FieldType type = FieldType::text;
    std::string alias_en;
    std::string alias_zh;
    std::function<Value(std::size_t candidate)> cell;
};

Value number_or_blank(const std::optional<double>& value) {
    return value ? Value{*value} : Value{};
}

class ColumnList {
public:
    ColumnList(const screening::RulesFile& rules, const screening::Screening& screening, PlaceColumns places)
        : rules_(rules), screening_(screening) {
        if (places == PlaceColumns::with) reserved_.insert({"lon", "lat"});
        add_fixed();
        if (places == PlaceColumns::with) add_place();
        for (std::size_t r = 0; r < rules.rules.size(); ++r) {
            if (rules.rules[r].enabled) add_rule(r);
        }
        for (std::size_t field = 0; field < screening.candidates.fields.size(); ++field) add_own(field);
    }

    [[nodiscard]] const std::deque<Column>& columns() const { return columns_; }

private:
    void add(Column column) {
        used_.insert(intake::folded(column.name));
        columns_.push_back(std::move(column));
    }

    [[nodiscard]] const screening::Candidate& candidate(std::size_t c) const {
        return screening_.candidates.list[c];
    }

    /// Ids of the rules of one verdict, joined by ";".
    [[nodiscard]] Value rules_with(std::size_t c, screening::Verdict verdict) const {
        std::string ids;
        for (std::size_t r = 0; r < rules_.rules.size(); ++r) {
            if (!rules_.rules[r].enabled || screening_.rules[r].evidence[c].verdict != verdict) continue;
            ids += (ids.empty() ? "" : ";") + rules_.rules[r].id;
        }
        return ids.empty() ? Value{} : Value{std::move(ids)};
    }

    void add_fixed() {
        add({"id", FieldType::text, "Id", "编号", [this](std::size_t c) { return Value{candidate(c).id}; }});
        add({"name", FieldType::text, "Name", "名称",
             [this](std::size_t c) { return Value{candidate(c).name}; }});
        add({"verdict", FieldType::text, "Verdict", "结论", [this](std::size_t c) {
                 return Value{std::string{verdict_name(screening_.results[c].verdict)}};
             }});
        add({"score", FieldType::real, "Score", "得分",
             [this](std::size_t c) { return number_or_blank(screening_.results[c].score); }});
        add({"failed_rules", FieldType::text, "Rules it fails", "未通过的规则",
             [this](std::size_t c) { return rules_with(c, screening::Verdict::fail); }});
        add({"unknown_rules", FieldType::text, "Rules unknown", "无法判断的规则",
             [this](std::size_t c) { return rules_with(c, screening::Verdict::unknown); }});
    }

    void add_place() {
        add({"lon", FieldType::real, "Longitude", "经度",
             [this](std::size_t c) { return Value{candidate(c).place.lon}; }});
        add({"lat", FieldType::real, "Latitude", "纬度",
             [this](std::size_t c) { return Value{candidate(c).place.lat}; }});
    }

    void add_rule(std::size_t r) {
        const screening::Rule& rule = rules_.rules[r];
        const std::vector<screening::Evidence>& evidence = screening_.rules[r].evidence;
        const std::string unit = value_unit(rule).empty() ? "" : fmt::format(" ({})", value_unit(rule));
        const std::string unit_zh = value_unit(rule).empty() ? "" : fmt::format("（{}）", value_unit(rule));
        add({rule.id + "_verdict", FieldType::text, rule.name.en + ": verdict", rule.name.zh + "：结论",
             [&evidence](std::size_t c) { return Value{std::string{verdict_name(evidence[c].verdict)}}; }});
        const bool yes_no =
            rule.kind == screening::RuleKind::attain && rule.attain.measure == screening::Measure::yes_no;
        add({rule.id + "_value", yes_no ? FieldType::text : FieldType::real, rule.name.en + unit,
             rule.name.zh + unit_zh, [&rule, &evidence](std::size_t c) {
                 const auto* value = std::get_if<double>(&evidence[c].value);
                 return value != nullptr ? Value{rounded(rule, *value)} : evidence[c].value;
             }});
        if (rule.kind != screening::RuleKind::attain) {
            add({rule.id + "_nearest", FieldType::text, rule.name.en + ": nearest",
                 rule.name.zh + "：最近要素", [&evidence](std::size_t c) {
                     return evidence[c].nearest.empty() ? Value{} : Value{evidence[c].nearest};
                 }});
        }
        if (rule.kind != screening::RuleKind::attain || rule.attain.measure != screening::Measure::slope)
            return;
        const auto statistic = [&](const char* name, const char* en, const char* zh,
                                   std::optional<double> screening::Evidence::*figure) {
            add({rule.id + name, FieldType::real, rule.name.en + en + unit, rule.name.zh + zh + unit_zh,
                 [&rule, &evidence, figure](std::size_t c) {
                     const std::optional<double>& value = evidence[c].*figure;
                     return value ? Value{rounded(rule, *value)} : Value{};
                 }});
        };
        statistic("_mean", ", mean", "：平均", &screening::Evidence::mean);
        statistic("_worst", ", worst", "：最大", &screening::Evidence::worst);
    }

    /// The list's own columns keep their names, but for those that the layer has itself.
    void add_own(std::size_t field) {
        const features::Field& own = screening_.candidates.fields[field];
        std::string name = own.name;
        std::replace(name.begin(), name.end(), '"', '\'');  // which ends a name in SQL
        if (name.empty() || reserved_.contains(intake::folded(name))) return;
        while (used_.contains(intake::folded(name))) name.insert(0, "own_");
        add({name, own.type, name, name, [this, field](std::size_t c) { return candidate(c).cells[field]; }});
    }

    const screening::RulesFile& rules_;
    const screening::Screening& screening_;
    std::deque<Column> columns_;
    std::set<std::string> used_;
    std::set<std::string> reserved_{"id", "name", "geom", "geometry", "fid", "ogc_fid", "wkt"};
};

}  // namespace

double rounded(const screening::Rule& rule, double value) {
    const double steps = rule.kind == screening::RuleKind::attain ? 1e6 : 1e3;
    constexpr double most = 1e9;  // beyond this a double has no more digits to give
    return std::abs(value) < most ? std::round(value * steps) / steps : value;
}

void write_screened_sites(const screening::RulesFile& rules, const screening::Screening& screening,
                          PlaceColumns places, features::LayerStore& store) {
    const ColumnList list(rules, screening, places);
    features::LayerSchema schema{
        "screened_sites",
        "Screened sites",
        "候选点筛选结果",
        screening.candidates.outlines ? features::GeometryType::polygons : features::GeometryType::point,
        {}};
    for (const Column& column : list.columns())
        schema.fields.push_back({column.name, column.type, column.alias_en, column.alias_zh});
    features::FeatureSink& sink = store.create_layer(schema);
    std::vector<Value> values;
    for (std::size_t c = 0; c < screening.candidates.list.size(); ++c) {
        const screening::Candidate& candidate = screening.candidates.list[c];
        values.clear();
        for (const Column& column : list.columns()) values.push_back(column.cell(c));
        if (screening.candidates.outlines) {
            sink.write(values, candidate.shape);
        } else {
            sink.write(values, candidate.place);
        }
    }
}

}  // namespace yiquan::io
