// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/features/feature_sink.hpp"

class QgsVectorLayer;

namespace yiquan::plugin {

/// An empty memory layer with the fields of a schema, named in QGIS's language.
[[nodiscard]] std::unique_ptr<QgsVectorLayer> memory_layer(const features::LayerSchema& schema);

/// Keeps the core's layers in memory. Filled on any thread.
class CoreLayerStore final : public features::LayerStore {
public:
    CoreLayerStore();
    ~CoreLayerStore() override;
    CoreLayerStore(const CoreLayerStore&) = delete;
    CoreLayerStore& operator=(const CoreLayerStore&) = delete;

    features::FeatureSink& create_layer(const features::LayerSchema& schema) override;

    /// Completes the layers, which then belong to the main thread. Call on the thread that filled the store.
    void hand_over();

    struct Layer {
        std::string_view style;  ///< the id of its schema
        std::unique_ptr<QgsVectorLayer> layer;
    };
    /// The layers in the order of their making; to be called once, on the main thread.
    [[nodiscard]] std::vector<Layer> take();

private:
    class Sink;
    std::unique_ptr<Sink> sink_;
    std::vector<Layer> layers_;
};

}  // namespace yiquan::plugin
