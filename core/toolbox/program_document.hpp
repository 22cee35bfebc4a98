// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/toolbox/analysis.hpp"

namespace yiquan::toolbox {

/// The figures of a document that the program printed; none where it does not have one.
/// \param numbers with their places in the document
/// \throws Error{internal} where the text is not JSON
[[nodiscard]] std::vector<std::optional<double>> numbers_in(std::string_view document,
                                                            std::span<const AnalysisNumber> numbers);

/// An input that the program read from a copy.
struct CopiedInput {
    std::string path;   ///< of the copy
    std::string shown;  ///< what it is a copy of
};
/// The document with the sources of copies in place of the copies, which nobody can look up; their checksums
/// are left empty. Where there are no copies, the same bytes.
[[nodiscard]] std::string with_sources(std::string document, std::span<const CopiedInput> copies);

}  // namespace yiquan::toolbox
