// SPDX-License-Identifier: MIT
#include "core/io/locate/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "core/base/error.hpp"
#include "core/coverage/matrix_costs.hpp"
#include "core/coverage/matrix_size.hpp"
#include "core/demand/zone_names.hpp"
#include "core/features/value.hpp"
#include "core/io/files/source_path.hpp"
#include "core/io/tables/table_rows.hpp"

namespace yiquan::io {
namespace {

using siting::Demand;

/// Ids in the order in which they were first met.
class Numbering {
public:
    std::uint32_t number(const std::string& id) {
        const auto [found, added] = numbers_.try_emplace(id, static_cast<std::uint32_t>(ids_.size()));
        if (added) ids_.push_back(id);
        return found->second;
    }
    [[nodiscard]] std::vector<std::string> ids() && { return std::move(ids_); }
    [[nodiscard]] std::size_t size() const { return ids_.size(); }

private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<std::string> ids_;
};

void add_sites(siting::Problem& problem, std::vector<std::string> ids) {
    for (std::string& id : ids) problem.sites.emplace_back().id = std::move(id);
}

/// Calls `take(demand, table)` for each row; every id is known, and none comes
/// twice.
template <class Take>
std::vector<char> each_demand(TableRows& table, const Demand& demand, Take take) {
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (std::size_t d = 0; d < demand.ids.size(); ++d) {
        if (by_id.emplace(demand.ids[d], d).second) continue;
        throw Error{ErrorKind::input,
                    {fmt::format("{}: cannot be matched, because two demand points "
                                 "have the id \"{}\"; give "
                                 "each an id of its own.",
                                 table.name(), demand.ids[d]),
                     fmt::format("{}：无法对应，因为有两个需求点的编号都是“{}"
                                 "”；请为每个需求点单独编号。",
                                 table.name(), demand.ids[d])}};
    }
    std::vector<char> seen(demand.size(), 0);
    const std::size_t id_column = table.need("id");
    while (table.next()) {
        const std::string id = table.id(id_column);
        const auto found = by_id.find(id);
        if (found == by_id.end()) {
            table.refuse(fmt::format("there is no demand \"{}\"; remove the row or correct the id.", id),
                         fmt::format("没有需求“{}”；请删去该行或更正编号。", id));
        }
        if (seen[found->second] != 0) {
            table.refuse(fmt::format("demand \"{}\" is listed twice; keep one row.", id),
                         fmt::format("需求“{}”重复；请只保留一行。", id));
        }
        seen[found->second] = 1;
        take(found->second);
    }
    return seen;
}

}  // namespace

CostMatrix read_cost_matrix(const std::string& path, Progress& progress) {
    TableRows table(path);
    const std::size_t origin = table.need("origin_id");
    const std::size_t destination = table.need("destination_id");
    constexpr std::size_t cost = 2;
    if (table.width() <= cost || origin == cost || destination == cost) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: the third column must hold the cost, after "
                         "origin_id and destination_id.",
                         table.name()),
             fmt::format("{}：第三列应为费用，排在 origin_id 和 destination_id 之后。", table.name())}};
    }
    struct Entry {
        std::uint32_t demand;
        std::uint32_t site;
        Cost cost;
        std::uint64_t row;
    };
    std::vector<Entry> entries;
    Numbering demand;
    Numbering sites;
    constexpr std::size_t rows_between_polls = 65'536;
    while (table.next()) {
        if (entries.size() % rows_between_polls == 0) progress.check();
        if (entries.size() > coverage::most_costs) {
            coverage::refuse_matrix_size(table.name(), demand.size(), sites.size());
        }
        const std::uint32_t from = demand.number(table.id(origin));
        const std::uint32_t to = sites.number(table.id(destination));
        entries.push_back({from, to, table.amount<Cost>(cost), table.row()});
    }
    CostMatrix out;
    out.rows = entries.size();
    siting::Problem& problem = out.problem;
    problem.demand.ids = std::move(demand).ids();
    problem.demand.weights.assign(problem.demand.ids.size(), Persons::whole(1));
    add_sites(problem, std::move(sites).ids());
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.demand, a.site, a.row) < std::tie(b.demand, b.site, b.row);
    });
    coverage::Links links;
    for (std::size_t k = 0; k < entries.size(); ++k) {
        const Entry& e = entries[k];
        if (k > 0 && entries[k - 1].demand == e.demand && entries[k - 1].site == e.site) {
            const std::string& from = problem.demand.ids[e.demand];
            const std::string& to = problem.sites[e.site].id;
            throw Error{ErrorKind::input,
                        {fmt::format("{}, row {}: the pair \"{}\", \"{}\" is already in row "
                                     "{}; keep one.",
                                     table.name(), e.row, from, to, entries[k - 1].row),
                         fmt::format("{} 第 {} 行：“{}”与“{}”这一对在第 {} 行已有；请只保留一行。",
                                     table.name(), e.row, from, to, entries[k - 1].row)}};
        }
        links.column.push_back(e.site);
        links.cost.push_back(e.cost);
        while (links.first.size() <= e.demand) links.first.push_back(k);
    }
    links.first.resize(problem.demand.size() + 1, links.column.size());
    links.first.back() = links.column.size();
    problem.costs = std::make_shared<coverage::MatrixCosts>(std::move(links));
    return out;
}

