// SPDX-License-Identifier: MIT
#include "core/io/locate/inputs.hpp"

#include <fmt/format.h>

#include <memory>
#include <string_view>
#include <unordered_map>

#include "core/base/error.hpp"
#include "core/coverage/air_costs.hpp"
#include "core/geo/geodesic.hpp"
#include "core/index/polygon_locator.hpp"
#include "core/intake/read_demand.hpp"
#include "core/intake/read_facilities.hpp"
#include "core/intake/read_zones.hpp"
#include "core/io/files/sha256.hpp"
#include "core/io/files/source_path.hpp"
#include "core/io/locate/orlib_graph.hpp"
#include "core/io/locate/tables.hpp"
#include "core/io/tables/table.hpp"

namespace yiquan::io {
namespace {

constexpr Metres same_site{50.0};
constexpr std::string_view elsewhere_mark = "#existing";  // behind an id that is another site's

/// Parts of the reading.
constexpr double demand_read = 0.5;
constexpr double candidates_read = 0.7;
constexpr double list_share = 0.05;  // of each list of existing sites
constexpr double costs_read = 0.8;

class SitingReader {
public:
    SitingReader(const SitingInputs& inputs, Progress& progress) : inputs_(inputs), progress_(progress) {}

    SitingData read() {
        if (!inputs_.orlib.empty()) {
            ProgressSlice reading(progress_, 0.0, costs_read);
            GraphProblem graph = read_orlib_graph(inputs_.orlib, reading);
            problem() = std::move(graph.problem);
            data_.count = graph.count;
            record("orlib", inputs_.orlib, problem().demand.size());
        } else if (!inputs_.matrix.empty()) {
            ProgressSlice reading(progress_, 0.0, costs_read);
            CostMatrix matrix = read_cost_matrix(inputs_.matrix, reading);
            problem() = std::move(matrix.problem);
            record("matrix", inputs_.matrix, matrix.rows);
        } else {
            read_places();
        }
        // A site that may close and stands in both lists stays.
        mark(siting::Mark::may_close, "may_close", inputs_.may_close, "--may-close");
        mark(siting::Mark::stays, "existing", inputs_.existing, "--existing");
        mark(siting::Mark::forced, "forced", inputs_.forced, "--forced");
        mark(siting::Mark::forbidden, "forbidden", inputs_.forbidden, "--forbidden");
        if (!inputs_.weights.empty()) {
            record("weights", inputs_.weights, read_weights(inputs_.weights, problem().demand));
        }
        if (!inputs_.zones.empty()) read_zones();
        if (!inputs_.sites.empty()) record("sites", inputs_.sites, read_site_table(inputs_.sites, problem()));
        progress_.step(1.0);
        return std::move(data_);
    }

private:
    siting::Problem& problem() { return data_.problem; }
    void record(std::string_view role, const std::string& path, std::uint64_t rows) {
        data_.inputs.push_back({std::string{role}, path, sha256_of(path), rows});
    }

    void read_places() {
        intake::DemandOptions options;
        options.coordinates.datum = inputs_.datum;
        const auto table = open_table(inputs_.demand);
        ProgressSlice reading(progress_, 0.0, demand_read);
        demand::DemandPoints points = intake::read_demand(*table, options, data_.findings, reading);
        siting::Demand& demand = problem().demand;
        demand.weights = std::move(points.weights);
        demand.ids = std::move(points.ids);
        demand.names = std::move(points.names);
        demand.places = std::move(points.places);
        record("demand", inputs_.demand, demand.size());
        ProgressSlice reading_candidates(progress_, demand_read, candidates_read);
        record("candidates", inputs_.candidates, read_sites(inputs_.candidates, reading_candidates).size());
        candidates_ = problem().sites.size();
        double from = candidates_read;
        for (auto* list : {&existing_, &may_close_}) {
            const bool existing = list == &existing_;
            const std::string& path = existing ? inputs_.existing : inputs_.may_close;
            if (!is_file(path)) continue;
            ProgressSlice reading_list(progress_, from, from + list_share);
            *list = read_sites(path, reading_list);
            from += list_share;
            record(existing ? "existing" : "may_close", path, (*list)->size());
        }
        std::vector<geo::LonLat> places;
        for (const siting::Site& site : problem().sites) places.push_back(*site.place);
        problem().costs = std::make_shared<coverage::AirCosts>(demand.places, std::move(places));
    }
    /// \return the ids of the list's sites, as the problem knows them
    std::vector<std::string> read_sites(const std::string& path, Progress& progress) {
        intake::FacilityOptions options;
        options.coordinates.datum = inputs_.datum;
        options.keep_duplicates = true;
        const auto table = open_table(path);
        std::vector<std::string> ids;
        for (coverage::Facility& site :
             intake::read_facilities(*table, options, {}, {}, data_.findings, progress)) {
            const auto known = number_.find(site.id);
            const bool again =
                known != number_.end() &&
                geo::geodesic_distance(*problem().sites[known->second].place, site.place) <= same_site;
            if (known != number_.end() && !again) tell_apart(table->name(), site);
            if (again && known->second < candidates_) problem().sites[known->second].place = site.place;
            ids.push_back(site.id);
            if (!number_.try_emplace(site.id, problem().sites.size()).second) continue;
            siting::Site& mine = problem().sites.emplace_back();
            mine.id = std::move(site.id);
            mine.name = std::move(site.name);
            mine.place = site.place;
        }
        return ids;
    }
    /// Lists without an id column number their rows, so that one id may well mean two places.
    void tell_apart(const std::string& source, coverage::Facility& site) {
        std::string id = fmt::format("{}{}", site.id, elsewhere_mark);
        while (number_.contains(id)) id += "'";
        data_.findings.add(
            {.kind = features::FindingKind::duplicate,
             .action = features::Action::corrected,
             .source = source,
             .row = site.row,
             .field = "id",
             .value = site.id,
             .detail = {fmt::format("{}, row {}: id \"{}\" is that of another site more than 50 m away; "
                                    "here it is called \"{}\".",
                                    source, site.row, site.id, id),
                        fmt::format("{} 第 {} 行：编号“{}”与另一处 50 米以外的站点相同；此处改称“{}”。",
                                    source, site.row, site.id, id)},
             .where = site.place});
        site.id = std::move(id);
    }

