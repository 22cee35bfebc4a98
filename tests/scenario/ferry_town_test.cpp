// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/ledger_table.hpp"
#include "core/audit/audit.hpp"
#include "core/audit/comparison.hpp"
#include "core/audit/report.hpp"
#include "core/audit/service_areas.hpp"
#include "core/demand/point_demand.hpp"
#include "core/io/audit/csv_writer.hpp"
#include "core/io/audit/layers.hpp"
#include "core/report/audit_record.hpp"
#include "core/report/summary_text.hpp"
#include "tests/scenario/drawn_map.hpp"
#include "tests/unit/features/memory_layers.hpp"

namespace yiquan::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Json = nlohmann::ordered_json;

constexpr double no_way = std::numeric_limits<double>::infinity();

/// Seconds from each place to stations A and B, as a timetable has them. A place that is not in it cannot be
/// reached.
class Timetable final : public coverage::Access {
public:
    explicit Timetable(std::map<std::string, std::pair<double, double>> seconds)
        : seconds_(std::move(seconds)) {}

    [[nodiscard]] CostUnit unit() const override { return CostUnit::seconds; }
    [[nodiscard]] std::span<const Cost> bands() const override { return bands_; }

    [[nodiscard]] coverage::Served serve(const demand::DemandBatch& batch, Progress&) const override {
        coverage::Served served;
        served.covering.assign(bands_.size(), std::vector<std::uint32_t>(batch.size()));
        served.within.assign(bands_.size(), std::vector<Persons>(2));
        served.only.assign(batch.size(), coverage::no_facility);
        served.nearest.assign(batch.size(), coverage::no_facility);
        served.cost.assign(batch.size(), coverage::no_cost);
        served.unreachable.assign(batch.size(), true);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const auto row = seconds_.find(batch.id(i));
            if (row == seconds_.end()) continue;
            served.unreachable[i] = false;
            const std::array<double, 2> ways{row->second.first, row->second.second};
            served.nearest[i] = ways[0] <= ways[1] ? 0 : 1;
            served.cost[i] = CostValue{std::min(ways[0], ways[1])};
            for (std::size_t band = 0; band < bands_.size(); ++band) {
                for (std::uint32_t station = 0; station < 2; ++station) {
                    if (ways[station] > bands_[band].value()) continue;
                    ++served.covering[band][i];
                    served.within[band][station] += batch.weights[i];
                    served.only[i] = station;
                }
            }
            if (served.covering.back()[i] != 1) served.only[i] = coverage::no_facility;
        }
        return served;
    }
    [[nodiscard]] std::vector<SquareKilometres> covered_land(std::size_t, const demand::Zones& zones,
                                                             const index::PolygonLocator&,
                                                             Progress&) const override {
        return std::vector<SquareKilometres>(zones.size(), SquareKilometres::whole(1));
    }
    [[nodiscard]] double covered_km2(std::size_t, Progress&) const override { return 2.5; }
    [[nodiscard]] std::vector<coverage::DrawnArea> draw_areas(std::size_t, Progress&) const override {
        return {{1, box()}, {0, box()}};
    }
    [[nodiscard]] std::vector<coverage::DrawnZone> draw_zones(std::size_t, const demand::Zones& zones,
                                                              Progress&) const override {
        std::vector<coverage::DrawnZone> drawn;
        for (const demand::Zone& zone : zones) drawn.push_back({box(), zone.shape});
        return drawn;
    }
    [[nodiscard]] std::optional<coverage::RemotestPlace> remotest(const geo::MultiPolygon&) const override {
        return coverage::RemotestPlace{{101.8, 36.6}, 1, CostValue{1500.0}};
    }

private:
    static geo::MultiPolygon box() {
        return {{geo::Polygon{{{{101.7, 36.6}, {101.8, 36.6}, {101.8, 36.7}, {101.7, 36.6}}}}}};
    }

    std::vector<Cost> bands_{Cost::whole(300), Cost::whole(900)};
    std::map<std::string, std::pair<double, double>> seconds_;
};

