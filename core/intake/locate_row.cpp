// SPDX-License-Identifier: MIT
#include "core/intake/locate_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/error.hpp"
#include "core/intake/coordinate_text.hpp"
#include "core/intake/row_message.hpp"

namespace yiquan::intake {
namespace {

using features::Action;
using features::FindingKind;
using geo::LonLat;
using geo::RawPosition;

constexpr std::string_view example_crs = "EPSG:4543";
constexpr std::string_view web_mercator = "EPSG:3857";

LonLat straight(RawPosition p) {
    return {p.x, p.y};
}
RawPosition swapped(RawPosition p) {
    return {p.y, p.x};
}

std::size_t require_column(const features::FeatureSource& source, Meaning meaning, std::string_view chosen,
                           std::string_view word_en, std::string_view word_zh) {
    if (const auto column = find_column(source, meaning, chosen)) return *column;
    throw Error{ErrorKind::input,
                {fmt::format("{}: no {} column was found among {}; name it {}, or state it with an option.",
                             source.name(), word_en, column_list(source, ", "),
                             word_en == "longitude" ? "lon or 经度" : "lat or 纬度"),
                 fmt::format("{}：在列 {} 中找不到{}列；请把列名改为{}，或用选项指定。", source.name(),
                             column_list(source, "、"), word_zh,
                             word_en == "longitude" ? "“经度”或 lon" : "“纬度”或 lat")}};
}

/// Puts the easting first where the sizes leave no doubt.
RawPosition easting_first(RawPosition p) {
    const auto is_easting = [](double v) { return is_bare_easting(v) || split_easting(v).has_value(); };
    const bool as_is = is_easting(p.x) && is_northing(p.y);
    const bool other = is_easting(p.y) && is_northing(p.x);
    return other && !as_is ? swapped(p) : p;
}

}  // namespace

/// One row on its way: what it says, and how to complain about it.
struct RowLocator::Row {
    const features::FeatureSource& source;
    features::FindingSink& findings;
    std::string_view fields;
    RawPosition position;
    bool other_way = false;  ///< the cells themselves say that they are swapped

    [[nodiscard]] std::string values() const { return fmt::format("{}, {}", position.x, position.y); }

