// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/message.hpp"
#include "core/features/feature_sink.hpp"

namespace yiquan::toolbox {

/// Whether a result's layer comes onto the map with the result.
enum class OnMap {
    shown,
    hidden,  ///< there, and switched off
    never,   ///< a table, or what is looked at elsewhere
};

/// One way to show a table of results. Toolbox, dock and project all name and draw it so.
struct MapLayer {
    std::string_view verb;    ///< whose result it belongs to; empty for what several have
    std::string_view style;   ///< name of the file in styles/
    std::string_view table;   ///< id of the layer schema
    std::string_view filter;  ///< rows shown, as SQL; empty for all
    std::string_view en;      ///< title
    std::string_view zh;
    OnMap on_map = OnMap::shown;
    std::string_view style_of_polygons{};  ///< where `style` is for points and rows may be either

    [[nodiscard]] Message title() const { return {std::string{en}, std::string{zh}}; }
};

/// All of them: verb by verb, each in drawing order, top first.
[[nodiscard]] std::span<const MapLayer> map_layers();
/// Those of one verb.
[[nodiscard]] std::span<const MapLayer> map_layers(std::string_view verb);
/// \throws Error{internal} for a style that no layer has
[[nodiscard]] const MapLayer& map_layer(std::string_view style);

/// None for a table without places, and where rows are points or polygons as their input is.
[[nodiscard]] features::GeometryType geometry_of(const MapLayer& layer);

}  // namespace yiquan::toolbox
