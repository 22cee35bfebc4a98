// SPDX-License-Identifier: MIT
#include "core/relocation/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/relocation/row_by_row.hpp"
#include "core/relocation/rules.hpp"

namespace yiquan::relocation {
namespace {

/// The way of a row to a site, by number.
struct RowWay {
    std::uint32_t site = 0;
    Cost cost;
};
/// Of each row of a unit, sites rising; none where there is no way.
using UnitWays = std::vector<std::vector<RowWay>>;

/// What stands between a unit and a site.
struct Obstacles {
    bool allowed = true;       ///< the site may be used
    bool county = true;        ///< every row's county agrees
    bool near = true;          ///< no row has farther to go than it may
    bool reachable = true;     ///< there is a way at all
    Cost worst;                ///< of the farthest row
    Cost over;                 ///< of the farthest row that has farther to go than it may
    Cost limit;                ///< of that row
    std::int64_t missing = 0;  ///< heads too many for the room that is left
};

class Explainer {
public:
    Explainer(const Problem& problem, const Instance& instance, const Assignment& plan)
        : problem_(problem), instance_(instance) {
        for (const std::uint32_t s : instance.sites) left_.push_back(problem.sites[s].capacity);
        for (std::size_t u = 0; u < plan.size(); ++u) {
            if (plan[u] != nowhere) left_[plan[u]] -= instance.units[u].people;
        }
    }

    [[nodiscard]] Unplaced explain(std::size_t unit, const UnitWays& ways) const {
        Unplaced out;
        out.rows = instance_.units[unit].rows;
        out.people = instance_.units[unit].people;
        const std::vector<Obstacles> at = obstacles(unit, ways);
        if (instance_.links_of(unit).empty()) {
            without_links(unit, ways, at, out);
        } else if (const RowByRow rows = row_by_row(unit, ways); rows == RowByRow::fits) {
            together(unit, out);
        } else {
            without_room(at, out);
            if (rows == RowByRow::undecided) leave_open(out);
        }
        return out;
    }

private:
    [[nodiscard]] const Site& site(std::uint32_t number) const {
        return problem_.sites[instance_.sites[number]];
    }

    /// By site.
    [[nodiscard]] std::vector<Obstacles> obstacles(std::size_t unit, const UnitWays& ways) const {
        const Unit& mine = instance_.units[unit];
        std::vector<Obstacles> out(left_.size());
        std::vector<std::size_t> rows_with_way(left_.size(), 0);
        for (std::size_t i = 0; i < mine.rows.size(); ++i) {
            const Cost limit = farthest_of(problem_, mine.rows[i]);
            for (const RowWay& way : ways[i]) {
                ++rows_with_way[way.site];
                Obstacles& at = out[way.site];
                at.worst = std::max(at.worst, way.cost);
                if (way.cost <= limit) continue;
                at.near = false;
                if (way.cost <= at.over) continue;
                at.over = way.cost;
                at.limit = limit;
            }
        }
        for (std::uint32_t s = 0; s < out.size(); ++s) {
            const std::uint32_t number = instance_.sites[s];
            out[s].allowed = problem_.sites[number].allowed;
            out[s].missing = std::max<std::int64_t>(0, mine.people - left_[s]);
            out[s].reachable = rows_with_way[s] == mine.rows.size();
            out[s].county = std::all_of(mine.rows.begin(), mine.rows.end(), [&](std::uint32_t row) {
                return county_agrees(problem_, row, number);
            });
        }
        return out;
    }

    /// Nearest of the sites that pass; ties by number, which is by id.
    template <class Pass>
    [[nodiscard]] std::optional<std::uint32_t> nearest(const std::vector<Obstacles>& at, Pass pass) const {
        std::optional<std::uint32_t> best;
        for (std::uint32_t s = 0; s < at.size(); ++s) {
            if (!at[s].reachable || !pass(at[s])) continue;
            if (!best || at[s].worst < at[*best].worst) best = s;
        }
        return best;
    }

