// SPDX-License-Identifier: MIT
#include "core/io/audit/folder.hpp"

#include <filesystem>

#include "core/io/audit/csv_writer.hpp"
#include "core/io/audit/layers.hpp"
#include "core/io/audit/workbook.hpp"
#include "core/io/files/output_file.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/io/package/package_document.hpp"

namespace yiquan::io {

AuditFolder::AuditFolder(const std::string& path, Overwrite overwrite, const InputFiles& inputs,
                         std::string notice)
    : directory_(path, overwrite, inputs, files()), notice_(std::move(notice)) {}

features::FeatureSink& AuditFolder::create_layer(const features::LayerSchema& schema) {
    if (!package_) package_.emplace(directory_.file("audit.gpkg"), notice_);
    return package_->create_layer(schema);
}

void AuditFolder::report(const audit::Report& report) {
    const std::string json = audit::audit_json(report);
    if (package_) {
        write_findings(report.findings, *package_);
        package_->attach(audit_in_package, "application/json", json);
        package_->close();
    }
    write_text_file(directory_.file("audit.json"), json);
    write_text_file(directory_.file("zones.csv"), zones_csv(report));
    write_text_file(directory_.file("findings.csv"), findings_csv(report.findings));
    const std::string workbook = directory_.file("audit.xlsx");
    write_workbook(report, workbook, std::filesystem::path(workbook).parent_path().string());
}

std::vector<std::string> AuditFolder::files() {
    return {"audit.json", "audit.gpkg", "zones.csv", "audit.xlsx", "findings.csv"};
}

}  // namespace yiquan::io
