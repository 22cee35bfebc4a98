// SPDX-License-Identifier: MIT
#include "core/io/compare/layers.hpp"

#include <array>

namespace yiquan::io {

using features::FieldType;
using features::GeometryType;
using features::LayerSchema;
using features::Value;

const LayerSchema& changes_layer() {
    static const LayerSchema schema{"changes",
                                    "Who gained and who lost",
                                    "新获与失去覆盖",
                                    GeometryType::point,
                                    {{"zone_code", FieldType::text, "Zone code", "单元代码"},
                                     {"zone_name", FieldType::text, "Zone", "单元"},
                                     {"change", FieldType::text, "Change", "变化"},
                                     {"people", FieldType::real, "People", "人数"}}};
    return schema;
}

const LayerSchema& zone_changes_layer() {
    static const LayerSchema schema{"zone_changes",
                                    "Change per zone",
                                    "各单元变化",
                                    GeometryType::polygons,
                                    {{"code", FieldType::text, "Code", "代码"},
                                     {"name", FieldType::text, "Name", "名称"},
                                     {"parent", FieldType::text, "Parent", "上级单元"},
                                     {"covered_before", FieldType::real, "Covered before", "原覆盖（人）"},
                                     {"covered_after", FieldType::real, "Covered after", "现覆盖（人）"},
                                     {"gained", FieldType::real, "Gained", "新获覆盖（人）"},
                                     {"lost", FieldType::real, "Lost", "失去覆盖（人）"},
                                     {"grown", FieldType::real, "Grown", "覆盖处人口增减（人）"},
                                     {"net", FieldType::real, "Net change", "净变化（人）"}}};
    return schema;
}

void write_changes(const audit::Comparison& comparison,
                   const std::map<std::string, geo::MultiPolygon>& shapes, features::LayerStore& store) {
    std::map<std::string_view, std::string_view> names;
    for (const audit::ZoneChange& zone : comparison.zones) names[zone.code] = zone.name;
    features::FeatureSink& places = store.create_layer(changes_layer());
    for (const audit::PlaceChange& change : comparison.places) {
        const std::array<Value, 4> row{change.zone.empty() ? Value{} : Value{change.zone},
                                       change.zone.empty() ? Value{} : Value{std::string{names[change.zone]}},
                                       std::string{change.gained ? "gained" : "lost"}, change.people.value()};
        places.write(row, change.place);
    }
    features::FeatureSink& zones = store.create_layer(zone_changes_layer());
    for (const audit::ZoneChange& zone : comparison.zones) {
        const audit::Change& c = zone.change;
        const std::array<Value, 9> row{zone.code,
                                       zone.name,
                                       zone.parent,
                                       c.covered_before.value(),
                                       c.covered_after.value(),
                                       c.gained.value(),
                                       c.lost.value(),
                                       c.grown.value(),
                                       c.net().value()};
        const auto shape = shapes.find(zone.code);
        if (shape == shapes.end()) {
            zones.write(row, std::monostate{});
        } else {
            zones.write(row, shape->second);
        }
    }
}

}  // namespace yiquan::io
