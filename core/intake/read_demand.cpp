// SPDX-License-Identifier: MIT
#include "core/intake/read_demand.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/intake/row_message.hpp"

namespace yiquan::intake {
namespace {

using demand::DemandPoints;
using features::Action;
using features::FindingKind;

/// Says in each finding about a row that is left out how much weight goes with it.
class NamingWeight final : public features::FindingSink {
public:
    NamingWeight(features::FindingSink& next, Persons weight) : next_(next), weight_(weight) {}

    void add(features::Finding finding) override {
        if (finding.action == Action::left_out) {
            finding.detail.en += fmt::format(" Its weight of {} is not counted.", weight_.value());
            finding.detail.zh += fmt::format("其权重 {} 未计入。", weight_.value());
        }
        next_.add(std::move(finding));
    }

private:
    features::FindingSink& next_;
    Persons weight_;
};

/// A point that equals an earlier one in id, name, place and weight.
struct Repeat {
    std::uint32_t point;
    std::uint32_t first;
};

std::uint32_t hash(const DemandPoints& points, std::size_t i) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    std::uint64_t h = std::bit_cast<std::uint64_t>(points.places[i].lon) * odd;
    h = (std::rotl(h, 29) ^ std::bit_cast<std::uint64_t>(points.places[i].lat)) * odd;
    h = (std::rotl(h, 29) ^ std::hash<std::string>{}(points.ids[i])) * odd;
    h = (std::rotl(h, 29) ^ static_cast<std::uint64_t>(points.weights[i].ticks())) * odd;
    return static_cast<std::uint32_t>(h >> 32U);
}

/// In the order of the points. Equal points have equal hashes, so sorting brings them together; unlike a hash
/// table this walks through memory in order, which makes a million points some 100 ms faster.
std::vector<Repeat> repeats(const DemandPoints& points) {
    const auto same = [&](std::uint32_t a, std::uint32_t b) {
        return points.places[a] == points.places[b] && points.weights[a] == points.weights[b] &&
               points.ids[a] == points.ids[b] && points.names[a] == points.names[b];
    };
    constexpr unsigned hash_shift = 32;
    std::vector<std::uint64_t> keys(points.size());  // hash above, number of the point below
    for (std::size_t i = 0; i < keys.size(); ++i) {
        keys[i] = (std::uint64_t{hash(points, i)} << hash_shift) | i;
    }
    std::sort(keys.begin(), keys.end());
    std::vector<Repeat> found;
    std::vector<std::uint32_t> firsts;  // of the hash at hand
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i > 0 && keys[i] >> hash_shift != keys[i - 1] >> hash_shift) firsts.clear();
        const auto point = static_cast<std::uint32_t>(keys[i]);
        const auto first =
            std::find_if(firsts.begin(), firsts.end(), [&](std::uint32_t f) { return same(f, point); });
        if (first == firsts.end()) {
            firsts.push_back(point);
        } else {
            found.push_back({point, *first});
        }
    }
    std::sort(found.begin(), found.end(), [](const Repeat& a, const Repeat& b) { return a.point < b.point; });
    return found;
}

class DemandReader {
public:
    DemandReader(features::FeatureSource& source, const DemandOptions& options,
                 features::FindingSink& findings)
        : source_(source),
          findings_(findings),
          locator_(source, options.columns, options.coordinates),
          weight_(find_column(source, Meaning::weight, options.columns.weight)),
          id_(find_column(source, Meaning::id, options.columns.id)),
          name_(find_column(source, Meaning::name, options.columns.name)) {}

    DemandPoints read(Progress& progress) {
        constexpr std::uint64_t rows_between_reports = 65'536;
        const std::uint64_t size = source_.size().value_or(0);
        reserve(size);
        std::uint64_t rows = 0;
        while (source_.next()) {
            if (++rows % rows_between_reports == 0) {
                progress.step(size > 0 ? std::min(1.0, static_cast<double>(rows) / static_cast<double>(size))
                                       : 0.0);
            }
            const Persons weight = read_weight();
            NamingWeight naming{findings_, weight};
            if (const auto place = locator_.locate(source_, naming)) take(*place, weight);
        }
        if (rows == 0) {
            throw Error{
                ErrorKind::input,
                {fmt::format("{}: the table has no rows; give one demand point per row.", source_.name()),
                 fmt::format("{}：表中没有数据行；请每行填写一个需求点。", source_.name())}};
        }
        if (points_.size() == 0) {
            throw Error{
                ErrorKind::input,
                {fmt::format("{}: none of the {} rows has usable coordinates; check the coordinate columns, "
                             "datum and crs.",
                             source_.name(), rows),
                 fmt::format("{}：{} 行中没有一行坐标可用；请核对坐标列以及 datum、crs 的设置。",
                             source_.name(), rows)}};
        }
        report_repeats();
        for (std::size_t i = 0; i < points_.size(); ++i) {
            if (points_.ids[i].empty()) points_.ids[i] = fmt::format_int(rows_[i]).str();
        }
        return std::move(points_);
    }

private:
    void reserve(std::uint64_t size) {
        constexpr std::uint64_t most = 20'000'000;  // a source may promise anything
        const auto count = static_cast<std::size_t>(std::min(size, most));
        points_.places.reserve(count);
        points_.weights.reserve(count);
        points_.ids.reserve(count);
        points_.names.reserve(count);
        rows_.reserve(count);
    }

