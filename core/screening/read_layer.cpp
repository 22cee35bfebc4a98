// SPDX-License-Identifier: MIT
#include "core/screening/read_layer.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "core/base/error.hpp"
#include "core/geo/overlay.hpp"
#include "core/screening/row_shapes.hpp"

namespace yiquan::screening {
namespace {

constexpr std::uint64_t rows_between_polls = 4096;

[[noreturn]] void refuse(const features::FeatureSource& source, const std::string& en,
                         const std::string& zh) {
    throw Error{ErrorKind::input, {source.name() + ": " + en, source.name() + "：" + zh}};
}

}  // namespace

LayerRows read_layer(features::FeatureSource& source, const Rule& rule, features::FindingSink& findings,
                     const Progress& progress) {
    RowShapes shapes(source, rule.columns, rule.coordinates, "[[rule]]");
    const auto name = find_column(source, intake::Meaning::name, rule.columns.name);
    const auto id = find_column(source, intake::Meaning::id, {});
    LayerRows out;
    while (source.next()) {
        if (out.rows++ % rows_between_polls == 0) progress.check();
        RowShape shape = shapes.read(source, findings);
        if (shape.empty()) {
            ++out.unplaced;
            continue;
        }
        std::string label;
        for (const auto& column : {name, id}) {
            if (label.empty() && column) label = features::trimmed(features::to_text(source.value(*column)));
        }
        if (label.empty()) label = fmt::format("#{}", source.row());
        out.features.push_back({std::move(label), std::move(shape)});
    }
    if (out.features.empty()) {
        refuse(source, "holds no features, so nothing can be measured; give its data or switch the rule off.",
               "没有任何要素，无从测量；请补充数据，或停用该规则。");
    }
    return out;
}

AreaRows read_area(features::FeatureSource& source, features::FindingSink& findings,
                   const Progress& progress) {
    if (!source.has_geometry()) refuse(source, "covers must name a polygon layer.", "covers 应指向面图层。");
    RowShapes shapes(source, {}, {}, "covers");
    AreaRows out;
    std::vector<geo::MultiPolygon> parts;
    while (source.next()) {
        if (out.rows++ % rows_between_polls == 0) progress.check();
        RowShape shape = shapes.read(source, findings);
        if (shape.polygons.empty()) continue;
        const bool valid = geo::invalidity(shape.polygons).empty();
        parts.push_back(valid ? std::move(shape.polygons) : geo::made_valid(shape.polygons));
    }
    if (parts.empty())
        refuse(source, "covers must name a polygon layer; none of its rows holds one.",
               "covers 应指向面图层；其中没有一行含有面。");
    out.area = geo::union_of(parts);
    return out;
}

}  // namespace yiquan::screening
