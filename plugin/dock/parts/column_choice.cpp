// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/column_choice.hpp"

#include <qgsvectorlayer.h>

#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <optional>

#include "core/intake/columns.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/known_column.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

using intake::Meaning;

struct MeaningOf {
    std::string_view ending;  ///< of the parameter's id
    Meaning meaning;
};
constexpr std::array meanings{
    MeaningOf{"_name", Meaning::name},           MeaningOf{"_id", Meaning::id},
    MeaningOf{"_kind", Meaning::kind},           MeaningOf{"_county", Meaning::county},
    MeaningOf{"_hours", Meaning::opening_hours}, MeaningOf{"_amenities", Meaning::amenities},
    MeaningOf{"_honours", Meaning::honours},     MeaningOf{"_lon", Meaning::longitude},
    MeaningOf{"_lat", Meaning::latitude},        MeaningOf{"_weight", Meaning::weight},
    MeaningOf{"_code", Meaning::code},           MeaningOf{"_parent", Meaning::parent},
    MeaningOf{"_note", Meaning::note},           MeaningOf{"_people", Meaning::people},
    MeaningOf{"_count", Meaning::households},    MeaningOf{"_village", Meaning::village},
    MeaningOf{"_farthest", Meaning::farthest},   MeaningOf{"_capacity", Meaning::capacity},
    MeaningOf{"_price", Meaning::price},
};

/// The column that the core will take for a parameter when the user chooses none.
std::optional<QString> found_column(const QgsVectorLayer& layer, std::string_view id) {
    const auto* const row = std::find_if(meanings.begin(), meanings.end(),
                                         [id](const MeaningOf& m) { return id.ends_with(m.ending); });
    if (row == meanings.end()) return std::nullopt;
    return known_column(layer.fields(), row->meaning);
}

}  // namespace

ColumnChoice::ColumnChoice(Session& session, const toolbox::Parameter& parameter, QWidget* parent)
    : QComboBox(parent), session_(session), id_(parameter.id), role_(parameter.of) {
    setObjectName(QStringLiteral("yiquan_%1").arg(plugin::text(id_)));
    fit(*this);
    connect(this, qOverload<int>(&QComboBox::currentIndexChanged), this, &ColumnChoice::store);
    refresh();
}

void ColumnChoice::refresh() {
    const QSignalBlocker quiet(this);
    clear();
    const auto* layer = qobject_cast<const QgsVectorLayer*>(session_.layer(role_));
    setEnabled(layer != nullptr);
    if (layer == nullptr) {
        addItem(session_.layer(role_) == nullptr ? tr("No layer yet") : tr("A raster has no columns"));
        return;
    }
    const bool coordinate = id_.ends_with("_lon") || id_.ends_with("_lat");
    if (coordinate && layer->isSpatial()) {
        addItem(tr("The layer's own points"));
    } else if (const std::optional<QString> found = found_column(*layer, id_)) {
        addItem(tr("%1 (found)").arg(*found));
    } else {
        addItem(tr("None found"));
    }
    for (const QgsField& field : layer->fields()) addItem(field.name(), field.name());
    setToolTip(currentText());
    const QString chosen = session_.value(id_).toString();
    if (chosen.isEmpty()) return;
    int at = findData(chosen);
    if (at < 0) {
        addItem(tr("%1 (missing)").arg(chosen), chosen);
        at = count() - 1;
    }
    setCurrentIndex(at);
    setToolTip(currentText());
}

void ColumnChoice::store(int index) {
    session_.set(id_, itemData(index));
}

}  // namespace yiquan::plugin
