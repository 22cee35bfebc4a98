// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/report.hpp"
#include "core/base/progress.hpp"
#include "core/features/finding.hpp"
#include "core/geo/datum.hpp"
#include "core/io/files/input_files.hpp"
#include "core/siting/problem.hpp"

namespace yiquan::io {

/// What a siting is made of: tables as `open_table` takes them, empty where not given. Costs come from a
/// matrix, from a graph of the OR-Library, or from the places of candidates and demand.
struct SitingInputs {
    std::string matrix{};
    std::string orlib{};
    std::string candidates{};
    std::string demand{};
    std::string existing{};  ///< a list, or ids separated by commas; so are the next three
    std::string may_close{};
    std::string forced{};
    std::string forbidden{};
    std::string weights{};                 ///< id, weight
    std::string zones{};                   ///< polygons, or a table id, zone
    std::string sites{};                   ///< id, price, seats
    geo::Datum datum = geo::Datum::wgs84;  ///< of the lists with places

    /// True where sites and demand have places, which layers need.
    [[nodiscard]] bool has_places() const { return matrix.empty() && orlib.empty(); }
    /// Of the costs that will be read.
    [[nodiscard]] CostUnit unit() const { return has_places() ? CostUnit::metres : CostUnit::table; }
    /// \throws Error{usage} where costs come from nowhere, or from several sources
    void check() const;
    /// What is read from files; not what is given as ids.
    [[nodiscard]] InputFiles files() const;
};

/// A problem with the faults of its lists and the record of its files.
struct SitingData {
    siting::Problem problem;
    std::optional<std::uint32_t> count;  ///< that a graph of the OR-Library asks for
    features::FindingList findings;
    std::vector<features::InputRecord> inputs;
};

/// Reads it all. An existing list that is a file has places too: its sites join the candidates, or are those
/// among them of the same id within 50 m, and then stand where the existing list says. A site of the same id
/// elsewhere is another one; it gets "#existing" behind its id, and a finding.
/// \throws Error as its parts do
[[nodiscard]] SitingData read_siting_inputs(const SitingInputs& inputs, Progress& progress);

/// \param site id in a plan
/// \return what the list of existing sites calls it: without what told it from another site of its id
[[nodiscard]] std::string_view id_in_list(std::string_view site);

}  // namespace yiquan::io