    void without_links(std::size_t unit, const UnitWays& ways, const std::vector<Obstacles>& at,
                       Unplaced& out) const {
        const auto county =
            nearest(at, [](const Obstacles& o) { return o.allowed && o.near && o.missing == 0; });
        const auto distance =
            nearest(at, [](const Obstacles& o) { return o.allowed && o.county && o.missing == 0; });
        const auto allowed =
            nearest(at, [](const Obstacles& o) { return o.county && o.near && o.missing == 0; });
        const bool any_allowed =
            std::any_of(at.begin(), at.end(), [](const Obstacles& o) { return o.allowed; });
        if (any_allowed && distance) {
            loosen_distance(*distance, at[*distance], out);
        } else if (any_allowed && county) {
            loosen_county(unit, *county, at[*county], out);
        } else if (allowed) {
            loosen_allowed(*allowed, at[*allowed], out);
        } else if (const RowByRow rows = row_by_row(unit, ways); rows == RowByRow::fits) {
            out.reason = Reason::together_too_large;
            out.loosen = Loosening{"together", std::nullopt, std::nullopt};
            out.text = {"Its rows could be placed one by one, but no site may take all of them.",
                        "逐户可以安置，但没有一处安置点能接收全部各户。"};
        } else {
            no_single_one(at, out);
            if (rows == RowByRow::undecided) leave_open(out);
        }
    }

    void loosen_distance(std::uint32_t s, const Obstacles& o, Unplaced& out) const {
        out.reason = Reason::too_far;
        const double km = rounded_up(o.over);
        out.loosen = Loosening{"distance", km, instance_.sites[s]};
        out.text = {fmt::format("The nearest site with room, {}, is {:.3f} km away; {} are allowed.",
                                site(s).id, km, to_text(Metres{o.limit.value()})),
                    fmt::format("最近的有余量安置点 {} 在 {:.3f} 公里外，超出限定的 {}。", site(s).id, km,
                                to_text(Metres{o.limit.value()}))};
    }
    void loosen_county(std::size_t unit, std::uint32_t s, const Obstacles& o, Unplaced& out) const {
        const std::string& county = problem_.households[instance_.units[unit].rows.front()].county;
        out.reason = Reason::no_site_in_county;
        out.loosen = Loosening{"county", rounded_up(o.worst), instance_.sites[s]};
        out.text = {fmt::format("\"{}\" has no site within reach; {} in \"{}\" has room, {:.3f} km away.",
                                county, site(s).id, site(s).county, rounded_up(o.worst)),
                    fmt::format("“{}”内没有可及的安置点；“{}”的 {} 有余量，距离 {:.3f} 公里。", county,
                                site(s).county, site(s).id, rounded_up(o.worst))};
    }
    void loosen_allowed(std::uint32_t s, const Obstacles& o, Unplaced& out) const {
        out.reason = Reason::no_allowed_site;
        out.loosen = Loosening{"allowed", rounded_up(o.worst), instance_.sites[s]};
        out.text = {fmt::format("No site that may be used is within reach; {} would do, but did not pass.",
                                site(s).id),
                    fmt::format("可及范围内没有可用的安置点；{} 可以容纳，但未通过筛查。", site(s).id)};
    }
    /// The search for places row by row came to no end.
    static void leave_open(Unplaced& out) {
        out.text.en += " Whether its rows would fit one by one was not decided.";
        out.text.zh += "逐户能否安置，未能判定。";
    }
    void no_single_one(const std::vector<Obstacles>& at, Unplaced& out) const {
        const bool several =
            out.rows.size() > 1;  // of whom some may well have a site that is near or has room
        const auto some = [&](auto pass) { return std::any_of(at.begin(), at.end(), pass); };
        if (!some([](const Obstacles& o) { return o.allowed; })) {
            out.reason = Reason::no_allowed_site;
            out.text = {"No site may be used.", "没有一处安置点可用。"};
        } else if (!some([](const Obstacles& o) { return o.allowed && o.county; })) {
            out.reason = Reason::no_site_in_county;
            out.text = {"The county has no site that may be used, and no other within reach has room.",
                        "本县没有可用的安置点，可及范围内其他县的安置点也没有余量。"};
        } else if (!some([](const Obstacles& o) { return o.allowed && o.county && o.reachable; })) {
            out.reason = Reason::too_far;
            out.text =
                several ? Message{"No site that may be used can be reached from all of its rows.",
                                  "没有一处可用的安置点是各户都有路可达的。"}
                        : Message{"No site that may be used can be reached.", "没有通往任何可用安置点的路。"};
        } else if (several) {
            out.reason = Reason::too_far;
            out.text = {
                fmt::format("Every site is too far for some of its rows, and none has room for all {} "
                            "people.",
                            out.people),
                fmt::format("每处安置点对其中部分农户都超出最远距离，也都容不下全部 {} 人。", out.people)};
        } else if (!problem_.within_county) {
            out.reason = Reason::too_far;
            out.text = {"Every site is too far, and none of them has room.",
                        "所有安置点都超出最远距离，而且没有余量。"};
        } else {
            out.reason = Reason::too_far;
            out.text = {"Every site of the county is too far, and none of them has room.",
                        "符合条件的安置点都超出最远距离，而且没有余量。"};
        }
    }