/// A town on both banks: who lives at row 1, column 4 waits for a ferry that no timetable has.
struct FerryTown {
    DrawnMap town{R"(
        A2.3B.
        ..5.41 )",
                  kilometres(1)};
    demand::Zones zones = town.zones(R"(
        PPPQQQ
        PPPQQQ )",
                                     {{'P', "West"}, {'Q', "East"}});
    Timetable access{{{"c1r0", {120, 2000}},     // 2 people: A within 5 min
                      {"c3r0", {600, 240}},      // 3: B within 5 min, A as well within 15
                      {"c2r1", {900, no_way}},   // 5: A, to the second
                      {"c5r1", {1500, 1200}}}};  // 1: too far
    std::vector<coverage::Facility> facilities = town.facilities();
    audit::AuditParams params;
    features::FindingList findings;
    MemoryLayers layers;
    audit::AuditResult result;

    FerryTown() {
        params.title = "Ferry town";
        params.standard.id = "custom";
        params.standard.name = {"15 minutes", "十五分钟"};
        params.standard.bands.assign(access.bands().begin(), access.bands().end());
        params.standard.unit = CostUnit::seconds;
        params.target_share = 0.5;
        const index::PolygonLocator locator = audit::locator_over(zones);
        Progress quiet;
        demand::PointDemand demand(town.demand(), locator, "demand.csv", 1, findings, quiet);
        io::DemandLayer layer(layers.create_layer(io::audit_layer("demand", CostUnit::seconds)), facilities,
                              zones, params.standard.bands);
        result = audit::run_audit(
            params, facilities, access, zones, locator, demand,
            [&](const demand::DemandBatch& batch, const coverage::Served& served) {
                layer.add(batch, served);
            },
            findings, quiet);
        io::write_layers(facilities, zones, result, layers);
    }
    [[nodiscard]] audit::Report report() const {
        return {params, facilities, zones, result, findings, {}, "test"};
    }
    [[nodiscard]] std::string json() const { return audit::audit_json(report()); }
    [[nodiscard]] report::AuditRecord record() const { return report::parse_record(json(), "audit.json"); }
};

std::vector<double> counts(const audit::Figures& f) {
    return {f.demand.value(), f.covered.value(), f.gap.value(), f.unreachable.value(), f.single.value()};
}

TEST(FerryTown, KeepsWhoCannotBeReachedApartFromCoverAndGap) {
    const FerryTown town;
    const audit::Ledger& within_15 = town.result.ledger();
    EXPECT_EQ(within_15.limit, (CostLimit{Cost::whole(900), CostUnit::seconds}));
    EXPECT_THAT(counts(within_15.zones[0]), ElementsAre(7, 7, 0, 0, 7));
    EXPECT_THAT(counts(within_15.zones[1]), ElementsAre(8, 3, 1, 4, 0));
    EXPECT_THAT(counts(within_15.total), ElementsAre(15, 10, 1, 4, 7));
    EXPECT_DOUBLE_EQ(within_15.total.covered_share(), 10.0 / 15.0) << "of all people, reachable or not";
    EXPECT_EQ(within_15.zones[1].meets_target, false);
    const audit::Ledger& within_5 = town.result.bands[0];
    EXPECT_THAT(counts(within_5.zones[0]), ElementsAre(7, 2, 5, 0, 2));
    EXPECT_THAT(counts(within_5.zones[1]), ElementsAre(8, 3, 1, 4, 3));
    EXPECT_EQ(imbalance(within_15), "");
    EXPECT_EQ(town.result.facilities[0].served, Persons::whole(10));
    EXPECT_EQ(town.result.facilities[0].only_here, Persons::whole(7));
    EXPECT_EQ(town.result.facilities[1].served, Persons::whole(3));
}

