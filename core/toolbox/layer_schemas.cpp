// SPDX-License-Identifier: MIT
#include "core/toolbox/layer_schemas.hpp"

#include <fmt/format.h>

#include <array>
#include <span>

#include "core/base/error.hpp"
#include "core/io/audit/layers.hpp"
#include "core/io/compare/layers.hpp"
#include "core/io/import/layers.hpp"
#include "core/io/locate/layers.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/io/relocate/layers.hpp"

namespace yiquan::toolbox {

const features::LayerSchema* find_layer_schema(std::string_view id) {
    const std::array<std::span<const features::LayerSchema>, 7> tables{io::audit_layers(),
                                                                       io::siting_layers(),
                                                                       io::relocation_layers(),
                                                                       {&io::stations_layer(), 1},
                                                                       {&io::findings_layer(), 1},
                                                                       {&io::changes_layer(), 1},
                                                                       {&io::zone_changes_layer(), 1}};
    for (const auto& table : tables) {
        for (const features::LayerSchema& layer : table) {
            if (layer.id == id) return &layer;
        }
    }
    return nullptr;
}

const features::LayerSchema& layer_schema(std::string_view id) {
    if (const features::LayerSchema* layer = find_layer_schema(id)) return *layer;
    throw Error{ErrorKind::internal,
                {fmt::format("There is no layer \"{}\".", id), fmt::format("没有名为“{}”的图层。", id)}};
}

}  // namespace yiquan::toolbox
