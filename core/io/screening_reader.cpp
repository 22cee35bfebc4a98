// SPDX-License-Identifier: MIT
#include "core/io/screening_reader.hpp"

#include "core/io/audit_layer.hpp"
#include "core/io/package_document.hpp"

namespace yiquan::io {

report::ScreeningRecord read_screening_result(const std::string& package) {
    report::ScreeningRecord record =
        report::parse_screening(read_package_document(package, screening_package), package);
    (void)AuditLayer(package, "screened_sites", screening_package);
    return record;
}

}  // namespace yiquan::io
