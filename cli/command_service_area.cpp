// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

namespace yiquan::cli {

Run setup_service_area(CLI::App&, Language) {
    return [] { return our_fault; };
}

}  // namespace yiquan::cli
