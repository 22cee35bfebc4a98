// SPDX-License-Identifier: MIT
#include "core/intake/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"
#include "core/intake/folded_text.hpp"
#include "core/intake/row_message.hpp"

namespace yiquan::intake {
namespace {

using Names = std::span<const std::string_view>;

constexpr auto longitude_names =
    std::to_array<std::string_view>({"lon", "lng", "long", "longitude", "经度", "东经", "gps经度", "经度坐标",
                                     "point_x", "x", "x坐标", "坐标x", "easting", "东坐标", "横坐标"});
constexpr auto latitude_names =
    std::to_array<std::string_view>({"lat", "latitude", "纬度", "北纬", "gps纬度", "纬度坐标", "point_y", "y",
                                     "y坐标", "坐标y", "northing", "北坐标", "纵坐标"});
constexpr auto id_names =
    std::to_array<std::string_view>({"id", "编号", "站点编号", "驿站编号", "点位编号", "网点编号", "编码",
                                     "uid", "uuid", "code", "代码", "no", "fid", "objectid", "序号"});
constexpr auto name_names = std::to_array<std::string_view>(
    {"name", "名称", "站点名称", "驿站名称", "服务站名称", "网点名称", "点位名称", "机构名称", "单位名称",
     "站名", "名字", "地名", "村名", "区县名称", "行政区名称", "县名", "xzqmc", "居民点", "title"});
constexpr auto kind_names = std::to_array<std::string_view>(
    {"kind", "类型", "类别", "种类", "站点类型", "驿站类型", "type", "category"});
constexpr auto county_names = std::to_array<std::string_view>(
    {"county", "区县", "县区", "所属区县", "所在区县", "所属县区", "所在县区", "所属县", "所在县", "县市区",
     "县", "district", "county_code", "区县代码", "县代码", "区划代码", "行政区划代码", "adcode"});
constexpr auto township_names = std::to_array<std::string_view>(
    {"township", "乡镇", "乡", "镇", "所属乡镇", "所在乡镇", "乡镇街道", "乡镇名称", "街道", "town"});
constexpr auto opening_hours_names =
    std::to_array<std::string_view>({"opening_hours", "开放时间", "营业时间", "服务时间", "开放时段",
                                     "运营时间", "工作时间", "hours", "open_hours", "business_hours"});
constexpr auto amenities_names =
    std::to_array<std::string_view>({"amenities", "设施", "配套设施", "服务设施", "设施设备", "配套",
                                     "服务功能", "服务内容", "facilities", "services"});
constexpr auto honours_names =
    std::to_array<std::string_view>({"honours", "honors", "荣誉", "荣誉称号", "最美", "最美驿站", "是否最美",
                                     "是否最美驿站", "honour", "honor"});
constexpr auto weight_names =
    std::to_array<std::string_view>({"weight", "权重", "population", "人口", "人口数", "常住人口", "总人口",
                                     "pop", "人数", "职工人数", "people", "persons", "households", "户数"});
constexpr auto code_names = std::to_array<std::string_view>(
    {"code", "代码", "区划代码", "行政区划代码", "adcode", "gb", "county_code", "区县代码", "县代码", "xzqdm",
     "pac", "编码", "编号", "id", "fid", "objectid"});
constexpr auto parent_names =
    std::to_array<std::string_view>({"parent", "上级", "市州", "prefecture", "地级", "地级市", "所属市州",
                                     "地市", "上级单位", "上级区划", "city", "市", "州"});
constexpr auto note_names =
    std::to_array<std::string_view>({"note", "备注", "说明", "notes", "remark", "remarks", "comment"});
constexpr auto people_names =
    std::to_array<std::string_view>({"people", "人数", "搬迁人数", "人口数", "人口", "家庭人口", "persons",
                                     "population", "headcount", "heads", "pop"});
constexpr auto households_names =
    std::to_array<std::string_view>({"households", "户数", "搬迁户数", "household_count"});
constexpr auto village_names = std::to_array<std::string_view>(
    {"village", "村", "行政村", "村名", "所属村", "所在村", "自然村", "村庄", "村委会"});
constexpr auto farthest_names = std::to_array<std::string_view>(
    {"max_distance_km", "最远距离(公里)", "最远距离", "max_distance", "最大距离", "最远搬迁距离"});
constexpr auto capacity_names =
    std::to_array<std::string_view>({"capacity", "容量", "可安置人数", "安置人数", "安置容量", "容纳人数",
                                     "可容纳人数", "seats", "座位", "名额"});
constexpr auto price_names = std::to_array<std::string_view>(
    {"price", "造价", "建设费用", "投资", "建设投资", "固定费用", "费用", "cost", "fixed_cost"});
constexpr auto verdict_names =
    std::to_array<std::string_view>({"verdict", "筛查结论", "筛选结论", "结论", "是否可用"});

struct MeaningInfo {
    Meaning meaning;
    std::string_view en;
    std::string_view zh;
    Names names;
};

/// In the order of `Meaning`.
constexpr std::array meanings{
    MeaningInfo{Meaning::longitude, "longitude", "经度", longitude_names},
    MeaningInfo{Meaning::latitude, "latitude", "纬度", latitude_names},
    MeaningInfo{Meaning::id, "id", "编号", id_names},
    MeaningInfo{Meaning::name, "name", "名称", name_names},
    MeaningInfo{Meaning::kind, "kind", "类型", kind_names},
    MeaningInfo{Meaning::county, "county", "所属区县", county_names},
    MeaningInfo{Meaning::township, "township", "乡镇", township_names},
    MeaningInfo{Meaning::opening_hours, "opening hours", "开放时间", opening_hours_names},
    MeaningInfo{Meaning::amenities, "amenities", "配套设施", amenities_names},
    MeaningInfo{Meaning::honours, "honours", "荣誉", honours_names},
    MeaningInfo{Meaning::weight, "weight", "权重", weight_names},
    MeaningInfo{Meaning::code, "code", "代码", code_names},
    MeaningInfo{Meaning::parent, "parent unit", "上级单位", parent_names},
    MeaningInfo{Meaning::note, "note", "备注", note_names},
    MeaningInfo{Meaning::people, "head count", "人数", people_names},
    MeaningInfo{Meaning::households, "number of households", "户数", households_names},
    MeaningInfo{Meaning::village, "village", "村", village_names},
    MeaningInfo{Meaning::farthest, "farthest distance", "最远距离", farthest_names},
    MeaningInfo{Meaning::capacity, "capacity", "容量", capacity_names},
    MeaningInfo{Meaning::price, "price", "造价", price_names},
    MeaningInfo{Meaning::verdict, "verdict", "筛查结论", verdict_names},
};

const MeaningInfo& info(Meaning meaning) {
    return meanings[static_cast<std::size_t>(meaning)];
}

struct Heading {
    std::string outside;  ///< what stands outside of brackets
    std::string inside;
};

constexpr std::array<std::string_view, 4> opening{"(", "[", "【", "〔"};
constexpr std::array<std::string_view, 4> closing{")", "]", "】", "〕"};

Heading read_heading(std::string_view name) {
    const std::string text = folded(name);
    std::string_view rest = text;
    Heading heading;
    int depth = 0;
    const auto taken = [&](std::span<const std::string_view> signs) {
        const auto sign =
            std::find_if(signs.begin(), signs.end(), [&](std::string_view s) { return rest.starts_with(s); });
        if (sign == signs.end()) return false;
        rest.remove_prefix(sign->size());
        return true;
    };
    while (!rest.empty()) {
        if (taken(opening)) {
            ++depth;
        } else if (taken(closing)) {
            depth = std::max(0, depth - 1);
        } else {
            const char c = rest.front();
            if (c != '_' && c != '-') (depth > 0 ? heading.inside : heading.outside) += c;
            rest.remove_prefix(1);
        }
    }
    return heading;
}

std::size_t rank_of(const Heading& heading, Names names) {
    for (std::size_t rank = 0; rank < names.size(); ++rank) {
        const std::string name = read_heading(names[rank]).outside;
        if (heading.outside == name || heading.inside == name) return rank;
    }
    return names.size();
}

}  // namespace

std::span<const std::string_view> known_names(Meaning meaning) {
    return info(meaning).names;
}

std::string column_list(const features::FeatureSource& source, std::string_view separator) {
    constexpr std::size_t most = 12;
    std::string list;
    for (std::size_t i = 0; i < source.fields().size(); ++i) {
        if (i > 0) list += separator;
        if (i == most) return list + "…";
        list += shown(source.fields()[i].name, 30);
    }
    return list;
}

std::optional<std::size_t> find_column(const features::FeatureSource& source, Meaning meaning,
                                       std::string_view chosen) {
    const std::vector<features::Field>& fields = source.fields();
    if (chosen.empty()) {
        const Names names = known_names(meaning);
        std::optional<std::size_t> best;
        std::size_t best_rank = names.size();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::size_t rank = rank_of(read_heading(fields[i].name), names);
            if (rank >= best_rank) continue;
            best = i;
            best_rank = rank;
        }
        return best;
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == chosen) return i;
    }
    const std::string wanted = read_heading(chosen).outside;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (read_heading(fields[i].name).outside == wanted) return i;
    }
    constexpr std::size_t longest_sensible_name = 100;
    std::vector<std::string_view> known;
    for (const features::Field& field : fields) {
        if (field.name.size() <= longest_sensible_name) known.push_back(field.name);
    }
    const Message near = suggestion(chosen, known);
    throw Error{
        ErrorKind::input,
        {fmt::format("{}: there is no column \"{}\" for the {}; its columns are: {}.{}", source.name(),
                     shown(chosen), info(meaning).en, column_list(source, ", "), near.en),
         fmt::format("{}：找不到作为{}的列“{}”；现有的列：{}。{}", source.name(), info(meaning).zh,
                     shown(chosen), column_list(source, "、"), near.zh)}};
}

}  // namespace yiquan::intake
