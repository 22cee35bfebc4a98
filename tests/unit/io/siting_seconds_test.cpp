// SPDX-License-Identifier: MIT
// A plan whose costs are times, as streets will give them, nowhere speaks of metres.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "core/coverage/matrix_costs.hpp"
#include "core/io/locate/document.hpp"
#include "core/io/locate/layers.hpp"
#include "core/report/siting_text.hpp"
#include "core/siting/locate.hpp"
#include "tests/unit/features/memory_layers.hpp"

namespace yiquan::io {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Minutes from a and b to sites A and B, though both people live nearer to A by air:
///         A   B
///     a  10  20
///     b  40  12
class MadeUpMinutes final : public coverage::CostSource {
public:
    MadeUpMinutes() : minutes_(links()) {}
    [[nodiscard]] CostUnit unit() const override { return CostUnit::seconds; }
    [[nodiscard]] coverage::Links reached(const coverage::Asked& asked, Cost limit, unsigned threads,
                                          Progress& progress) const override {
        return minutes_.reached(asked, limit, threads, progress);
    }
    [[nodiscard]] coverage::Links within(const coverage::Asked& asked, Cost limit, unsigned threads,
                                         Progress& progress) const override {
        return minutes_.within(asked, limit, threads, progress);
    }

private:
    static coverage::Links links() {
        coverage::Links out;
        out.first = {0, 2, 4};
        out.column = {0, 1, 0, 1};
        for (const std::int64_t minutes : {10, 20, 40, 12}) out.cost.push_back(Cost::whole(60 * minutes));
        return out;
    }
    coverage::MatrixCosts minutes_;
};

LocateOutcome plan_in_seconds(std::string model, std::optional<Cost> threshold, std::uint32_t count) {
    LocateOutcome out;
    siting::Problem& problem = out.data.problem;
    for (const char* id : {"A", "B"}) {
        siting::Site& site = problem.sites.emplace_back();
        site.id = id;
        site.place = geo::LonLat{id[0] == 'A' ? 101.0 : 102.0, 36.0};
    }
    problem.demand.ids = {"a", "b"};
    problem.demand.places = {{101.0, 36.1}, {101.0, 36.2}};
    problem.demand.weights.assign(2, Persons::whole(30));
    problem.costs = std::make_shared<MadeUpMinutes>();
    out.request.model = std::move(model);
    out.request.threshold = threshold;
    out.request.count = count;
    Progress quiet;
    siting::Located located = siting::locate_with_plan(problem, out.request, std::nullopt, nullptr, quiet);
    out.answers = std::move(located.answers);
    out.plan = std::move(located.plan);
    out.document = siting_json({}, out);
    return out;
}

report::SitingRecord record_of(const LocateOutcome& outcome) {
    return *parse_siting(outcome.document, "plan.gpkg");
}

TEST(PlanInSeconds, TakesTheNearestByTimeAndNotByAir) {
    const LocateOutcome plan = plan_in_seconds("p-median", std::nullopt, 2);
    EXPECT_THAT(plan.plan.nearest, ::testing::ElementsAre(0, 1));
    EXPECT_EQ(plan.plan.distance[1].value(), 720.0);
    EXPECT_EQ(plan.answers[0].objective, 30.0 * (600 + 720));
}

TEST(PlanInSeconds, SaysSecondsInItsDocumentAndLayersAndDrawsNoCircles) {
    const LocateOutcome plan = plan_in_seconds("mclp", Cost::whole(900), 2);
    const auto document = nlohmann::json::parse(plan.document);
    EXPECT_EQ(document.at("unit"), "s");
    EXPECT_EQ(document.at("request").at("limit_s"), 900.0);
    EXPECT_FALSE(document.at("request").contains("radius_m"));
    test::MemoryLayers layers;
    write_siting_layers(plan, layers);
    const auto& demand = layers.layer("siting_demand");
    EXPECT_EQ(demand.text(1, "distance_s"), "720");
    EXPECT_EQ(demand.schema.fields.back().alias_en, "Time to it (s)");
    EXPECT_EQ(demand.schema.fields.back().alias_zh, "到该站点时间（秒）");
    EXPECT_FALSE(layers.all().contains("siting_areas"));
}

TEST(PlanInSeconds, IsToldInMinutes) {
    const report::SitingRecord cover = record_of(plan_in_seconds("mclp", Cost::whole(900), 2));
    EXPECT_EQ(report::effect_sentence(cover).en,
              "People served within 15 min: 0.0 % now, 100.0 % then; 60 more.");
    EXPECT_THAT(report::method_line(cover, {}).zh, HasSubstr("时限 15 分钟"));
    report::SitingRecord median = record_of(plan_in_seconds("p-median", std::nullopt, 1));
    median.demand = Persons::whole(60);
    // B alone: 20 and 12 minutes, 16 on average.
    EXPECT_EQ(report::effect_sentence(median).en, "The mean trip to the nearest site becomes 16.0 min.");
    EXPECT_EQ(report::effect_sentence(median).zh, "到最近站点的平均时间将为 16.0 min。");
    EXPECT_THAT(report::proof_sentence(median).zh, HasSubstr("平均出行时间都不可能更短"));
    const report::SitingRecord centre = record_of(plan_in_seconds("p-center", std::nullopt, 1));
    EXPECT_EQ(report::effect_sentence(centre).en, "The longest trip to the nearest site becomes 20.0 min.");
    for (const report::SitingRecord& each : {cover, median, centre}) {
        EXPECT_THAT(report::effect_sentence(each).en, Not(HasSubstr("km")));
        EXPECT_THAT(report::effect_sentence(each).zh, Not(HasSubstr("距离")));
    }
}

}  // namespace
}  // namespace yiquan::io
