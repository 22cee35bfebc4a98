// SPDX-License-Identifier: MIT
#include "core/io/audit/layers.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <vector>

#include "core/audit/ledger_columns.hpp"
#include "core/base/error.hpp"
#include "core/features/row_values.hpp"

namespace yiquan::io {
namespace {

using features::cost_value;
using features::count_value;
using features::FieldType;
using features::flag_value;
using features::GeometryType;
using features::LayerField;
using features::LayerSchema;
using features::text_value;
using features::Value;

/// Facilities stand before the figures that were added later.
const std::vector<const audit::LedgerColumn*>& zone_columns() {
    static const std::vector<const audit::LedgerColumn*> columns =
        audit::ledger_columns_after({"demand", "covered", "gap", "unreachable", "covered_share", "area_km2",
                                     "covered_area_km2", "gap_area_km2", "facilities"});
    return columns;
}

std::vector<Message> zone_titles(CostUnit unit) {
    std::vector<Message> out;
    for (const audit::LedgerColumn* column : zone_columns())
        out.push_back(audit::title_with_unit(*column, unit));
    return out;
}

LayerSchema zones_layer(CostUnit unit) {
    static const std::vector<Message> in_metres = zone_titles(CostUnit::metres);
    static const std::vector<Message> in_seconds = zone_titles(CostUnit::seconds);
    const std::vector<Message>& titles = unit == CostUnit::seconds ? in_seconds : in_metres;
    LayerSchema layer{"zones",
                      "Zones",
                      "统计单元",
                      GeometryType::polygons,
                      {{"code", FieldType::text, "Code", "代码"},
                       {"name", FieldType::text, "Name", "名称"},
                       {"parent", FieldType::text, "Parent", "上级单元"},
                       {"note", FieldType::text, "Note", "说明"}}};
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const audit::LedgerColumn& column = *zone_columns()[i];
        const bool whole = column.kind == audit::FigureKind::count || column.kind == audit::FigureKind::flag;
        layer.fields.push_back(
            {column.key, whole ? FieldType::integer : FieldType::real, titles[i].en, titles[i].zh});
    }
    return layer;
}

Value zone_value(const audit::LedgerColumn& column, const audit::Figures& figures) {
    const std::optional<double> value = audit::number(column, figures);
    if (!value) return {};
    switch (column.kind) {
        case audit::FigureKind::count:
        case audit::FigureKind::flag:
            return static_cast<std::int64_t>(*value);
        case audit::FigureKind::cost:
            return cost_value(CostValue{*value});
        case audit::FigureKind::people:
        case audit::FigureKind::area:
        case audit::FigureKind::share:
        case audit::FigureKind::ratio:
            return *value;
    }
    return {};
}

std::array<LayerSchema, 6> layers_in(CostUnit unit) {
    const bool times = unit == CostUnit::seconds;
    const LayerField limit = times ? LayerField{"limit_s", FieldType::real, "Limit (s)", "时限（秒）"}
                                   : LayerField{"radius_m", FieldType::real, "Radius (m)", "半径（米）"};
    return {{
        {"facilities",
         "Facilities",
         "服务设施",
         GeometryType::point,
         {{"id", FieldType::text, "Id", "编号"},
          {"name", FieldType::text, "Name", "名称"},
          {"kind", FieldType::text, "Kind", "类型"},
          {"row", FieldType::integer, "Row in the list", "名单行号"},
          {"opening_hours", FieldType::text, "Opening hours", "开放时间"},
          {"open_24h", FieldType::integer, "Open round the clock", "24小时开放"},
          {"amenities", FieldType::text, "Amenities", "配套设施"},
          {"honoured", FieldType::integer, "Honoured", "最美驿站"},
          {"active", FieldType::integer, "Used in this run", "参与本次计算"},
          {"zone_code", FieldType::text, "Zone code", "所在单元代码"},
          {"zone_name", FieldType::text, "Zone", "所在单元"},
          {"demand_served", FieldType::real, "Demand served", "服务人口"},
          {"demand_only_here", FieldType::real, "Served only here", "仅此一处服务的人口"}}},
        {"demand",
         "Demand",
         "需求",
         GeometryType::point,
         {{"id", FieldType::text, "Id", "编号"},
          {"name", FieldType::text, "Name", "名称"},
          {"demand", FieldType::real, "Demand", "需求（人）"},
          {"zone_code", FieldType::text, "Zone code", "所在单元代码"},
          {"zone_name", FieldType::text, "Zone", "所在单元"},
          {"class", FieldType::text, "Class", "类别"},
          {"covering", FieldType::integer, "Facilities that cover it", "覆盖的设施数"},
          times ? LayerField{"band_s", FieldType::real, "Narrowest band (s)", "最小覆盖时限（秒）"}
                : LayerField{"band_m", FieldType::real, "Narrowest band (m)", "最小覆盖半径（米）"},
          {"only_id", FieldType::text, "Its only facility", "唯一服务设施"},
          {"nearest_id", FieldType::text, "Nearest facility", "最近设施"},
          times ? LayerField{"nearest_s", FieldType::real, "Time to it (s)", "到最近设施时间（秒）"}
                : LayerField{"nearest_m", FieldType::real, "Distance to it (m)", "到最近设施距离（米）"}}},
        {"service_gaps",
         "Service gaps",
         "空白区",
         GeometryType::polygons,
         {{"rank", FieldType::integer, "Rank by people", "按人口排名"},
          {"zone_code", FieldType::text, "Zone code", "单元代码"},
          {"zone_name", FieldType::text, "Zone", "单元"},
          {"parent", FieldType::text, "Parent", "上级单元"},
          {"demand", FieldType::real, "People in the gap", "空白区人口"},
          {"area_km2", FieldType::real, "Area (km²)", "面积（平方公里）"},
          times ? LayerField{"farthest_s", FieldType::real, "Farthest from a facility (s)",
                             "距最近设施最长时间（秒）"}
                : LayerField{"farthest_m", FieldType::real, "Farthest from a facility (m)",
                             "距最近设施最远距离（米）"},
          {"farthest_lon", FieldType::real, "Remotest place, longitude", "最远处经度"},
          {"farthest_lat", FieldType::real, "Remotest place, latitude", "最远处纬度"},
          {"nearest_id", FieldType::text, "Nearest facility, id", "最近设施编号"},
          {"nearest_name", FieldType::text, "Nearest facility", "最近设施"}}},
        {"service_areas",
         "Service areas",
         "服务区",
         GeometryType::polygons,
         {{"facility_id", FieldType::text, "Facility id", "设施编号"},
          {"name", FieldType::text, "Facility", "设施名称"},
          limit,
          {"area_km2", FieldType::real, "Area (km²)", "面积（平方公里）"},
          {"demand_served", FieldType::real, "Demand served", "服务人口"}}},
        {"covered_areas",
         "Covered land",
         "已覆盖范围",
         GeometryType::polygons,
         {{"zone_code", FieldType::text, "Zone code", "单元代码"},
          {"zone_name", FieldType::text, "Zone", "单元"},
          limit,
          {"area_km2", FieldType::real, "Covered area (km²)", "覆盖面积（平方公里）"},
          {"demand", FieldType::real, "Demand covered", "覆盖人口"}}},
        zones_layer(unit),
    }};
}

std::span<const LayerSchema> layers(CostUnit unit) {
    static const std::array<LayerSchema, 6> metres = layers_in(CostUnit::metres);
    static const std::array<LayerSchema, 6> seconds = layers_in(CostUnit::seconds);
    return unit == CostUnit::seconds ? seconds : metres;
}

/// The word for `service` in the layer of the demand.
std::string_view class_of(coverage::Service service) {
    switch (service) {
        case coverage::Service::covered:
            return "covered";
        case coverage::Service::gap:
            return "gap";
        case coverage::Service::unreachable:
            break;
    }
    return "unreachable";
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : "、") + part;
    return out;
}

