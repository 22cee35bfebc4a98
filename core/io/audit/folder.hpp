// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/io/audit/job.hpp"
#include "core/io/files/output_directory.hpp"
#include "core/io/package/geopackage.hpp"

namespace yiquan::io {

/// The folder of an audit: audit.json, audit.gpkg, zones.csv, audit.xlsx and findings.csv. It appears when
/// all of them are complete, or not at all.
class AuditFolder final : public AuditOutputs {
public:
    /// \param notice said in the description of every layer; may be empty
    /// \throws Error{usage} where the folder holds something and may not be overwritten, or an input under
    /// one of the names, Error{output} where it cannot be written
    AuditFolder(const std::string& path, Overwrite overwrite, const InputFiles& inputs, std::string notice);

    features::FeatureSink& create_layer(const features::LayerSchema& schema) override;
    void report(const audit::Report& report) override;
    /// Called once, after the report.
    void commit() { directory_.commit(); }

    /// Names of the files.
    [[nodiscard]] static std::vector<std::string> files();

private:
    OutputDirectory directory_;
    std::string notice_;
    std::optional<GeoPackage> package_;
};

}  // namespace yiquan::io
