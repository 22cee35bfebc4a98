// SPDX-License-Identifier: MIT
#include "core/audit/audit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "core/audit/nearest_book.hpp"
#include "core/base/error.hpp"
#include "core/coverage/air_access.hpp"
#include "core/geo/area.hpp"

namespace yiquan::audit {
namespace {

/// The state of one run, step by step in the order of its members' use.
class Run {
public:
    Run(const AuditParams& params, std::span<const coverage::Facility> facilities, const demand::Zones& zones,
        const index::PolygonLocator& locator, const coverage::Access& access)
        : params_(params),
          facilities_(facilities),
          zones_(zones),
          locator_(locator),
          access_(access),
          distances_({access.bands().back(), access.unit()}, zones),
          nearest_(zones) {
        for (const Cost band : access.bands()) books_.emplace_back(CostLimit{band, access.unit()}, zones);
        served_.resize(books_.size(), std::vector<Persons>(facilities.size()));
        result_.facilities.resize(facilities.size());
        for (std::size_t i = 0; i < facilities.size(); ++i) {
            FacilityResult& facility = result_.facilities[i];
            facility.zone = locator.locate(facilities[i].place);
            facility.active = params.filter.admits(facilities[i]);
            if (!facility.active) continue;
            for (LedgerBook& book : books_) book.add_facility(facility.zone);
        }
    }

    void measure_land(Progress& progress) {
        for (std::size_t band = 0; band < books_.size(); ++band) {
            ProgressSlice slice = of_band(progress, band, 1.0);
            const auto covered = access_.covered_land(band, zones_, locator_, slice);
            for (demand::ZoneIndex z = 0; z < zones_.size(); ++z)
                books_[band].set_covered_area(z, covered[z]);
        }
    }

    void draw(Progress& progress) {
        std::vector<coverage::DrawnZone> drawn;
        for (std::size_t band = 0; band < books_.size(); ++band) {
            ProgressSlice slice = of_band(progress, band, 0.8);
            drawn = access_.draw_zones(band, zones_, slice);
            for (demand::ZoneIndex z = 0; z < zones_.size(); ++z) {
                if (drawn[z].covered.empty()) continue;
                result_.covered_land.push_back({z, band, std::move(drawn[z].covered)});
            }
            for (coverage::DrawnArea& area : access_.draw_areas(band, slice))
                result_.service_areas.push_back({area.facility, band, std::move(area.shape), {}, {}});
        }
        ProgressSlice slice(progress, 0.8, 1.0);
        gaps_.emplace(std::move(drawn), access_, params_.threads, slice);
    }

    void serve(const demand::DemandBatch& batch, const DemandVisitor& each, Progress& progress) {
        const coverage::Served served = access_.serve(batch, progress);
        for (std::size_t band = 0; band < books_.size(); ++band) {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                books_[band].add(batch.zones[i], batch.weights[i], served.service(i, band),
                                 served.covering[band][i]);
            }
            for (std::size_t i = 0; i < facilities_.size(); ++i) served_[band][i] += served.within[band][i];
        }
        constexpr std::size_t between_checks = std::size_t{1} << 16U;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (i % between_checks == 0) progress.check();
            const coverage::Service service = served.service(i);
            nearest_.add(batch.zones[i], batch.weights[i], service, served.cost[i]);
            distances_.add(batch.zones[i], batch.weights[i], service, served.cost[i]);
            if (served.only[i] != coverage::no_facility)
                result_.facilities[served.only[i]].only_here += batch.weights[i];
            if (gaps_ && service == coverage::Service::gap)
                gaps_->add(batch.places[i], batch.zones[i], batch.weights[i]);
        }
        if (each) each(batch, served);
    }

    [[nodiscard]] AuditResult finish() {
        result_.distances = distances_.close(zones_);
        if (result_.distances) result_.distances->profile = nearest_.profile();
        for (LedgerBook& book : books_) {
            result_.bands.push_back(book.close(zones_, params_.target_share));
            const std::string fault = imbalance(result_.bands.back());
            if (!fault.empty()) {
                throw Error{ErrorKind::internal,
                            {"The ledger does not balance: " + fault, "台账不平：" + fault}};
            }
        }
        nearest_.enter(zones_, result_.bands);
        for (std::size_t i = 0; i < facilities_.size(); ++i) result_.facilities[i].served = served_.back()[i];
        for (ServiceArea& area : result_.service_areas) {
            area.served = served_[area.band][area.facility];
            area.area = geo::area(area.shape);
        }
        std::sort(result_.service_areas.begin(), result_.service_areas.end(),
                  [](const ServiceArea& a, const ServiceArea& b) {
                      return std::tie(a.band, a.facility) < std::tie(b.band, b.facility);
                  });
        if (gaps_) result_.gaps = std::move(*gaps_).ranked();
        add_station_shares();
        return std::move(result_);
    }

private:
    /// The slice of one band, where a task gets to `to` band by band.
    [[nodiscard]] ProgressSlice of_band(Progress& whole, std::size_t band, double to) const {
        const auto bands = static_cast<double>(books_.size());
        return {whole, std::lerp(0.0, to, static_cast<double>(band) / bands),
                std::lerp(0.0, to, static_cast<double>(band + 1) / bands)};
    }

