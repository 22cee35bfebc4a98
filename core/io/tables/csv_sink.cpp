// SPDX-License-Identifier: MIT
#include "core/io/tables/csv_sink.hpp"

#include "core/io/tables/csv_text.hpp"

namespace yiquan::io {

features::FeatureSink& CsvSink::create_layer(const features::LayerSchema& schema) {
    text_ = "\xEF\xBB\xBF";
    std::vector<std::string> names;
    for (const features::LayerField& field : schema.fields) names.emplace_back(field.name);
    add_line(names);
    return *this;
}

void CsvSink::write(std::span<const features::Value> values, const features::Geometry& /*geometry*/) {
    std::vector<std::string> cells;
    for (const features::Value& value : values) cells.push_back(features::to_text(value));
    add_line(cells);
}

void CsvSink::add_line(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text_ += ',';
        text_ += csv_cell(cells[i]);
    }
    text_ += "\r\n";
}

}  // namespace yiquan::io
