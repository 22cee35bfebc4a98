// SPDX-License-Identifier: MIT
#include "core/io/relocate/lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/decimal.hpp"
#include "core/base/error.hpp"
#include "core/coverage/air_costs.hpp"
#include "core/coverage/table_distances.hpp"
#include "core/intake/folded_text.hpp"
#include "core/intake/locate_row.hpp"
#include "core/intake/row_message.hpp"
#include "core/io/relocate/matrix.hpp"
#include "core/io/tables/inside_points.hpp"
#include "core/io/tables/table_rows.hpp"
#include "core/relocation/village_names.hpp"

namespace yiquan::io {
namespace {

using features::Action;
using features::Finding;
using features::FindingKind;
using intake::Meaning;
using relocation::Household;
using relocation::Problem;
using relocation::Site;

/// Says in each finding about a row that is left out how many go with it.
class NamingLoss final : public features::FindingSink {
public:
    NamingLoss(features::FindingSink& next, Message loss) : next_(next), loss_(std::move(loss)) {}

    void add(Finding finding) override {
        if (finding.action == Action::left_out) {
            finding.detail.en += loss_.en;
            finding.detail.zh += loss_.zh;
        }
        next_.add(std::move(finding));
    }

private:
    features::FindingSink& next_;
    Message loss_;
};

/// Finds places, or none where a matrix makes them needless.
class Places {
public:
    /// \param needed false where a matrix tells the distances
    Places(TableRows& rows, geo::Datum datum, bool needed) : points_(rows.source()), needed_(needed) {
        const bool by_columns = rows.find(Meaning::longitude) && rows.find(Meaning::latitude);
        if (!needed_ && !by_columns && !rows.source().has_geometry()) return;
        intake::CoordinateOptions options;
        options.datum = datum;
        locator_.emplace(points_, intake::ColumnNames{}, options);
    }
    /// \return false where the row cannot be used without a place
    bool locate(std::optional<geo::LonLat>& place, features::FindingSink& findings, const Message& loss) {
        if (!locator_) return true;
        if (!needed_) {
            features::FindingList ignored;
            place = locator_->locate(points_, ignored);
            return true;
        }
        NamingLoss naming(findings, loss);
        place = locator_->locate(points_, naming);
        return place.has_value();
    }

private:
    InsidePoints points_;
    std::optional<intake::RowLocator> locator_;
    bool needed_;
};

void check_some(TableRows& rows, std::size_t read, std::size_t kept) {
    const std::string& name = rows.source().name();
    if (read == 0) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: the list has no rows.", name), fmt::format("{}：名单中没有数据行。", name)}};
    }
    if (kept > 0) return;
    throw Error{ErrorKind::input,
                {fmt::format("{}: none of the {} rows has usable coordinates; check the "
                             "coordinate columns and "
                             "--datum.",
                             name, read),
                 fmt::format("{}：{} 行中没有一行坐标可用；请核对坐标列以及 --datum。", name, read)}};
}

/// In kilometres by its heading; another unit is not guessed.
void check_unit(const TableRows& rows, std::optional<std::size_t> column) {
    if (!column) return;
    const std::string heading = intake::folded(rows.heading(*column));
    for (const std::string_view unit : {"km", "公里", "千米"}) {
        if (heading.find(unit) != std::string::npos) return;
    }
    const std::string& name = rows.heading(*column);
    throw Error{ErrorKind::input,
                {fmt::format("Column \"{}\" does not state its unit; name it max_distance_km.", name),
                 fmt::format("列“{}”没有写明单位；请命名为“最远距离(公里)”。", name)}};
}

class HouseholdReader {
public:
    HouseholdReader(const RelocationLists& lists, features::FindingSink& findings)
        : rows_(lists.households),
          findings_(findings),
          places_(rows_, lists.datum, lists.matrix.empty()),
          id_(rows_.find(Meaning::id)),
          name_(rows_.find(Meaning::name)),
          people_(rows_.find(Meaning::people)),
          count_(rows_.find(Meaning::households)),
          village_(rows_.find(Meaning::village, lists.together)),
          county_(rows_.find(Meaning::county, lists.within)),
          farthest_(rows_.find(Meaning::farthest)) {
        // A column that tells nothing but the village itself does not tell villages
        // apart.
        for (const auto& column : {rows_.find(Meaning::parent), rows_.find(Meaning::county), county_,
                                   rows_.find(Meaning::township)}) {
            if (!column || column == village_) continue;
            if (std::find(above_.begin(), above_.end(), *column) == above_.end()) above_.push_back(*column);
        }
        check_unit(rows_, farthest_);
    }

    [[nodiscard]] const std::string& source() { return rows_.source().name(); }

