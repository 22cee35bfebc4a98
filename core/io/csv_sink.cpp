// SPDX-License-Identifier: MIT
#include "core/io/csv_sink.hpp"

#include "core/io/csv_writer.hpp"

namespace yiquan::io {

features::FeatureSink& CsvSink::create_layer(const features::LayerSchema& schema) {
    text_ = "\xEF\xBB\xBF";
    const char* between = "";
    for (const features::LayerField& field : schema.fields) {
        text_ += between + csv_cell(std::string{field.name});
        between = ",";
    }
    text_ += "\r\n";
    return *this;
}

void CsvSink::write(std::span<const features::Value> values, const features::Geometry& /*geometry*/) {
    const char* between = "";
    for (const features::Value& value : values) {
        text_ += between + csv_cell(features::to_text(value));
        between = ",";
    }
    text_ += "\r\n";
}

}  // namespace yiquan::io
