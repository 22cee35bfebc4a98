// SPDX-License-Identifier: MIT
#include "core/io/import/layers.hpp"

#include <array>

#include "core/features/row_values.hpp"

namespace yiquan::io {
namespace {

using features::count_value;
using features::FieldType;
using features::flag_value;
using features::GeometryType;
using features::LayerSchema;
using features::text_value;
using features::Value;

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : "、") + part;
    return out;
}

}  // namespace

const LayerSchema& stations_layer() {
    static const LayerSchema schema{"stations",
                                    "Stations",
                                    "站点",
                                    GeometryType::point,
                                    {{"id", FieldType::text, "Id", "编号"},
                                     {"name", FieldType::text, "Name", "名称"},
                                     {"kind", FieldType::text, "Kind", "类型"},
                                     {"county", FieldType::text, "County in the list", "名单所列区县"},
                                     {"row", FieldType::integer, "Row in the list", "名单行号"},
                                     {"opening_hours", FieldType::text, "Opening hours", "开放时间"},
                                     {"open_24h", FieldType::integer, "Open round the clock", "24小时开放"},
                                     {"amenities", FieldType::text, "Amenities", "配套设施"},
                                     {"honoured", FieldType::integer, "Honoured", "最美驿站"},
                                     {"lon", FieldType::real, "Longitude", "经度"},
                                     {"lat", FieldType::real, "Latitude", "纬度"}}};
    return schema;
}

void write_stations(std::span<const coverage::Facility> facilities, features::LayerStore& store) {
    features::FeatureSink& sink = store.create_layer(stations_layer());
    for (const coverage::Facility& f : facilities) {
        const std::array<Value, 11> row{text_value(f.id),
                                        text_value(f.name),
                                        text_value(f.kind),
                                        text_value(f.county),
                                        count_value(f.row),
                                        text_value(f.hours_text),
                                        f.hours ? flag_value(f.hours->always_open()) : Value{},
                                        text_value(joined(f.amenities)),
                                        flag_value(f.honoured),
                                        f.place.lon,
                                        f.place.lat};
        sink.write(row, f.place);
    }
}

}  // namespace yiquan::io
