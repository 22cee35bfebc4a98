// SPDX-License-Identifier: MIT
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/run_program.hpp"

namespace yiquan::cli {

/// The verbs that `yiquan --help` lists.
inline std::vector<std::string> verbs() {
    std::istringstream help(yiquan({"--help"}).out);
    std::vector<std::string> found;
    bool listed = false;
    for (std::string line; std::getline(help, line);) {
        if (line.starts_with("Subcommands:")) {
            listed = true;
        } else if (line.starts_with("Exit codes:")) {
            break;
        } else if (listed && line.starts_with("  ") && line.size() > 2 && line[2] != ' ') {
            found.push_back(line.substr(2, line.find(' ', 2) - 2));
        }
    }
    return found;
}

inline std::string help_of(const std::string& verb, const std::string& language) {
    return yiquan({verb, "--help", "--lang", language}).out;
}

}  // namespace yiquan::cli
