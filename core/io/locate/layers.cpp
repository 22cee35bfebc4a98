// SPDX-License-Identifier: MIT
#include "core/io/locate/layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "core/coverage/service_area.hpp"
#include "core/features/row_values.hpp"
#include "core/geo/circle.hpp"
#include "core/io/files/text_file.hpp"
#include "core/io/tables/csv_text.hpp"

namespace yiquan::io {
namespace {

using features::cost_value;
using features::FieldType;
using features::flag_value;
using features::GeometryType;
using features::LayerField;
using features::LayerSchema;
using features::text_value;
using features::Value;

const std::array<LayerSchema, 4>& layers() {
    static const std::array<LayerSchema, 4> table{{
        {"siting_sites",
         "Sites",
         "选址站点",
         GeometryType::point,
         {{"id", FieldType::text, "Id", "编号"},
          {"name", FieldType::text, "Name", "名称"},
          {"role", FieldType::text, "Role", "角色"},
          {"order", FieldType::integer, "Order of the proposal", "建议顺序"},
          {"first_p", FieldType::integer, "First chosen with this many sites", "从第几个站点起入选"},
          {"served", FieldType::real, "Demand within reach", "服务范围内的需求"},
          {"served_only_here", FieldType::real, "Within reach of this site only", "仅此一处覆盖的需求"},
          {"price", FieldType::real, "Price", "造价"},
          {"seats", FieldType::real, "Seats", "座位"}}},
        {"siting_demand",
         "Siting demand",
         "选址需求",
         GeometryType::point,
         {{"id", FieldType::text, "Id", "编号"},
          {"name", FieldType::text, "Name", "名称"},
          {"weight", FieldType::real, "Weight", "权重"},
          {"before", FieldType::integer, "Within reach before", "现状已覆盖"},
          {"after", FieldType::integer, "Within reach after", "建成后已覆盖"},
          {"site_id", FieldType::text, "Nearest open site", "最近的开设站点"},
          {"distance_m", FieldType::real, "Distance to it (m)", "到该站点距离（米）"}}},
        {"siting_areas",
         "Siting service areas",
         "选址服务区",
         GeometryType::polygons,
         {{"site_id", FieldType::text, "Site", "站点编号"},
          {"name", FieldType::text, "Name", "名称"},
          {"role", FieldType::text, "Role", "角色"},
          {"radius_m", FieldType::real, "Radius (m)", "半径（米）"}}},
        {"siting_curve",
         "Curve of gains",
         "增益曲线",
         GeometryType::none,
         {{"p", FieldType::integer, "Sites", "站点数"},
          {"objective", FieldType::real, "Objective", "目标值"},
          {"gain", FieldType::real, "Gain of the last site", "最后一个站点的增益"},
          {"bound", FieldType::real, "Bound", "界"},
          {"gap", FieldType::real, "Gap", "差距"},
          {"status", FieldType::text, "Status", "结论"},
          {"greedy", FieldType::real, "Chosen one by one", "逐个贪心选择"}}},
    }};
    return table;
}

/// The layer of demand, whose last column is the way to the nearest site.
LayerSchema demand_layer(CostUnit unit) {
    static constexpr std::array ways{
        LayerField{"distance_m", FieldType::real, "Distance to it (m)", "到该站点距离（米）"},
        LayerField{"distance_s", FieldType::real, "Time to it (s)", "到该站点时间（秒）"},
        LayerField{"cost", FieldType::real, "Cost to it", "到该站点费用"}};
    LayerSchema out = layers()[1];
    out.fields.back() = ways[static_cast<std::size_t>(unit)];
    return out;
}

class Writer {
public:
    Writer(const siting::Problem& problem, const siting::Request& request, const siting::Plan& plan)
        : problem_(problem), request_(request), plan_(plan) {
        sites_.resize(problem.sites.size());
        std::iota(sites_.begin(), sites_.end(), 0U);
        for (std::size_t k = 0; k < plan.proposals.size(); ++k) order_[plan.proposals[k].site] = k;
        std::sort(sites_.begin(), sites_.end(), [&](std::uint32_t a, std::uint32_t b) {
            if (plan_.fates[a] != plan_.fates[b]) return plan_.fates[a] < plan_.fates[b];
            const auto in_a = order_.find(a);
            const auto in_b = order_.find(b);
            if (in_a != order_.end() && in_b != order_.end()) return in_a->second < in_b->second;
            return problem_.sites[a].id < problem_.sites[b].id;
        });
    }

