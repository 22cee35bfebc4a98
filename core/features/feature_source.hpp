// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/features/value.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::features {

struct Field {
    std::string name;
    FieldType type = FieldType::text;
};

/// Geometry in the numbers of the source's own coordinate reference system.
using RawRing = std::vector<geo::RawPosition>;
using RawPolygon = std::vector<RawRing>;  ///< the shell, then holes
using RawPolygons = std::vector<RawPolygon>;
/// Lines; one of a single position is one of several points.
using RawLines = std::vector<std::vector<geo::RawPosition>>;
/// `monostate`: no geometry, or of a kind that the caller did not ask for.
using RawGeometry = std::variant<std::monostate, geo::RawPosition, RawPolygons, RawLines>;

/// A table read row by row, once. Where the rows come from (a file, a QGIS layer, memory) stays hidden.
class FeatureSource {
public:
    virtual ~FeatureSource() = default;

    /// What messages call it, such as "stations.csv".
    [[nodiscard]] virtual const std::string& name() const = 0;
    [[nodiscard]] virtual const std::vector<Field>& fields() const = 0;
    /// Coordinate reference system of the geometry, as PROJ reads it; empty where the source states none.
    [[nodiscard]] virtual const std::string& crs() const = 0;
    /// True where rows carry geometry of their own, false for plain tables.
    [[nodiscard]] virtual bool has_geometry() const = 0;
    [[nodiscard]] virtual std::optional<std::uint64_t> size() const = 0;

    /// Moves to the next row; the first call moves to the first one.
    /// \return false after the last row
    /// \throws Error{input} where the source cannot be read
    virtual bool next() = 0;
    /// Number of the row as the user sees it: the line of a sheet (a heading is 1), the id of a GIS feature.
    [[nodiscard]] virtual std::uint64_t row() const = 0;
    /// \param field index into `fields()`
    [[nodiscard]] virtual Value value(std::size_t field) const = 0;
    [[nodiscard]] virtual RawGeometry geometry() const = 0;
};

/// A table in memory, for tests and for callers that hold their rows already.
class MemorySource final : public FeatureSource {
public:
    struct Row {
        std::vector<Value> values;
        RawGeometry geometry;
    };

    MemorySource(std::string name, std::vector<Field> fields, std::vector<Row> rows, std::string crs = {})
        : name_(std::move(name)), fields_(std::move(fields)), rows_(std::move(rows)), crs_(std::move(crs)) {}

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const std::vector<Field>& fields() const override { return fields_; }
    [[nodiscard]] const std::string& crs() const override { return crs_; }
    [[nodiscard]] bool has_geometry() const override {
        return !rows_.empty() && !std::holds_alternative<std::monostate>(rows_.front().geometry);
    }
    [[nodiscard]] std::optional<std::uint64_t> size() const override { return rows_.size(); }
    bool next() override { return ++taken_ <= rows_.size(); }
    /// Rows count from 2, as in a sheet with a heading.
    [[nodiscard]] std::uint64_t row() const override { return taken_ + 1; }
    [[nodiscard]] Value value(std::size_t field) const override {
        const Row& row = rows_[taken_ - 1];
        return field < row.values.size() ? row.values[field] : Value{};
    }
    [[nodiscard]] RawGeometry geometry() const override { return rows_[taken_ - 1].geometry; }

private:
    std::string name_;
    std::vector<Field> fields_;
    std::vector<Row> rows_;
    std::string crs_;
    std::size_t taken_ = 0;
};

}  // namespace yiquan::features
