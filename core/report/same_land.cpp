// SPDX-License-Identifier: MIT
#include "core/report/same_land.hpp"

#include <fmt/format.h>

#include "core/base/error.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::report {

void check_same_land(const geo::Box& places, const AuditRecord& audit, std::string_view name) {
    if (places.empty()) {
        throw Error{ErrorKind::input,
                    {fmt::format("{}: none of its rows has coordinates, so there is nothing to map; give the "
                                 "lists longitude and latitude.",
                                 name),
                     fmt::format("{}：没有任何坐标，无法制图；请在名单中给出经纬度。", name)}};
    }
    geo::Box land;
    for (const auto& [code, shape] : audit.ledger.shapes) land.include(geo::bounding_box(shape));
    if (land.intersects(places)) return;
    throw Error{ErrorKind::input,
                {fmt::format("{}: lies outside the zones of this audit; give it with an audit of the same "
                             "land.",
                             name),
                 fmt::format("{}：不在本次审计的统计单元范围内；请与同一地区的审计一起使用。", name)}};
}

}  // namespace yiquan::report
