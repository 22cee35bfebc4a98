// SPDX-License-Identifier: MIT
#include "core/screening/rules_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"
#include "core/intake/list_settings.hpp"
#include "core/screening/limit_key.hpp"
#include "core/screening/measured_limit.hpp"
#include "core/settings/toml_table.hpp"

namespace yiquan::screening {
namespace {

using settings::TomlTable;

/// The word of a setting that knows only some.
template <std::size_t count>
std::size_t choice(const settings::TomlTable& table, std::string_view key, const std::string& word,
                   const std::array<std::string_view, count>& known) {
    const auto* found = std::find(known.begin(), known.end(), word);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    std::string list;
    for (const std::string_view name : known) list += (list.empty() ? "" : ", ") + std::string{name};
    const Message near = suggestion(word, known);
    table.refuse(key, {fmt::format("= \"{}\" must be one of: {}.{}", word, list, near.en),
                       fmt::format("= “{}”应为以下之一：{}。{}", word, list, near.zh)});
}

/// Ids become names of columns.
bool is_plain_id(const std::string& id) {
    constexpr std::size_t longest = 40;
    return !id.empty() && id.size() <= longest && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    });
}

Coverage read_coverage(settings::TomlTable& table) {
    Coverage covers;
    if (!table.has("covers")) return covers;
    if (table.is_list("covers")) {
        constexpr std::size_t sides = 4;
        const std::vector<double> box = table.numbers("covers");
        if (box.size() != sides || box[0] >= box[2] || box[1] >= box[3]) {
            table.refuse("covers",
                         {"must be a box of degrees [west, south, east, north], such as [89.4, 31.6, 103.1, "
                          "39.2].",
                          "应为经纬度范围 [西, 南, 东, 北]，例如 [89.4, 31.6, 103.1, 39.2]。"});
        }
        covers.kind = Coverage::Kind::box;
        covers.box = {box[0], box[1], box[2], box[3]};
        return covers;
    }
    const std::string word = table.text_or("covers", "");
    if (word == "extent") return covers;
    covers.kind = word == "everywhere" ? Coverage::Kind::everywhere : Coverage::Kind::layer;
    if (covers.kind == Coverage::Kind::layer) covers.path = word;
    return covers;
}

std::optional<Metres> read_distance(const settings::TomlTable& table, std::string_view key,
                                    const std::string& text) {
    return parse_length(text, table.full_name(key));
}

void read_distance_limit(settings::TomlTable& table, Rule& rule) {
    const auto limit = table.text("limit");
    rule.distance.by = table.texts("limit_by");
    const auto rows = table.text_map("limits");
    table.refuse_unknown();
    if (rule.distance.by.empty() != rows.empty() || (limit && !rows.empty())) {
        table.refuse(
            rows.empty() && !rule.distance.by.empty() ? "limit_by" : "limits",
            {"and its partner belong together: limit_by names a column of the candidates, limits = { "
             "\"8\" = \"200 m\", \"9\" = \"400 m\" } the limit for each of its values; limit alone is "
             "for all.",
             "须成对填写：limit_by 写候选点的列名，limits = { \"8\" = \"200 m\", \"9\" = \"400 m\" } "
             "写该列各值的限值；所有候选点同一限值时只写 limit。"});
    }
    for (const auto& [value, text] : rows) {
        const bool none = text == "none" || text == "无";
        rule.distance.table[limit_key(value)] = none ? std::nullopt : read_distance(table, "limits", text);
    }
    if (!limit) {
        if (rows.empty() && rule.enabled) {
            table.refuse("limit", {"is missing; write a distance such as \"200 m\", or \"overlap\" to keep "
                                   "only off the layer itself.",
                                   "没有填写；请写距离，例如“200 m”，只避免重叠时写“overlap”。"});
        }
        return;
    }
    const bool overlap = *limit == "overlap";
    if (overlap && rule.kind == RuleKind::near) {
        table.refuse("limit", {"= \"overlap\" is for avoid; write how near, such as \"5 km\".",
                               "= “overlap”用于 avoid；请写出多近，例如“5 km”。"});
    }
    if (!overlap) rule.distance.distance = read_distance(table, "limit", *limit);
}

