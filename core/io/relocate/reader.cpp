// SPDX-License-Identifier: MIT
#include "core/io/relocate/reader.hpp"

#include "core/io/package/package_document.hpp"
#include "core/io/package/package_layer.hpp"

namespace yiquan::io {

report::RelocationRecord read_relocation_result(const std::string& package) {
    report::RelocationRecord record =
        report::parse_relocation(read_package_document(package, relocation_package), package);
    const auto include = [&](const char* id) {
        std::size_t rows = 0;
        AuditLayer layer(package, id, relocation_package);
        while (layer.next()) {
            ++rows;
            if (const auto place = layer.place()) record.extent.include(*place);
        }
        return rows;
    };
    (void)include("relocation_sites");
    record.rows = include("relocation_households");
    (void)AuditLayer(package, "relocation_lines", relocation_package);
    return record;
}

}  // namespace yiquan::io
