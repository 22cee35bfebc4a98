// SPDX-License-Identifier: MIT
#include "core/io/audit_reader.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <system_error>

#include "core/base/error.hpp"
#include "core/io/table.hpp"
#include "core/io/text_file.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

std::size_t field_named(const features::FeatureSource& layer, std::string_view name) {
    for (std::size_t i = 0; i < layer.fields().size(); ++i) {
        if (layer.fields()[i].name == name) return i;
    }
    throw Error{ErrorKind::input,
                {fmt::format("{}: the layer has no column {}; run the audit again.", layer.name(), name),
                 fmt::format("{}：图层缺少字段 {}，请重新运行审计。", layer.name(), name)}};
}

std::vector<audit::DemandState> read_demand_layer(const std::string& package) {
    const std::unique_ptr<features::FeatureSource> layer = open_table(package + "|layername=demand");
    const std::size_t people = field_named(*layer, "demand");
    const std::size_t zone = field_named(*layer, "zone_code");
    const std::size_t kind = field_named(*layer, "class");
    std::vector<audit::DemandState> states;
    while (layer->next()) {
        const features::RawGeometry geometry = layer->geometry();
        const auto* at = std::get_if<geo::RawPosition>(&geometry);
        if (at == nullptr) continue;
        states.push_back({{at->x, at->y},
                          features::to_text(layer->value(zone)),
                          Persons::nearest(features::to_number(layer->value(people)).value_or(0.0)),
                          features::to_text(layer->value(kind)) == "covered"});
    }
    return states;
}

std::map<std::string, geo::MultiPolygon> read_zone_shapes(const std::string& package) {
    const std::unique_ptr<features::FeatureSource> layer = open_table(package + "|layername=zones");
    const std::size_t code = field_named(*layer, "code");
    std::map<std::string, geo::MultiPolygon> shapes;
    while (layer->next()) {
        const features::RawGeometry geometry = layer->geometry();
        const auto* polygons = std::get_if<features::RawPolygons>(&geometry);
        if (polygons == nullptr) continue;
        geo::MultiPolygon& shape = shapes[features::to_text(layer->value(code))];
        for (const features::RawPolygon& polygon : *polygons) {
            geo::Polygon& out = shape.parts.emplace_back();
            for (const features::RawRing& ring : polygon) {
                geo::Ring& corners = out.rings.emplace_back();
                for (const geo::RawPosition p : ring) corners.push_back({p.x, p.y});
            }
        }
    }
    return shapes;
}

/// The audit.json of a folder, or the file itself.
fs::path json_in(const std::string& path) {
    std::error_code ignored;  // what is wrong with the path, reading it will say
    return fs::is_directory(path, ignored) ? fs::path(path) / "audit.json" : fs::path(path);
}

/// Empty where there is none.
std::string package_beside(const fs::path& json) {
    std::error_code ignored;
    const fs::path package = json.parent_path() / "audit.gpkg";
    return fs::exists(package, ignored) ? package.string() : std::string{};
}

}  // namespace

audit::StoredAudit read_audit(const std::string& path) {
    const fs::path json = json_in(path);
    audit::StoredAudit out;
    out.summary = audit::parse_audit_json(read_text_file(json.string()), json.string());
    if (const std::string package = package_beside(json); !package.empty()) {
        out.demand = read_demand_layer(package);
        out.shapes = read_zone_shapes(package);
    }
    return out;
}

audit::StoredLedger read_ledger(const std::string& path) {
    const fs::path json = json_in(path);
    audit::StoredLedger out = audit::parse_ledger_json(read_text_file(json.string()), json.string());
    if (const std::string package = package_beside(json); !package.empty())
        out.shapes = read_zone_shapes(package);
    return out;
}

}  // namespace yiquan::io
