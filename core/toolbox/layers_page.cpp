// SPDX-License-Identifier: MIT
#include "core/toolbox/layers_page.hpp"

#include <fmt/format.h>

#include <set>
#include <string_view>

#include "core/toolbox/layer_schemas.hpp"
#include "core/toolbox/map_layer.hpp"

namespace yiquan::toolbox {
namespace {

std::string_view geometry_word(features::GeometryType geometry) {
    switch (geometry) {
        case features::GeometryType::none:
            return "table";
        case features::GeometryType::point:
            return "points";
        case features::GeometryType::lines:
            return "lines";
        case features::GeometryType::polygons:
            return "polygons";
    }
    return "";
}

std::string_view type_word(features::FieldType type) {
    switch (type) {
        case features::FieldType::text:
            return "text";
        case features::FieldType::integer:
            return "integer";
        case features::FieldType::real:
            return "real";
    }
    return "";
}

}  // namespace

std::string layers_page() {
    std::string page =
        "# Layers 图层\n\nWhat each verb writes into its GeoPackage. Made from the schemas in "
        "`core/io/*/layers.cpp`; a "
        "test keeps it true. 各命令写入 GeoPackage 的图层，由 `core/io/*/layers.cpp` "
        "中的表结构生成，由测试保证一致。\n";
    std::set<std::string_view> told;
    for (const MapLayer& row : map_layers()) {
        const features::LayerSchema* schema = find_layer_schema(row.table);
        if (schema == nullptr || !told.insert(row.table).second) continue;
        page += fmt::format("\n## {}\n\n{} {}; {}", schema->id, schema->title_en, schema->title_zh,
                            geometry_word(schema->geometry));
        page += row.verb.empty() ? "\n" : fmt::format("; `yiquan {}`\n", row.verb);
        page += "\n| column | type | English | 中文 |\n|---|---|---|---|\n";
        for (const features::LayerField& field : schema->fields) {
            page += fmt::format("| `{}` | {} | {} | {} |\n", field.name, type_word(field.type),
                                field.alias_en, field.alias_zh);
        }
    }
    return page;
}

}  // namespace yiquan::toolbox
