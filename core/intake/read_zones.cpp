// SPDX-License-Identifier: MIT
#include "core/intake/read_zones.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/geo/area.hpp"
#include "core/geo/overlay.hpp"
#include "core/intake/columns.hpp"
#include "core/intake/meeting_pairs.hpp"
#include "core/intake/row_message.hpp"
#include "core/intake/shape_reader.hpp"

namespace yiquan::intake {
namespace {

using demand::Zone;
using demand::Zones;
using features::Action;
using features::Finding;
using features::FindingKind;

[[noreturn]] void refuse(const std::string& en, const std::string& zh) {
    throw Error{ErrorKind::input, {en, zh}};
}

const std::string& required_crs(const features::FeatureSource& source, const ZoneOptions& options) {
    if (!source.has_geometry()) {
        refuse(fmt::format("{}: the zones have no polygons; give a polygon layer.", source.name()),
               fmt::format("{}：统计单元没有面图形；请提供面图层。", source.name()));
    }
    const std::string& crs = options.crs.empty() ? source.crs() : options.crs;
    if (crs.empty()) {
        refuse(
            fmt::format(
                "{}: the zones have no coordinate reference system; set crs = \"EPSG:4490\" in [zones] for "
                "degrees, or the code of their grid.",
                source.name()),
            fmt::format("{}：统计单元没有坐标参考系；经纬度请在 [zones] 中设置 crs = \"EPSG:4490\"，"
                        "平面坐标请设置相应代码。",
                        source.name()));
    }
    return crs;
}

/// A zone and the rows that it was met in.
struct Draft {
    Zone zone;
    bool by_name = false;  ///< its rows have no code
    std::vector<std::uint64_t> rows;
    std::optional<Zone> other;  ///< of another name or parent, in a row of the same code

    [[nodiscard]] bool joined() const { return rows.size() > 1; }
};

std::string full_name(const Zone& zone) {
    return zone.parent.empty() ? zone.name : zone.parent + ' ' + zone.name;
}

/// Two rows may leave a name or a parent blank and be of one zone.
bool contradict(const Zone& a, const Zone& b) {
    const auto differ = [](const std::string& x, const std::string& y) {
        return !x.empty() && !y.empty() && x != y;
    };
    return differ(a.name, b.name) || differ(a.parent, b.parent);
}

class ZoneReader {
public:
    ZoneReader(features::FeatureSource& source, const ZoneOptions& options, features::FindingSink& findings)
        : source_(source),
          findings_(findings),
          reader_(source, required_crs(source, options), geo::Datum::wgs84, "[zones]"),
          code_(find_column(source, Meaning::code, options.code)),
          name_(find_column(source, Meaning::name, options.name)),
          parent_(find_column(source, Meaning::parent, options.parent)),
          note_(find_column(source, Meaning::note, options.note)) {
        if (code_ || name_) return;
        refuse(fmt::format("{}: no code or name column was found among {}; set code and name in [zones].",
                           source.name(), column_list(source, ", ")),
               fmt::format("{}：在列 {} 中找不到代码列或名称列；请在 [zones] 中设置 code 和 name。",
                           source.name(), column_list(source, "、")));
    }

    Zones read(Progress& progress) {
        bool any_row = false;
        while (source_.next()) {
            progress.check();
            any_row = true;
            read_row();
        }
        if (!any_row) {
            refuse(fmt::format("{}: there are no zones in it; give one polygon per zone.", source_.name()),
                   fmt::format("{}：其中没有统计单元；请为每个单元提供一个面。", source_.name()));
        }
        if (drafts_.empty()) {
            refuse(fmt::format("{}: none of the rows holds a polygon; give a polygon layer.", source_.name()),
                   fmt::format("{}：没有一行含有面图形；请提供面图层。", source_.name()));
        }
        give_codes();
        for (Draft& draft : drafts_) {
            tell_joined(draft);
            if (draft.joined()) draft.zone.shape = geo::union_of(std::array{draft.zone.shape});
            draft.zone.area = geo::area(draft.zone.shape);
        }
        std::stable_sort(drafts_.begin(), drafts_.end(),
                         [](const Draft& a, const Draft& b) { return a.zone.code < b.zone.code; });
        part_overlaps(progress);
        Zones zones;
        for (Draft& draft : drafts_) zones.push_back(std::move(draft.zone));
        return zones;
    }

private:
    [[nodiscard]] std::string text(std::optional<std::size_t> column) const {
        if (!column) return {};
        return std::string{features::trimmed(features::to_text(source_.value(*column)))};
    }