std::size_t read_weights(const std::string& path, Demand& demand) {
    TableRows table(path);
    const std::size_t column = table.need("weight");
    std::size_t rows = 0;
    static_cast<void>(each_demand(table, demand, [&](std::size_t d) {
        demand.weights[d] = table.amount<Persons>(column);
        ++rows;
    }));
    Persons total;
    for (const Persons weight : demand.weights) {
        total += weight;
        if (total.value() <= Persons::largest) continue;
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: the weights sum to more than {:.0f}; give "
                         "them in a larger unit.",
                         table.name(), Persons::largest),
             fmt::format("{}：权重合计超过 {:.0f}；请换用更大的单位。", table.name(), Persons::largest)}};
    }
    return rows;
}

std::size_t read_demand_zones(const std::string& path, Demand& demand) {
    TableRows table(path);
    const std::size_t column = table.need("zone");
    const auto parent = table.find("parent");
    std::vector<std::pair<std::string, std::string>> zone(demand.size());  // name and parent
    const std::vector<char> seen = each_demand(table, demand, [&](std::size_t d) {
        zone[d] = {table.id(column), parent ? table.text(*parent) : std::string{}};
    });
    const auto missing = static_cast<std::size_t>(std::find(seen.begin(), seen.end(), 0) - seen.begin());
    if (missing < seen.size()) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: demand \"{}\" has no zone; add a row for it.", table.name(),
                         demand.ids[missing]),
             fmt::format("{}：需求“{}”没有统计单元；请为它补一行。", table.name(), demand.ids[missing])}};
    }
    std::map<std::pair<std::string_view, std::string_view>, demand::ZoneIndex> number;
    for (const auto& [name, above] : zone) number.try_emplace({name, above}, 0);
    for (auto& [key, index] : number) {
        index = static_cast<demand::ZoneIndex>(demand.zones.size());
        demand::Zone& mine = demand.zones.emplace_back();
        mine.code = mine.name = key.first;
        mine.parent = key.second;
    }
    for (const auto& [name, above] : zone) demand.zone.push_back(number.find({name, above})->second);
    const std::vector<std::string> codes = demand::telling_names(demand.zones);
    for (std::size_t z = 0; z < codes.size(); ++z) demand.zones[z].code = codes[z];
    return demand.size();
}

std::size_t read_site_table(const std::string& path, siting::Problem& problem) {
    TableRows table(path);
    const std::size_t id_column = table.need("id");
    const auto price = table.find("price");
    const auto seats = table.find("seats");
    if (!price && !seats) {
        throw Error{ErrorKind::input,
                    {fmt::format("{}: has neither a column price nor seats; add one.", table.name()),
                     fmt::format("{}：没有 price 列也没有 seats 列；请补上。", table.name())}};
    }
    std::unordered_map<std::string_view, siting::Site*> by_id;
    for (siting::Site& site : problem.sites) by_id.emplace(site.id, &site);
    std::size_t rows = 0;
    for (; table.next(); ++rows) {
        const std::string id = table.id(id_column);
        const auto found = by_id.find(id);
        if (found == by_id.end()) {
            table.refuse(fmt::format("there is no site \"{}\"; remove the row or correct the id.", id),
                         fmt::format("没有站点“{}”；请删去该行或更正编号。", id));
        }
        if (found->second == nullptr) {
            table.refuse(fmt::format("site \"{}\" is listed twice; keep one row.", id),
                         fmt::format("站点“{}”重复；请只保留一行。", id));
        }
        siting::Site& site = *found->second;
        found->second = nullptr;
        if (price && !table.blank(*price)) site.price = table.amount<Price>(*price);
        if (seats && !table.blank(*seats)) site.seats = table.amount<Persons>(*seats);
    }
    return rows;
}

bool is_file(const std::string& text) {
    std::error_code ignored;
    return !text.empty() && std::filesystem::exists(file_part(text), ignored);
}

std::vector<std::string> read_ids(const std::string& text) {
    std::vector<std::string> out;
    if (is_file(text)) {
        TableRows table(text);
        const std::size_t column = table.need("id");
        while (table.next()) out.push_back(table.id(column));
        return out;
    }
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        const std::string_view word = features::trimmed(std::string_view{text}.substr(begin, comma - begin));
        if (!word.empty()) out.emplace_back(word);
        begin = comma + 1;
    }
    return out;
}

}  // namespace yiquan::io