    std::vector<Household> read(Progress& progress) {
        if (!people_) tell_missing_people();
        std::vector<Household> out;
        std::size_t read = 0;
        constexpr std::size_t rows_between_polls = 65'536;
        while (rows_.next()) {
            if (read++ % rows_between_polls == 0) progress.check();
            Household household = row();
            const Message loss{fmt::format(" Its {} people are not counted.", household.people),
                               fmt::format("其 {} 人未计入。", household.people)};
            if (places_.locate(household.place, findings_, loss)) out.push_back(std::move(household));
        }
        check_some(rows_, read, out.size());
        return out;
    }

private:
    Household row() {
        Household out;
        out.id = rows_.unique_id(id_);
        out.name = rows_.text(name_);
        out.village = rows_.text(village_);
        out.county = rows_.text(county_);
        for (const std::size_t column : above_) {
            const std::string unit = rows_.text(column);
            if (!unit.empty() && !out.above.empty()) out.above += ' ';
            out.above += unit;
        }
        if (people_ && rows_.blank(people_)) tell_blank_people();
        if (!rows_.blank(people_)) out.people = rows_.whole(*people_, 1);
        if (!rows_.blank(count_)) out.households = rows_.whole(*count_, 1);
        constexpr std::uint32_t metres_per_km = 1000;
        if (!rows_.blank(farthest_)) {
            out.farthest =
                coverage::rounded_cost(Metres{shortest_times(rows_.number(*farthest_), metres_per_km)});
        }
        return out;
    }
    void tell_missing_people() {
        Finding finding;
        finding.kind = FindingKind::missing_people;
        finding.source = rows_.source().name();
        finding.detail = {fmt::format("{}: has no column people; every row counts as one.", finding.source),
                          fmt::format("{}：没有人数列；每行按一人计。", finding.source)};
        findings_.add(std::move(finding));
    }
    void tell_blank_people() {
        Finding finding;
        finding.kind = FindingKind::missing_people;
        finding.source = rows_.source().name();
        finding.row = rows_.source().row();
        finding.field = rows_.heading(*people_);
        finding.detail = intake::row_message(
            rows_.source(), fmt::format("{} is empty; the row counts as one.", finding.field),
            fmt::format("{} 未填；该行按一人计。", finding.field));
        findings_.add(std::move(finding));
    }

    TableRows rows_;
    features::FindingSink& findings_;
    Places places_;
    std::optional<std::size_t> id_, name_, people_, count_, village_, county_, farthest_;
    std::vector<std::size_t> above_;  // columns of the units above the village, the largest unit first
};

class SiteReader {
public:
    SiteReader(const RelocationLists& lists, features::FindingSink& findings)
        : rows_(lists.sites),
          findings_(findings),
          places_(rows_, lists.sites_datum.value_or(lists.datum), lists.matrix.empty()),
          id_(rows_.find(Meaning::id)),
          name_(rows_.find(Meaning::name)),
          capacity_(rows_.need(Meaning::capacity)),
          county_(rows_.find(Meaning::county, lists.within)),
          price_(rows_.find(Meaning::price)),
          verdict_(rows_.find(Meaning::verdict)),
          allow_unknown_(lists.allow_unknown) {}

    std::vector<Site> read() {
        std::vector<Site> out;
        std::size_t read = 0;
        while (rows_.next()) {
            ++read;
            Site site = row();
            const Message loss{fmt::format(" Its capacity of {} is not used.", site.capacity),
                               fmt::format("其容量 {} 未采用。", site.capacity)};
            if (places_.locate(site.place, findings_, loss)) out.push_back(std::move(site));
        }
        check_some(rows_, read, out.size());
        return out;
    }

private:
    Site row() {
        Site out;
        out.id = rows_.unique_id(id_);
        out.name = rows_.text(name_);
        out.county = rows_.text(county_);
        if (rows_.blank(capacity_)) {
            rows_.refuse(fmt::format("{} is empty; give how many people the site has room for.",
                                     rows_.heading(capacity_)),
                         fmt::format("{} 未填；请填写该安置点可安置的人数。", rows_.heading(capacity_)));
        }
        out.capacity = rows_.whole(capacity_, 0);
        if (!rows_.blank(price_)) out.price = rows_.amount<Price>(*price_);
        if (verdict_) out.allowed = passes(rows_.text(verdict_));
        return out;
    }

    [[nodiscard]] bool passes(const std::string& verdict) const {
        const std::string word = intake::folded(verdict);
        const auto one_of = [&](std::initializer_list<std::string_view> words) {
            return std::find(words.begin(), words.end(), word) != words.end();
        };
        if (one_of({"pass", "通过", "可用", "是"})) return true;
        if (one_of({"fail", "不通过", "未通过", "不可用", "否"})) return false;
        if (one_of({"unknown", "未知", "无法判断", ""})) return allow_unknown_;
        rows_.refuse(fmt::format("{} = \"{}\" must be pass, fail or unknown.", rows_.heading(*verdict_),
                                 intake::shown(verdict)),
                     fmt::format("{} = “{}”应为 pass、fail 或 unknown。", rows_.heading(*verdict_),
                                 intake::shown(verdict)));
    }

    TableRows rows_;
    features::FindingSink& findings_;
    Places places_;
    std::optional<std::size_t> id_, name_;
    std::size_t capacity_;
    std::optional<std::size_t> county_, price_, verdict_;
    bool allow_unknown_;
};

template <class Placed>
std::vector<geo::LonLat> places_of(const std::vector<Placed>& items) {
    std::vector<geo::LonLat> out;
    for (const Placed& item : items) out.push_back(*item.place);
    return out;
}

}  // namespace

Problem read_relocation(const RelocationLists& lists, features::FindingSink& findings, Progress& progress) {
    Problem problem;
    HouseholdReader households{lists, findings};
    problem.households = households.read(progress);
    problem.sites = SiteReader{lists, findings}.read();
    problem.within_county = !lists.within.empty();
    problem.keep_villages = !lists.together.empty();
    relocation::tell_doubtful_villages(problem, households.source(), findings);
    if (lists.matrix.empty()) {
        problem.costs =
            std::make_shared<coverage::AirCosts>(places_of(problem.households), places_of(problem.sites));
    } else {
        problem.costs = read_relocation_matrix(lists.matrix, problem, progress);
    }
    return problem;
}

}  // namespace yiquan::io
