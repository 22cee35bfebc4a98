// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/message.hpp"
#include "core/base/quantity.hpp"
#include "core/geo/lonlat.hpp"
#include "core/intake/columns.hpp"
#include "core/intake/locate_row.hpp"

namespace yiquan::screening {

/// The three ways in which a rule looks at a candidate.
enum class RuleKind : std::uint8_t {
    avoid,   ///< keep a distance from a layer, or stay off it
    near,    ///< lie within a distance of a layer
    attain,  ///< reach a measured value
};

/// How far from, or how near to, a layer.
struct DistanceLimit {
    std::optional<Metres> distance;  ///< avoid: none means that only overlap counts
    std::vector<std::string> by;  ///< columns of the candidates that choose from `table`; empty: `distance`
    /// What `by` holds, joined by a space → the limit; none: no distance is asked for.
    std::map<std::string, std::optional<Metres>> table;
};

/// Where the data of a layer are known. Elsewhere a feature that the layer does not have may exist.
struct Coverage {
    enum class Kind : std::uint8_t {
        extent,      ///< the box around all features
        everywhere,  ///< the user vouches for it
        box,
        layer,  ///< polygons of a file
    };
    Kind kind = Kind::extent;
    geo::Box box;
    std::string path;
};

enum class Measure : std::uint8_t {
    column,  ///< a number in a column of the candidates
    yes_no,  ///< a column that says yes or no
    area,    ///< of the candidate's polygon, on the ellipsoid
    slope,   ///< of a digital elevation model under the candidate
};

enum class Statistic : std::uint8_t { mean, worst };

/// What a candidate must reach.
struct AttainLimit {
    Measure measure = Measure::column;
    std::string column;
    bool at_least = true;  ///< else at most
    double value = 0.0;    ///< in `unit`
    std::string unit;      ///< as the user wrote it; a column is taken to be in it
    double factor = 1.0;   ///< square metres per unit for an area
    Statistic statistic = Statistic::worst;
};

struct Rule {
    std::string id;
    Message name;
    RuleKind kind = RuleKind::avoid;
    bool enabled = true;
    std::optional<double> weight;  ///< none: a hard rule, which excludes
    std::string source;            ///< where the limit comes from
    std::string note;

    std::string layer;  ///< path as written; of avoid, near and slope
    intake::CoordinateOptions coordinates;
    intake::ColumnNames columns;  ///< of the layer
    Coverage covers;
    DistanceLimit distance;
    AttainLimit attain;

    [[nodiscard]] bool hard() const { return !weight.has_value(); }
};

/// "avoid", "near" or "attain".
[[nodiscard]] std::string_view kind_name(RuleKind kind);

/// The limit in signs that both languages read: "≥ 200 m", "≤ 5 km", "≥ 2 ha", "8: ≥ 200 m; 9: ≥ 400 m".
[[nodiscard]] std::string limit_text(const Rule& rule);

/// Unit of the measured value: "m" for distances, else the limit's; empty for yes and no.
[[nodiscard]] std::string value_unit(const Rule& rule);

}  // namespace yiquan::screening
