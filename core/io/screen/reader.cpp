// SPDX-License-Identifier: MIT
#include "core/io/screen/reader.hpp"

#include "core/io/package/package_document.hpp"
#include "core/io/package/package_layer.hpp"

namespace yiquan::io {

report::ScreeningRecord read_screening_result(const std::string& package) {
    report::ScreeningRecord record =
        report::parse_screening(read_package_document(package, screening_package), package);
    (void)AuditLayer(package, "screened_sites", screening_package);
    return record;
}

}  // namespace yiquan::io
