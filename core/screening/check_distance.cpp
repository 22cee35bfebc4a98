// SPDX-License-Identifier: MIT
#include "core/screening/check_distance.hpp"

#include <fmt/format.h>

#include "core/base/parallel.hpp"
#include "core/screening/candidate_column.hpp"
#include "core/screening/limit_key.hpp"

namespace yiquan::screening {
namespace {

/// The limit that one candidate is held to.
struct OwnLimit {
    bool known = true;
    std::optional<Metres> distance;  ///< none: overlap only, or nothing is asked for
    bool asked = true;
    std::string key;  ///< that the table was asked for
};

class LimitTable {
public:
    LimitTable(const Rule& rule, const Candidates& candidates) : limit_(rule.distance) {
        for (const std::string& name : limit_.by) columns_.push_back(candidate_column(candidates, name));
    }

    [[nodiscard]] OwnLimit of(const Candidate& candidate) const {
        OwnLimit own;
        own.distance = limit_.distance;
        if (limit_.by.empty()) return own;
        std::vector<features::Value> cells;
        for (const std::size_t column : columns_) cells.push_back(candidate.cells[column]);
        own.key = limit_key(cells);
        const auto row = limit_.table.find(own.key);
        own.known = row != limit_.table.end();
        if (!own.known) return own;
        own.distance = row->second;
        own.asked = own.distance.has_value();
        return own;
    }

private:
    const DistanceLimit& limit_;
    std::vector<std::size_t> columns_;
};

Message limit_unknown(const Rule& rule, const std::string& key) {
    std::string columns;
    for (const std::string& name : rule.distance.by) columns += (columns.empty() ? "" : " ") + name;
    if (key.empty()) {
        return {fmt::format("{} is empty, so no limit is known", columns),
                fmt::format("{} 未填，无法确定限值", columns)};
    }
    return {fmt::format("{} = {} has no limit in the rule", columns, key),
            fmt::format("规则中没有 {} = {} 的限值", columns, key)};
}

/// A feature without a place may be the one that lies here.
Message place_unknown(std::uint64_t features) {
    return {fmt::format("{} of the layer's rows have no coordinates and may lie here; draw or delete them",
                        features),
            fmt::format("图层中有 {} 行没有位置，可能就在附近；请补画或删除", features)};
}

Evidence judge(const Rule& rule, const Candidate& candidate, const MeasuredLayer& layer,
               const OwnLimit& limit) {
    const Nearest nearest = layer.index.nearest(candidate);
    Evidence out;
    out.value = nearest.distance.value();
    out.nearest = nearest.label;
    if (!limit.known) {
        out.why = limit_unknown(rule, limit.key);
        return out;
    }
    if (!limit.asked) {
        out.verdict = Verdict::pass;
        return out;
    }
    const Metres reach = limit.distance.value_or(Metres{0.0});
    out.limit = reach.value();
    const bool avoid = rule.kind == RuleKind::avoid;
    const std::int64_t distance = whole_millimetres(nearest.distance);
    const std::int64_t asked = whole_millimetres(reach);
    const bool within = avoid && limit.distance ? distance < asked : distance <= asked;
    // What is known to lie within the limit stays there, whatever else may be found.
    if (within) {
        out.verdict = avoid ? Verdict::fail : Verdict::pass;
    } else if (layer.unplaced > 0) {
        out.why = place_unknown(layer.unplaced);
    } else if (layer.known.holds(candidate, reach)) {
        out.verdict = avoid ? Verdict::pass : Verdict::fail;
    } else {
        out.why = {"the layer's data are not known to reach around it", "图层数据未必覆盖该处及其周围"};
    }
    return out;
}

}  // namespace

std::vector<Evidence> check_distance(const Rule& rule, const Candidates& candidates,
                                     const MeasuredLayer& layer, unsigned threads, Progress& progress) {
    const LimitTable limits(rule, candidates);
    std::vector<Evidence> out(candidates.list.size());
    constexpr std::size_t block = 64;
    parallel_blocks(out.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c) {
            const Candidate& candidate = candidates.list[c];
            out[c] = judge(rule, candidate, layer, limits.of(candidate));
        }
    });
    return out;
}

}  // namespace yiquan::screening
