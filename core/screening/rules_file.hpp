// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/screening/rule.hpp"

namespace yiquan::screening {

/// A screening as its file describes it. Paths are as written; `io` takes them relative to the file.
struct RulesFile {
    std::string title;
    std::string notice;  ///< what every output must say about the candidates; may be empty
    std::string candidates_path;
    intake::CoordinateOptions coordinates;
    intake::ColumnNames columns;
    std::vector<Rule> rules;  ///< in the order of the file, switched-off ones too
};

/// A rule that is switched off may lack its layer and its limit: nobody knows them yet.
/// \param name of the file, for messages
/// \throws Error{usage} for bad TOML, an unknown or missing key, a limit without unit, an id used twice,
///         weights that are all zero, and a file without any rule that is switched on
[[nodiscard]] RulesFile parse_rules_file(std::string_view text, std::string_view name);

}  // namespace yiquan::screening
