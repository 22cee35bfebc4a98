// SPDX-License-Identifier: MIT
#include "core/io/package/findings_layer.hpp"

#include <array>

#include "core/features/row_values.hpp"

namespace yiquan::io {
namespace {

using features::count_value;
using features::FieldType;
using features::GeometryType;
using features::LayerSchema;
using features::text_value;
using features::Value;

}  // namespace

const LayerSchema& findings_layer() {
    static const LayerSchema schema{"findings",
                                    "Findings",
                                    "数据问题",
                                    GeometryType::point,
                                    {{"kind", FieldType::text, "Kind", "问题类别"},
                                     {"source", FieldType::text, "Source", "来源"},
                                     {"row", FieldType::integer, "Row", "行"},
                                     {"field", FieldType::text, "Field", "字段"},
                                     {"value", FieldType::text, "Value", "值"},
                                     {"detail_zh", FieldType::text, "Detail (Chinese)", "说明"},
                                     {"detail_en", FieldType::text, "Detail", "英文说明"}}};
    return schema;
}

void write_findings(const features::FindingList& findings, features::LayerStore& store) {
    features::FeatureSink& sink = store.create_layer(findings_layer());
    for (const features::Finding& f : findings.list()) {
        const std::array<Value, 7> row{text_value(features::info(f.kind).id),
                                       text_value(f.source),
                                       f.row ? count_value(*f.row) : Value{},
                                       text_value(f.field),
                                       text_value(f.value),
                                       text_value(f.detail.zh),
                                       text_value(f.detail.en)};
        if (f.where) {
            sink.write(row, *f.where);
        } else {
            sink.write(row, std::monostate{});
        }
    }
}

}  // namespace yiquan::io
