// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/sink_outputs.hpp"

#include <fmt/format.h>

#include <qgsfeature.h>
#include <qgsprocessingcontext.h>

#include "core/base/error.hpp"
#include "core/toolbox/map_layer.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/core_rows.hpp"
#include "plugin/processing/analysis_parameters.hpp"
#include "plugin/processing/discard.hpp"

namespace yiquan::plugin {

QString output_name(const toolbox::MapLayer& layer) {
    return QStringLiteral("OUTPUT_") + toolbox_name(layer.style);
}

/// One layer of the core, into as many sinks as show it.
class SinkOutputs::Table final : public features::FeatureSink {
public:
    struct Part {
        toolbox::MapLayer layer;
        Opened opened;
        QgsExpression filter;  ///< rows that the style shows
    };

    explicit Table(const features::LayerSchema& schema) : fields_(fields_of(schema)) {
        context_.setFields(fields_);
    }

    void add(const toolbox::MapLayer& layer, Opened opened) {
        QgsExpression filter(text(layer.filter));
        if (!layer.filter.empty()) filter.prepare(&context_);
        parts_.push_back({layer, std::move(opened), std::move(filter)});
    }

    void write(std::span<const features::Value> values, const features::Geometry& shape) override {
        if (parts_.empty()) return;
        QgsFeature feature(fields_);
        feature.setAttributes(attributes_of(values));
        feature.setGeometry(geometry_of(shape));
        context_.setFeature(feature);
        for (Part& part : parts_) {
            if (!part.filter.expression().isEmpty() && !part.filter.evaluate(&context_).toBool()) continue;
            QgsFeature row = feature;  // sinks give rows their own ids
            if (!part.opened.sink->addFeature(row, QgsFeatureSink::FastInsert)) refuse(part);
        }
    }

    void close() {
        for (Part& part : parts_) {
            if (!part.opened.sink->flushBuffer()) refuse(part);
            part.opened.sink.reset();
        }
    }

    [[nodiscard]] std::vector<Part>& parts() { return parts_; }

private:
    [[noreturn]] static void refuse(const Part& part) {
        const std::string where = part.opened.destination.toStdString();
        const std::string why = part.opened.sink->lastError().toStdString();
        throw Error{ErrorKind::output,
                    {fmt::format("The layer cannot be written to {}: {}", where, why),
                     fmt::format("图层无法写入 {}：{}", where, why)}};
    }

    QgsFields fields_;
    QgsExpressionContext context_;
    std::vector<Part> parts_;
};

SinkOutputs::SinkOutputs(std::span<const toolbox::MapLayer> layers, QgsProcessingContext& context, Open open)
    : layers_(layers), context_(context), open_(std::move(open)) {}

SinkOutputs::~SinkOutputs() {
    if (finished_) return;
    for (const auto& table : tables_) {
        for (Table::Part& part : table->parts()) {
            part.opened.sink.reset();  // closes the file
            discard(part.opened.destination, context_);
        }
    }
}

features::FeatureSink& SinkOutputs::create_layer(const features::LayerSchema& schema) {
    Table& table = *tables_.emplace_back(std::make_unique<Table>(schema));
    for (const toolbox::MapLayer& layer : layers_) {
        if (layer.table != schema.id) continue;
        Opened opened = open_(layer, schema);
        if (opened.sink != nullptr) table.add(layer, std::move(opened));
    }
    return table;
}

std::vector<SinkOutputs::Written> SinkOutputs::finish() {
    std::vector<Written> written;
    for (const auto& table : tables_) table->close();
    for (const auto& table : tables_) {
        for (const Table::Part& part : table->parts())
            written.push_back({part.layer, part.opened.destination});
    }
    finished_ = true;
    return written;
}

}  // namespace yiquan::plugin
