// SPDX-License-Identifier: MIT
#include "core/screening/rule.hpp"

#include <fmt/format.h>

namespace yiquan::screening {
namespace {

std::string one_distance(RuleKind kind, const std::optional<Metres>& distance) {
    if (kind == RuleKind::near) return distance ? "≤ " + to_text(*distance) : "";
    return distance ? "≥ " + to_text(*distance) : "> 0 m";
}

}  // namespace

std::string_view kind_name(RuleKind kind) {
    switch (kind) {
        case RuleKind::avoid:
            return "avoid";
        case RuleKind::near:
            return "near";
        case RuleKind::attain:
            return "attain";
    }
    return "";
}

std::string limit_text(const Rule& rule) {
    if (rule.kind == RuleKind::attain) {
        if (rule.attain.measure == Measure::yes_no) return "= yes 是";
        return fmt::format("{} {} {}", rule.attain.at_least ? "≥" : "≤", rule.attain.value, rule.attain.unit);
    }
    if (rule.distance.by.empty()) return one_distance(rule.kind, rule.distance.distance);
    std::string text;
    for (const auto& [value, distance] : rule.distance.table) {
        if (!text.empty()) text += "; ";
        text += fmt::format("{}: {}", value, distance ? one_distance(rule.kind, distance) : "–");
    }
    return text;
}

std::string value_unit(const Rule& rule) {
    if (rule.kind != RuleKind::attain) return "m";
    return rule.attain.unit;
}

}  // namespace yiquan::screening
