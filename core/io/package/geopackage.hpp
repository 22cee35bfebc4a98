// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/features/feature_sink.hpp"

namespace yiquan::io {

/// Writes layers into one new GeoPackage, WGS84, with Chinese field aliases and the style of each layer's id
/// from `styles/` as its default. Same rows, same bytes: no time stamp is written.
/// Layers of up to 250,000 rows get a spatial index.
class GeoPackage final : public features::LayerStore {
public:
    /// \param notice said in the description of every layer; may be empty
    /// \throws Error{output} where the file cannot be made
    GeoPackage(std::string path, std::string notice);
    ~GeoPackage() override;

    features::FeatureSink& create_layer(const features::LayerSchema& schema) override;

    /// Keeps a document inside the file, as the metadata of the whole package.
    /// \param standard names its kind, as a URI
    void attach(std::string_view standard, std::string_view mime_type, std::string_view document);

    /// Writes what is pending and closes the file; only then is it complete.
    /// \throws Error{output} where the disk is full or the file was lost
    void close();

private:
    void finish_layer();
    void write_styles();

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace yiquan::io
