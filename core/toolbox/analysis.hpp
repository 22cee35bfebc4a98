// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/message.hpp"
#include "core/features/finding.hpp"
#include "core/io/audit/job.hpp"
#include "core/toolbox/map_layer.hpp"

namespace yiquan::toolbox {

/// What the user chooses for a parameter.
enum class ParameterKind {
    list,      ///< a table or point layer
    places,    ///< points or polygons
    demand,    ///< points, or a population raster
    polygons,  ///< a polygon layer
    table,     ///< rows whose geometry does not matter
    column,    ///< of the input that `of` names
    choice,    ///< one of `choices`
    length,    ///< metres
    share,     ///< 0 to 1
    number,    ///< zero or more
    duration,  ///< seconds
    flag,
    text,
    file,   ///< read as it is
    audit,  ///< the folder of a finished audit
};
/// Whether the user chooses a layer for it.
[[nodiscard]] bool is_layer(ParameterKind kind);

struct Choice {
    std::string id;
    Message name;
};

/// One parameter of an analysis. Ids are stable: saved models, projects and scripts rely on them.
struct Parameter {
    std::string_view id;
    ParameterKind kind;
    Message name;
    Message help;  ///< one sentence; may be empty
    bool optional = true;
    bool advanced = false;
    std::string_view of{};  ///< for a column: the id of its table
    std::string initial{};  ///< id of a choice, number, or empty
    std::vector<Choice> choices{};
    std::string_view option{};  ///< of the program, such as "--radius"; a value without one stands alone
};

/// The values that the user gave; what was not given is empty.
class ParameterValues {
public:
    virtual ~ParameterValues() = default;
    /// Columns, ids of choices, texts, paths of files.
    [[nodiscard]] virtual std::string text(std::string_view id) const = 0;
    [[nodiscard]] virtual bool flag(std::string_view id) const = 0;
    /// Metres, seconds, a share from 0 to 1, or a plain number.
    [[nodiscard]] virtual std::optional<double> number(std::string_view id) const = 0;
};

/// A figure that an analysis hands to scripts and models.
struct AnalysisNumber {
    std::string_view id;
    Message name;
    std::string_view at{};  ///< JSON pointer into the program's document; of a list there, its length
};

/// What a run needs and where its layers go.
struct AnalysisRun {
    const ParameterValues& values;
    io::AuditInputs& inputs;
    io::AuditOutputs& outputs;
    features::FindingList& findings;
    Progress& progress;
    unsigned threads = 1;
    std::string version;
};

struct AnalysisFigures {
    std::string json;             ///< the same document that the command line prints with --json
    std::vector<double> numbers;  ///< in the order of the analysis's `numbers`
};

/// A runnable analysis; the QGIS toolbox is made from these. Those with a `verb` are run by the program
/// `yiquan`: the exact solver's licence does not go with that of every shell.
struct Analysis {
    std::string_view id;
    Message name;
    Message summary;
    std::vector<Parameter> parameters;
    std::vector<MapLayer> layers;
    std::vector<AnalysisNumber> numbers;
    bool in_folder = false;  ///< its layers and reports go into one folder, as those of `yiquan audit` do
    AnalysisFigures (*run)(AnalysisRun& run) = nullptr;
    std::string_view verb{};         ///< of the program; empty where `run` does the work
    std::string_view layers_need{};  ///< the input whose places the layers show; without it there are none
};

/// All analyses.
[[nodiscard]] std::span<const Analysis> analyses();
/// \throws Error{internal} for an unknown id
[[nodiscard]] const Analysis& analysis(std::string_view id);

/// The run that the values describe, without paths.
/// \throws Error{usage} for values that contradict each other
[[nodiscard]] audit::RunFile run_of(const ParameterValues& values);

}  // namespace yiquan::toolbox
