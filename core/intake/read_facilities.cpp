// SPDX-License-Identifier: MIT
#include "core/intake/read_facilities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/base/error.hpp"
#include "core/index/polygon_locator.hpp"
#include "core/intake/county_names.hpp"
#include "core/intake/folded_text.hpp"
#include "core/intake/repeat_finder.hpp"
#include "core/intake/row_message.hpp"
#include "core/intake/yes_or_no.hpp"

namespace yiquan::intake {
namespace {

using coverage::Facility;
using features::Action;
using features::FindingKind;

constexpr Metres near_by{50.0};
constexpr Metres same_place{0.01};

/// "饮水、微波炉/WiFi" as a list, each once, in their order.
std::vector<std::string> split_amenities(std::string_view text) {
    constexpr std::array<std::string_view, 9> separators{"、", "，", "；", "／", "｜", ",", ";", "/", "|"};
    std::vector<std::string> parts;
    std::size_t begin = 0;
    const auto take = [&](std::size_t end) {
        const std::string_view part = features::trimmed(text.substr(begin, end - begin));
        if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end())
            parts.emplace_back(part);
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto found = std::find_if(separators.begin(), separators.end(),
                                        [&](std::string_view s) { return text.substr(at).starts_with(s); });
        if (found == separators.end()) {
            ++at;
            continue;
        }
        take(at);
        at += found->size();
        begin = at;
    }
    take(text.size());
    return parts;
}

bool says_yes(std::string_view text) {
    constexpr std::array<std::string_view, 3> no{"非最美", "不是最美", "未获最美"};
    const std::string word = folded(text);
    const auto holds = [&](std::string_view w) { return word.find(w) != std::string::npos; };
    if (holds("最美")) return std::none_of(no.begin(), no.end(), holds);
    return yes_or_no(text).value_or(false);
}

class FacilityReader {
public:
    FacilityReader(features::FeatureSource& source, const FacilityOptions& options,
                   const demand::Zones& zones, features::FindingSink& findings)
        : source_(source),
          findings_(findings),
          options_(options),
          zones_(zones),
          locator_(source, options.columns, options.coordinates),
          zone_locator_(shapes(zones)),
          counties_(zones),
          near_(near_by),
          same_(same_place),
          id_(find_column(source, Meaning::id, options.columns.id)),
          name_(find_column(source, Meaning::name, options.columns.name)),
          kind_(find_column(source, Meaning::kind, options.columns.kind)),
          county_(find_column(source, Meaning::county, options.columns.county)),
          hours_(find_column(source, Meaning::opening_hours, options.columns.opening_hours)),
          amenities_(find_column(source, Meaning::amenities, options.columns.amenities)),
          honours_(find_column(source, Meaning::honours, options.columns.honours)) {}

    std::vector<Facility> read(Progress& progress) {
        constexpr std::uint64_t rows_between_reports = 4096;
        if (!name_) report_missing_name_column();
        constexpr std::uint64_t most_reserved = 100'000;  // a source may promise anything
        facilities_.reserve(static_cast<std::size_t>(std::min(source_.size().value_or(0), most_reserved)));
        std::uint64_t rows = 0;
        const double size = static_cast<double>(source_.size().value_or(0));
        while (source_.next()) {
            if (++rows % rows_between_reports == 0) {
                progress.step(size > 0.0 ? std::min(1.0, static_cast<double>(rows) / size) : 0.0);
            }
            if (const auto place = locator_.locate(source_, findings_)) take(*place);
        }
        if (rows == 0) {
            throw Error{ErrorKind::input,
                        {fmt::format("{}: the list has no rows; give one facility per row.", source_.name()),
                         fmt::format("{}：名单没有数据行；请每行填写一个服务设施。", source_.name())}};
        }
        if (facilities_.empty()) {
            throw Error{
                ErrorKind::input,
                {fmt::format("{}: none of the {} rows has usable coordinates; check the coordinate columns, "
                             "datum and crs.",
                             source_.name(), rows),
                 fmt::format("{}：{} 行中没有一行坐标可用；请核对坐标列以及 datum、crs 的设置。",
                             source_.name(), rows)}};
        }
        give_missing_ids();
        return std::move(facilities_);
    }

private:
    static std::vector<geo::MultiPolygon> shapes(const demand::Zones& zones) {
        std::vector<geo::MultiPolygon> out;
        for (const demand::Zone& zone : zones) out.push_back(zone.shape);
        return out;
    }

    [[nodiscard]] std::string text(std::optional<std::size_t> column) const {
        if (!column) return {};
        return std::string{features::trimmed(features::to_text(source_.value(*column)))};
    }

