// SPDX-License-Identifier: MIT
#include "core/siting/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"
#include "core/base/wide.hpp"

namespace yiquan::siting {

std::vector<std::uint32_t> Demand::rows() const {
    std::vector<std::uint32_t> out(size());
    std::iota(out.begin(), out.end(), 0U);
    return out;
}

void Problem::check() const {
    const auto may_open = [](const Site& s) { return s.role != Role::stays && !s.forbidden; };
    if (std::none_of(sites.begin(), sites.end(), may_open)) {
        throw Error{ErrorKind::input,
                    {"There is no candidate that may open; give candidate sites, or forbid fewer.",
                     "没有可以开设的候选点；请给出候选点，或减少禁用的候选点。"}};
    }
    if (demand.size() == 0) {
        throw Error{
            ErrorKind::input,
            {"There is no demand; give at least one demand point.", "没有需求点；请至少给出一个需求点。"}};
    }
    const auto positive = [](Persons w) { return w > Persons{}; };
    if (std::none_of(demand.weights.begin(), demand.weights.end(), positive)) {
        throw Error{ErrorKind::input,
                    {"All demand weights are zero; at least one must be above zero.",
                     "需求权重全部为零；至少要有一个大于零。"}};
    }
    Wide prices = 0;
    Wide seats = 0;
    for (const Site& site : sites) {
        prices += site.price.ticks();
        if (site.seats) seats += site.seats->ticks();
    }
    constexpr Wide most = Wide{1'000'000'000'000} * Price::ticks_per_unit;
    for (const auto& [sum, en, zh] :
         {std::tuple{prices, "prices", "造价"}, std::tuple{seats, "seats", "座位"}}) {
        if (sum <= most) continue;
        throw Error{
            ErrorKind::input,
            {fmt::format("The {} of all sites sum to more than 1,000,000,000,000; give them in a larger "
                         "unit.",
                         en),
             fmt::format("全部站点的{}合计超过 1,000,000,000,000；请换用更大的单位。", zh)}};
    }
    for (const Site& site : sites) {
        if (!site.forbidden || (!site.forced && site.role != Role::stays)) continue;
        throw Error{ErrorKind::usage,
                    {fmt::format("Site \"{}\" is both {} and forbidden; keep one.", site.id,
                                 site.forced ? "forced" : "an existing site that stays"),
                     fmt::format("站点“{}”既{}又被禁用；请只保留一种。", site.id,
                                 site.forced ? "必选" : "是保留的现有站点")}};
    }
}

void mark_sites(Problem& problem, Mark mark, std::span<const std::string> ids, std::string_view option) {
    std::unordered_map<std::string_view, Site*> by_id;
    for (Site& site : problem.sites) by_id.emplace(site.id, &site);
    for (const std::string& id : ids) {
        const auto found = by_id.find(id);
        if (found == by_id.end()) {
            std::vector<std::string_view> known;
            for (const Site& site : problem.sites) known.push_back(site.id);
            const Message near = suggestion(id, known);
            throw Error{ErrorKind::input,
                        {fmt::format("{}: there is no site \"{}\".{}", option, id, near.en),
                         fmt::format("{}：没有站点“{}”。{}", option, id, near.zh)}};
        }
        Site& site = *found->second;
        switch (mark) {
            case Mark::stays:
                site.role = Role::stays;
                break;
            case Mark::may_close:
                site.role = Role::may_close;
                break;
            case Mark::forced:
                site.forced = true;
                break;
            case Mark::forbidden:
                site.forbidden = true;
                break;
        }
    }
}

}  // namespace yiquan::siting
