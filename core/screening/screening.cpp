// SPDX-License-Identifier: MIT
#include "core/screening/screening.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include "core/base/error.hpp"
#include "core/screening/check_attain.hpp"
#include "core/screening/check_distance.hpp"
#include "core/screening/read_candidates.hpp"
#include "core/screening/read_layer.hpp"

namespace yiquan::screening {
namespace {

geo::MultiPolygon outline_of(const geo::Box& box) {
    const geo::Ring ring{{box.west, box.south},
                         {box.east, box.south},
                         {box.east, box.north},
                         {box.west, box.north},
                         {box.west, box.south}};
    return {{geo::Polygon{{ring}}}};
}

/// A layer as it was read, for all rules that read it in the same way.
struct ReadLayer {
    LayerIndex index;
    std::uint64_t rows;
    std::uint64_t unplaced;
};

class Screener {
public:
    Screener(const RulesFile& rules, ScreeningInputs& inputs, unsigned threads, Screening& out)
        : rules_(rules), inputs_(inputs), threads_(threads), out_(out) {}

    void read(Progress& progress) {
        const auto table = inputs_.table(rules_.candidates_path);
        out_.candidates =
            read_candidates(*table, {rules_.columns, rules_.coordinates}, out_.findings, progress);
        add_input("candidates", rules_.candidates_path, out_.candidates.list.size());
    }

    [[nodiscard]] std::vector<Evidence> check(const Rule& rule, Progress& progress) {
        try {
            if (rule.kind != RuleKind::attain) return check_layer(rule, progress);
            if (rule.attain.measure == Measure::area) return check_area(rule, out_.candidates);
            if (rule.attain.measure != Measure::slope)
                return check_column(rule, out_.candidates, out_.findings);
            SlopeModel model(inputs_.raster(rule.layer));
            add_input(rule.id, rule.layer, 0);
            return check_slope(rule, out_.candidates, model, progress);
        } catch (const Error& e) {
            if (e.kind() == ErrorKind::cancelled) throw;
            throw Error{e.kind(),
                        {fmt::format("rule \"{}\": {}", rule.id, e.message().en),
                         fmt::format("规则“{}”：{}", rule.id, e.message().zh)}};
        }
    }

private:
    void add_input(const std::string& role, const std::string& path, std::uint64_t rows) {
        features::InputRecord record = inputs_.record(path);
        record.role = role;
        record.rows = rows;
        out_.inputs.push_back(std::move(record));
    }

    std::vector<Evidence> check_layer(const Rule& rule, Progress& progress) {
        const ReadLayer& layer = read_layer_of(rule, progress);
        add_input(rule.id, rule.layer, layer.rows);
        const KnownArea known = known_area(rule, layer.index, progress);
        return check_distance(rule, out_.candidates, {layer.index, known, layer.unplaced}, threads_,
                              progress);
    }

    const ReadLayer& read_layer_of(const Rule& rule, Progress& progress) {
        const LayerKey key{rule.layer,        rule.coordinates.crs,   rule.coordinates.datum,
                           rule.columns.name, rule.columns.longitude, rule.columns.latitude};
        const auto known = layers_.find(key);
        if (known != layers_.end()) return known->second;
        const auto table = inputs_.table(rule.layer);
        LayerRows rows = read_layer(*table, rule, out_.findings, progress);
        return layers_.emplace(key, ReadLayer{LayerIndex(std::move(rows.features)), rows.rows, rows.unplaced})
            .first->second;
    }

    KnownArea known_area(const Rule& rule, const LayerIndex& layer, const Progress& progress) {
        switch (rule.covers.kind) {
            case Coverage::Kind::everywhere:
                return {};
            case Coverage::Kind::extent:
                return KnownArea(outline_of(layer.extent()));
            case Coverage::Kind::box:
                return KnownArea(outline_of(rule.covers.box));
            case Coverage::Kind::layer:
                break;
        }
        const auto table = inputs_.table(rule.covers.path);
        const AreaRows rows = read_area(*table, out_.findings, progress);
        add_input(rule.id + " covers", rule.covers.path, rows.rows);
        return KnownArea(rows.area);
    }

    using LayerKey = std::tuple<std::string, std::string, geo::Datum, std::string, std::string, std::string>;

    const RulesFile& rules_;
    ScreeningInputs& inputs_;
    unsigned threads_;
    Screening& out_;
    std::map<LayerKey, ReadLayer> layers_;
};

/// Counts per rule, and verdict and score per candidate.
void sum_up(const RulesFile& rules, Screening& out) {
    out.results.assign(out.candidates.list.size(), {});
    double all_weights = 0.0;
    for (const Rule& rule : rules.rules) {
        if (rule.enabled && rule.weight) all_weights += *rule.weight;
    }
    for (std::size_t c = 0; c < out.results.size(); ++c) {
        CandidateResult& result = out.results[c];
        RuleResult* only_failed = nullptr;
        std::size_t failed = 0;
        double passed_weights = 0.0;
        for (std::size_t r = 0; r < rules.rules.size(); ++r) {
            const Rule& rule = rules.rules[r];
            if (!rule.enabled) continue;
            const Verdict verdict = out.rules[r].evidence[c].verdict;
            if (verdict == Verdict::fail) ++out.rules[r].failed;
            if (verdict == Verdict::unknown) ++out.rules[r].unknown;
            if (rule.weight) {
                if (verdict == Verdict::pass) passed_weights += *rule.weight;
            } else if (verdict == Verdict::fail) {
                result.verdict = Verdict::fail;
                only_failed = ++failed == 1 ? &out.rules[r] : nullptr;
            } else if (verdict == Verdict::unknown && result.verdict == Verdict::pass) {
                result.verdict = Verdict::unknown;
            }
        }
        if (only_failed != nullptr) ++only_failed->excluded_alone;
        if (all_weights > 0.0) result.score = passed_weights / all_weights;
    }
}

}  // namespace

std::string_view verdict_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::pass:
            return "pass";
        case Verdict::fail:
            return "fail";
        case Verdict::unknown:
            return "unknown";
    }
    return "";
}

std::uint64_t Screening::count(Verdict verdict) const {
    return static_cast<std::uint64_t>(
        std::count_if(results.begin(), results.end(),
                      [&](const CandidateResult& result) { return result.verdict == verdict; }));
}

Screening screen(const RulesFile& rules, ScreeningInputs& inputs, unsigned threads, Progress& progress) {
    Screening out;
    Screener screener(rules, inputs, threads, out);
    constexpr double candidates_read = 0.1;
    progress.stage({"Reading candidates", "读取候选点"});
    ProgressSlice reading(progress, 0.0, candidates_read);
    screener.read(reading);
    ProgressSlice judging(progress, candidates_read, 1.0);
    out.rules.resize(rules.rules.size());
    const auto count = static_cast<double>(rules.rules.size());
    for (std::size_t r = 0; r < rules.rules.size(); ++r) {
        const Rule& rule = rules.rules[r];
        if (!rule.enabled) continue;
        progress.stage(rule.name);
        ProgressSlice slice(judging, static_cast<double>(r) / count, static_cast<double>(r + 1) / count);
        out.rules[r].evidence = screener.check(rule, slice);
    }
    sum_up(rules, out);
    progress.step(1.0);
    return out;
}

}  // namespace yiquan::screening
