// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::features {

/// What was done about a fault in the user's data.
enum class Action {
    kept,       ///< used as it is
    corrected,  ///< used after a certain correction
    left_out,   ///< not used
};

/// Kinds of faults; the order is that of `finding_kinds`.
enum class FindingKind {
    missing_coordinates,
    not_a_number,
    zero_coordinates,
    off_earth,
    swapped_coordinates,
    metres_not_degrees,
    outside_zones,
    other_county,
    duplicate,
    near_duplicate,
    looks_like_gcj02,
    missing_weight,
    unreadable_hours,
    unknown_hours,
    none_admitted,
    missing_name,
    repaired_zone,
    overlapping_zones,
    empty_geometry,
    no_value_cell,
    missing_people,
    repaired_shape,
    unreadable_value,
    same_name,
};

struct FindingKindInfo {
    FindingKind kind;
    std::string_view id;  ///< stable name in files
    std::string_view en;
    std::string_view zh;
};

/// One row per kind, in the order of the enumeration.
inline constexpr std::array finding_kinds{
    FindingKindInfo{FindingKind::missing_coordinates, "missing_coordinates", "no coordinates", "缺少坐标"},
    FindingKindInfo{FindingKind::not_a_number, "not_a_number", "coordinate is not a number", "坐标不是数字"},
    FindingKindInfo{FindingKind::zero_coordinates, "zero_coordinates", "coordinate is zero", "坐标为零"},
    FindingKindInfo{FindingKind::off_earth, "off_earth", "coordinates that cannot lie on Earth",
                    "坐标超出经纬度范围"},
    FindingKindInfo{FindingKind::swapped_coordinates, "swapped_coordinates", "longitude and latitude swapped",
                    "经纬度颠倒"},
    FindingKindInfo{FindingKind::metres_not_degrees, "metres_not_degrees",
                    "metres where degrees are expected", "应为度而填成了米"},
    FindingKindInfo{FindingKind::outside_zones, "outside_zones", "outside every zone", "不在任何统计单元内"},
    FindingKindInfo{FindingKind::other_county, "other_county", "lies in another county than the list says",
                    "所在县与名单不符"},
    FindingKindInfo{FindingKind::duplicate, "duplicate", "listed twice", "重复登记"},
    FindingKindInfo{FindingKind::near_duplicate, "near_duplicate", "same name within 50 m", "50 米内同名"},
    FindingKindInfo{FindingKind::looks_like_gcj02, "looks_like_gcj02",
                    "list fits known places better as GCJ-02", "整份名单更像 GCJ-02 坐标"},
    FindingKindInfo{FindingKind::missing_weight, "missing_weight", "no weight, counted as zero",
                    "缺少权重，按零计"},
    FindingKindInfo{FindingKind::unreadable_hours, "unreadable_hours", "opening hours cannot be read",
                    "开放时间无法识别"},
    FindingKindInfo{FindingKind::unknown_hours, "unknown_hours", "opening hours unknown", "开放时间未填"},
    FindingKindInfo{FindingKind::none_admitted, "none_admitted", "the filter leaves no facility",
                    "筛选后没有剩下任何设施"},
    FindingKindInfo{FindingKind::missing_name, "missing_name", "no name", "缺少名称"},
    FindingKindInfo{FindingKind::repaired_zone, "repaired_zone", "zone was not a valid polygon",
                    "统计单元图形有误"},
    FindingKindInfo{FindingKind::overlapping_zones, "overlapping_zones", "zones overlap", "统计单元相互重叠"},
    FindingKindInfo{FindingKind::empty_geometry, "empty_geometry", "no polygon", "没有面图形"},
    FindingKindInfo{FindingKind::no_value_cell, "no_value_cell", "raster cell without a usable value",
                    "栅格像元没有可用数值"},
    FindingKindInfo{FindingKind::missing_people, "missing_people", "no head count, counted as one",
                    "缺少人数，按一人计"},
    FindingKindInfo{FindingKind::repaired_shape, "repaired_shape", "polygon was not valid", "面图形有误"},
    FindingKindInfo{FindingKind::unreadable_value, "unreadable_value", "value cannot be read",
                    "数值无法识别"},
    FindingKindInfo{FindingKind::same_name, "same_name", "one name, perhaps several places",
                    "同名，可能不是同一处"},
};

[[nodiscard]] constexpr const FindingKindInfo& info(FindingKind kind) {
    return finding_kinds[static_cast<std::size_t>(kind)];
}

/// One fault in the user's data.
struct Finding {
    FindingKind kind{};
    Action action = Action::kept;
    std::string source;                ///< file or layer, as messages call it
    std::optional<std::uint64_t> row;  ///< as the user counts; none for the whole source
    std::string field;
    std::string value;
    Message detail;  ///< what is wrong and what was done, one sentence
    std::optional<geo::LonLat> where;
};

/// Takes findings as they are met, in row order of each source.
class FindingSink {
public:
    virtual ~FindingSink() = default;
    virtual void add(Finding finding) = 0;
};

/// Keeps findings in memory: all are counted, and of each kind the first `most_listed` are listed.
class FindingList final : public FindingSink {
public:
    static constexpr std::uint64_t most_listed = 100'000;

    void add(Finding finding) override {
        std::uint64_t& count = counts_[static_cast<std::size_t>(finding.kind)];
        if (++count <= most_listed) list_.push_back(std::move(finding));
    }

    [[nodiscard]] const std::vector<Finding>& list() const { return list_; }
    [[nodiscard]] std::uint64_t count(FindingKind kind) const {
        return counts_[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] std::uint64_t count() const {
        std::uint64_t total = 0;
        for (const std::uint64_t of_kind : counts_) total += of_kind;
        return total;
    }

private:
    std::vector<Finding> list_;
    std::array<std::uint64_t, finding_kinds.size()> counts_{};
};

}  // namespace yiquan::features
