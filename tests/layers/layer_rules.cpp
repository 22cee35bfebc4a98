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

/// The room that a file lies in, as layers.txt calls it: "geo" for core/geo, "io/audit" for core/io/audit,
/// "plugin/dock" for plugin/dock; empty for a file that lies beside the rooms, or in a folder that is none.
std::string room_of(const LayerRules& rules, const std::vector<std::string>& at) {
    std::string room = at[0] == "core" ? "" : at[0];
    for (std::size_t i = 1; i < at.size(); ++i) room += (room.empty() ? "" : "/") + at[i];
    return rules.may_include.contains(room) ? room : "";
}

/// "io" for the wing "io/audit": its name as a library of core/.
std::string house_of(const std::string& room) {
    return room.starts_with("plugin/") ? room : room.substr(0, room.find('/'));
}

bool may_include(const LayerRules& rules, const std::string& from, const std::string& to) {
    if (from == to) return true;
    const std::set<std::string>& below = rules.may_include.at(from);
    if (below.contains(to)) return true;
    const std::string from_house = house_of(from);
    const std::string to_house = house_of(to);
    return from_house != to_house && rules.may_include.at(from_house).contains(to_house);
}

std::string fault_of_quoted(const LayerRules& rules, const std::vector<std::string>& from,
                            const std::string& name) {
    const std::vector<std::string> to = folders(name);
    if (to.empty() || (to[0] != "core" && to[0] != "cli" && to[0] != "plugin"))
        return "is not included from the project's root";
    const std::string room = room_of(rules, from);
    const std::string other = room_of(rules, to);
    if (to[0] != "core") {
        const auto lent = rules.lent.find(name);
        const bool is_lent = lent != rules.lent.end() && lent->second.contains(from[0]);
        if (to[0] != from[0] && !is_lent) return "climbs from " + from[0] + "/ to " + to[0] + "/";
        // What lies beside the rooms of a shell joins them, but for the headers that its rooms share.
        if (other.empty() || room.empty() || may_include(rules, room, other)) return {};
        return "climbs from " + room + " to " + other;
    }
    if (other.empty()) return "is in no room that layers.txt knows";
    if (from[0] != "core") {
        const bool hidden = from[0] == "plugin" && rules.programs_only.contains(house_of(other));
        return hidden ? "is for programs, not for plugin/" : "";
    }
    if (may_include(rules, room, other)) return {};
    return "climbs from " + room + " to " + other;
}

std::string fault_of_library(const LayerRules& rules, const std::vector<std::string>& from,
                             const std::string& name) {
    if (from[0] == "plugin") return {};
    const bool in_core = from[0] == "core";
    const std::string room = in_core ? room_of(rules, from) : from[0];
    for (const auto& [library, rooms] : rules.libraries) {
        // Outside core/, what several libraries of ours share is free; what one hides stays hidden.
        std::set<std::string> houses;
        for (const std::string& one : rooms) houses.insert(house_of(one));
        const bool may = in_core ? rooms.contains(room) || rooms.contains(house_of(room)) : houses.size() > 1;
        if (name.starts_with(library) && !may) return "is a library that " + room + " must not know";
    }
    if (!in_core) return {};
    for (const std::string& start : rules.never) {
        if (name.starts_with(start)) return "must not be in core/";
    }
    return {};
}

/// Adds what the rooms below a room may include.
/// \throws std::runtime_error for a room that is named and not listed, and for a circle
const std::set<std::string>& close(std::map<std::string, std::set<std::string>>& may_include,
                                   const std::string& room, std::set<std::string>& open,
                                   std::set<std::string>& closed) {
    const auto at = may_include.find(room);
    if (at == may_include.end()) throw std::runtime_error("layers.txt: there is no room \"" + room + "\"");
    if (closed.contains(room)) return at->second;
    if (!open.insert(room).second) throw std::runtime_error("layers.txt: a circle at \"" + room + "\"");
    const std::set<std::string> named = at->second;
    for (const std::string& below : named) {
        const std::set<std::string>& more = close(may_include, below, open, closed);
        at->second.insert(more.begin(), more.end());
    }
    open.erase(room);
    closed.insert(room);
    return at->second;
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
        } else if (first == "programs") {
            list = &rules.programs_only;
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
        const bool may_be_empty =
            list != &rules.never && list != &rules.programs_only && first != "only" && first != "lend";
        const std::size_t before = list->size();
        for (std::string word; words >> word;) list->insert(word);
        if (!may_be_empty && list->size() == before) refuse();
    }
    rules.named = rules.may_include;
    std::set<std::string> open;
    std::set<std::string> closed;
    for (const auto& [room, below] : rules.named) close(rules.may_include, room, open, closed);
    return rules;
}

std::vector<std::string> layer_faults(const LayerRules& rules, std::string_view path, std::string_view text) {
    const std::vector<std::string> from = folders(path);
    const bool in_shell = from.size() == 1 && (from[0] == "cli" || from[0] == "plugin");
    if (from.empty() || (!in_shell && room_of(rules, from).empty()))
        return {std::string{path} + ": is in no room that layers.txt knows"};
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
