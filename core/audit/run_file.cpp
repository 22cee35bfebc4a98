// SPDX-License-Identifier: MIT
#include "core/audit/run_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"
#include "core/intake/list_settings.hpp"
#include "core/settings/toml_table.hpp"

namespace yiquan::audit {
namespace {

/// Ends the reading of a section that cannot do without its path. A misspelt key is named first: it may be
/// the path.
void refuse_without_path(const settings::TomlTable& table, const std::string& path) {
    table.refuse_unknown();
    if (path.empty()) table.refuse("path", {"is missing.", "没有填写。"});
}

/// What a section wants said about its data. The borders come first: they decide who may see the output.
void add_notice(settings::TomlTable& table, bool first, AuditParams& params) {
    const std::string notice = table.text_or("notice", "");
    const char* between = notice.empty() || params.notice.empty() ? "" : " ";
    params.notice = first ? notice + between + params.notice : params.notice + between + notice;
}

void read_facilities(settings::TomlTable table, RunFile& run) {
    run.facilities_path = table.text_or("path", "");
    run.facilities.coordinates = intake::read_coordinates(table);
    intake::ColumnNames& columns = run.facilities.columns;
    columns = intake::read_columns(table);
    columns.kind = table.text_or("kind", "");
    columns.county = table.text_or("county", "");
    columns.opening_hours = table.text_or("opening_hours", "");
    columns.amenities = table.text_or("amenities", "");
    columns.honours = table.text_or("honours", "");
    const std::string duplicates = table.text_or("duplicates", "drop");
    if (duplicates != "drop" && duplicates != "keep") {
        table.refuse("duplicates", {fmt::format("= \"{}\" must be \"drop\" or \"keep\".", duplicates),
                                    fmt::format("= “{}”应为 drop（去重）或 keep（保留）。", duplicates)});
    }
    run.facilities.keep_duplicates = duplicates == "keep";
    add_notice(table, false, run.params);
    refuse_without_path(table, run.facilities_path);
}

void read_filter(settings::TomlTable table, coverage::FacilityFilter& filter) {
    filter.open_24h = table.flag("open_24h").value_or(false);
    if (const auto time = table.text("open_at")) {
        filter.open_at = coverage::parse_week_time(*time, table.full_name("open_at"));
    }
    filter.amenities = table.texts("amenities");
    filter.kinds = table.texts("kinds");
    table.refuse_unknown();
}

void read_demand(settings::TomlTable table, RunFile& run) {
    run.demand_path = table.text_or("path", "");
    run.demand.coordinates = intake::read_coordinates(table);
    run.demand.columns = intake::read_columns(table);
    run.demand.columns.weight = table.text_or("weight", "");
    add_notice(table, false, run.params);
    refuse_without_path(table, run.demand_path);
}

void read_zones(settings::TomlTable table, RunFile& run) {
    run.zones_path = table.text_or("path", "");
    run.zones.code = table.text_or("code", "");
    run.zones.name = table.text_or("name", "");
    run.zones.parent = table.text_or("parent", "");
    run.zones.note = table.text_or("note", "");
    run.zones.crs = table.text_or("crs", "");
    add_notice(table, true, run.params);
    refuse_without_path(table, run.zones_path);
}

void read_pack(settings::TomlTable table, PackOptions& pack) {
    pack.unit = table.text_or("unit", "");
    pack.approval = table.text_or("approval", "");
    pack.layouts = table.texts("layouts");
    pack.before = table.text_or("before", "");
    pack.siting = table.text_or("siting", "");
    pack.relocation = table.text_or("relocation", "");
    pack.screening = table.text_or("screening", "");
    table.refuse_unknown();
}

std::vector<Metres> read_bands(settings::TomlTable& table) {
    std::vector<Metres> bands;
    for (const std::string_view key : {"radius", "bands"}) {
        for (const std::string& text : table.texts(key))
            bands.push_back(parse_length(text, table.full_name(key)));
    }
    return bands;
}

void read_standard(settings::TomlTable table, AuditParams& params) {
    const std::vector<Metres> bands = read_bands(table);
    const auto preset = table.text("preset");
    const auto travel = read_travel_budget(table);
    params.target_share = table.share("target_share");
    table.refuse_unknown();
    if (preset) {
        try {
            params.standard = shipped_standard(*preset);
        } catch (const Error& e) {
            table.refuse("preset", {fmt::format("= \"{}\": {}", *preset, e.message().en),
                                    fmt::format("= “{}”：{}", *preset, e.message().zh)});
        }
    }
    if (travel) params.standard.travel = travel;
    if (bands.empty()) {
        if (!preset && !travel) {
            table.refuse("radius", {"is missing; give preset = \"…\" or radius = \"1 km\".",
                                    "没有填写；请写 preset = \"…\" 或 radius = \"1 km\"。"});
        }
        return;
    }
    Standard own = custom_standard(bands);
    if (!preset) {
        if (params.standard.travel) {
            table.refuse("radius", {"and mode cannot be used together; keep one.",
                                    "与 mode 不能同时使用，请保留其一。"});
        }
        params.standard = std::move(own);
    } else if (params.standard.bands.empty() && !params.standard.travel) {
        params.standard.bands = std::move(own.bands);  // a preset that leaves the radius to the user
    } else {
        table.refuse(
            "radius",
            {fmt::format("and preset = \"{}\" cannot be used together, because that preset has a limit of "
                         "its own; keep one.",
                         *preset),
             fmt::format("与 preset = “{}”不能同时使用，因为该标准已有自己的范围；请保留其一。", *preset)});
    }
}

}  // namespace

void AuditParams::check() const {
    if (standard.travel) {
        throw Error{
            ErrorKind::usage,
            {fmt::format("The standard \"{}\" is a travel time ({}, {}), which needs a street network; "
                         "networks come in a "
                         "later version. Use a radius for now, for example preset = \"gb50180-15min\".",
                         standard.id.empty() ? "custom" : standard.id, standard.travel->mode,
                         to_text(standard.travel->budget)),
             fmt::format(
                 "标准“{}”是出行时间（{}，{}），需要道路网络；道路网络将在以后的版本中提供。目前请改用半径，"
                 "例如 preset = \"gb50180-15min\"。",
                 standard.id.empty() ? "custom" : standard.id, standard.travel->mode,
                 to_text(standard.travel->budget))}};
    }
    if (standard.bands.empty()) {
        throw Error{
            ErrorKind::usage,
            {fmt::format(
                 "The standard \"{}\" sets no radius, because no source gives one; add radius = \"1 km\" or "
                 "another length.",
                 standard.id),
             fmt::format("标准“{}”没有半径，因为没有查到依据；请补充例如 radius = \"1 km\"。", standard.id)}};
    }
    if (standard.bands.size() > most_bands) {
        throw Error{ErrorKind::usage,
                    {fmt::format("The standard \"{}\" has {} bands; a run takes at most {}.", standard.id,
                                 standard.bands.size(), most_bands),
                     fmt::format("标准“{}”有 {} 个半径，一次运行最多 {} 个。", standard.id,
                                 standard.bands.size(), most_bands)}};
    }
}

RunFile parse_run_file(std::string_view text, std::string_view name) {
    const toml::table document = settings::parse_toml(text, name);
    settings::TomlTable top(document, name, "");
    RunFile run;
    run.params.title = top.text_or("title", "");
    // Ask for every section before judging any, so that a misspelt one is named first.
    settings::TomlTable facilities = top.table("facilities");
    settings::TomlTable filter = top.table("filter");
    settings::TomlTable demand = top.table("demand");
    settings::TomlTable zones = top.table("zones");
    settings::TomlTable standard = top.table("standard");
    settings::TomlTable places = top.table("places");
    settings::TomlTable output = top.table("output");
    settings::TomlTable pack = top.table("pack");
    top.refuse_unknown();

    read_facilities(facilities, run);
    read_filter(filter, run.params.filter);
    read_demand(demand, run);
    read_zones(zones, run);
    read_standard(standard, run.params);
    run.places_path = places.text_or("path", "");
    places.refuse_unknown();
    run.output_directory = output.text_or("directory", "");
    run.params.draw = output.flag("draw").value_or(true);
    output.refuse_unknown();
    read_pack(pack, run.pack);
    run.params.check();
    return run;
}

}  // namespace yiquan::audit
