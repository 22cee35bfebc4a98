// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

#include "core/toolbox/analysis.hpp"
#include "plugin/layers/list_file.hpp"

namespace yiquan::plugin {

class Session;

/// A column that the user may correct, and the name by which the program knows it.
struct RelocationColumn {
    toolbox::Parameter parameter;
    QString known;
};
[[nodiscard]] std::vector<RelocationColumn> household_columns();
[[nodiscard]] std::vector<RelocationColumn> site_columns();

/// What runs of the first step are called; the second takes its sites from the last of them.
inline const QString screening_run = QStringLiteral("screening");

// Ids in the session of what the degrees of the lists refer to.
inline constexpr std::string_view households_datum = "relocation_households_datum";
inline constexpr std::string_view sites_datum = "relocation_sites_datum";

/// Whether sites are those of the last screening, and not of a layer.
[[nodiscard]] bool takes_screened_sites(const Session& session);

/// Who moves and where to, taken on the main thread, as the program is to read it.
class RelocationInputs {
public:
    /// \throws Error{usage} where there are no households or no sites, Error{input} for a layer that cannot
    /// be read
    explicit RelocationInputs(const Session& session);

    /// Copies into the folder what the program cannot read as it is, or knows by other names.
    /// \return the words for the program, run in that folder; relocation.gpkg comes out
    /// \throws Error{output}, Error{cancelled}
    [[nodiscard]] QStringList write(const QString& folder, Progress& progress) const;

private:
    ListFile households_;
    std::optional<ListFile> sites_;  ///< none: those of a screening
    QString screened_;
    QStringList words_;
};

}  // namespace yiquan::plugin
