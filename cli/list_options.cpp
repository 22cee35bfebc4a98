// SPDX-License-Identifier: MIT
#include "cli/list_options.hpp"

#include "core/geo/datum.hpp"

namespace yiquan::cli {

intake::FacilityOptions ListOptions::facility_options() const {
    intake::FacilityOptions out;
    out.columns = columns;
    out.coordinates.datum = geo::datum_from(datum);
    out.coordinates.crs = crs;
    out.keep_duplicates = keep_duplicates;
    return out;
}

void add_list_options(CLI::App& app, ListOptions& options, Language language) {
    const auto say = [&](const char* en, const char* zh) {
        return std::string{language == Language::chinese ? zh : en};
    };
    app.add_option("LIST", options.list,
                   say("Station list: anything GDAL reads, PATH or PATH|layername=NAME",
                       "站点名单：GDAL 可读的任何格式，写 PATH 或 PATH|layername=NAME"))
        ->required();
    app.add_option("--datum", options.datum, geo::datum_ids().in(language));
    app.add_option("--crs", options.crs,
                   say("Reference system of projected coordinates, such as EPSG:4543",
                       "投影坐标的参考系，例如 EPSG:4543"));
    app.add_option("--lon", options.columns.longitude, say("Column of longitudes", "经度字段"));
    app.add_option("--lat", options.columns.latitude, say("Column of latitudes", "纬度字段"));
    app.add_option("--id", options.columns.id, say("Column of ids", "编号字段"));
    app.add_option("--name", options.columns.name, say("Column of names", "名称字段"));
    app.add_flag("--keep-duplicates", options.keep_duplicates,
                 say("Keep stations that are listed twice", "保留重复登记的站点"));
}

}  // namespace yiquan::cli