    void report(FindingKind kind, Action action, const Message& what, std::optional<LonLat> where = {},
                std::string_view field = {}, std::optional<std::string> value = {}) const {
        features::Finding finding;
        finding.kind = kind;
        finding.action = action;
        finding.source = source.name();
        finding.row = source.row();
        finding.field = field.empty() ? fields : field;
        finding.value = value ? std::move(*value) : values();
        finding.detail = row_message(source, what.en, what.zh);
        finding.where = where;
        findings.add(std::move(finding));
    }
};

RowLocator::RowLocator(const features::FeatureSource& source, const ColumnNames& columns,
                       CoordinateOptions options)
    : options_(std::move(options)),
      by_geometry_(source.has_geometry() && columns.longitude.empty() && columns.latitude.empty()),
      crs_(options_.crs) {
    if (by_geometry_) {
        fields_ = "geometry";
        if (crs_.empty()) crs_ = source.crs();
        if (crs_.empty()) {
            throw Error{
                ErrorKind::input,
                {fmt::format(
                     "{}: the points have no coordinate reference system; set crs = \"EPSG:4490\" for "
                     "degrees, or the code of its grid such as \"{}\".",
                     source.name(), example_crs),
                 fmt::format("{}：点图层没有坐标参考系；经纬度请设置 crs = \"EPSG:4490\"，"
                             "平面坐标请设置相应代码，例如 \"{}\"。",
                             source.name(), example_crs)}};
        }
    } else {
        longitude_ = require_column(source, Meaning::longitude, columns.longitude, "longitude", "经度");
        latitude_ = require_column(source, Meaning::latitude, columns.latitude, "latitude", "纬度");
        fields_ = fmt::format("{}, {}", source.fields()[longitude_].name, source.fields()[latitude_].name);
    }
    if (crs_.empty()) return;
    own_ = &reader(crs_);
    const bool shifted = options_.datum == geo::Datum::gcj02 || options_.datum == geo::Datum::bd09;
    if (shifted && !own_->geographic()) {
        throw Error{
            ErrorKind::usage,
            {fmt::format(
                 "{}: datum gcj02 or bd09 applies to degrees, but crs = \"{}\" is in metres; drop one "
                 "of the two.",
                 source.name(), shown(crs_)),
             fmt::format("{}：datum 为 gcj02 或 bd09 时坐标应为度，而 crs = \"{}\" 以米为单位；"
                         "请去掉其中一项。",
                         source.name(), shown(crs_))}};
    }
}

std::optional<LonLat> RowLocator::locate(const features::FeatureSource& source,
                                         features::FindingSink& findings) {
    Row row{source, findings, fields_, {}};
    if (!(by_geometry_ ? read_geometry(row) : read_columns(row))) return std::nullopt;
    const auto [x, y] = row.position;
    if ((x == 0.0 && y == 0.0) || ((x == 0.0 || y == 0.0) && !as_expected(straight(row.position)))) {
        row.report(
            FindingKind::zero_coordinates, Action::left_out,
            {fmt::format(
                 "{} = {} has a zero where a coordinate is missing; the row was left out, fill in its "
                 "coordinates.",
                 fields_, row.values()),
             fmt::format("{} = {} 含零值，应是坐标未填；该行未采用，请补上坐标。", fields_, row.values())});
        return std::nullopt;
    }
    return own_ == nullptr || own_->geographic() ? from_degrees(row) : from_metres(row);
}

bool RowLocator::read_geometry(Row& row) const {
    const features::RawGeometry geometry = row.source.geometry();
    const auto* point = std::get_if<RawPosition>(&geometry);
    if (point == nullptr) {
        row.report(FindingKind::missing_coordinates, Action::left_out,
                   {"there is no point geometry; the row was left out, draw its point.",
                    "没有点图形；该行未采用，请补上点位。"},
                   {}, {}, std::holds_alternative<std::monostate>(geometry) ? "empty" : "no point");
        return false;
    }
    row.position = *point;
    if (std::isfinite(point->x) && std::isfinite(point->y)) return true;
    row.report(FindingKind::not_a_number, Action::left_out,
               {fmt::format("geometry = {} is not a pair of numbers; the row was left out.", row.values()),
                fmt::format("点位坐标 {} 不是有效数字；该行未采用。", row.values())});
    return false;
}

bool RowLocator::read_columns(Row& row) const {
    const std::array<features::Value, 2> cells{row.source.value(longitude_), row.source.value(latitude_)};
    const std::array<std::string_view, 2> names{row.source.fields()[longitude_].name,
                                                row.source.fields()[latitude_].name};
    std::array<std::optional<Coordinate>, 2> read;
    for (std::size_t i = 0; i < 2; ++i) {
        if (!features::is_blank(cells[i])) continue;
        const bool both = features::is_blank(cells[1 - i]);
        const std::string field{both ? std::string_view{fields_} : names[i]};
        row.report(FindingKind::missing_coordinates, Action::left_out,
                   {fmt::format("{} {} empty; the row was left out, fill in its coordinates.", field,
                                both ? "are" : "is"),
                    fmt::format("{} 为空；该行未采用，请补上坐标。", field)},
                   {}, field, std::string{});
        return false;
    }
    for (std::size_t i = 0; i < 2; ++i) {
        read[i] = read_coordinate(cells[i]);
        if (read[i]) continue;
        const std::string value = shown(features::to_text(cells[i]));
        row.report(
            FindingKind::not_a_number, Action::left_out,
            {fmt::format("{} = \"{}\" is not a number; the row was left out, write degrees such as {}.",
                         names[i], value, i == 0 ? "101.778" : "36.617"),
             fmt::format("{} = “{}”不是数字；该行未采用，请写成十进制度数，例如 {}。", names[i], value,
                         i == 0 ? "101.778" : "36.617")},
            {}, names[i], value);
        return false;
    }
    row.position = {read[0]->value, read[1]->value};
    const bool first_is_north = read[0]->axis == Axis::north_south;
    const bool second_is_east = read[1]->axis == Axis::east_west;
    if ((first_is_north && read[1]->axis == Axis::north_south) ||
        (second_is_east && read[0]->axis == Axis::east_west)) {
        const std::string value =
            shown(fmt::format("{}, {}", features::to_text(cells[0]), features::to_text(cells[1])));
        row.report(
            FindingKind::not_a_number, Action::left_out,
            {fmt::format("{} = \"{}\" names the same direction twice; the row was left out, correct it.",
                         fields_, value),
             fmt::format("{} = “{}”两个值标了同一方向；该行未采用，请改正。", fields_, value)},
            {}, {}, value);
        return false;
    }
    row.other_way = first_is_north || second_is_east;
    return true;
}

std::optional<LonLat> RowLocator::from_degrees(const Row& row) {
    const RawPosition p = row.position;
    const bool possible = geo::on_earth(straight(p));
    const bool possible_swapped = geo::on_earth(straight(swapped(p)));
    bool swap = row.other_way || (!possible && possible_swapped);
    if (!swap && possible && possible_swapped && !options_.expected.empty()) {
        swap = !as_expected(degrees_to_wgs84(p)) && as_expected(degrees_to_wgs84(swapped(p)));
    }
    if (!(swap ? possible_swapped : possible)) return metres_among_degrees(row);
    const std::optional<LonLat> place = degrees_to_wgs84(swap ? swapped(p) : p);
    if (!place) {
        row.report(
            FindingKind::off_earth, Action::left_out,
            {fmt::format("{} = {} cannot lie in {}; the row was left out.", fields_, row.values(),
                         shown(crs_)),
             fmt::format("{} = {} 在 {} 中没有对应位置；该行未采用。", fields_, row.values(), shown(crs_))});
    } else if (swap) {
        row.report(
            FindingKind::swapped_coordinates, Action::corrected,
            {fmt::format("{} = {} has longitude and latitude swapped; they were read the other way round.",
                         fields_, row.values()),
             fmt::format("{} = {} 经纬度填反；已对调后采用。", fields_, row.values())},
            place);
    }
    return place;
}

std::optional<LonLat> RowLocator::metres_among_degrees(const Row& row) {
    constexpr double least_metres = 1000.0;
    const RawPosition p = easting_first(row.position);
    if (std::min(std::abs(p.x), std::abs(p.y)) < least_metres) {
        row.report(FindingKind::off_earth, Action::left_out,
                   {fmt::format("{} = {} is not a longitude and latitude; the row was left out, correct it.",
                                fields_, row.values()),
                    fmt::format("{} = {} 超出经纬度范围；该行未采用，请改正。", fields_, row.values())});
        return std::nullopt;
    }
    const std::optional<std::string> zone = geo::cgcs2000_zone_of(p.x);
    if (zone && is_northing(p.y)) {
        const std::optional<LonLat> place = reader(*zone).to_wgs84(p);
        if (place && (options_.expected.empty() || as_expected(place))) {
            row.report(FindingKind::metres_not_degrees, Action::corrected,
                       {fmt::format("{} = {} is in metres; it was read in CGCS2000 zone {} ({}).", fields_,
                                    row.values(), split_easting(p.x)->zone.prefix, *zone),
                        fmt::format("{} = {} 单位是米；已按 CGCS2000 第 {} 带（{}）换算后采用。", fields_,
                                    row.values(), split_easting(p.x)->zone.prefix, *zone)},
                       place);
            return place;
        }
    }
    const std::string crs = likely_crs(p);
    row.report(
        FindingKind::metres_not_degrees, Action::left_out,
        {fmt::format(
             "{} = {} is in metres, not degrees; the row was left out, set crs = \"{}\" or the code of "
             "its own grid for such a list.",
             fields_, row.values(), crs),
         fmt::format(
             "{} = {} 单位是米而不是度；该行未采用，此类名单请设置 crs = \"{}\"（或其实际坐标系代码）。",
             fields_, row.values(), crs)});
    return std::nullopt;
}

std::optional<LonLat> RowLocator::from_metres(const Row& row) {
    constexpr double most_degrees = 180.0;
    const RawPosition given = row.position;
    if (std::abs(given.x) <= most_degrees && std::abs(given.y) <= most_degrees)
        return degrees_among_metres(row);
    const std::optional<GridZone>& zone = own_->grid_zone();
    RawPosition p = zone ? easting_first(given) : given;
    if (zone) {
        const std::optional<PrefixedEasting> split = split_easting(p.x);
        if (split && split->zone.central_meridian != zone->central_meridian) {
            return from_other_zone(row, p, split->zone.prefix);
        }
        if (split || is_bare_easting(p.x)) p.x = (split ? split->within : p.x) + 1e6 * zone->prefix;
    }
    std::optional<LonLat> place = own_->to_wgs84(p);
    if (!zone && !options_.expected.empty() && !as_expected(place)) {
        const std::optional<LonLat> other = own_->to_wgs84(swapped(p));
        if (as_expected(other)) place = other;
    }
    if (place && geo::on_earth(*place)) return place;
    row.report(FindingKind::off_earth, Action::left_out,
               {fmt::format("{} = {} cannot lie in {}; the row was left out, check crs.", fields_,
                            row.values(), shown(crs_)),
                fmt::format("{} = {} 在 {} 中没有对应位置；该行未采用，请核对 crs。", fields_, row.values(),
                            shown(crs_))});
    return std::nullopt;
}

std::optional<LonLat> RowLocator::from_other_zone(const Row& row, RawPosition p, int prefix) {
    const std::optional<LonLat> place = reader(*geo::cgcs2000_zone_of(p.x)).to_wgs84(p);
    const bool usable = place && (options_.expected.empty() || as_expected(place));
    row.report(FindingKind::off_earth, usable ? Action::corrected : Action::left_out,
               {fmt::format("{} = {} carries the prefix of zone {}, not of the stated {}; {}", fields_,
                            row.values(), prefix, shown(crs_),
                            usable ? "it was read in its own zone."
                                   : "the row was left out, correct one of the two."),
                fmt::format("{} = {} 带有第 {} 带的带号，与设置的 {} 不符；{}", fields_, row.values(), prefix,
                            shown(crs_), usable ? "已按其带号换算后采用。" : "该行未采用，请改正其一。")},
               place);
    return usable ? place : std::nullopt;
}

std::optional<LonLat> RowLocator::degrees_among_metres(const Row& row) const {
    const RawPosition p = row.position;
    const bool as_is =
        geo::on_earth(straight(p)) &&
        (options_.expected.empty() ? !geo::on_earth(straight(swapped(p))) : as_expected(straight(p)));
    const bool other =
        geo::on_earth(straight(swapped(p))) &&
        (options_.expected.empty() ? !geo::on_earth(straight(p)) : as_expected(straight(swapped(p))));
    const std::optional<LonLat> place = as_is   ? std::optional{straight(p)}
                                        : other ? std::optional{straight(swapped(p))}
                                                : std::nullopt;
    row.report(
        FindingKind::metres_not_degrees, place ? Action::corrected : Action::left_out,
        {fmt::format("{} = {} looks like degrees, while {} is in metres; {}", fields_, row.values(),
                     shown(crs_), place ? "it was read as degrees." : "the row was left out, correct it."),
         fmt::format("{} = {} 像是度，而 {} 以米为单位；{}", fields_, row.values(), shown(crs_),
                     place ? "已按度采用。" : "该行未采用，请改正。")},
        place);
    return place;
}

std::optional<LonLat> RowLocator::degrees_to_wgs84(RawPosition p) const {
    std::optional<LonLat> place = own_ == nullptr ? straight(p) : own_->to_wgs84(p);
    if (place) place = geo::to_wgs84(*place, options_.datum);
    return place;
}

bool RowLocator::as_expected(std::optional<LonLat> p) const {
    return p && !options_.expected.empty() && options_.expected.contains(*p);
}

/// The grid in which metres would lie where rows are expected: the strip whose middle is nearest to them.
std::string RowLocator::likely_crs(RawPosition p) {
    if (options_.expected.empty()) return std::string{example_crs};
    const double middle = (options_.expected.west + options_.expected.east) / 2.0;
    if (is_bare_easting(p.x) && is_northing(p.y)) {
        const auto crs = geo::cgcs2000_crs_at(3.0 * std::round(middle / 3.0));
        return crs.value_or(std::string{example_crs});
    }
    return std::string{as_expected(reader(std::string{web_mercator}).to_wgs84(p)) ? web_mercator
                                                                                  : example_crs};
}

const CrsReader& RowLocator::reader(const std::string& crs) {
    const auto known = readers_.find(crs);
    return known != readers_.end() ? known->second : readers_.emplace(crs, CrsReader{crs}).first->second;
}

}  // namespace yiquan::intake
