// SPDX-License-Identifier: MIT
#include "core/io/locate/orlib_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/coverage/matrix_costs.hpp"
#include "core/coverage/matrix_size.hpp"
#include "core/io/files/text_file.hpp"
#include "core/siting/graph_distances.hpp"

namespace yiquan::io {
namespace {

/// A file of nothing but whole numbers of zero or more.
class NumberFile {
public:
    explicit NumberFile(const std::string& path) : name_(std::filesystem::path(path).filename().string()) {
        const std::string text = read_text_file(path);
        constexpr std::string_view blank = " \t\r\n";
        const char* at = text.data();
        const char* const end = text.data() + text.size();
        while (at != end) {
            if (blank.find(*at) != std::string_view::npos) {
                ++at;
                continue;
            }
            std::int64_t value = 0;
            const auto [next, error] = std::from_chars(at, end, value);
            if (error != std::errc{} || value < 0 ||
                (next != end && blank.find(*next) == std::string_view::npos)) {
                const std::string word{at, std::find_if(at, end, [&](char c) {
                                           return blank.find(c) != std::string_view::npos;
                                       })};
                refuse(fmt::format("\"{}\" is not a whole number from 0 up.", word),
                       fmt::format("“{}”不是不小于零的整数。", word));
            }
            numbers_.push_back(value);
            at = next;
        }
    }

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::vector<std::int64_t>& numbers() const { return numbers_; }
    [[noreturn]] void refuse(const std::string& en, const std::string& zh) const {
        throw Error{ErrorKind::input, {fmt::format("{}: {}", name_, en), fmt::format("{}：{}", name_, zh)}};
    }

private:
    std::string name_;
    std::vector<std::int64_t> numbers_;
};

/// "nodes edges p", then three numbers for each edge: nodes counted from 1, and a length.
struct GraphFile {
    std::uint32_t nodes;
    std::uint32_t count;  ///< p; one more than there can be nodes where it is larger than that
    std::vector<siting::GraphEdge> edges;
};

GraphFile read_graph_file(const NumberFile& file) {
    constexpr std::int64_t most_nodes = 20'000;
    constexpr std::size_t heading = 3;
    constexpr std::size_t per_edge = 3;
    const std::vector<std::int64_t>& numbers = file.numbers();
    if (numbers.size() < heading || numbers[0] < 1 || numbers[0] > most_nodes || numbers[2] < 1) {
        file.refuse(
            fmt::format("must begin with the numbers of nodes (1 to {}), edges and sites.", most_nodes),
            fmt::format("开头应为节点数（1 到 {}）、边数和站点数。", most_nodes));
    }
    const std::size_t listed = numbers.size() - heading;
    if (listed % per_edge != 0 || static_cast<std::uint64_t>(numbers[1]) != listed / per_edge) {
        file.refuse(fmt::format("promises {} edges of three numbers each, but holds {} numbers after its "
                                "heading; correct the count or complete the list.",
                                numbers[1], listed),
                    fmt::format("声明有 {} 条边，每条 3 个数，但表头之后有 {} 个数；请更正边数或补全数据。",
                                numbers[1], listed));
    }
    GraphFile graph{static_cast<std::uint32_t>(numbers[0]),
                    static_cast<std::uint32_t>(std::min(numbers[2], most_nodes + 1)),
                    {}};
    coverage::check_matrix_size(file.name(), graph.nodes, graph.nodes);
    graph.edges.reserve(listed / per_edge);
    for (std::size_t k = heading; k < numbers.size(); k += per_edge) {
        const std::int64_t from = numbers[k];
        const std::int64_t to = numbers[k + 1];
        const std::int64_t length = numbers[k + 2];
        if (from < 1 || from > numbers[0] || to < 1 || to > numbers[0]) {
            file.refuse(fmt::format("edge {} joins node {} to {}, but nodes go from 1 to {}.", k / per_edge,
                                    from, to, numbers[0]),
                        fmt::format("第 {} 条边连接节点 {} 和 {}，但节点编号为 1 到 {}。", k / per_edge, from,
                                    to, numbers[0]));
        }
        if (length > siting::GraphDistances::longest_edge) {
            file.refuse(fmt::format("edge {} is {} long; give lengths of at most {}, in a larger unit.",
                                    k / per_edge, length, siting::GraphDistances::longest_edge),
                        fmt::format("第 {} 条边长 {}；长度不得超过 {}，请换用更大的单位。", k / per_edge,
                                    length, siting::GraphDistances::longest_edge));
        }
        graph.edges.push_back(
            {static_cast<std::uint32_t>(from - 1), static_cast<std::uint32_t>(to - 1), length});
    }
    return graph;
}

}  // namespace

GraphProblem read_orlib_graph(const std::string& path, Progress& progress) {
    const NumberFile file(path);
    GraphFile graph = read_graph_file(file);
    const std::uint32_t nodes = graph.nodes;
    const siting::GraphDistances distances(nodes, std::move(graph.edges));
    GraphProblem out;
    coverage::Links links;
    const std::size_t pairs = std::size_t{nodes} * nodes;
    links.column.reserve(pairs);
    links.cost.reserve(pairs);
    for (std::uint32_t v = 0; v < nodes; ++v) {
        progress.step(static_cast<double>(v) / static_cast<double>(nodes));
        const std::string id = fmt::format("{}", v + 1);
        out.problem.demand.ids.push_back(id);
        out.problem.sites.emplace_back().id = id;
        const std::vector<std::int64_t> ways = distances.from(v);
        for (std::uint32_t w = 0; w < nodes; ++w) {
            if (ways[w] == siting::GraphDistances::unreachable) {
                file.refuse(fmt::format("nodes {} and {} are not connected.", v + 1, w + 1),
                            fmt::format("节点 {} 与 {} 不连通。", v + 1, w + 1));
            }
            links.column.push_back(w);
            links.cost.push_back(Cost::whole(ways[w]));
        }
        links.first.push_back(links.column.size());
    }
    out.problem.demand.weights.assign(nodes, Persons::whole(1));
    out.problem.costs = std::make_shared<coverage::MatrixCosts>(std::move(links));
    out.count = graph.count;
    progress.step(1.0);
    return out;
}

}  // namespace yiquan::io
