// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/known_column.hpp"

#include <vector>

#include "core/features/feature_source.hpp"

namespace yiquan::plugin {

std::optional<QString> known_column(const QgsFields& fields, intake::Meaning meaning) {
    std::vector<features::Field> names;
    for (const QgsField& field : fields) names.push_back({field.name().toStdString()});
    const features::MemorySource heading("", std::move(names), {});
    const auto column = intake::find_column(heading, meaning, {});
    if (!column) return std::nullopt;
    return QString::fromStdString(heading.fields()[*column].name);
}

}  // namespace yiquan::plugin