    void report(FindingKind kind, Action action, std::optional<std::size_t> column, std::string_view value,
                const Message& what, std::optional<geo::LonLat> where) {
        constexpr std::size_t longest_value = 200;
        features::Finding finding;
        finding.kind = kind;
        finding.action = action;
        finding.source = source_.name();
        finding.row = source_.row();
        if (column) finding.field = source_.fields()[*column].name;
        finding.value = shown(value, longest_value);
        finding.detail = row_message(source_, what.en, what.zh);
        finding.where = where;
        findings_.add(std::move(finding));
    }

    void take(geo::LonLat place) {
        Facility facility;
        facility.row = source_.row();
        facility.place = place;
        facility.id = text(id_);
        facility.name = text(name_);
        facility.kind = text(kind_);
        facility.county = text(county_);
        if (repeats(facility) && !options_.keep_duplicates) return;
        check_name_and_id(facility);
        check_county(facility);
        read_hours(facility);
        facility.amenities = split_amenities(text(amenities_));
        facility.honoured = says_yes(text(honours_));
        facilities_.push_back(std::move(facility));
    }

    bool repeats(const Facility& facility) {
        const auto repeat = facility.name.empty() ? same_.add(facility.id, facility.place)
                                                  : near_.add(facility.name, facility.place);
        auto& rows = facility.name.empty() ? unnamed_rows_ : named_rows_;
        rows.push_back(facility.row);
        if (!repeat) return false;
        const std::uint64_t first = rows[repeat->first];
        const bool same = repeat->distance <= same_place;
        const std::string_view fate_en = options_.keep_duplicates ? "both are used" : "this row was left out";
        const std::string_view fate_zh = options_.keep_duplicates ? "两行都采用" : "本行未采用";
        const std::string label = shown(facility.name.empty() ? facility.id : facility.name);
        const Action action = options_.keep_duplicates ? Action::kept : Action::left_out;
        const std::optional<std::size_t> column = facility.name.empty() ? id_ : name_;
        if (same) {
            report(FindingKind::duplicate, action, column, label,
                   {fmt::format("\"{}\" is already listed at the same place in row {}; {}.", label, first,
                                fate_en),
                    fmt::format("“{}”与第 {} 行同名同位置；{}。", label, first, fate_zh)},
                   facility.place);
        } else {
            const double metres = repeat->distance.value();
            report(FindingKind::near_duplicate, action, column, label,
                   {fmt::format("\"{}\" is already listed {:.1f} m away in row {}; {}.", label, metres, first,
                                fate_en),
                    fmt::format("“{}”与第 {} 行同名且相距仅 {:.1f} 米；{}。", label, first, metres, fate_zh)},
                   facility.place);
        }
        return true;
    }

    void check_name_and_id(Facility& facility) {
        if (!facility.id.empty() && !ids_.insert(facility.id).second) {
            report(FindingKind::duplicate, Action::corrected, id_, facility.id,
                   {fmt::format("id = \"{}\" was used before; the row number was added to it.",
                                shown(facility.id)),
                    fmt::format("编号“{}”前面已用过；已在其后加上行号以示区别。", shown(facility.id))},
                   facility.place);
            facility.id = unused(fmt::format("{}#{}", facility.id, facility.row));
        }
        if (!facility.name.empty()) return;
        facility.name = facility.id;
        if (!name_) return;  // said once, for the whole list
        const std::string stand_in = label(facility);
        report(
            FindingKind::missing_name, Action::kept, name_, {},
            {fmt::format("{} is empty; \"{}\" stands for the name.", source_.fields()[*name_].name, stand_in),
             fmt::format("{} 未填；以“{}”代替名称。", source_.fields()[*name_].name, stand_in)},
            facility.place);
    }

    void report_missing_name_column() {
        features::Finding finding;
        finding.kind = FindingKind::missing_name;
        finding.source = source_.name();
        finding.detail = {fmt::format("{}: no name column was found among {}; ids stand for names.",
                                      source_.name(), column_list(source_, ", ")),
                          fmt::format("{}：在列 {} 中找不到名称列；以编号代替名称。", source_.name(),
                                      column_list(source_, "、"))};
        findings_.add(std::move(finding));
    }

    /// After all ids of the list are known, so that a row number takes none of them.
    void give_missing_ids() {
        for (Facility& facility : facilities_) {
            if (!facility.id.empty()) continue;
            facility.id = unused(fmt::format("{}", facility.row));
            if (facility.name.empty()) facility.name = facility.id;
        }
    }

    std::string unused(std::string id) {
        while (!ids_.insert(id).second) id += '#';
        return id;
    }

