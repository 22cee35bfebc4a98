// SPDX-License-Identifier: MIT
#include "core/intake/repeat_finder.hpp"

#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include "core/geo/geodesic.hpp"

namespace yiquan::intake {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

std::uint64_t mixed(std::uint64_t hash, std::int64_t number) {
    hash ^= static_cast<std::uint64_t>(number) + 0x9E3779B97F4A7C15U + (hash << 6U) + (hash >> 2U);
    hash *= 0xBF58476D1CE4E5B9U;
    return hash ^ (hash >> 31U);
}

}  // namespace

/// Cells are cubes of twice the reach in Earth-centred coordinates. A chord is no longer than its geodesic,
/// so whatever lies within reach is in the cube or, along each axis, in the neighbour on the nearer side.
std::optional<RepeatFinder::Repeat> RepeatFinder::add(std::string_view name, geo::LonLat place) {
    const std::size_t number = added_++;
    const std::uint64_t name_hash = std::hash<std::string_view>{}(name);
    const geo::Ecef at = geo::to_ecef(place);
    const double size = 2.0 * reach_.value();
    std::array<std::array<std::int64_t, 2>, 3> near_cells{};
    const std::array<double, 3> axes{at.x, at.y, at.z};
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
        const double cell = std::floor(axes[axis] / size);
        const bool upper_half = axes[axis] / size - cell >= 0.5;
        near_cells[axis] = {static_cast<std::int64_t>(cell),
                            static_cast<std::int64_t>(cell) + (upper_half ? 1 : -1)};
    }
    const auto key = [&](unsigned which) {
        std::uint64_t hash = name_hash;
        for (unsigned axis = 0; axis < axes.size(); ++axis) {
            hash = mixed(hash, near_cells[axis][(which >> axis) & 1U]);
        }
        return hash;
    };
    std::optional<Repeat> best;
    for (unsigned which = 0; which < 8; ++which) {
        const auto cell = cells_.find(key(which));
        if (cell == cells_.end()) continue;
        for (std::uint32_t i = cell->second; i != none; i = firsts_[i].next) {
            const First& first = firsts_[i];
            if (first.name != name) continue;
            const Metres distance =
                first.place == place ? Metres{0.0} : geo::geodesic_distance(first.place, place);
            if (distance > reach_) continue;
            const bool nearer = !best || distance < best->distance ||
                                (distance == best->distance && first.number < best->first);
            if (nearer) best = Repeat{first.number, distance};
        }
    }
    if (best) return best;
    const auto newest = static_cast<std::uint32_t>(firsts_.size());
    const auto [cell, is_new] = cells_.try_emplace(key(0), newest);
    firsts_.push_back({std::string{name}, place, number, is_new ? none : cell->second});
    cell->second = newest;
    return std::nullopt;
}

}  // namespace yiquan::intake