/// \param with_demand false leaves that column empty
void write_service_areas(std::span<const coverage::Facility> facilities,
                         std::span<const audit::ServiceArea> areas, std::span<const Cost> bands,
                         CostUnit unit, bool with_demand, features::LayerStore& store) {
    features::FeatureSink& sink = store.create_layer(audit_layer("service_areas", unit));
    for (const audit::ServiceArea& area : areas) {
        const coverage::Facility& facility = facilities[area.facility];
        const std::array<Value, 5> row{text_value(facility.id), text_value(facility.name),
                                       bands[area.band].value(), area.area.value(),
                                       with_demand ? Value{area.served.value()} : Value{}};
        sink.write(row, area.shape);
    }
}

void write_covered_land(const demand::Zones& zones, const audit::AuditResult& result,
                        features::LayerStore& store) {
    features::FeatureSink& sink =
        store.create_layer(audit_layer("covered_areas", result.ledger().limit.unit));
    for (const audit::CoveredLand& land : result.covered_land) {
        const audit::Ledger& ledger = result.bands[land.band];
        const audit::Figures& figures = ledger.zones[land.zone];
        const std::array<Value, 5> row{text_value(zones[land.zone].code), text_value(zones[land.zone].name),
                                       ledger.limit.amount.value(), figures.covered_area.value(),
                                       figures.covered.value()};
        sink.write(row, land.shape);
    }
}

