// SPDX-License-Identifier: MIT
#include "core/io/audit/reader.hpp"

#include <filesystem>
#include <map>
#include <system_error>

#include "core/features/counted_column.hpp"
#include "core/io/files/text_file.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/package/package_layer.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

std::vector<audit::DemandState> read_demand_layer(const std::string& package, Progress& progress) {
    constexpr std::uint64_t rows_between_reports = 16'384;
    PackageLayer layer(package, "demand");
    features::CountedColumn<Persons> people({package + ": demand", package + "：demand"});
    std::vector<audit::DemandState> states;
    for (std::uint64_t row = 0; layer.next(); ++row) {
        if (row % rows_between_reports == 0) progress.step(layer.share_of(row));
        const auto place = layer.place();
        if (!place) continue;
        states.push_back({*place, layer.text("zone_code"),
                          people.count(features::to_number(layer.value("demand")).value_or(0.0)),
                          layer.text("class") == "covered"});
    }
    return states;
}

std::map<std::string, geo::MultiPolygon> read_zone_shapes(const std::string& package) {
    PackageLayer layer(package, "zones");
    std::map<std::string, geo::MultiPolygon> shapes;
    while (layer.next()) shapes[layer.text("code")] = layer.shape();
    return shapes;
}

/// Where the parts of a finished audit lie.
struct Parts {
    std::string json;     ///< text of the audit.json
    std::string name;     ///< of the file it came from
    std::string package;  ///< empty where there is none
};

Parts find_parts(const std::string& path) {
    if (fs::path(path).extension() == ".gpkg") return {read_package_document(path), path, path};
    std::error_code ignored;  // what is wrong with the path, reading it will say
    const fs::path json = fs::is_directory(path, ignored) ? fs::path(path) / "audit.json" : fs::path(path);
    const fs::path package = json.parent_path() / "audit.gpkg";
    return {read_text_file(json.string()), json.string(),
            fs::exists(package, ignored) ? package.string() : std::string{}};
}

}  // namespace

audit::StoredAudit read_audit(const std::string& path, Progress& progress) {
    const Parts parts = find_parts(path);
    audit::StoredAudit out;
    out.summary = audit::parse_audit_json(parts.json, parts.name);
    if (!parts.package.empty()) {
        constexpr double demand_read = 0.9;
        ProgressSlice reading(progress, 0.0, demand_read);
        out.demand = read_demand_layer(parts.package, reading);
        out.shapes = read_zone_shapes(parts.package);
    }
    progress.step(1.0);
    return out;
}

audit::StoredLedger read_ledger(const std::string& path) {
    const Parts parts = find_parts(path);
    audit::StoredLedger out = audit::parse_ledger_json(parts.json, parts.name);
    if (!parts.package.empty()) out.shapes = read_zone_shapes(parts.package);
    return out;
}

}  // namespace yiquan::io
