// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/features/feature_sink.hpp"

namespace yiquan::io {

/// A layer's table as CSV text, without its geometry: UTF-8 with a byte-order mark, lines end in CR LF.
class CsvSink final : public features::LayerStore, public features::FeatureSink {
public:
    features::FeatureSink& create_layer(const features::LayerSchema& schema) override;
    void write(std::span<const features::Value> values, const features::Geometry& geometry) override;

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace yiquan::io
