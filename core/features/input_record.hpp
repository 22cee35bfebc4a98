// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace yiquan::features {

/// One input of a run, for the record.
struct InputRecord {
    std::string role;    ///< facilities, demand, zones
    std::string path;    ///< as the run file writes it
    std::string sha256;  ///< hexadecimal; empty where there is no file, as for a database
    std::uint64_t rows = 0;
};

}  // namespace yiquan::features
