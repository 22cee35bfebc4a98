// SPDX-License-Identifier: MIT
#include "tests/layers/layer_rules.hpp"

#include <sstream>
#include <stdexcept>

namespace yiquan::test {
namespace {

struct Include {
    std::string name;
    bool quoted = false;
};

/// The include that a line holds; an empty name where it holds none.
Include include_in(std::string_view line) {
    const auto skip_spaces = [&] {
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    };
    skip_spaces();
    if (!line.starts_with('#')) return {};
    line.remove_prefix(1);
    skip_spaces();
    constexpr std::string_view directive = "include";
    if (!line.starts_with(directive)) return {};
    line.remove_prefix(directive.size());
    skip_spaces();
    if (line.empty() || (line.front() != '"' && line.front() != '<')) return {};
    const bool quoted = line.front() == '"';
    line.remove_prefix(1);
    const std::size_t end = line.find(quoted ? '"' : '>');
    return {std::string{line.substr(0, end)}, quoted};
}

/// "core/geo/area.hpp" gives "core", "geo", ...
std::vector<std::string> folders(std::string_view path) {
    std::vector<std::string> out;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
        out.emplace_back(path.substr(0, slash));
        path.remove_prefix(slash + 1);
    }
    return out;
}

std::string fault_of_quoted(const LayerRules& rules, const std::vector<std::string>& from,
                            const std::string& name) {
    const std::vector<std::string> to = folders(name);
    if (to.empty() || (to[0] != "core" && to[0] != "cli" && to[0] != "plugin"))
        return "is not included from the project's root";
    if (to[0] != "core") {
        const auto lent = rules.lent.find(name);
        const bool may = to[0] == from[0] || (lent != rules.lent.end() && lent->second.contains(from[0]));
        return may ? "" : "climbs from " + from[0] + "/ to " + to[0] + "/";
    }
    if (to.size() != 2 || !rules.may_include.contains(to[1])) return "is in no module that layers.txt knows";
    if (from[0] != "core" || from[1] == to[1] || rules.may_include.at(from[1]).contains(to[1])) return {};
    return "climbs from " + from[1] + " to " + to[1];
}

std::string fault_of_library(const LayerRules& rules, const std::vector<std::string>& from,
                             const std::string& name) {
    if (from[0] == "plugin") return {};
    const bool in_core = from[0] == "core";
    const std::string module = in_core ? from[1] : from[0];
    for (const auto& [library, modules] : rules.libraries) {
        // Outside core/, what several modules share is free; what one module hides stays hidden.
        const bool may = in_core ? modules.contains(module) : modules.size() > 1;
        if (name.starts_with(library) && !may) return "is a library that " + module + " must not know";
    }
    if (!in_core) return {};
    for (const std::string& start : rules.never) {
        if (name.starts_with(start)) return "must not be in core/";
    }
    return {};
}

}  // namespace

LayerRules LayerRules::parse(std::string_view text) {
    LayerRules rules;
    std::istringstream lines{std::string{text}};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line.substr(0, line.find('#')));
        std::string first;
        if (!(words >> first)) continue;
        const auto refuse = [&] { throw std::runtime_error("layers.txt: cannot read \"" + line + "\""); };
        std::set<std::string>* list = nullptr;
        if (first == "never") {
            list = &rules.never;
        } else if (first == "only" || first == "lend") {
            std::string header;
            if (!(words >> header)) refuse();
            list = first == "only" ? &rules.libraries[header] : &rules.lent[header];
        } else if (first.ends_with(':')) {
            first.pop_back();
            if (rules.may_include.contains(first)) refuse();
            list = &rules.may_include[first];
        } else {
            refuse();
        }
        const bool may_be_empty = list != &rules.never && first != "only" && first != "lend";
        const std::size_t before = list->size();
        for (std::string word; words >> word;) list->insert(word);
        if (!may_be_empty && list->size() == before) refuse();
    }
    return rules;
}

std::vector<std::string> layer_faults(const LayerRules& rules, std::string_view path, std::string_view text) {
    const std::vector<std::string> from = folders(path);
    const bool in_core = !from.empty() && from[0] == "core";
    if (from.empty() || (in_core && (from.size() != 2 || !rules.may_include.contains(from[1]))))
        return {std::string{path} + ": is in no module that layers.txt knows"};
    std::vector<std::string> faults;
    std::istringstream lines{std::string{text}};
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const Include include = include_in(line);
        if (include.name.empty()) continue;
        const std::string fault = include.quoted ? fault_of_quoted(rules, from, include.name)
                                                 : fault_of_library(rules, from, include.name);
        if (!fault.empty())
            faults.push_back(std::string{path} + ":" + std::to_string(number) + ": " + include.name + " " +
                             fault);
    }
    return faults;
}

}  // namespace yiquan::test