/// `minimum` or `maximum`, whichever is written.
struct Bound {
    std::string key;
    std::string text;
};

std::optional<Bound> read_bound(settings::TomlTable& table, AttainLimit& attain) {
    const auto minimum = table.text("minimum");
    const auto maximum = table.text("maximum");
    table.refuse_unknown();
    if (minimum && maximum) {
        table.refuse("minimum", {"and maximum cannot be used together; write two rules.",
                                 "与 maximum 不能同时使用；请写成两条规则。"});
    }
    attain.at_least = !maximum.has_value();
    if (minimum) return Bound{"minimum", *minimum};
    if (maximum) return Bound{"maximum", *maximum};
    return std::nullopt;
}

void read_attain_limit(settings::TomlTable& table, Rule& rule) {
    AttainLimit& attain = rule.attain;
    constexpr std::array<std::string_view, 2> measures{"area", "slope"};
    constexpr std::array<std::string_view, 2> statistics{"mean", "worst"};
    const auto measure = table.text("measure");
    attain.column = table.text_or("column", "");
    const auto statistic = table.text("statistic");
    const bool required = table.flag("required").value_or(false);
    const std::optional<Bound> bound = read_bound(table, attain);
    if (measure.has_value() == !attain.column.empty()) {
        table.refuse("measure",
                     {"or column is needed, not both: measure = \"area\" or \"slope\", or the name "
                      "of a column of the candidates.",
                      "与 column 须填且只填一项：measure = \"area\" 或 \"slope\"，或写候选点的列名。"});
    }
    if (measure) {
        attain.measure = choice(table, "measure", *measure, measures) == 0 ? Measure::area : Measure::slope;
    }
    if (statistic) {
        attain.statistic =
            choice(table, "statistic", *statistic, statistics) == 0 ? Statistic::mean : Statistic::worst;
    }
    if (required && !bound && attain.measure == Measure::column) {
        attain.measure = Measure::yes_no;
        return;
    }
    if (!bound) {
        if (!rule.enabled) return;
        table.refuse("minimum", {"is missing; write minimum or maximum with a unit, such as \"2 ha\", or "
                                 "required = true for a column of yes and no.",
                                 "没有填写；请写带单位的 minimum 或 maximum，例如“2 公顷”，是否类的列请写 "
                                 "required = true。"});
    }
    const std::string field = table.full_name(bound->key);
    Measured limit;
    if (attain.measure == Measure::slope) {
        limit = parse_slope(bound->text, field);
    } else if (attain.measure == Measure::area) {
        MeasuredArea area = parse_area(bound->text, field);
        attain.factor = area.square_metres_per_unit;
        limit = std::move(area.limit);
    } else {
        limit = parse_measured(bound->text, field);
    }
    attain.value = limit.value;
    attain.unit = std::move(limit.unit);
}

bool needs_layer(const Rule& rule) {
    return rule.kind != RuleKind::attain || rule.attain.measure == Measure::slope;
}

void read_weight(settings::TomlTable& table, Rule& rule) {
    rule.weight = table.number("weight");
    if (rule.weight && *rule.weight < 0.0) {
        table.refuse("weight", {"must not be below zero; leave it out for a rule that excludes.",
                                "不能小于零；一票否决的规则请不写 weight。"});
    }
}

