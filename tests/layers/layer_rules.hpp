// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace yiquan::test {

/// What core/layers.txt says.
struct LayerRules {
    std::map<std::string, std::set<std::string>> named;        ///< per room, the rooms named after it
    std::map<std::string, std::set<std::string>> may_include;  ///< the same with what those may include
    std::map<std::string, std::set<std::string>> libraries;    ///< start of a header's name: rooms that may
    std::set<std::string> never;                        ///< starts of names that core/ must not include
    std::set<std::string> programs_only;                ///< rooms of core/ that the plugin must not include
    std::map<std::string, std::set<std::string>> lent;  ///< header of one shell: shells that may include it

    /// \throws std::runtime_error naming the line that cannot be read
    static LayerRules parse(std::string_view text);
};

/// The faults of one source file, one sentence each.
/// \param path from the project's root, such as "core/geo/area.cpp"
std::vector<std::string> layer_faults(const LayerRules& rules, std::string_view path, std::string_view text);

}  // namespace yiquan::test