void write_gaps(std::span<const coverage::Facility> facilities, const demand::Zones& zones,
                const audit::AuditResult& result, features::LayerStore& store) {
    features::FeatureSink& sink = store.create_layer(audit_layer("service_gaps", result.ledger().limit.unit));
    std::int64_t rank = 0;
    for (const coverage::Gap& gap : result.gaps) {
        const demand::Zone& zone = zones[gap.zone];
        const coverage::RemotestPlace& far = gap.remotest;
        const bool near = far.facility != coverage::no_facility;
        const std::array<Value, 11> row{++rank,
                                        text_value(zone.code),
                                        text_value(zone.name),
                                        text_value(zone.parent),
                                        gap.people.value(),
                                        gap.area.value(),
                                        cost_value(far.cost),
                                        far.place.lon,
                                        far.place.lat,
                                        near ? text_value(facilities[far.facility].id) : Value{},
                                        near ? text_value(facilities[far.facility].name) : Value{}};
        if (gap.shape.empty()) {
            sink.write(row, std::monostate{});
        } else {
            sink.write(row, gap.shape);
        }
    }
}

void write_zones(const demand::Zones& zones, const audit::Ledger& ledger, features::LayerStore& store) {
    features::FeatureSink& sink = store.create_layer(audit_layer("zones", ledger.limit.unit));
    for (std::size_t z = 0; z < zones.size(); ++z) {
        std::vector<Value> row{text_value(zones[z].code), text_value(zones[z].name),
                               text_value(zones[z].parent), text_value(zones[z].note)};
        for (const audit::LedgerColumn* column : zone_columns())
            row.push_back(zone_value(*column, ledger.zones[z]));
        sink.write(row, zones[z].shape);
    }
}

void write_facilities(std::span<const coverage::Facility> facilities, const demand::Zones& zones,
                      const audit::AuditResult& result, features::LayerStore& store) {
    features::FeatureSink& sink = store.create_layer(audit_layer("facilities"));
    for (std::size_t i = 0; i < facilities.size(); ++i) {
        const coverage::Facility& f = facilities[i];
        const audit::FacilityResult& r = result.facilities[i];
        const bool in_zone = r.zone != demand::no_zone;
        const std::array<Value, 13> row{text_value(f.id),
                                        text_value(f.name),
                                        text_value(f.kind),
                                        count_value(f.row),
                                        text_value(f.hours_text),
                                        f.hours ? flag_value(f.hours->always_open()) : Value{},
                                        text_value(joined(f.amenities)),
                                        flag_value(f.honoured),
                                        flag_value(r.active),
                                        in_zone ? text_value(zones[r.zone].code) : Value{},
                                        in_zone ? text_value(zones[r.zone].name) : Value{},
                                        r.served.value(),
                                        r.only_here.value()};
        sink.write(row, f.place);
    }
}

}  // namespace

std::span<const LayerSchema> audit_layers(CostUnit unit) {
    return layers(unit);
}

const LayerSchema& audit_layer(std::string_view id, CostUnit unit) {
    for (const LayerSchema& layer : layers(unit)) {
        if (layer.id == id) return layer;
    }
    throw Error{
        ErrorKind::internal,
        {fmt::format("An audit has no layer \"{}\".", id), fmt::format("审计结果没有名为“{}”的图层。", id)}};
}

void write_layers(std::span<const coverage::Facility> facilities, const demand::Zones& zones,
                  const audit::AuditResult& result, features::LayerStore& store) {
    write_facilities(facilities, zones, result, store);
    write_gaps(facilities, zones, result, store);
    std::vector<Cost> bands;
    for (const audit::Ledger& ledger : result.bands) bands.push_back(ledger.limit.amount);
    write_service_areas(facilities, result.service_areas, bands, result.ledger().limit.unit, true, store);
    write_covered_land(zones, result, store);
    write_zones(zones, result.ledger(), store);
}

void write_service_areas(std::span<const coverage::Facility> facilities, const audit::ServiceAreas& areas,
                         features::LayerStore& store) {
    write_service_areas(facilities, areas.areas, areas.bands, areas.unit, false, store);
}

void DemandLayer::add(const demand::DemandBatch& batch, const coverage::Served& served) {
    std::array<Value, 11> row;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const bool in_zone = batch.zones[i] != demand::no_zone;
        const std::uint32_t covering = served.covering.back()[i];
        const auto band = served.band(i);
        const bool near = served.nearest[i] != coverage::no_facility;
        row = {text_value(batch.id(i)),
               batch.names.empty() ? Value{} : text_value(batch.names[i]),
               batch.weights[i].value(),
               in_zone ? text_value(zones_[batch.zones[i]].code) : Value{},
               in_zone ? text_value(zones_[batch.zones[i]].name) : Value{},
               std::string{class_of(served.service(i))},
               count_value(covering),
               band ? Value{bands_[*band].value()} : Value{},
               covering == 1 ? text_value(facilities_[served.only[i]].id) : Value{},
               near ? text_value(facilities_[served.nearest[i]].id) : Value{},
               cost_value(served.cost[i])};
        sink_.write(row, batch.places[i]);
    }
}

}  // namespace yiquan::io
