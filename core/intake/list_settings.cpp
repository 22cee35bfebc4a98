// SPDX-License-Identifier: MIT
#include "core/intake/list_settings.hpp"

#include <fmt/format.h>

#include "core/base/error.hpp"

namespace yiquan::intake {

CoordinateOptions read_coordinates(settings::TomlTable& table) {
    CoordinateOptions options;
    if (const auto datum = table.text("datum")) {
        try {
            options.datum = geo::datum_from(*datum);
        } catch (const Error& e) {
            table.refuse("datum", {fmt::format("= \"{}\": {}", *datum, e.message().en),
                                   fmt::format("= “{}”：{}", *datum, e.message().zh)});
        }
    }
    options.crs = table.text_or("crs", "");
    return options;
}

ColumnNames read_columns(settings::TomlTable& table) {
    ColumnNames columns;
    columns.longitude = table.text_or("lon", "");
    columns.latitude = table.text_or("lat", "");
    columns.id = table.text_or("id", "");
    columns.name = table.text_or("name", "");
    return columns;
}

}  // namespace yiquan::intake
