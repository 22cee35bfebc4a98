// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/travel_budget.hpp"
#include "core/base/cost.hpp"
#include "core/base/message.hpp"
#include "core/base/quantity.hpp"

namespace yiquan::audit {

/// Shares of all stations that a programme asks for.
struct StationTargets {
    std::optional<double> open_24h_share;
    std::optional<double> honoured_share;
};

/// What counts as served.
struct Standard {
    /// One figure of the standard and where it comes from.
    struct Figure {
        std::string key;
        std::string value;
        std::string source;
        std::string confidence;  ///< high, medium-high, medium, low, or setting: no source, the user decides
        Message note;
    };

    std::string id;  ///< "custom" where the run file gives its own radius
    Message name;
    Message summary;
    std::vector<Cost> bands;             ///< rising; the last one is the standard's limit
    CostUnit unit = CostUnit::metres;    ///< of the bands; metres are straight-line radii
    std::optional<TravelBudget> travel;  ///< instead of bands; needs a street network
    std::string radius_range;            ///< "800 m to 1 km" where the source gives a range
    StationTargets station_targets;
    std::vector<Figure> figures;

    [[nodiscard]] CostLimit limit() const { return {bands.back(), unit}; }
};

/// Reads a file of `data/standards`.
/// \param name of the file, for messages
/// \throws Error{usage} naming file, key and value
[[nodiscard]] Standard parse_standard(std::string_view text, std::string_view name);

/// All shipped standards, by id.
[[nodiscard]] const std::vector<Standard>& shipped_standards();

/// \throws Error{usage} for an unknown id, with the nearest one
[[nodiscard]] const Standard& shipped_standard(std::string_view id);

/// A straight-line standard of the user's own.
/// \throws Error{usage} for no bands
[[nodiscard]] Standard custom_standard(const std::vector<Metres>& radii);

}  // namespace yiquan::audit