    void read_row() {
        Zone zone{text(code_), text(name_), text(parent_), text(note_), {}, {}};
        if (zone.code.empty() && zone.name.empty()) zone.code = fmt::format("{}", source_.row());
        const features::RawGeometry geometry = source_.geometry();
        if (const auto* polygons = std::get_if<features::RawPolygons>(&geometry))
            zone.shape = reader_.polygons(*polygons);
        if (!zone.shape.empty()) repair(zone);
        if (zone.shape.empty()) {
            report(FindingKind::empty_geometry, Action::left_out, zone,
                   {fmt::format("zone \"{}\" has no polygon; it was left out.", shown(zone.name)),
                    fmt::format("统计单元“{}”没有面图形；未采用。", shown(zone.name))});
            return;
        }
        // Without a code it is name and parent that tell zones apart: two cities have a district 鼓楼区.
        const bool by_name = zone.code.empty();
        const Key key = by_name ? Key{"", zone.name, zone.parent} : Key{zone.code, "", ""};
        const auto [known, is_new] = draft_of_.try_emplace(key, drafts_.size());
        if (is_new) {
            drafts_.push_back({std::move(zone), by_name, {source_.row()}, std::nullopt});
            return;
        }
        Draft& draft = drafts_[known->second];
        draft.rows.push_back(source_.row());
        if (!draft.other && contradict(draft.zone, zone)) {
            draft.other = Zone{zone.code, zone.name, zone.parent, {}, {}, {}};
        }
        if (draft.zone.name.empty()) draft.zone.name = zone.name;
        if (draft.zone.parent.empty()) draft.zone.parent = zone.parent;
        std::move(zone.shape.parts.begin(), zone.shape.parts.end(),
                  std::back_inserter(draft.zone.shape.parts));
    }

    /// A zone without a code is called by its name, and where several have it, with the parent in front.
    void give_codes() {
        std::map<std::string, std::size_t> named;
        std::set<std::string> codes;
        std::vector<Draft*> without;
        for (Draft& draft : drafts_) {
            if (draft.zone.name.empty()) draft.zone.name = draft.zone.code;
            if (!draft.by_name) {
                codes.insert(draft.zone.code);
                continue;
            }
            ++named[draft.zone.name];
            without.push_back(&draft);
        }
        std::sort(without.begin(), without.end(), [](const Draft* a, const Draft* b) {
            return std::tie(a->zone.name, a->zone.parent) < std::tie(b->zone.name, b->zone.parent);
        });
        for (Draft* draft : without) {
            Zone& zone = draft->zone;
            zone.code = named[zone.name] == 1 ? zone.name : full_name(zone);
            while (!codes.insert(zone.code).second) zone.code += '#';
        }
    }

    /// Rows that count as one zone for no better reason than a name, or in spite of one.
    void tell_joined(const Draft& draft) {
        const Zone& zone = draft.zone;
        const bool by_name_alone = draft.by_name && zone.parent.empty();
        if (!draft.joined() || (!by_name_alone && !draft.other)) return;
        const std::string& source = source_.name();
        const std::uint64_t row = draft.rows[1];
        Finding finding;
        finding.kind = FindingKind::same_name;
        finding.source = source;
        finding.row = row;
        finding.value = zone.code;
        if (draft.other) {
            const std::string one = shown(full_name(zone));
            const std::string other = shown(full_name(*draft.other));
            finding.detail = {
                fmt::format(
                    "{}, row {}: code \"{}\" stands for \"{}\" and for \"{}\"; their land counts as "
                    "one zone of the first name; if they are two, set code in [zones] to a column that "
                    "tells them apart.",
                    source, row, shown(zone.code), one, other),
                fmt::format(
                    "{} 第 {} 行：代码“{}”既是“{}”又是“{}”；按前者的名称合为一个统计单元。若为两个单元，"
                    "请在 [zones] 中把 code 设为能区分它们的列。",
                    source, row, shown(zone.code), one, other)};
        } else {
            finding.detail = {
                fmt::format(
                    "{}, row {}: zone \"{}\" has {} rows without code and parent; their land counts as "
                    "one zone; if they are several, add a column code or parent.",
                    source, row, shown(zone.name), draft.rows.size()),
                fmt::format(
                    "{} 第 {} 行：“{}”有 {} 行，没有代码也没有上级单位，合为一个统计单元。若为不同的单元，"
                    "请补充代码列或上级单位列。",
                    source, row, shown(zone.name), draft.rows.size())};
        }
        findings_.add(std::move(finding));
    }

