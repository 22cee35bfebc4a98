// SPDX-License-Identifier: MIT
#include "core/coverage/distance_distribution.hpp"

#include <algorithm>
#include <cmath>

namespace yiquan::coverage {
namespace {

constexpr double thousandths_per_unit = 1000.0;

template <class Entries>
void sort_and_merge(Entries& entries) {
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.units < b.units; });
    std::size_t kept = 0;
    for (const auto& entry : entries) {
        if (kept > 0 && entries[kept - 1].units == entry.units) {
            entries[kept - 1].ticks += entry.ticks;
        } else {
            entries[kept++] = entry;
        }
    }
    entries.resize(kept);
}

}  // namespace

void DistanceDistribution::add(CostValue distance, Persons people) {
    if (people.ticks() == 0) return;
    const std::int64_t thousandths = std::llround(distance.value() * thousandths_per_unit);
    ticks_ += people.ticks();
    thousandth_ticks_ += static_cast<decltype(thousandth_ticks_)>(thousandths) * people.ticks();
    worst_thousandths_ = std::max(worst_thousandths_, thousandths);
    entries_.push_back({static_cast<std::uint32_t>(std::llround(distance.value())), people.ticks()});
    compact();
}

void DistanceDistribution::add(const DistanceDistribution& other) {
    ticks_ += other.ticks_;
    thousandth_ticks_ += other.thousandth_ticks_;
    worst_thousandths_ = std::max(worst_thousandths_, other.worst_thousandths_);
    entries_.insert(entries_.end(), other.entries_.begin(), other.entries_.end());
    compact();
}

void DistanceDistribution::compact() {
    constexpr std::size_t smallest = std::size_t{1} << 16U;
    if (entries_.size() < std::max(smallest, 2 * compacted_)) return;
    sort_and_merge(entries_);
    compacted_ = entries_.size();
}

std::vector<DistanceDistribution::Entry> DistanceDistribution::sorted() const {
    std::vector<Entry> entries = entries_;
    sort_and_merge(entries);
    return entries;
}

std::optional<DistanceSummary> DistanceDistribution::summary() const {
    if (ticks_ == 0) return std::nullopt;
    const std::vector<Entry> sorted = this->sorted();
    const CostValue worst{static_cast<double>(worst_thousandths_) / thousandths_per_unit};
    const auto quantile = [&](std::int64_t tenths) {
        std::int64_t passed = 0;
        for (const Entry& entry : sorted) {
            passed += entry.ticks;
            if (static_cast<decltype(thousandth_ticks_)>(passed) * 10 >=
                static_cast<decltype(thousandth_ticks_)>(ticks_) * tenths) {
                return std::min(worst, CostValue{static_cast<double>(entry.units)});
            }
        }
        return worst;
    };
    const auto whole_thousandths = static_cast<std::int64_t>(thousandth_ticks_ / ticks_);
    const auto rest = static_cast<std::int64_t>(thousandth_ticks_ % ticks_);
    const double mean =
        static_cast<double>(whole_thousandths) + static_cast<double>(rest) / static_cast<double>(ticks_);
    return DistanceSummary{CostValue{std::round(mean) / thousandths_per_unit}, quantile(5), quantile(9),
                           worst};
}

std::optional<DistanceProfile> DistanceDistribution::profile() const {
    if (ticks_ == 0) return std::nullopt;
    const std::vector<Entry> groups = sorted();
    double burden = 0.0;  // units times ticks, of all
    for (const Entry& group : groups)
        burden += static_cast<double>(group.units) * static_cast<double>(group.ticks);

    // Gini: 1 - 2 * area under the Lorenz curve, group by group as trapezia (Gastwirth 1972).
    DistanceProfile profile;
    profile.quantiles.reserve(DistanceProfile::points);
    profile.lorenz.reserve(DistanceProfile::points);
    double area = 0.0;
    double borne = 0.0;
    std::int64_t passed = 0;
    const auto all = static_cast<double>(ticks_);
    for (const Entry& group : groups) {
        const auto units = static_cast<double>(group.units);
        const double whole = units * static_cast<double>(group.ticks);
        // Every hundredth of the people that ends in this group.
        while (profile.quantiles.size() < DistanceProfile::points) {
            const double wanted =
                all * static_cast<double>(profile.quantiles.size()) / (DistanceProfile::points - 1);
            if (wanted > static_cast<double>(passed + group.ticks)) break;
            profile.quantiles.emplace_back(units);
            const double part = borne + units * (wanted - static_cast<double>(passed));
            profile.lorenz.push_back(burden > 0.0 ? part / burden : wanted / all);
        }
        area += static_cast<double>(group.ticks) / all * (borne + whole / 2.0);
        borne += whole;
        passed += group.ticks;
    }
    profile.gini = burden > 0.0 ? std::max(0.0, 1.0 - 2.0 * area / burden) : 0.0;
    return profile;
}

}  // namespace yiquan::coverage