    /// Each row of the unit by itself, into the room that is left: whoever has a place keeps it.
    [[nodiscard]] RowByRow row_by_row(std::size_t unit, const UnitWays& ways) const {
        const std::vector<std::uint32_t>& rows = instance_.units[unit].rows;
        if (rows.size() < 2) return RowByRow::does_not_fit;
        RowsToPlace apart;
        apart.room = left_;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::int64_t people = problem_.households[rows[i]].people;
            apart.people.push_back(people);
            std::vector<std::uint32_t>& sites = apart.sites.emplace_back();
            for (const RowWay& way : ways[i]) {
                if (left_[way.site] >= people &&
                    may_move(problem_, rows[i], instance_.sites[way.site], way.cost)) {
                    sites.push_back(way.site);
                }
            }
        }
        return fits_row_by_row(apart);
    }

    void together(std::size_t unit, Unplaced& out) const {
        std::int64_t most = 0;
        for (const Link& link : instance_.links_of(unit)) most = std::max(most, left_[link.site]);
        out.reason = Reason::together_too_large;
        out.loosen = Loosening{"together", std::nullopt, std::nullopt};
        out.text = {
            fmt::format("Its {} people fit only if they are split; no site within reach has room for more "
                        "than {}.",
                        out.people, most),
            fmt::format("共 {} 人，分开才能安置；可及的安置点余量最多 {} 人。", out.people, most)};
    }

    void without_room(const std::vector<Obstacles>& at, Unplaced& out) const {
        const std::uint32_t s =
            *nearest(at, [](const Obstacles& o) { return o.allowed && o.county && o.near; });
        out.reason = Reason::no_capacity;
        out.loosen = Loosening{"capacity", static_cast<double>(at[s].missing), instance_.sites[s]};
        out.text = {
            fmt::format("The nearest site within reach, {}, needs {} more seats.", site(s).id, at[s].missing),
            fmt::format("最近的可及安置点 {} 还缺 {} 个名额。", site(s).id, at[s].missing)};
    }

    /// Thousands of the unit to three decimals, never less than the way is: kilometres.
    [[nodiscard]] static double rounded_up(Cost way) {
        const std::int64_t units = (way.ticks() + Cost::ticks_per_unit - 1) / Cost::ticks_per_unit;
        return static_cast<double>(units) / 1000.0;
    }

    const Problem& problem_;
    const Instance& instance_;
    std::vector<std::int64_t> left_;  // of every site, also of those that may not be used
};

}  // namespace

std::vector<Unplaced> explain(const Problem& problem, const Instance& instance, const Assignment& plan,
                              unsigned threads) {
    struct Asking {
        std::size_t unit;
        std::size_t row;  ///< of the unit
    };
    std::vector<Asking> of;  // by row asked about
    coverage::Asked asked{{}, instance.sites};
    for (std::size_t u = 0; u < plan.size(); ++u) {
        if (plan[u] != nowhere) continue;
        for (std::size_t i = 0; i < instance.units[u].rows.size(); ++i) {
            of.push_back({u, i});
            asked.rows.push_back(instance.units[u].rows[i]);
        }
    }
    const Explainer explainer(problem, instance, plan);
    std::vector<Unplaced> out;
    UnitWays ways;
    std::size_t told = 0;  // rows whose unit is told, or being read
    const auto tell_until = [&](std::size_t row) {
        while (told < row) {
            const std::size_t unit = of[told].unit;
            const std::size_t rows = instance.units[unit].rows.size();
            if (told + rows > row) return;
            ways.resize(rows);
            out.push_back(explainer.explain(unit, ways));
            ways.clear();
            told += rows;
        }
    };
    Progress quiet;
    coverage::each_link(*problem.costs, asked, coverage::CostSource::no_limit, threads, quiet,
                        [&](std::size_t row, std::uint32_t site, Cost cost) {
                            tell_until(row - of[row].row);
                            ways.resize(std::max(ways.size(), of[row].row + 1));
                            ways[of[row].row].push_back({site, cost});
                        });
    tell_until(of.size());
    return out;
}

}  // namespace yiquan::relocation
