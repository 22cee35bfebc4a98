// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/audit/audit.hpp"
#include "core/audit/report.hpp"
#include "core/demand/point_demand.hpp"
#include "core/io/audit/layers.hpp"
#include "tests/unit/features/memory_layers.hpp"

namespace yiquan::test {

/// How one piece of the demand was served.
struct PieceServed {
    Persons people;
    demand::ZoneIndex zone = demand::no_zone;
    std::uint32_t covering = 0;
    std::optional<std::size_t> band;
    std::string only;     ///< id; empty where covering is not 1
    std::string nearest;  ///< id; empty without facilities
    CostValue cost;
};

/// An audit of data in memory and everything that it handed out.
struct Audited {
    audit::AuditParams params;
    std::vector<coverage::Facility> facilities;
    demand::Zones zones;
    audit::AuditResult result;
    features::FindingList findings;
    std::vector<PieceServed> pieces;  ///< in the demand's order
    std::map<std::string, PieceServed> by_id;
    MemoryLayers layers;

    [[nodiscard]] const audit::Figures& total() const { return result.ledger().total; }
    [[nodiscard]] const audit::Figures& zone(const std::string& code, std::size_t band) const {
        for (std::size_t z = 0; z < zones.size(); ++z) {
            if (zones[z].code == code) return result.bands.at(band).zones.at(z);
        }
        throw std::out_of_range("no zone " + code);
    }
    /// In the widest band.
    [[nodiscard]] const audit::Figures& zone(const std::string& code) const {
        return zone(code, result.bands.size() - 1);
    }
    [[nodiscard]] const audit::FacilityResult& facility(char letter) const {
        for (std::size_t i = 0; i < facilities.size(); ++i) {
            if (facilities[i].id == std::string(1, letter)) return result.facilities.at(i);
        }
        throw std::out_of_range(std::string("no facility ") + letter);
    }
    [[nodiscard]] std::string json() const {
        return audit::audit_json({params, facilities, zones, result, findings, {}, "test"});
    }
};

inline audit::AuditParams radius(const std::vector<Metres>& bands) {
    audit::AuditParams params;
    params.standard = audit::custom_standard(bands);
    return params;
}
inline audit::AuditParams radius(Metres band) {
    return radius(std::vector<Metres>{band});
}

/// Audits whatever demand the source hands out.
/// \param make_demand gives the source for zones, their locator and a list of findings
template <class MakeDemand>
[[nodiscard]] Audited audited_with(audit::AuditParams params, std::vector<coverage::Facility> facilities,
                                   demand::Zones zones, MakeDemand make_demand) {
    Audited out;
    out.params = std::move(params);
    out.facilities = std::move(facilities);
    out.zones = std::move(zones);
    Progress quiet;
    const index::PolygonLocator locator = audit::locator_over(out.zones);
    const std::unique_ptr<demand::DemandSource> demand = make_demand(out.zones, locator, out.findings);
    io::DemandLayer layer(out.layers.create_layer(io::audit_layer("demand")), out.facilities, out.zones,
                          out.params.standard.bands);
    const auto id_of = [&](std::uint32_t number) {
        return number == coverage::no_facility ? std::string{} : out.facilities.at(number).id;
    };
    out.result = audit::run_audit(
        out.params, out.facilities, out.zones, locator, *demand,
        [&](const demand::DemandBatch& batch, const coverage::Served& served) {
            layer.add(batch, served);
            for (std::size_t i = 0; i < batch.size(); ++i) {
                out.pieces.push_back({batch.weights[i], batch.zones[i], served.covering.back()[i],
                                      served.band(i), id_of(served.only[i]), id_of(served.nearest[i]),
                                      served.cost[i]});
                out.by_id[batch.id(i)] = out.pieces.back();
            }
        },
        out.findings, quiet);
    io::write_layers(out.facilities, out.zones, out.result, out.layers);
    return out;
}

/// Audits demand points.
[[nodiscard]] inline Audited audited(audit::AuditParams params, std::vector<coverage::Facility> facilities,
                                     demand::Zones zones, const demand::DemandPoints& demand) {
    const unsigned threads = params.threads;
    return audited_with(std::move(params), std::move(facilities), std::move(zones),
                        [&](const demand::Zones&, const index::PolygonLocator& locator,
                            features::FindingSink& findings) -> std::unique_ptr<demand::DemandSource> {
                            Progress quiet;
                            return std::make_unique<demand::PointDemand>(demand, locator, "demand.csv",
                                                                         threads, findings, quiet);
                        });
}

}  // namespace yiquan::test
