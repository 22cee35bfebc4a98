// SPDX-License-Identifier: MIT
#include "core/toolbox/program_arguments.hpp"

#include <fmt/format.h>

#include <optional>

namespace yiquan::toolbox {
namespace {

std::optional<std::string> given(const Parameter& parameter, const ParameterValues& values,
                                 const std::map<std::string, std::string, std::less<>>& layers) {
    const auto number = [&](std::string_view unit) -> std::optional<std::string> {
        const std::optional<double> value = values.number(parameter.id);
        return value ? std::optional{fmt::format("{}{}", *value, unit)} : std::nullopt;
    };
    switch (parameter.kind) {
        case ParameterKind::list:
        case ParameterKind::places:
        case ParameterKind::demand:
        case ParameterKind::polygons:
        case ParameterKind::table: {
            const auto found = layers.find(parameter.id);
            return found == layers.end() ? std::nullopt : std::optional{found->second};
        }
        case ParameterKind::length:
            return number(" m");
        case ParameterKind::duration:
            return number(" s");
        case ParameterKind::share:
        case ParameterKind::number:
            return number("");
        case ParameterKind::flag:
            return std::nullopt;  // its option stands alone
        case ParameterKind::column:
        case ParameterKind::choice:
        case ParameterKind::text:
        case ParameterKind::file:
        case ParameterKind::audit:
            break;
    }
    std::string text = values.text(parameter.id);
    return text.empty() ? std::nullopt : std::optional{std::move(text)};
}

}  // namespace

std::vector<std::string> program_arguments(const Analysis& analysis, const ParameterValues& values,
                                           const std::map<std::string, std::string, std::less<>>& layers) {
    std::vector<std::string> words{std::string{analysis.verb}};
    for (const Parameter& parameter : analysis.parameters) {
        const std::string option{parameter.option};
        if (parameter.kind == ParameterKind::flag) {
            if (values.flag(parameter.id)) words.push_back(option);
            continue;
        }
        const std::optional<std::string> value = given(parameter, values, layers);
        if (!value) continue;
        if (option.starts_with("--")) {  // in one word, so that a value may begin with a dash
            words.push_back(option + "=" + *value);
            continue;
        }
        if (!option.empty()) words.push_back(option);
        words.push_back(*value);
    }
    return words;
}

}  // namespace yiquan::toolbox