    Persons read_weight() {
        const features::Value cell = weight_ ? source_.value(*weight_) : features::Value{std::int64_t{1}};
        if (features::is_blank(cell)) {
            report(FindingKind::missing_weight, source_.row(), weight_, {},
                   {fmt::format("{} is empty; the point counts as zero.", weight_field()),
                    fmt::format("{} 未填；该点按零计。", weight_field())},
                   std::nullopt);
            return {};
        }
        const std::optional<double> number = features::to_number(cell);
        if (!number || std::isnan(*number)) refuse(cell, "is not a number", "不是数字");
        if (*number < 0.0) refuse(cell, "is negative", "为负数");
        if (!std::isfinite(*number) || *number > Persons::largest) refuse(cell, "is too large", "过大");
        const Persons weight = Persons::nearest(*number);
        total_ += weight;
        if (total_.value() > Persons::largest) {
            throw Error{
                ErrorKind::input,
                {fmt::format(
                     "{}, row {}: the weights up to here sum to more than {:.0f}, which is too many to "
                     "count exactly; give {} in a larger unit.",
                     source_.name(), source_.row(), Persons::largest, weight_field()),
                 fmt::format(
                     "{} 第 {} 行：到此为止的权重合计已超过 {:.0f}，无法精确计数；请为 {} 换用更大的单位。",
                     source_.name(), source_.row(), Persons::largest, weight_field())}};
        }
        return weight;
    }

    [[nodiscard]] std::string_view weight_field() const {
        return weight_ ? std::string_view{source_.fields()[*weight_].name} : "weight";
    }

    [[noreturn]] void refuse(const features::Value& cell, std::string_view why_en,
                             std::string_view why_zh) const {
        const std::string value = shown(features::to_text(cell));
        const Message message = row_message(
            source_,
            fmt::format("{} = \"{}\" {}; give zero or a positive number.", weight_field(), value, why_en),
            fmt::format("{} = “{}”{}；请填写不小于零的数。", weight_field(), value, why_zh));
        throw Error{ErrorKind::input, message};
    }

    void report(FindingKind kind, std::uint64_t row, std::optional<std::size_t> column, std::string value,
                const Message& what, std::optional<geo::LonLat> where) {
        features::Finding finding;
        finding.kind = kind;
        finding.source = source_.name();
        finding.row = row;
        if (column) finding.field = source_.fields()[*column].name;
        finding.value = std::move(value);
        finding.detail = row_message(source_, row, what.en, what.zh);
        finding.where = where;
        findings_.add(std::move(finding));
    }

    void take(geo::LonLat place, Persons weight) {
        points_.places.push_back(place);
        points_.weights.push_back(weight);
        points_.ids.push_back(id_ ? features::to_text(source_.value(*id_)) : std::string{});
        points_.names.push_back(name_ ? features::to_text(source_.value(*name_)) : std::string{});
        rows_.push_back(source_.row());
    }

    void report_repeats() {
        for (const Repeat& repeat : repeats(points_)) {
            const std::uint64_t first = rows_[repeat.first];
            const std::string& name = points_.names[repeat.point];
            report(FindingKind::duplicate, rows_[repeat.point], name_ ? name_ : id_,
                   shown(name.empty() ? points_.ids[repeat.point] : name),
                   {fmt::format("the point equals row {} in id, name, place and weight; both are counted.",
                                first),
                    fmt::format("该点与第 {} 行的编号、名称、位置和权重都相同；两行都计入。", first)},
                   points_.places[repeat.point]);
        }
    }

    features::FeatureSource& source_;
    features::FindingSink& findings_;
    RowLocator locator_;
    std::optional<std::size_t> weight_, id_, name_;
    DemandPoints points_;
    std::vector<std::uint64_t> rows_;
    Persons total_;
};

}  // namespace

DemandPoints read_demand(features::FeatureSource& source, const DemandOptions& options,
                         features::FindingSink& findings, Progress& progress) {
    return DemandReader{source, options, findings}.read(progress);
}

}  // namespace yiquan::intake