    void mark(siting::Mark mark, std::string_view role, const std::string& text, std::string_view option) {
        const auto& listed = mark == siting::Mark::stays ? existing_ : may_close_;
        const bool places = mark == siting::Mark::stays || mark == siting::Mark::may_close;
        if (places && listed) {
            siting::mark_sites(problem(), mark, *listed, option);
            return;
        }
        const std::vector<std::string> ids = read_ids(text);
        siting::mark_sites(problem(), mark, ids, option);
        if (is_file(text)) record(role, text, ids.size());
    }

    void read_zones() {
        const auto table = open_table(inputs_.zones);
        if (!table->has_geometry()) {
            record("zones", inputs_.zones, read_demand_zones(inputs_.zones, problem().demand));
            return;
        }
        siting::Demand& demand = problem().demand;
        if (demand.places.empty()) {
            throw Error{ErrorKind::usage,
                        {fmt::format("{}: holds polygons, but demand of a matrix has no places; give a table "
                                     "with the columns id and zone.",
                                     table->name()),
                         fmt::format("{}：是面图层，而矩阵中的需求没有位置；请给出含 id 和 zone 列的表。",
                                     table->name())}};
        }
        ProgressSlice reading(progress_, costs_read, 1.0);
        demand.zones = intake::read_zones(*table, {}, data_.findings, reading);
        record("zones", inputs_.zones, demand.zones.size());
        std::vector<geo::MultiPolygon> shapes;
        for (demand::Zone& zone : demand.zones) shapes.push_back(std::move(zone.shape));
        const index::PolygonLocator locator(shapes);
        for (std::size_t d = 0; d < demand.size(); ++d) {
            demand.zone.push_back(locator.locate(demand.places[d]));
            if (demand.zone.back() == demand::no_zone) tell_outside(d);
        }
    }
    void tell_outside(std::size_t d) {
        const siting::Demand& demand = problem().demand;
        const double weight = demand.weights[d].value();
        data_.findings.add(
            {.kind = features::FindingKind::outside_zones,
             .action = features::Action::kept,
             .source = parse_source_path(inputs_.demand).short_name(),
             .row = std::nullopt,
             .field = {},
             .value = demand.ids[d],
             .detail = {fmt::format("Demand point {} (weight {}) lies in no zone; it counts in the total and "
                                    "under \"outside\".",
                                    demand.ids[d], weight),
                        fmt::format("需求点 {}（权重 {}）不在任何统计单元内，计入合计与“单元之外”。",
                                    demand.ids[d], weight)},
             .where = demand.places[d]});
    }

    const SitingInputs& inputs_;
    Progress& progress_;
    SitingData data_;
    std::unordered_map<std::string, std::size_t> number_;  // of sites with places, by id
    std::size_t candidates_ = 0;                           // that were read; existing sites come after them
    std::optional<std::vector<std::string>> existing_;     // ids of lists with places
    std::optional<std::vector<std::string>> may_close_;
};

[[noreturn]] void refuse(const char* en, const char* zh) {
    throw Error{ErrorKind::usage, {en, zh}};
}

}  // namespace

void SitingInputs::check() const {
    const bool lists = !candidates.empty() || !demand.empty();
    const int sources = (matrix.empty() ? 0 : 1) + (orlib.empty() ? 0 : 1) + (lists ? 1 : 0);
    if (sources > 1) {
        refuse("--matrix, --orlib, and --candidates with --demand cannot be used together; keep one.",
               "--matrix、--orlib 与 --candidates/--demand 不能同时使用，请保留其一。");
    }
    if (has_places() && (candidates.empty() || demand.empty())) {
        refuse("Give --matrix, --orlib, or --candidates with --demand.",
               "请给出 --matrix 或 --orlib，或同时给出 --candidates 与 --demand。");
    }
}

InputFiles SitingInputs::files() const {
    InputFiles files;
    for (const std::string* input : {&matrix, &orlib, &candidates, &demand, &existing, &may_close, &forced,
                                     &forbidden, &weights, &zones, &sites}) {
        if (is_file(*input)) files.add(*input);
    }
    return files;
}

std::string_view id_in_list(std::string_view site) {
    const std::size_t mark = site.rfind(elsewhere_mark);
    if (mark == std::string_view::npos) return site;
    const bool last = site.find_first_not_of('\'', mark + elsewhere_mark.size()) == std::string_view::npos;
    return last ? site.substr(0, mark) : site;
}

SitingData read_siting_inputs(const SitingInputs& inputs, Progress& progress) {
    inputs.check();
    return SitingReader{inputs, progress}.read();
}

}  // namespace yiquan::io
