// SPDX-License-Identifier: MIT
#include "core/geo/crs.hpp"

#include <fmt/format.h>
#include <proj.h>

#include <cmath>

#include "core/base/error.hpp"

namespace yiquan::geo {
namespace {

struct DestroyContext {
    void operator()(PJ_CONTEXT* c) const noexcept { proj_context_destroy(c); }
};
struct DestroyProjection {
    void operator()(PJ* p) const noexcept { proj_destroy(p); }
};

}  // namespace

struct Projection::Handles {
    std::unique_ptr<PJ_CONTEXT, DestroyContext> context{proj_context_create()};
    std::unique_ptr<PJ, DestroyProjection> transform;
    bool geographic = false;
};

Projection::Projection(const std::string& crs) : handles_(std::make_unique<Handles>()) {
    PJ_CONTEXT* context = handles_->context.get();
    proj_log_level(context, PJ_LOG_NONE);
    proj_context_set_enable_network(context, 0);
    const std::unique_ptr<PJ, DestroyProjection> source{proj_create(context, crs.c_str())};
    std::unique_ptr<PJ, DestroyProjection> transform{
        proj_create_crs_to_crs(context, crs.c_str(), "EPSG:4326", nullptr)};
    if (source && proj_is_crs(source.get()) != 0 && transform) {
        const PJ_TYPE type = proj_get_type(source.get());
        handles_->geographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
        handles_->transform.reset(proj_normalize_for_visualization(context, transform.get()));
    }
    if (!handles_->transform) {
        const std::string shown = crs.size() > 60 ? crs.substr(0, 60) + "…" : crs;
        throw Error{
            ErrorKind::usage,
            {fmt::format("crs = \"{}\" is not a known coordinate reference system; give an EPSG code such "
                         "as \"EPSG:4543\".",
                         shown),
             fmt::format("crs = “{}”不是已知的坐标参考系；请给出 EPSG 代码，例如“EPSG:4543”。", shown)}};
    }
}

Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

std::optional<LonLat> Projection::to_lonlat(RawPosition p) const {
    const PJ_COORD out = proj_trans(handles_->transform.get(), PJ_FWD, proj_coord(p.x, p.y, 0.0, 0.0));
    const LonLat place{out.xy.x, out.xy.y};
    if (!std::isfinite(place.lon) || !std::isfinite(place.lat)) {
        proj_errno_reset(handles_->transform.get());
        return std::nullopt;
    }
    return place;
}

std::optional<RawPosition> Projection::from_lonlat(LonLat p) const {
    const PJ_COORD out = proj_trans(handles_->transform.get(), PJ_INV, proj_coord(p.lon, p.lat, 0.0, 0.0));
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) {
        proj_errno_reset(handles_->transform.get());
        return std::nullopt;
    }
    return RawPosition{out.xy.x, out.xy.y};
}

bool Projection::geographic() const {
    return handles_->geographic;
}

std::optional<std::string> cgcs2000_zone_of(double easting) {
    const double prefix = std::floor(easting / 1e6);
    const double within = easting - prefix * 1e6;
    // Within a zone the easting is 500 km at the central meridian; a 6-degree zone is 3 degrees to each side.
    const bool in_china = prefix >= 13.0 && prefix <= 45.0 && within >= 150'000.0 && within <= 850'000.0;
    if (!in_china) return std::nullopt;
    const int zone = static_cast<int>(prefix);
    if (zone >= 25) return fmt::format("EPSG:{}", 4513 + zone - 25);
    if (zone <= 23) return fmt::format("EPSG:{}", 4491 + zone - 13);
    return std::nullopt;
}

std::optional<std::string> cgcs2000_crs_at(double central_meridian) {
    const double steps = (central_meridian - 75.0) / 3.0;
    if (!(steps > -0.5 && steps < 20.5)) return std::nullopt;
    const int zone = static_cast<int>(std::lround(steps));
    if (std::abs(steps - zone) > 1e-9) return std::nullopt;
    return fmt::format("EPSG:{}", 4534 + zone);
}

}  // namespace yiquan::geo