TEST(FerryTown, CountsTheWaysOfThoseWhoHaveOne) {
    // 2 x 120 + 3 x 240 + 5 x 900 + 1 x 1200 = 6,660 s for 11 people.
    const FerryTown town;
    const auto& nearest = town.result.ledger().total.nearest;
    ASSERT_TRUE(nearest);
    EXPECT_EQ(nearest->mean.value(), 605.455);
    EXPECT_EQ(nearest->median.value(), 900.0);  // 5.5 of 11: 2 + 3 are too few
    EXPECT_EQ(nearest->p90.value(), 900.0);
    EXPECT_EQ(nearest->worst.value(), 1200.0);
    ASSERT_TRUE(town.result.distances);
    EXPECT_EQ(town.result.distances->unit, CostUnit::seconds);
    std::vector<double> people;
    for (const Persons count : town.result.distances->total) people.push_back(count.value());
    EXPECT_THAT(people, ElementsAre(2, 3, 0, 5, 1, 0, 0, 0, 0, 0));
}

TEST(FerryTown, HasNoGapWhereNobodyCanBeReached) {
    const FerryTown town;
    ASSERT_EQ(town.result.gaps.size(), 2U);
    EXPECT_EQ(town.result.gaps[0].people, Persons::whole(1));
    EXPECT_EQ(town.result.gaps[1].people, Persons{});
}

TEST(FerryTown, WritesItsUnitIntoTheDocument) {
    const FerryTown town;
    const Json json = Json::parse(town.json());
    const Json& standard = json.at("run").at("standard");
    EXPECT_EQ(standard.at("kind"), "limit");
    EXPECT_EQ(standard.at("limit_s"), 900.0);
    EXPECT_EQ(standard.at("unit"), "s");
    EXPECT_EQ(standard.at("bands_s"), Json({300.0, 900.0}));
    EXPECT_EQ(json.at("bands").at(0).at("limit_s"), 300.0);
    EXPECT_EQ(json.at("bands").at(0).at("unit"), "s");
    EXPECT_EQ(json.at("distances").at("edges_s").at(1), 225.0);
    EXPECT_EQ(json.at("distances").at("quantiles_s").at(100), 1200.0);
    EXPECT_EQ(json.at("totals").at("unreachable"), 4.0);
    EXPECT_EQ(json.at("totals").at("nearest_mean"), 605.455);
    EXPECT_EQ(town.json().find("_m\""), std::string::npos) << "nothing in metres";

    Progress quiet;
    const Json areas =
        Json::parse(audit::service_areas_json(audit::draw_service_areas(town.access, quiet), 2, 0));
    EXPECT_EQ(areas.at("bands"), Json::parse(R"([{"limit_s": 300.0, "unit": "s", "covered_km2": 2.5},
                                                 {"limit_s": 900.0, "unit": "s", "covered_km2": 2.5}])"));
}

TEST(FerryTown, NamesTheColumnsOfItsLayersByTheUnit) {
    const FerryTown town;
    const MemoryLayers::Layer& demand = town.layers.layer("demand");
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < demand.rows.size(); ++i) {
        rows.push_back({demand.text(i, "id"), demand.text(i, "class"), demand.text(i, "covering"),
                        demand.text(i, "band_s"), demand.text(i, "only_id"), demand.text(i, "nearest_id"),
                        demand.text(i, "nearest_s")});
    }
    EXPECT_THAT(rows, ElementsAre(ElementsAre("c1r0", "covered", "1", "300", "A", "A", "120"),
                                  ElementsAre("c3r0", "covered", "2", "300", "", "B", "240"),
                                  ElementsAre("c2r1", "covered", "1", "900", "A", "A", "900"),
                                  ElementsAre("c4r1", "unreachable", "0", "", "", "", ""),
                                  ElementsAre("c5r1", "gap", "0", "", "", "B", "1200")));
    EXPECT_EQ(town.layers.layer("service_gaps").text(0, "farthest_s"), "1500");
    EXPECT_EQ(town.layers.layer("service_areas").text(0, "facility_id"), "A") << "by band, then by list";
    EXPECT_EQ(town.layers.layer("service_areas").text(0, "limit_s"), "300");
    EXPECT_EQ(town.layers.layer("covered_areas").text(3, "limit_s"), "900");
    EXPECT_EQ(town.layers.layer("zones").text(1, "unreachable"), "4");
    EXPECT_EQ(town.layers.layer("zones").text(0, "nearest_max"), "900");
}

