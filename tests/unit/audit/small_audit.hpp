// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "core/audit/audit.hpp"
#include "core/audit/report.hpp"
#include "core/demand/point_demand.hpp"
#include "core/geo/area.hpp"
#include "core/io/audit/layers.hpp"
#include "tests/unit/features/memory_layers.hpp"

namespace yiquan::audit {

/// An audit that has something of everything: two bands, three stations of which one is filtered out, two
/// zones of one parent, demand covered, uncovered and outside.
struct SmallAudit {
    AuditParams params;
    std::vector<coverage::Facility> facilities;
    demand::Zones zones;
    AuditResult result;
    features::FindingList findings;
    test::MemoryLayers layers;

    SmallAudit() : SmallAudit("station") {}
    /// \param name of every station
    explicit SmallAudit(const std::string& name) {
        params.title = "small";
        params.standard = custom_standard({kilometres(10), kilometres(20)});
        params.standard.station_targets = {0.15, 0.15};
        params.target_share = 0.5;
        params.filter.kinds = {"工会驿站"};
        params.notice = "演示数据";
        for (const double lon : {101.0, 101.2, 101.4}) {
            coverage::Facility& facility = facilities.emplace_back();
            facility.id = fmt::format("s{}", facilities.size());
            facility.name = name;
            facility.kind = facilities.size() < 3 ? "工会驿站" : "司机之家";
            facility.place = {lon, 36.5};
            facility.row = facilities.size() + 1;
            facility.hours_text = "24小时";
            facility.hours = coverage::OpeningHours::parse("24小时");
            facility.amenities = {"饮水", "WiFi"};
        }
        facilities[1].honoured = true;
        facilities[2].hours.reset();
        facilities[2].hours_text = "看情况";
        for (const auto& [code, west] : {std::pair{"630101", 100.5}, std::pair{"630102", 101.3}}) {
            demand::Zone& zone = zones.emplace_back();
            zone.code = code;
            zone.name = std::string{"zone "} + code;
            zone.parent = "西宁市";
            zone.shape = {{geo::Polygon{
                {{{west, 36.0}, {west + 0.8, 36.0}, {west + 0.8, 37.0}, {west, 37.0}, {west, 36.0}}}}}};
            zone.area = geo::area(zone.shape);
        }
        zones[0].note = "with a note";
        demand::DemandPoints points;
        for (const double lon : {100.0, 101.0, 101.1, 101.4, 102.0}) {
            points.places.push_back({lon, 36.5});
            points.weights.push_back(Persons::nearest(10.0 * (lon - 99.0)));
            points.ids.push_back(fmt::format("p{}", points.ids.size()));
            points.names.emplace_back(points.ids.size() == 1 ? "" : "village");
        }
        const index::PolygonLocator locator = locator_over(zones);
        Progress quiet;
        demand::PointDemand demand(std::move(points), locator, "demand.csv", 1, findings, quiet);
        io::DemandLayer layer(layers.create_layer(io::audit_layer("demand")), facilities, zones,
                              params.standard.bands);
        result = run_audit(
            params, facilities, zones, locator, demand,
            [&](const demand::DemandBatch& batch, const coverage::Served& served) {
                layer.add(batch, served);
            },
            findings, quiet);
        io::write_layers(facilities, zones, result, layers);
    }

    [[nodiscard]] Report report() const {
        return {
            params,   facilities,
            zones,    result,
            findings, {{"facilities", "stations.csv", "abc123", 3}, {"demand", "PG:dbname=people", "", 5}},
            "1.2.3"};
    }
};

}  // namespace yiquan::audit