    void check_county(const Facility& facility) {
        if (zones_.empty()) return;
        const std::uint32_t zone = zone_locator_.locate(facility.place);
        if (zone == index::PolygonLocator::none) {
            report(FindingKind::outside_zones, Action::kept, std::nullopt,
                   fmt::format("{:.6f}, {:.6f}", facility.place.lon, facility.place.lat),
                   {fmt::format("\"{}\" lies outside every zone; check its coordinates.", label(facility)),
                    fmt::format("“{}”不在任何统计单元内；请核对坐标。", label(facility))},
                   facility.place);
        } else if (!counties_.same(facility.county, zone)) {
            report(FindingKind::other_county, Action::kept, county_, facility.county,
                   {fmt::format("\"{}\" lies in {}, but {} = \"{}\"; check its coordinates or its county.",
                                label(facility), zones_[zone].name, source_.fields()[*county_].name,
                                shown(facility.county)),
                    fmt::format("“{}”落在{}，名单中{} = “{}”；请核对坐标或所属区县。", label(facility),
                                zones_[zone].name, source_.fields()[*county_].name, shown(facility.county))},
                   facility.place);
        }
    }

    static std::string label(const Facility& facility) {
        return facility.name.empty() ? fmt::format("{}", facility.row) : shown(facility.name);
    }

    void read_hours(Facility& facility) {
        if (!hours_) return;
        facility.hours_text = text(hours_);
        const std::string& field = source_.fields()[*hours_].name;
        if (facility.hours_text.empty()) {
            report(FindingKind::unknown_hours, Action::kept, hours_, {},
                   {fmt::format("{} is empty; the station does not count where opening hours are asked for.",
                                field),
                    fmt::format("{} 未填；按开放时间筛选时不计入该站点。", field)},
                   facility.place);
            return;
        }
        const auto [known, is_new] = hours_of_.try_emplace(facility.hours_text);
        if (is_new) known->second = coverage::OpeningHours::parse(facility.hours_text);
        facility.hours = known->second;
        if (facility.hours) return;
        const std::string value = shown(facility.hours_text);
        report(
            FindingKind::unreadable_hours, Action::kept, hours_, facility.hours_text,
            {fmt::format(
                 "{} = \"{}\" cannot be read with certainty; write for example \"08:00-20:00\" or \"24h\".",
                 field, value),
             fmt::format("{} = “{}”无法准确识别；请写成例如“08:00-20:00”或“24小时”。", field, value)},
            facility.place);
    }

    features::FeatureSource& source_;
    features::FindingSink& findings_;
    const FacilityOptions& options_;
    const demand::Zones& zones_;
    RowLocator locator_;
    index::PolygonLocator zone_locator_;
    CountyNames counties_;
    RepeatFinder near_;  // of rows with a name
    RepeatFinder same_;  // of rows without
    std::optional<std::size_t> id_, name_, kind_, county_, hours_, amenities_, honours_;
    std::vector<Facility> facilities_;
    std::vector<std::uint64_t> named_rows_, unnamed_rows_;
    std::unordered_set<std::string> ids_;
    std::unordered_map<std::string, std::optional<coverage::OpeningHours>> hours_of_;  // texts read so far
};

void judge_list(const std::string& source, const std::vector<Facility>& facilities,
                std::span<const KnownPlace> known, features::FindingSink& findings) {
    const DatumFit fit = judge_datum(facilities, known);
    if (!fit.looks_like_gcj02()) return;
    features::Finding finding;
    finding.kind = FindingKind::looks_like_gcj02;
    finding.action = Action::kept;
    finding.source = source;
    finding.value = fmt::format("{:.2f}", fit.shift_share);
    finding.detail = {
        fmt::format(
            "{}: measured against {} known places the list is off by {:.2f} of the GCJ-02 shift; if it comes "
            "from a web map such as AMap, set datum = \"gcj02\".",
            source, fit.matches, fit.shift_share),
        fmt::format(
            "{}：与 {} 个已知地点对照，整份名单的偏移为 GCJ-02 偏移量的 {:.2f} 倍；如取自高德等网络地图，"
            "请设置 datum = \"gcj02\"。",
            source, fit.matches, fit.shift_share)};
    findings.add(std::move(finding));
}

}  // namespace

std::vector<Facility> read_facilities(features::FeatureSource& source, const FacilityOptions& options,
                                      const demand::Zones& zones, std::span<const KnownPlace> known,
                                      features::FindingSink& findings, Progress& progress) {
    std::vector<Facility> facilities = FacilityReader{source, options, zones, findings}.read(progress);
    const geo::Datum declared = options.coordinates.datum;
    if (declared == geo::Datum::wgs84 || declared == geo::Datum::cgcs2000) {
        judge_list(source.name(), facilities, known, findings);
    }
    return facilities;
}

}  // namespace yiquan::intake
