// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

namespace yiquan::cli {

Run setup_compare(CLI::App&, Language) {
    return [] { return our_fault; };
}

}  // namespace yiquan::cli
