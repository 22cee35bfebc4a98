// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tests/cli/small_county.hpp"

namespace yiquan::cli {

/// What a stand-in for yiquan-map does to please: reports half-way and writes a file that is no PDF.
inline const std::string draws_nothing =
    "while [ \"$1\" != -o ]; do shift; done; echo '{\"progress\": 0.5, \"stage\": \"x\"}' >&2; echo pdf "
    ">\"$2\"";

/// Surroundings in which `yiquan pack` finds a stand-in for yiquan-map, which notes its words in words.txt
/// and then does `then`, a line of shell. The real one needs QGIS and is tested in tests/plugin/layout.
inline Surroundings with_map_program(const SmallCounty& county, const std::string& then) {
    county.write("yiquan-map", "#!/bin/sh\necho \"$*\" >>" + county.at("words.txt") + "\n" + then + "\n");
    std::filesystem::permissions(county.at("yiquan-map"), std::filesystem::perms::owner_all);
    Surroundings where;
    where.changes["YIQUAN_MAP"] = county.at("yiquan-map");
    return where;
}

}  // namespace yiquan::cli
