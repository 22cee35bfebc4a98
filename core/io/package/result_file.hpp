// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/message.hpp"
#include "core/base/progress.hpp"
#include "core/io/files/output_files.hpp"
#include "core/io/package/geopackage.hpp"

namespace yiquan::io {

/// One of the forms in which a verb can write its result, chosen by the ending of the name that is asked for.
struct ResultKind {
    std::string ending;  ///< with its dot; empty: any name will do
    Message holds;       ///< what such a file holds, in a word or two, for who chose another ending
    std::function<void(const std::string& path)> write;
    /// What stands instead of the ending in the name of a second file that `write` writes beside the first,
    /// such as "-findings.csv"; mostly empty.
    std::string beside{};
};

/// \param fill writes the layers and attaches the document
/// \param notice said in the description of every layer; may be empty
[[nodiscard]] ResultKind package_result(std::function<void(GeoPackage&)> fill, std::string notice = {});
/// \param text is asked for when the file is written
[[nodiscard]] ResultKind text_result(std::string ending, Message holds, std::function<std::string()> text);

/// The path of the file beside `path`, as `ResultKind::beside` says.
[[nodiscard]] std::string beside(const std::string& path, const std::string& ending);

/// The result of a run, such as `-o plan.gpkg`: it is there as a whole, or not at all. It is made before the
/// run, so that a name that will not do is known before the work; the kinds may refer to what the run fills.
class ResultFile {
public:
    /// \param path empty where no file is asked for: then nothing below does anything
    /// \throws Error{usage} for a name of no kind, and as `OutputFiles`
    ResultFile(const std::string& path, Overwrite overwrite, const InputFiles& inputs,
               const std::vector<ResultKind>& kinds);

    /// Writes the file beside its place; nothing is left of it without `commit`.
    /// \throws Error{output}
    void write(Progress& progress) const;
    /// \throws Error{output}; every target is then as it was
    void commit();
    /// Paths of what `commit` puts in place.
    [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }

private:
    ResultKind kind_;
    std::vector<std::string> paths_;
    std::optional<OutputFiles> files_;
};

}  // namespace yiquan::io
