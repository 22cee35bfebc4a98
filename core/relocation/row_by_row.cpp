// SPDX-License-Identifier: MIT
#include "core/relocation/row_by_row.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "core/relocation/split_reach.hpp"

namespace yiquan::relocation {
namespace {

/// Where rows could be split, so do all heads find places?
bool heads_fit(const RowsToPlace& rows) {
    Instance instance;
    instance.room = rows.room;
    for (std::size_t r = 0; r < rows.people.size(); ++r) {
        instance.units.push_back({{}, rows.people[r]});
        instance.people += rows.people[r];
        for (const std::uint32_t s : rows.sites[r]) instance.links.push_back({s, 0, 0});
        instance.first.push_back(instance.links.size());
    }
    return SplitReach{instance}.heads_within(0) == instance.people;
}

class RowSearch {
public:
    RowSearch(const RowsToPlace& rows, std::int64_t most_work)
        : rows_(rows), left_(rows.room), takers_(rows.room.size()), work_left_(most_work) {
        std::vector<std::uint32_t> order(rows.people.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto kind = [&](std::uint32_t r) { return std::tie(rows.people[r], rows.sites[r]); };
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return kind(a) < kind(b); });
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i == 0 || kind(order[i - 1]) != kind(order[i])) groups_.push_back({order[i], 0});
            ++groups_.back().rest;
        }
        for (std::uint32_t g = 0; g < groups_.size(); ++g) {
            for (const std::uint32_t s : sites(g)) takers_[s].push_back(g);
            pairs_ += static_cast<std::int64_t>(sites(g).size()) + 1;
        }
    }

    RowByRow run() {
        if (search()) return RowByRow::fits;
        return work_left_ < 0 ? RowByRow::undecided : RowByRow::does_not_fit;
    }

private:
    /// Rows of as many people that may go to the same sites.
    struct Group {
        std::uint32_t row;      ///< one of them
        std::int64_t rest = 0;  ///< without a place
    };

    [[nodiscard]] std::int64_t people(std::uint32_t group) const { return rows_.people[groups_[group].row]; }
    [[nodiscard]] const std::vector<std::uint32_t>& sites(std::uint32_t group) const {
        return rows_.sites[groups_[group].row];
    }

    /// True where the sites cannot even take so many heads from the rows that may go there.
    [[nodiscard]] bool hopeless() const {
        std::int64_t heads = 0;
        for (std::uint32_t g = 0; g < groups_.size(); ++g) heads += people(g) * groups_[g].rest;
        std::int64_t usable = 0;
        for (std::size_t s = 0; s < left_.size() && usable < heads; ++s) usable += usable_room(s);
        return usable < heads;
    }
    /// Rows that are multiples of some number leave room unused.
    [[nodiscard]] std::int64_t usable_room(std::size_t site) const {
        std::int64_t wanted = 0;
        std::int64_t step = 0;
        for (const std::uint32_t g : takers_[site]) {
            if (groups_[g].rest == 0 || people(g) > left_[site]) continue;
            wanted += people(g) * groups_[g].rest;
            step = std::gcd(step, people(g));
        }
        return step == 0 ? 0 : std::min(wanted, left_[site] / step * step);
    }

    /// The group whose next row has the fewest sites left, the larger rows of two; none where all are placed.
    [[nodiscard]] std::uint32_t tightest() const {
        std::uint32_t best = none;
        std::ptrdiff_t fewest = 0;
        for (std::uint32_t g = 0; g < groups_.size(); ++g) {
            if (groups_[g].rest == 0) continue;
            const auto ways = std::count_if(sites(g).begin(), sites(g).end(),
                                            [&](std::uint32_t s) { return left_[s] >= people(g); });
            if (best != none && (ways > fewest || (ways == fewest && people(g) <= people(best)))) continue;
            best = g;
            fewest = ways;
        }
        return best;
    }

    /// What is still to be placed, and where: two searches from the same state end alike.
    [[nodiscard]] std::vector<std::int64_t> state() const {
        std::vector<std::int64_t> out;
        for (const Group& group : groups_) out.push_back(group.rest);
        for (std::size_t s = 0; s < left_.size(); ++s) {
            if (!takers_[s].empty()) out.push_back(left_[s]);
        }
        return out;
    }

    bool search() {
        const std::uint32_t g = tightest();
        if (g == none) return true;
        work_left_ -= pairs_;
        if (work_left_ < 0 || hopeless()) return false;
        std::vector<std::int64_t> here = state();
        if (failed_.contains(here)) return false;
        std::vector<std::uint32_t> order;
        for (const std::uint32_t s : sites(g)) {
            if (left_[s] >= people(g)) order.push_back(s);
        }
        // The fullest site first: a row that fills it leaves most to the others.
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return left_[a] < left_[b]; });
        for (std::size_t i = 0; i < order.size(); ++i) {
            const std::uint32_t s = order[i];
            const bool tried_alike = std::any_of(
                order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i),
                [&](std::uint32_t t) { return left_[t] == left_[s] && takers_[t] == takers_[s]; });
            if (tried_alike) continue;
            left_[s] -= people(g);
            --groups_[g].rest;
            const bool found = search();
            ++groups_[g].rest;
            left_[s] += people(g);
            if (found) return true;
            if (work_left_ < 0) return false;
        }
        remember(std::move(here));
        return false;
    }

    void remember(std::vector<std::int64_t> state) {
        constexpr std::size_t most_numbers = 4'000'000;  // 32 MB
        if (remembered_ + state.size() > most_numbers) return;
        remembered_ += state.size();
        failed_.insert(std::move(state));
    }

    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    const RowsToPlace& rows_;
    std::vector<std::int64_t> left_;
    std::vector<Group> groups_;
    std::vector<std::vector<std::uint32_t>> takers_;  // by site: groups that may go there
    std::set<std::vector<std::int64_t>> failed_;
    std::size_t remembered_ = 0;
    std::int64_t pairs_ = 0;  // to look at for one row
    std::int64_t work_left_;
};

}  // namespace

RowByRow fits_row_by_row(const RowsToPlace& rows, std::int64_t most_work) {
    if (!heads_fit(rows)) return RowByRow::does_not_fit;
    return RowSearch{rows, most_work}.run();
}

}  // namespace yiquan::relocation
