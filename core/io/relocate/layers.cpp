// SPDX-License-Identifier: MIT
#include "core/io/relocate/layers.hpp"

#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <vector>

#include "core/features/row_values.hpp"
#include "core/io/relocate/order.hpp"
#include "core/io/tables/csv_sink.hpp"
#include "core/relocation/unit_rows.hpp"

namespace yiquan::io {
namespace {

using features::FieldType;
using features::flag_value;
using features::Geometry;
using features::GeometryType;
using features::LayerSchema;
using features::text_value;
using features::Value;
using relocation::Answer;
using relocation::Problem;

const std::array<LayerSchema, 3>& schemas() {
    static const std::array<LayerSchema, 3> table{{
        {"relocation_sites",
         "Relocation sites",
         "安置点",
         GeometryType::point,
         {{"id", FieldType::text, "Id", "编号"},
          {"name", FieldType::text, "Name", "名称"},
          {"capacity", FieldType::integer, "Capacity (people)", "容量（人）"},
          {"load", FieldType::integer, "People placed", "安置人数"},
          {"households", FieldType::integer, "Households placed", "安置户数"},
          {"opened", FieldType::integer, "Opened", "是否启用"},
          {"allowed", FieldType::integer, "May be used", "是否可用"},
          {"share_used", FieldType::real, "Share of capacity used", "容量使用率"}}},
        {"relocation_households",
         "Households",
         "搬迁农户",
         GeometryType::point,
         {{"id", FieldType::text, "Id", "编号"},
          {"name", FieldType::text, "Name", "名称"},
          {"village", FieldType::text, "Village", "村"},
          {"households", FieldType::integer, "Households", "户数"},
          {"people", FieldType::integer, "People", "人数"},
          {"site_id", FieldType::text, "Site", "安置点编号"},
          {"site_name", FieldType::text, "Name of the site", "安置点名称"},
          {"distance_m", FieldType::real, "Distance (m)", "距离（米）"},
          {"placed", FieldType::integer, "Placed", "是否安置"},
          {"reason", FieldType::text, "Reason", "未安置原因代码"},
          {"reason_text_zh", FieldType::text, "Reason (Chinese)", "未安置原因"},
          {"reason_text_en", FieldType::text, "Reason (English)", "未安置原因（英文）"}}},
        {"relocation_lines",
         "Moves",
         "搬迁去向",
         GeometryType::lines,
         {{"household_id", FieldType::text, "Household or village", "农户或村"},
          {"site_id", FieldType::text, "Site", "安置点编号"},
          {"people", FieldType::integer, "People", "人数"},
          {"distance_m", FieldType::real, "Mean distance (m)", "平均距离（米）"}}},
    }};
    return table;
}

Value share_of(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return {};
    return static_cast<double>(part) / static_cast<double>(whole);
}
/// Decimetres are plenty for a table.
double tenths(Metres length) {
    constexpr double steps = 10.0;
    return std::round(length.value() * steps) / steps;
}
Geometry point(const std::optional<geo::LonLat>& place) {
    return place ? Geometry{*place} : Geometry{};
}

void write_sites(const Problem& problem, const Answer& answer, features::FeatureSink& sink) {
    for (const std::size_t s : by_id(problem.sites)) {
        const relocation::Site& site = problem.sites[s];
        sink.write(
            std::array{text_value(site.id), text_value(site.name), Value{site.capacity},
                       Value{answer.load[s]}, Value{answer.households[s]}, flag_value(answer.load[s] > 0),
                       flag_value(site.allowed), share_of(answer.load[s], site.capacity)},
            point(site.place));
    }
}

/// The cells of one household, in the order of the layer.
std::array<Value, 12> household_row(const Problem& problem, const Answer& answer,
                                    const relocation::Unplaced* stays, std::size_t h) {
    const relocation::Household& household = problem.households[h];
    std::array<Value, 12> row{text_value(household.id), text_value(household.name),
                              text_value(household.village), Value{household.households},
                              Value{household.people}};
    constexpr std::size_t site_at = 5;
    if (const auto& assigned = answer.assigned[h]) {
        row[site_at] = text_value(problem.sites[assigned->site].id);
        row[site_at + 1] = text_value(problem.sites[assigned->site].name);
        row[site_at + 2] = tenths(Metres{assigned->distance.value()});
    }
    constexpr std::size_t placed_at = 8;
    row[placed_at] = flag_value(answer.assigned[h].has_value());
    if (stays != nullptr) {
        row[placed_at + 1] = std::string{relocation::info(stays->reason).id};
        row[placed_at + 2] = stays->text.zh;
        row[placed_at + 3] = stays->text.en;
    }
    return row;
}

void write_households(const Problem& problem, const Answer& answer, features::FeatureSink& sink) {
    const auto stays = unplaced_by_household(problem, answer);
    for (const std::size_t h : by_id(problem.households)) {
        sink.write(household_row(problem, answer, stays[h], h), point(problem.households[h].place));
    }
}

/// Whoever moves along one line.
struct Move {
    double lon = 0.0;  // sums weighted by heads, until the line is drawn
    double lat = 0.0;
    double metres = 0.0;
    std::int64_t people = 0;
    std::uint32_t site = 0;
    bool placed = true;
};

void write_lines(const Problem& problem, const Answer& answer, features::FeatureSink& sink) {
    const std::vector<std::string> names = relocation::unit_names(problem);
    std::map<std::string_view, Move> moves;
    for (const std::size_t h : by_id(problem.households)) {
        if (!answer.assigned[h]) continue;
        const relocation::Household& household = problem.households[h];
        Move& move = moves[names[h]];
        const auto people = static_cast<double>(household.people);
        move.placed = move.placed && household.place.has_value();
        if (household.place) {
            move.lon += people * household.place->lon;
            move.lat += people * household.place->lat;
        }
        move.metres += people * answer.assigned[h]->distance.value();
        move.people += household.people;
        move.site = answer.assigned[h]->site;
    }
    for (const auto& [id, move] : moves) {
        const relocation::Site& site = problem.sites[move.site];
        const auto people = static_cast<double>(move.people);
        Geometry line;
        if (move.placed && site.place) {
            line = geo::LineString{{{move.lon / people, move.lat / people}, *site.place}};
        }
        sink.write(std::array{Value{std::string{id}}, text_value(site.id), Value{move.people},
                              Value{tenths(Metres{move.metres / people})}},
                   line);
    }
}

}  // namespace

std::span<const LayerSchema> relocation_layers() {
    return schemas();
}

void write_relocation_layers(const Problem& problem, const Answer& answer, features::LayerStore& store) {
    write_sites(problem, answer, store.create_layer(schemas()[0]));
    write_households(problem, answer, store.create_layer(schemas()[1]));
    write_lines(problem, answer, store.create_layer(schemas()[2]));
}

std::string relocation_csv(const Problem& problem, const Answer& answer) {
    CsvSink table;
    write_households(problem, answer, table.create_layer(schemas()[1]));
    return table.text();
}

}  // namespace yiquan::io