    void sites(features::FeatureSink& sink) const {
        for (const std::uint32_t s : sites_) {
            const siting::Site& site = problem_.sites[s];
            const auto at = order_.find(s);
            const siting::Proposal* proposal = at != order_.end() ? &plan_.proposals[at->second] : nullptr;
            const bool known = plan_.threshold && is_open(s);
            const std::array<Value, 9> row{
                text_value(site.id),
                text_value(site.name),
                text_value(siting::fate_name(plan_.fates[s])),
                proposal != nullptr ? Value{static_cast<std::int64_t>(at->second + 1)} : Value{},
                proposal != nullptr && proposal->first_count
                    ? Value{static_cast<std::int64_t>(*proposal->first_count)}
                    : Value{},
                known ? Value{plan_.figures[s].served.value()} : Value{},
                known ? Value{plan_.figures[s].only_here.value()} : Value{},
                site.price.value(),
                site.seats ? Value{site.seats->value()} : Value{}};
            sink.write(row, *site.place);
        }
    }
    void areas(features::FeatureSink& sink) const {
        for (const std::uint32_t s : sites_) {
            const siting::Site& site = problem_.sites[s];
            if (!is_open(s)) continue;
            const std::array<Value, 4> row{text_value(site.id), text_value(site.name),
                                           text_value(siting::fate_name(plan_.fates[s])),
                                           request_.threshold->value()};
            sink.write(row, coverage::drawn_circle({*site.place, Metres{request_.threshold->value()}}));
        }
    }
    void demand(features::FeatureSink& sink) const {
        const siting::Demand& demand = problem_.demand;
        for (std::size_t d = 0; d < demand.size(); ++d) {
            const bool near = plan_.nearest[d] != siting::Plan::no_site;
            const std::array<Value, 7> row{text_value(demand.ids[d]),
                                           demand.names.empty() ? Value{} : text_value(demand.names[d]),
                                           demand.weights[d].value(),
                                           plan_.threshold ? flag_value(plan_.before[d] != 0) : Value{},
                                           plan_.threshold ? flag_value(plan_.after[d] != 0) : Value{},
                                           near ? text_value(problem_.sites[plan_.nearest[d]].id) : Value{},
                                           cost_value(plan_.distance[d])};
            sink.write(row, demand.places[d]);
        }
    }

private:
    [[nodiscard]] bool is_open(std::uint32_t s) const {
        return plan_.fates[s] == siting::Fate::opens || plan_.fates[s] == siting::Fate::stays;
    }

    const siting::Problem& problem_;
    const siting::Request& request_;
    const siting::Plan& plan_;
    std::vector<std::uint32_t> sites_;  // proposals in their order, then the others by fate and id
    std::map<std::uint32_t, std::size_t> order_;
};

void write_curve(std::span<const siting::Answer> answers, std::uint32_t first_count,
                 features::FeatureSink& sink) {
    for (std::size_t k = 0; k < answers.size(); ++k) {
        const siting::Answer& answer = answers[k];
        const bool known = answer.status != siting::Status::infeasible;
        const std::optional<double> gain_here = siting::gain(answers, k);
        const std::size_t count = answers.size() > 1 ? first_count + k : answer.open.size();
        const std::array<Value, 7> row{static_cast<std::int64_t>(count),
                                       known ? Value{answer.objective} : Value{},
                                       gain_here ? Value{*gain_here} : Value{},
                                       known ? Value{answer.bound} : Value{},
                                       known ? Value{answer.gap()} : Value{},
                                       text_value(status_name(answer.status)),
                                       answer.greedy_known ? Value{answer.greedy_objective} : Value{}};
        sink.write(row, std::monostate{});
    }
}

}  // namespace

std::span<const LayerSchema> siting_layers() {
    return layers();
}

void write_siting_layers(const LocateOutcome& outcome, features::LayerStore& store) {
    const siting::Plan& plan = outcome.plan;
    const Writer writer(outcome.data.problem, outcome.request, plan);
    writer.sites(store.create_layer(layers()[0]));
    const CostUnit unit = outcome.data.problem.costs->unit();
    writer.demand(store.create_layer(demand_layer(unit)));
    if (plan.threshold && unit == CostUnit::metres) writer.areas(store.create_layer(layers()[2]));
    write_curve(outcome.answers, outcome.first_count, store.create_layer(layers()[3]));
}

std::string siting_csv(const LocateOutcome& outcome) {
    const auto number = [](double value) { return fmt::format("{}", value); };
    std::string out{byte_order_mark};
    add_csv_line(out,
                 {"order", "id", "name", "lon", "lat", "first_p", "served", "served_only_here", "nearest"});
    std::size_t order = 0;
    for (const siting::Proposal& proposal : outcome.plan.proposals) {
        const siting::Site& site = outcome.data.problem.sites[proposal.site];
        const siting::SiteFigures& figures = outcome.plan.figures[proposal.site];
        const bool reach = outcome.plan.threshold;
        add_csv_line(
            out, {fmt::format("{}", ++order), site.id, site.name, site.place ? number(site.place->lon) : "",
                  site.place ? number(site.place->lat) : "",
                  proposal.first_count ? fmt::format("{}", *proposal.first_count) : "",
                  reach ? number(figures.served.value()) : "", reach ? number(figures.only_here.value()) : "",
                  number(figures.nearest.value())});
    }
    return out;
}

}  // namespace yiquan::io