    void add_station_shares() {
        const StationTargets& targets = params_.standard.station_targets;
        std::uint32_t stations = 0;
        std::uint32_t open = 0;
        std::uint32_t unknown = 0;
        std::uint32_t honoured = 0;
        for (const coverage::Facility& facility : facilities_) {
            if (!params_.filter.of_kinds(facility)) continue;
            ++stations;
            if (!facility.hours) ++unknown;
            if (facility.hours && facility.hours->always_open()) ++open;
            if (facility.honoured) ++honoured;
        }
        const auto share = [&](std::uint32_t part) {
            return static_cast<double>(part) / static_cast<double>(std::max<std::uint32_t>(1, stations));
        };
        if (targets.open_24h_share)
            result_.station_shares.push_back(
                {"open_24h", share(open), *targets.open_24h_share, unknown, stations});
        if (targets.honoured_share)
            result_.station_shares.push_back(
                {"honoured", share(honoured), *targets.honoured_share, 0, stations});
    }

    const AuditParams& params_;
    std::span<const coverage::Facility> facilities_;
    const demand::Zones& zones_;
    const index::PolygonLocator& locator_;
    const coverage::Access& access_;
    std::vector<LedgerBook> books_;             // per band
    DistanceBook distances_;                    // of the widest band
    NearestBook nearest_;                       // of every band
    std::vector<std::vector<Persons>> served_;  // per band, per facility
    std::optional<coverage::Gaps> gaps_;
    AuditResult result_;
};

/// Those that take part, by place: sums of land and ties between facilities then do not depend on the order
/// of the list.
std::vector<std::uint32_t> serving(std::span<const coverage::Facility> facilities,
                                   const coverage::FacilityFilter& filter) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < facilities.size(); ++i) {
        if (filter.admits(facilities[i])) numbers.push_back(i);
    }
    std::sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair{facilities[a].place, a} < std::pair{facilities[b].place, b};
    });
    return numbers;
}

void report_unknown_hours(std::span<const coverage::Facility> facilities,
                          const coverage::FacilityFilter& filter, features::FindingSink& findings) {
    for (const coverage::Facility& facility : facilities) {
        if (!filter.of_kinds(facility)) continue;
        if (facility.hours || !facility.hours_text.empty())
            continue;  // unreadable ones were reported when read
        findings.add(
            {.kind = features::FindingKind::unknown_hours,
             .action = features::Action::left_out,
             .source = {},
             .row = facility.row,
             .field = {},
             .value = facility.name,
             .detail = {fmt::format("{} has no opening hours, so it is not counted as open.", facility.name),
                        fmt::format("{} 没有开放时间，不按开放计算。", facility.name)},
             .where = facility.place});
    }
}

/// A slip in the filter must not pass for a county without stations.
void report_none_admitted(std::size_t facilities, features::FindingSink& findings) {
    features::Finding finding;
    finding.kind = features::FindingKind::none_admitted;
    finding.action = features::Action::left_out;
    finding.value = std::to_string(facilities);
    finding.detail = {
        fmt::format("The filter admits none of the {} facilities, so everything counts as gap; check "
                    "the section [filter].",
                    facilities),
        fmt::format("{} 处设施全部被筛选条件排除，因此全部计为空白；请检查 [filter] 一节。", facilities)};
    findings.add(std::move(finding));
}

}  // namespace

bool AuditResult::misses_target() const {
    if (ledger().total.meets_target == false) return true;
    return std::any_of(station_shares.begin(), station_shares.end(),
                       [](const StationShare& share) { return !share.met(); });
}

AuditResult run_audit(const AuditParams& params, std::span<const coverage::Facility> facilities,
                      const demand::Zones& zones, const index::PolygonLocator& locator,
                      demand::DemandSource& demand, const DemandVisitor& each,
                      features::FindingSink& findings, Progress& progress) {
    params.check();
    const coverage::AirAccess access(facilities, serving(facilities, params.filter), params.standard.bands,
                                     params.threads);
    return run_audit(params, facilities, access, zones, locator, demand, each, findings, progress);
}

AuditResult run_audit(const AuditParams& params, std::span<const coverage::Facility> facilities,
                      const coverage::Access& access, const demand::Zones& zones,
                      const index::PolygonLocator& locator, demand::DemandSource& demand,
                      const DemandVisitor& each, features::FindingSink& findings, Progress& progress) {
    if (params.filter.asks_for_hours()) report_unknown_hours(facilities, params.filter, findings);
    if (!facilities.empty() && std::none_of(facilities.begin(), facilities.end(), [&](const auto& facility) {
            return params.filter.admits(facility);
        })) {
        report_none_admitted(facilities.size(), findings);
    }
    Run run(params, facilities, zones, locator, access);

    progress.stage({"Measuring covered land", "计算覆盖面积"});
    ProgressSlice land(progress, 0.0, 0.15);
    run.measure_land(land);
    const double drawn = params.draw ? 0.4 : 0.15;
    if (params.draw) {
        progress.stage({"Drawing service areas and gaps", "绘制服务区与空白区"});
        ProgressSlice drawing(progress, 0.15, drawn);
        run.draw(drawing);
    }
    progress.stage({"Serving the demand", "统计需求"});
    double done = 0.0;
    while (const demand::DemandBatch* batch = demand.next()) {
        const double now = demand.fraction();
        ProgressSlice serving(progress, drawn + (1.0 - drawn) * done, drawn + (1.0 - drawn) * now);
        run.serve(*batch, each, serving);
        done = now;
    }
    progress.step(1.0);
    return run.finish();
}

index::PolygonLocator locator_over(const demand::Zones& zones) {
    std::vector<geo::MultiPolygon> shapes;
    shapes.reserve(zones.size());
    for (const demand::Zone& zone : zones) shapes.push_back(zone.shape);
    return index::PolygonLocator{shapes};
}

}  // namespace yiquan::audit
