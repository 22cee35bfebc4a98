// SPDX-License-Identifier: MIT
#include "core/io/relocate/matrix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "core/base/error.hpp"
#include "core/coverage/table_distances.hpp"
#include "core/io/tables/table_rows.hpp"

namespace yiquan::io {
namespace {

constexpr double no_way = -1.0;
constexpr double not_listed = -2.0;
constexpr double longest = 1e8;  // metres; more than twice around the Earth is no distance

template <class Named>
std::unordered_map<std::string, std::size_t> numbers_of(const std::vector<Named>& items) {
    std::unordered_map<std::string, std::size_t> out;
    for (std::size_t i = 0; i < items.size(); ++i) out.emplace(items[i].id, i);
    return out;
}

void check_size(TableRows& rows, std::size_t households, std::size_t sites) {
    constexpr double most_cells = 500e6;
    constexpr double gigabyte = 1e9;
    const double cells = static_cast<double>(households) * static_cast<double>(sites);
    if (cells <= most_cells) return;
    const double gigabytes = cells * sizeof(double) / gigabyte;
    const std::string& name = rows.name();
    throw Error{ErrorKind::input,
                {fmt::format("{}: a matrix of {} households and {} sites would "
                             "take {:.1f} GB of memory, more "
                             "than the {:.0f} GB that are allowed; divide the "
                             "list of households.",
                             name, households, sites, gigabytes, most_cells * sizeof(double) / gigabyte),
                 fmt::format("{}：{} 行农户与 {} 处安置点的矩阵需要 {:.1f} GB "
                             "内存，超过允许的 {:.0f} "
                             "GB；请拆分搬迁名单。",
                             name, households, sites, gigabytes, most_cells * sizeof(double) / gigabyte)}};
}

}  // namespace

std::shared_ptr<const coverage::CostSource> read_relocation_matrix(const std::string& path,
                                                                   const relocation::Problem& problem,
                                                                   Progress& progress) {
    TableRows rows(path);
    const std::size_t origin = rows.need("origin_id");
    const std::size_t destination = rows.need("destination_id");
    const std::size_t metres = rows.need("metres");
    const auto households = numbers_of(problem.households);
    const auto sites = numbers_of(problem.sites);
    const std::size_t width = problem.sites.size();
    check_size(rows, problem.households.size(), width);
    std::vector<double> table(problem.households.size() * width, not_listed);
    std::size_t read = 0;
    constexpr std::size_t rows_between_polls = 65'536;
    while (rows.next()) {
        if (read++ % rows_between_polls == 0) progress.check();
        const std::string from = rows.text(origin);
        const std::string to = rows.text(destination);
        const auto household = households.find(from);
        const auto site = sites.find(to);
        if (household == households.end()) {
            rows.refuse(fmt::format("there is no household \"{}\"; remove the row or correct the id.", from),
                        fmt::format("没有农户“{}”；请删去该行或更正编号。", from));
        }
        if (site == sites.end()) {
            rows.refuse(fmt::format("there is no site \"{}\"; remove the row or correct the id.", to),
                        fmt::format("没有安置点“{}”；请删去该行或更正编号。", to));
        }
        double& cell = table[household->second * width + site->second];
        if (cell != not_listed) {
            rows.refuse(fmt::format("the pair \"{}\", \"{}\" is listed twice; keep one row.", from, to),
                        fmt::format("“{}”与“{}”这一对重复；请只保留一行。", from, to));
        }
        cell = rows.blank(metres) ? no_way : rows.number(metres);
        if (cell > longest) {
            rows.refuse(fmt::format("metres = {} is longer than any route on Earth.", cell),
                        fmt::format("metres = {} 超过地球上的任何路程。", cell));
        }
    }
    const auto missing = std::find(table.begin(), table.end(), not_listed);
    if (missing != table.end()) {
        const auto pair = static_cast<std::size_t>(missing - table.begin());
        const auto count = std::count(table.begin(), table.end(), not_listed);
        const std::string& from = problem.households[pair / width].id;
        const std::string& to = problem.sites[pair % width].id;
        throw Error{ErrorKind::input,
                    {fmt::format("{}: {} pairs are missing, such as \"{}\", \"{}\"; add "
                                 "them, with empty metres where "
                                 "there is no route.",
                                 rows.name(), count, from, to),
                     fmt::format("{}：缺少 {} 对，例如“{}”与“{}”；请补上，无路可通的 metres 留空。",
                                 rows.name(), count, from, to)}};
    }
    return std::make_shared<coverage::TableDistances>(width, std::move(table));
}

}  // namespace yiquan::io