Rule read_rule(settings::TomlTable table) {
    Rule rule;
    rule.id = table.text_or("id", "");
    if (!rule.id.empty()) table.rename("rule " + rule.id);
    rule.enabled = table.flag("enabled").value_or(true);
    rule.name = table.message("name");
    const std::string kind = table.text_or("kind", "");
    rule.layer = table.text_or("layer", "");
    rule.coordinates = intake::read_coordinates(table);
    rule.columns.longitude = table.text_or("lon", "");
    rule.columns.latitude = table.text_or("lat", "");
    rule.columns.name = table.text_or("label", "");
    rule.covers = read_coverage(table);
    read_weight(table, rule);
    rule.source = table.text_or("source", "");
    rule.note = table.text_or("note", "");
    constexpr std::array<std::string_view, 3> kinds{"avoid", "near", "attain"};
    if (kind.empty()) {
        table.refuse("kind", {"is missing; write avoid, near or attain.",
                              "没有填写；请写 avoid（避开）、near（靠近）或 attain（达到）。"});
    }
    rule.kind = static_cast<RuleKind>(choice(table, "kind", kind, kinds));
    if (rule.kind == RuleKind::attain) {
        read_attain_limit(table, rule);
    } else {
        read_distance_limit(table, rule);
    }
    if (!is_plain_id(rule.id)) {
        table.refuse("id",
                     {fmt::format("= \"{}\" must be 1 to 40 plain letters, digits, - or _; it names "
                                  "columns of the result.",
                                  rule.id),
                      fmt::format("= “{}”应为 1 到 40 个字母、数字、- 或 _；结果的列以它命名。", rule.id)});
    }
    if (needs_layer(rule) && rule.layer.empty() && rule.enabled) {
        table.refuse("layer", {"is missing; name the file, or write enabled = false until there is one.",
                               "没有填写；请写出文件，没有数据时请写 enabled = false。"});
    }
    if (rule.name.en.empty()) rule.name.en = rule.name.zh.empty() ? rule.id : rule.name.zh;
    if (rule.name.zh.empty()) rule.name.zh = rule.name.en;
    return rule;
}

void check_ids(const std::vector<Rule>& rules, std::string_view file) {
    std::set<std::string> seen;
    for (const Rule& rule : rules) {
        std::string id = rule.id;  // columns of a GeoPackage know no capitals
        std::transform(id.begin(), id.end(), id.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (seen.insert(id).second) continue;
        throw Error{ErrorKind::usage,
                    {fmt::format("{}: two rules have the id \"{}\"; give each its own.", file, rule.id),
                     fmt::format("{}：有两条规则的编号都是“{}”；请使其各不相同。", file, rule.id)}};
    }
}

void check_weights(const std::vector<Rule>& rules, std::string_view file) {
    bool any = false;
    double sum = 0.0;
    for (const Rule& rule : rules) {
        if (!rule.enabled || rule.hard()) continue;
        any = true;
        sum += *rule.weight;
    }
    if (!any || sum > 0.0) return;
    throw Error{ErrorKind::usage,
                {fmt::format("{}: the weights of all weighted rules are zero, so there is no score; give one "
                             "of them a weight above zero.",
                             file),
                 fmt::format("{}：所有加权规则的权重都是零，无法计分；请至少给一条大于零的权重。", file)}};
}

}  // namespace

RulesFile parse_rules_file(std::string_view text, std::string_view name) {
    const toml::table document = settings::parse_toml(text, name);
    settings::TomlTable top(document, name, "");
    RulesFile file;
    file.title = top.text_or("title", "");
    settings::TomlTable candidates = top.table("candidates");
    std::vector<settings::TomlTable> rules = top.tables("rule");
    top.refuse_unknown();

    file.candidates_path = candidates.text_or("path", "");
    file.coordinates = intake::read_coordinates(candidates);
    file.columns = intake::read_columns(candidates);
    file.notice = candidates.text_or("notice", "");
    candidates.refuse_unknown();
    for (settings::TomlTable& rule : rules) file.rules.push_back(read_rule(rule));
    check_ids(file.rules, name);
    if (std::none_of(file.rules.begin(), file.rules.end(), [](const Rule& rule) { return rule.enabled; })) {
        throw Error{ErrorKind::usage,
                    {fmt::format("{}: no rule is switched on; write [[rule]] or enabled = true.", name),
                     fmt::format("{}：没有启用任何规则；请写 [[rule]] 或 enabled = true。", name)}};
    }
    check_weights(file.rules, name);
    return file;
}

}  // namespace yiquan::screening