TEST(FerryTown, IsReadBackWithItsUnit) {
    const FerryTown town;
    const report::AuditRecord record = town.record();
    EXPECT_EQ(record.ledger.ledger.limit, town.result.ledger().limit);
    EXPECT_EQ(record.bands, town.params.standard.bands);
    ASSERT_TRUE(record.distances);
    EXPECT_EQ(record.distances->unit, CostUnit::seconds);
    EXPECT_EQ(record.distances->edges, town.result.distances->edges);
    EXPECT_EQ(record.distances->profile->quantiles, town.result.distances->profile->quantiles);
    const audit::AuditSummary summary = audit::parse_audit_json(town.json(), "audit.json");
    EXPECT_EQ(summary.limit, town.result.ledger().limit);
    const Json compared = Json::parse(
        comparison_json(audit::compare(summary, summary, std::nullopt, std::nullopt), summary, summary));
    EXPECT_EQ(compared.at("before").at("limit_s"), 900.0);
    EXPECT_EQ(compared.at("before").at("unit"), "s");
}

TEST(FerryTown, SpeaksOfMinutesInBothLanguages) {
    const FerryTown town;
    std::string en;
    std::string zh;
    for (const Message& sentence : report::summary_sentences(town.record())) {
        en += sentence.en;
        zh += sentence.zh;
    }
    EXPECT_THAT(en, HasSubstr("The nearest facility is 10.1 min away on average; nine in ten people have one "
                              "within 15.0 min; the farthest have 20.0 min to go."));
    EXPECT_THAT(zh,
                HasSubstr("到最近设施的时间平均为 10.1 分钟，九成的人不超过 15.0 分钟，最远 20.0 分钟。"));

    EXPECT_THAT(cli::ledger_table(town.report(), Language::english), HasSubstr("Mean min"));
    EXPECT_THAT(cli::ledger_table(town.report(), Language::chinese), HasSubstr("平均分钟"));
    EXPECT_THAT(cli::ledger_table(town.report(), Language::english), HasSubstr("10.1"));
    EXPECT_THAT(cli::worst_gaps(town.report(), 1, Language::english),
                HasSubstr("zone Q: 1 people, up to 25.0 min from a facility"));
    EXPECT_THAT(cli::worst_gaps(town.report(), 1, Language::chinese), HasSubstr("最远处距设施 25.0 分钟"));
    EXPECT_THAT(io::zones_csv(town.report()), HasSubstr("\nQ,zone Q,East,8,3,1,4,0.375,"));
}

TEST(AuditLayers, OfTimesDifferFromThoseOfDistancesInTheColumnsOfCostsAlone) {
    std::vector<std::string> renamed;
    for (const features::LayerSchema& metres : io::audit_layers()) {
        const features::LayerSchema& seconds = io::audit_layer(metres.id, CostUnit::seconds);
        ASSERT_EQ(metres.fields.size(), seconds.fields.size());
        for (std::size_t i = 0; i < metres.fields.size(); ++i) {
            const features::LayerField& one = metres.fields[i];
            const features::LayerField& other = seconds.fields[i];
            EXPECT_EQ(one.alias_en == other.alias_en, one.alias_zh == other.alias_zh) << one.name;
            EXPECT_EQ(other.alias_zh.find("（米）"), std::string_view::npos) << other.name;
            if (one.name != other.name)
                renamed.push_back(std::string{one.name} + " " + std::string{other.name});
        }
    }
    const auto pair = [](const char* stem) {
        return unit_key(stem, CostUnit::metres) + " " + unit_key(stem, CostUnit::seconds);
    };
    const std::string limits = limit_key(CostUnit::metres) + " " + limit_key(CostUnit::seconds);
    EXPECT_THAT(renamed, ElementsAre(pair("band"), pair("nearest"), pair("farthest"), limits, limits));
}

}  // namespace
}  // namespace yiquan::test
