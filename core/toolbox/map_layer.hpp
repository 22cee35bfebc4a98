// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace yiquan::toolbox {

/// One way to show a table of results on the map.
struct MapLayer {
    std::string_view style;   ///< name of the file in styles/
    std::string_view table;   ///< id of the layer schema
    std::string_view filter;  ///< rows shown, as SQL; empty for all
    std::string_view title_en;
    std::string_view title_zh;
    bool visible;  ///< switched on when the result arrives
};

/// What an audit shows, in drawing order, top first.
[[nodiscard]] std::span<const MapLayer> map_layers();

}  // namespace yiquan::toolbox
