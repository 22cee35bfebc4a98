// SPDX-License-Identifier: MIT
#include "core/io/locate/reader.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/features/counted_column.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/package/package_layer.hpp"

namespace yiquan::io {
namespace {

double figure_or_zero(const features::Value& value) {
    return features::to_number(value).value_or(0.0);
}

void read_sites(const std::string& package, report::SitingRecord& plan) {
    AuditLayer layer(package, "siting_sites", siting_package);
    while (layer.next()) {
        const std::string role = layer.text("role");
        if (role == "candidate") ++plan.candidates;
        if (role != "existing" && role != "closed") continue;
        if (const auto place = layer.place())
            plan.standing.push_back({layer.text("id"), *place, role == "closed"});
    }
    std::sort(plan.standing.begin(), plan.standing.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
}

/// Who is gained, each at the nearest site, and the sum of all people.
void read_demand(const std::string& package, report::SitingRecord& plan) {
    std::unordered_map<std::string, std::size_t> proposals;
    for (std::size_t i = 0; i < plan.proposals.size(); ++i) proposals.emplace(plan.proposals[i].id, i);
    features::CountedColumn<Persons> weights({package + ": weight", package + "：weight"});
    Persons total;
    AuditLayer layer(package, "siting_demand", siting_package);
    while (layer.next()) {
        const Persons people = weights.count(figure_or_zero(layer.value("weight")));
        total += people;
        const bool gained = !plan.served || (figure_or_zero(layer.value("before")) == 0.0 &&
                                             figure_or_zero(layer.value("after")) != 0.0);
        if (!gained) continue;
        const auto nearest = proposals.find(layer.text("site_id"));
        if (plan.served || nearest != proposals.end()) ++plan.gained_places;
        if (nearest != proposals.end()) plan.proposals[nearest->second].gained += people;
    }
    plan.demand = total;
}

}  // namespace

report::SitingRecord read_siting(const std::string& package) {
    report::SitingRecord plan = report::parse_siting(read_package_document(package, siting_package), package);
    read_sites(package, plan);
    read_demand(package, plan);
    return plan;
}

}  // namespace yiquan::io
