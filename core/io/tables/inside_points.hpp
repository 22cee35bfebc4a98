// SPDX-License-Identifier: MIT
#pragma once

#include "core/features/feature_source.hpp"

namespace yiquan::io {

/// A source whose polygons are read as a point inside their largest part, so that sites drawn as areas can be
/// located like any other. Points and plain tables pass unchanged.
class InsidePoints final : public features::FeatureSource {
public:
    /// \param source outlives this
    explicit InsidePoints(features::FeatureSource& source) : source_(source) {}

    [[nodiscard]] const std::string& name() const override { return source_.name(); }
    [[nodiscard]] const std::vector<features::Field>& fields() const override { return source_.fields(); }
    [[nodiscard]] const std::string& crs() const override { return source_.crs(); }
    [[nodiscard]] bool has_geometry() const override { return source_.has_geometry(); }
    [[nodiscard]] std::optional<std::uint64_t> size() const override { return source_.size(); }
    bool next() override { return source_.next(); }
    [[nodiscard]] std::uint64_t row() const override { return source_.row(); }
    [[nodiscard]] features::Value value(std::size_t field) const override { return source_.value(field); }
    [[nodiscard]] features::RawGeometry geometry() const override;

private:
    features::FeatureSource& source_;
};

}  // namespace yiquan::io
