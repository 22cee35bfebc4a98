// SPDX-License-Identifier: MIT
#include "core/report/siting_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "core/io/locate/document.hpp"

namespace yiquan::report {
namespace {

using testing::HasSubstr;

/// A plan of two places of five candidates: 600 people, 300 of them served before and 500 after.
SitingRecord plan_of(std::string_view model, std::string_view status, double objective, double bound,
                     std::string_view request = "{\"radius_m\": 1000}") {
    SitingRecord plan = *io::parse_siting(
        fmt::format(R"({{"schema": "yiquan.siting/1", "version": "1.2", "model": "{}", "status": "{}",
                         "most": true, "objective": {}, "bound": {}, "gap": {}, "seconds": 0.25,
                         "uncoverable": 40, "request": {},
                         "served": {{"total": 600, "before": 300, "after": 500}},
                         "proposals": [{{"id": "b", "name": "乙", "order": 2, "served": 90}},
                                       {{"id": "a", "name": "", "order": 1, "served": 110}}]}})",
                    model, status, objective, bound, std::abs(bound - objective) / objective, request),
        "plan.gpkg");
    plan.candidates = 3;
    return plan;
}

TEST(SitingText, SaysWhatAProofMeansInEachModel) {
    EXPECT_EQ(proof_sentence(plan_of("mclp", "optimal", 500, 500)).zh,
              "已证明最优：从 5 处候选点中任选 2 处，都不可能覆盖更多人口。");
    EXPECT_EQ(proof_sentence(plan_of("mclp", "optimal", 500, 500)).en,
              "Proved optimal: no other 2 of the 5 candidates serve more people.");
    EXPECT_EQ(proof_sentence(plan_of("lscp", "optimal", 2, 2)).en,
              "Proved optimal: fewer than 2 of the 5 candidates cannot serve everyone within reach.");
    EXPECT_THAT(proof_sentence(plan_of("partial", "optimal", 12.5, 12.5)).zh, HasSubstr("造价更低的方案"));
    EXPECT_THAT(proof_sentence(plan_of("mclp", "optimal", 500, 500, "{\"budget\": 9}")).en,
                HasSubstr("for the same budget"));
}

TEST(SitingText, WithoutAProofSaysHowFarFromTheBestItMayBe) {
    EXPECT_EQ(proof_sentence(plan_of("mclp", "feasible", 500, 512.4)).en,
              "Not proved to be the best: at most 13 more people could be served (2.5 %).");
    EXPECT_EQ(proof_sentence(plan_of("p-median", "feasible", 500, 450)).zh,
              "尚未证明最优：与最优的差距不超过 10.0 %。");
}

TEST(SitingText, NamesHowThePlanWasMadeAndWhoStaysOutOfReach) {
    AuditRecord audit;
    audit.ledger.ledger.limit = {Cost::whole(2000)};
    EXPECT_EQ(method_line(plan_of("mclp", "optimal", 500, 500), audit).en,
              "Siting: model mclp, radius 1 km, 2 new of 5 candidates on top of 0 existing, solved in 0.2 s, "
              "Yiquan "
              "1.2. 40 people are beyond the reach of every candidate. The audit's own radius is 2 km.");
}

TEST(SitingText, CountsInTheReadersUnit) {
    const SitingRecord people = plan_of("mclp", "optimal", 500, 500);
    EXPECT_EQ(objective_figure(people, 300), "50.0 %");
    EXPECT_EQ(effect_sentence(people).zh, "1 km 以内的覆盖率由 50.0 % 升至 83.3 %，新覆盖 200 人。");
    const SitingRecord median = plan_of("p-median", "optimal", 1200000, 1200000);
    EXPECT_EQ(objective_figure(median, 1200000), "2.0 km");  // 1,200,000 person-metres of 600 people
    EXPECT_EQ(objective_figure(plan_of("p-center", "optimal", 8500, 8500), 8500), "8.5 km");
}

TEST(SitingRecord, KeepsProposalsInTheirOrderAndNamesThoseWithoutNameById) {
    const SitingRecord plan = plan_of("mclp", "optimal", 500, 500);
    ASSERT_EQ(plan.proposals.size(), 2U);
    EXPECT_EQ(plan.proposals[0].name, "a");
    EXPECT_EQ(plan.proposals[1].name, "乙");
}

}  // namespace
}  // namespace yiquan::report
