// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace yiquan {

/// A file of the project that the build put into the library, so that it is found wherever that is installed.
struct EmbeddedFile {
    std::string_view name;  ///< without folders
    std::string_view text;
};

[[nodiscard]] std::span<const EmbeddedFile> embedded_standards();    ///< data/standards/*.toml, by name
[[nodiscard]] std::span<const EmbeddedFile> embedded_styles();       ///< styles/*.qml, by name
[[nodiscard]] std::span<const EmbeddedFile> embedded_report_page();  ///< report.html, made by report/
[[nodiscard]] std::span<const EmbeddedFile> embedded_places();       ///< data/qinghai/service_centres.csv

}  // namespace yiquan