    void repair(Zone& zone) {
        const std::string reason = geo::invalidity(zone.shape);
        if (reason.empty()) return;
        zone.shape = geo::made_valid(zone.shape);
        if (zone.shape.empty()) return;
        report(FindingKind::repaired_zone, Action::corrected, zone,
               {fmt::format("zone \"{}\" was not a valid polygon ({}); it was repaired, check its outline.",
                            shown(zone.name), reason),
                fmt::format("统计单元“{}”的图形有误（{}）；已自动修复，请核对边界。", shown(zone.name),
                            reason)});
    }

    void report(FindingKind kind, Action action, const Zone& zone, const Message& what) {
        Finding finding;
        finding.kind = kind;
        finding.action = action;
        finding.source = source_.name();
        finding.row = source_.row();
        finding.field = "geometry";
        finding.value = zone.code.empty() ? zone.name : zone.code;
        finding.detail = row_message(source_, what.en, what.zh);
        findings_.add(std::move(finding));
    }

    /// Lower codes first, so that a zone gives way to all before it with the shape that those have kept.
    void part_overlaps(Progress& progress) {
        std::vector<geo::MultiPolygon> shapes;
        for (const Draft& draft : drafts_) shapes.push_back(draft.zone.shape);
        for (const auto& [keeper, yielder] : meeting_pairs(shapes)) {
            progress.check();
            part(drafts_[keeper], drafts_[yielder]);
        }
    }

    void part(const Draft& keeper, Draft& yielder) {
        constexpr double sliver_km2 = 0.01;
        constexpr double sliver_share = 1e-6;
        constexpr double least_rest = 0.01;  // share of a zone below which nothing of it is left
        Zone& zone = yielder.zone;
        const geo::MultiPolygon common = geo::intersection(keeper.zone.shape, zone.shape);
        const double km2 = geo::area(common).value();
        const double smaller = std::min(keeper.zone.area.value(), zone.area.value());
        if (km2 == 0.0 || (km2 < sliver_km2 && km2 < sliver_share * smaller)) return;
        const std::string kept = fmt::format("\"{}\" ({})", shown(keeper.zone.name), shown(keeper.zone.code));
        const std::string cut = fmt::format("\"{}\" ({})", shown(zone.name), shown(zone.code));
        const std::string kept_zh =
            fmt::format("“{}”（{}）", shown(keeper.zone.name), shown(keeper.zone.code));
        const std::string cut_zh = fmt::format("“{}”（{}）", shown(zone.name), shown(zone.code));
        geo::MultiPolygon rest = geo::difference(zone.shape, keeper.zone.shape);
        const SquareKilometres rest_area = geo::area(rest);
        if (rest_area.value() < least_rest * zone.area.value()) {
            refuse(
                fmt::format(
                    "{}, row {}: zone {} is covered by {}, so people would count twice; keep one level of "
                    "zones in the file.",
                    source_.name(), yielder.rows.front(), cut, kept),
                fmt::format("{} 第 {} 行：统计单元{}被{}覆盖，人口会重复计算；请在文件中只保留一级统计单元。",
                            source_.name(), yielder.rows.front(), cut_zh, kept_zh));
        }
        Finding finding;
        finding.kind = FindingKind::overlapping_zones;
        finding.action = Action::corrected;
        finding.source = source_.name();
        finding.row = yielder.rows.front();
        finding.field = "geometry";
        finding.value = fmt::format("{}, {}", keeper.zone.code, zone.code);
        finding.detail = {
            fmt::format("{}, row {}: zones {} and {} overlap by {:.3g} km2; the land stays with the first.",
                        source_.name(), yielder.rows.front(), kept, cut, km2),
            fmt::format("{} 第 {} 行：统计单元{}与{}重叠 {:.3g} 平方公里；重叠部分归前者。", source_.name(),
                        yielder.rows.front(), kept_zh, cut_zh, km2)};
        const geo::Box box = geo::bounding_box(common);
        finding.where = geo::LonLat{(box.west + box.east) / 2.0, (box.south + box.north) / 2.0};
        findings_.add(std::move(finding));
        zone.shape = std::move(rest);
        zone.area = rest_area;
    }

    features::FeatureSource& source_;
    features::FindingSink& findings_;
    ShapeReader reader_;
    std::optional<std::size_t> code_, name_, parent_, note_;
    std::vector<Draft> drafts_;
    using Key = std::array<std::string, 3>;  // code; without one, name and parent
    std::map<Key, std::size_t> draft_of_;
};

}  // namespace

Zones read_zones(features::FeatureSource& source, const ZoneOptions& options, features::FindingSink& findings,
                 Progress& progress) {
    return ZoneReader{source, options, findings}.read(progress);
}

}  // namespace yiquan::intake
