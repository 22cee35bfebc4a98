// SPDX-License-Identifier: MIT
#include "core/intake/known_place.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/geo/circle.hpp"
#include "core/geo/datum.hpp"
#include "core/geo/ellipsoid.hpp"
#include "core/index/packed_rtree.hpp"

namespace yiquan::intake {
namespace {

constexpr Metres reach = kilometres(5);

/// Upper median; reorders its argument.
double median(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Share of the GCJ-02 shift at the known place in the offset of the listed one, by projection on it.
double share_of_shift(geo::LonLat listed, geo::LonLat known) {
    const geo::LonLat image = geo::wgs84_to_gcj02(known);
    const double east_scale = std::cos(known.lat * geo::radians_per_degree);
    const double shift_east = (image.lon - known.lon) * east_scale;
    const double shift_north = image.lat - known.lat;
    const double length2 = shift_east * shift_east + shift_north * shift_north;
    if (length2 == 0.0) return 0.0;
    const double east = (listed.lon - known.lon) * east_scale;
    const double north = listed.lat - known.lat;
    return (east * shift_east + north * shift_north) / length2;
}

/// Of the known places within reach whose name the facility's name holds, the one with the longest name.
std::optional<std::uint32_t> match(const coverage::Facility& facility, std::span<const KnownPlace> known,
                                   std::span<const geo::GeodesicCircle> circles,
                                   const index::PackedRTree& tree) {
    std::optional<std::uint32_t> best;
    const geo::LonLat at = facility.place;
    tree.search({at.lon, at.lat, at.lon, at.lat}, [&](std::uint32_t candidate) {
        const std::string& name = known[candidate].name;
        if (name.empty() || facility.name.find(name) == std::string::npos) return;
        if (!circles[candidate].contains(at)) return;
        const bool better = !best || name.size() > known[*best].name.size() ||
                            (name.size() == known[*best].name.size() && candidate < *best);
        if (better) best = candidate;
    });
    return best;
}

}  // namespace

bool DatumFit::looks_like_gcj02() const {
    constexpr std::size_t fewest = 8;
    constexpr double certain = 4.0;
    return matches >= fewest && shift_share > 0.5 && shift_share < 1.5 && shift_share > certain * uncertainty;
}

DatumFit judge_datum(std::span<const coverage::Facility> facilities, std::span<const KnownPlace> known) {
    std::vector<geo::GeodesicCircle> circles;
    std::vector<geo::Box> boxes;
    for (const KnownPlace& place : known) {
        circles.emplace_back(place.place, reach);
        boxes.push_back(circles.back().box());
    }
    const index::PackedRTree tree(boxes);
    std::vector<std::vector<double>> shares(known.size());
    for (const coverage::Facility& facility : facilities) {
        const auto found = match(facility, known, circles, tree);
        if (found) shares[*found].push_back(share_of_shift(facility.place, known[*found].place));
    }
    std::vector<double> medians;
    for (std::vector<double>& of_place : shares) {
        if (!of_place.empty()) medians.push_back(median(of_place));
    }
    DatumFit fit;
    fit.matches = medians.size();
    if (medians.empty()) return fit;
    fit.shift_share = median(medians);
    for (double& m : medians) m = std::abs(m - fit.shift_share);
    fit.uncertainty = 1.2533 * 1.4826 * median(medians) / std::sqrt(static_cast<double>(fit.matches));
    return fit;
}

}  // namespace yiquan::intake
