// SPDX-License-Identifier: MIT
#include "core/report/siting_record.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <string>

#include "core/base/error.hpp"
#include "core/base/number_text.hpp"
#include "core/geo/geodesic.hpp"

namespace yiquan::report {
namespace {

[[noreturn]] void refuse(std::string_view name, const Message& why) {
    throw Error{ErrorKind::input,
                {fmt::format("{}: {}; make the plan again from the lists of this audit.", name, why.en),
                 fmt::format("{}：{}；请用本次审计的名单重新计算方案。", name, why.zh)}};
}

}  // namespace

void check_same_data(const SitingRecord& plan, const AuditRecord& audit, std::string_view name) {
    constexpr double half_a_person = 0.5;
    const double planned = plan.demand.value();
    const double audited = audit.ledger.ledger.total.demand.value();
    if (std::abs(planned - audited) > half_a_person) {
        refuse(name, {fmt::format("the plan is for {} people, the audit for {}", grouped(planned),
                                  grouped(audited)),
                      fmt::format("方案按 {} 人计算，审计为 {} 人", grouped(planned), grouped(audited))});
    }
    std::map<std::string_view, geo::LonLat> stations;
    for (const RecordedFacility& facility : audit.facilities) {
        if (facility.active) stations.emplace(facility.id, facility.place);
    }
    constexpr Metres moved{1.0};
    for (const StandingSite& site : plan.standing) {
        const auto known = stations.find(site.id);
        if (known == stations.end() || geo::geodesic_distance(known->second, site.place) > moved) {
            refuse(name, {fmt::format("its existing station {} is not one of the audit's", site.id),
                          fmt::format("其中的现有站点 {} 与审计的设施不符", site.id)});
        }
        stations.erase(known);
    }
    if (!stations.empty()) {
        refuse(name,
               {fmt::format("it leaves out {} of the audit's stations, such as {}", stations.size(),
                            stations.begin()->first),
                fmt::format("缺少审计中的 {} 处设施，例如 {}", stations.size(), stations.begin()->first)});
    }
}

}  // namespace yiquan::report
