// SPDX-License-Identifier: MIT
#include "core/io/tables/csv_sink.hpp"

#include <vector>

#include "core/io/files/text_file.hpp"
#include "core/io/tables/csv_text.hpp"

namespace yiquan::io {

features::FeatureSink& CsvSink::create_layer(const features::LayerSchema& schema) {
    text_ = byte_order_mark;
    std::vector<std::string> names;
    for (const features::LayerField& field : schema.fields) names.emplace_back(field.name);
    add_csv_line(text_, names);
    return *this;
}

void CsvSink::write(std::span<const features::Value> values, const features::Geometry& /*geometry*/) {
    std::vector<std::string> cells;
    for (const features::Value& value : values) cells.push_back(features::to_text(value));
    add_csv_line(text_, cells);
}

}  // namespace yiquan::io
