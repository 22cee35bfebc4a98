// SPDX-License-Identifier: MIT
#include "core/audit/service_areas.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <utility>

#include "core/audit/limit_json.hpp"
#include "core/coverage/air_access.hpp"
#include "core/geo/area.hpp"

namespace yiquan::audit {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

ServiceAreas draw_service_areas(const coverage::Access& access, Progress& progress) {
    progress.stage({"Drawing service areas", "绘制服务区"});
    ServiceAreas out;
    out.bands.assign(access.bands().begin(), access.bands().end());
    out.unit = access.unit();
    const auto bands = static_cast<double>(out.bands.size());
    for (std::size_t band = 0; band < out.bands.size(); ++band) {
        ProgressSlice slice(progress, static_cast<double>(band) / bands,
                            static_cast<double>(band + 1) / bands);
        for (coverage::DrawnArea& drawn : access.draw_areas(band, slice)) {
            ServiceArea& area = out.areas.emplace_back();
            area.facility = drawn.facility;
            area.band = band;
            area.area = geo::area(drawn.shape);
            area.shape = std::move(drawn.shape);
        }
        out.union_km2.push_back(access.covered_km2(band, slice));
    }
    return out;
}

ServiceAreas draw_service_areas(std::span<const coverage::Facility> facilities, std::vector<Cost> radii,
                                unsigned threads, Progress& progress) {
    std::sort(radii.begin(), radii.end());
    std::vector<std::uint32_t> all(facilities.size());
    std::iota(all.begin(), all.end(), std::uint32_t{0});
    return draw_service_areas(coverage::AirAccess(facilities, std::move(all), std::move(radii), threads),
                              progress);
}

std::string service_areas_json(const ServiceAreas& areas, std::size_t facilities, std::uint64_t findings) {
    Json bands = Json::array();
    for (std::size_t band = 0; band < areas.bands.size(); ++band) {
        Json& row = bands.emplace_back();
        write_limit(row, {areas.bands[band], areas.unit});
        row["covered_km2"] = areas.union_km2[band];
    }
    return Json{{"schema", "yiquan.service_area/1"},
                {"facilities", facilities},
                {"bands", std::move(bands)},
                {"findings", findings}}
               .dump(2) +
           "\n";
}

}  // namespace yiquan::audit
