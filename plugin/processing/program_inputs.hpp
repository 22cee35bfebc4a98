// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QVariantMap>

#include <map>
#include <string>
#include <vector>

#include "core/io/files/input_files.hpp"
#include "core/toolbox/analysis.hpp"
#include "core/toolbox/program_document.hpp"
#include "plugin/layers/layer_copy.hpp"

class QgsFeedback;
class QgsProcessingAlgorithm;
class QgsProcessingContext;

namespace yiquan::plugin {

/// The layers that the user gave, as files for the program: as they are where the file holds what QGIS shows,
/// else as copies.
class ProgramInputs {
public:
    using Paths = std::map<std::string, std::string, std::less<>>;

    /// To be called on the thread of the layers.
    /// \throws Error{input} for a layer that is missing, lost, or of another kind than the parameter wants
    ProgramInputs(const toolbox::Analysis& analysis, const QgsProcessingAlgorithm& algorithm,
                  const QVariantMap& parameters, QgsProcessingContext& context);

    /// Files that are read, which no output may replace.
    [[nodiscard]] const io::InputFiles& files() const { return files_; }

    /// Saves the copies into a folder; on any thread.
    /// \return where the program finds each layer, by id of the parameter
    [[nodiscard]] Paths save(const QString& folder, const QgsFeedback& feedback);
    /// What was saved, and what it is a copy of.
    [[nodiscard]] const std::vector<toolbox::CopiedInput>& copies() const { return copies_; }

private:
    struct Copy {
        std::string id;
        QString source;
        LayerCopy layer;
    };

    Paths paths_;
    std::vector<Copy> to_copy_;
    std::vector<toolbox::CopiedInput> copies_;
    io::InputFiles files_;
};

}  // namespace yiquan::plugin
