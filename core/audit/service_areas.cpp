// SPDX-License-Identifier: MIT
#include "core/audit/service_areas.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/coverage/covered_area.hpp"
#include "core/coverage/service_area.hpp"
#include "core/geo/area.hpp"

namespace yiquan::audit {

ServiceAreas draw_service_areas(std::span<const coverage::Facility> facilities, std::vector<Metres> bands,
                                unsigned threads, Progress& progress) {
    progress.stage({"Drawing service areas", "绘制服务区"});
    ServiceAreas out;
    out.bands = std::move(bands);
    std::sort(out.bands.begin(), out.bands.end());
    for (std::size_t band = 0; band < out.bands.size(); ++band) {
        std::vector<geo::GeodesicCircle> circles;
        for (const coverage::Facility& facility : facilities)
            circles.emplace_back(facility.place, out.bands[band]);
        for (std::uint32_t i = 0; i < circles.size(); ++i) {
            progress.check();
            ServiceArea& area = out.areas.emplace_back();
            area.facility = i;
            area.band = band;
            area.shape = coverage::drawn_circle(circles[i]);
            area.area = geo::area(area.shape);
        }
        const double bands_count = static_cast<double>(out.bands.size());
        ProgressSlice slice(progress, static_cast<double>(band) / bands_count,
                            static_cast<double>(band + 1) / bands_count);
        out.union_km2.push_back(coverage::union_area_km2(circles, threads, slice));
    }
    return out;
}

std::string service_areas_json(const ServiceAreas& areas, std::size_t facilities, std::uint64_t findings) {
    using Json = nlohmann::ordered_json;
    Json bands = Json::array();
    for (std::size_t band = 0; band < areas.bands.size(); ++band) {
        bands.push_back({{"radius_m", areas.bands[band].value()}, {"covered_km2", areas.union_km2[band]}});
    }
    return Json{{"schema", "yiquan.service_area/1"},
                {"facilities", facilities},
                {"bands", std::move(bands)},
                {"findings", findings}}
               .dump(2) +
           "\n";
}

}  // namespace yiquan::audit
