// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfields.h>

#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/features/feature_source.hpp"

class QgsFeatureSource;
class QgsVectorLayer;

namespace yiquan::plugin {

/// What a run needs of a layer, taken on the main thread, so that the layer may be edited or removed while a
/// task reads. Rows are those of the moment it was taken, unsaved edits included.
struct LayerSnapshot {
    QString name;
    QgsFields fields;
    QString crs;                                   ///< as PROJ reads it; empty where the layer has none
    bool spatial = false;                          ///< false for plain tables
    long long count = -1;                          ///< -1: unknown
    std::function<QgsFeatureIterator()> features;  ///< may be called on any thread
};

/// \throws Error{input} for a layer whose source was lost
[[nodiscard]] LayerSnapshot snapshot(const QgsVectorLayer& layer);

/// The rows of a QGIS layer, numbered by feature id.
class LayerSource final : public features::FeatureSource {
public:
    explicit LayerSource(LayerSnapshot layer);

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const std::vector<features::Field>& fields() const override { return fields_; }
    [[nodiscard]] const std::string& crs() const override { return crs_; }
    [[nodiscard]] bool has_geometry() const override { return layer_.spatial; }
    [[nodiscard]] std::optional<std::uint64_t> size() const override { return size_; }
    bool next() override;
    [[nodiscard]] std::uint64_t row() const override;
    [[nodiscard]] features::Value value(std::size_t field) const override;
    [[nodiscard]] features::RawGeometry geometry() const override;

private:
    LayerSnapshot layer_;  // the iterator reads from it
    std::string name_;
    std::vector<features::Field> fields_;
    std::string crs_;
    std::optional<std::uint64_t> size_;
    QgsFeatureIterator iterator_;
    QgsFeature feature_;
    bool read_any_ = false;
};

}  // namespace yiquan::plugin
