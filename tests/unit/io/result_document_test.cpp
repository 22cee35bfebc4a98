// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/io/locate/document.hpp"
#include "core/io/package/geopackage.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/relocate/document.hpp"
#include "core/io/screen/document.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

using testing::HasSubstr;

/// A GeoPackage that holds a document and no layer.
std::string package_with(const ScratchFolder& folder, std::string_view standard, std::string_view document) {
    static int made = 0;
    const std::string path = folder.at("p" + std::to_string(++made) + ".gpkg");
    GeoPackage package(path, {});
    package.create_layer({"none", "None", "无", features::GeometryType::point, {}});
    package.attach(standard, "application/json", document);
    package.close();
    return path;
}

TEST(ResultDocument, OfASitingThatIsNoneOrProposesNothingIsNotRead) {
    const ScratchFolder folder;
    const auto refused = [&](std::string_view text) {
        const std::string path = package_with(folder, siting_in_package, text);
        return error_of(ErrorKind::input, [&] { return read_siting_result(path); }).en;
    };
    EXPECT_THAT(refused("not JSON"), HasSubstr(".gpkg: is not a siting plan"));
    EXPECT_THAT(refused(R"({"schema": "yiquan.audit/1"})"), HasSubstr("is not a siting plan"));
    EXPECT_THAT(refused(R"({"schema": "yiquan.siting/1", "model": "mclp", "status": "infeasible",
                            "proposals": []})"),
                HasSubstr("proposes no new site"));
    EXPECT_THAT(refused(R"({"schema": "yiquan.siting/1", "model": "mclp", "status": "optimal",
                            "proposals": [{"id": "a", "order": 1}]})"),
                HasSubstr("has no layer siting_sites"));
}

TEST(ResultDocument, OfARelocationThatIsNoneOrDoesNotBalanceIsNotRead) {
    const ScratchFolder folder;
    const auto refused = [&](std::string_view text) {
        const std::string path = package_with(folder, relocation_in_package, text);
        return error_of(ErrorKind::input, [&] { return read_relocation_result(path); }).en;
    };
    const auto document = [](const std::string& objective, int load) {
        return R"({"schema": "yiquan.relocation/1", "objective": ")" + objective +
               R"(", "status": "optimal", "value": 1.0, "bound": 1.0, "request": {}, "travel": {},
                   "totals": {"households": 1, "people": 4, "placed_households": 1, "placed_people": 4,
                              "placeable_people": 4, "capacity": 9},
                   "sites": [{"id": "A", "capacity": 9, "load": )" +
               std::to_string(load) + R"(, "households": 1, "allowed": true}], "unplaced": []})";
    };
    EXPECT_THAT(refused("not JSON"), HasSubstr(".gpkg: is not a relocation"));
    EXPECT_THAT(refused(document("fame", 4)), HasSubstr("is not a relocation"));
    EXPECT_THAT(refused(document("travel", 3)), HasSubstr("do not balance"));
    EXPECT_THAT(refused(document("travel", 4)), HasSubstr("has no layer relocation_sites"));
}

TEST(ResultDocument, OfAScreeningThatIsNoneOrHoldsNobodyIsNotRead) {
    const ScratchFolder folder;
    const auto refused = [&](std::string_view text) {
        const std::string path = package_with(folder, screening_in_package, text);
        return error_of(ErrorKind::input, [&] { return read_screening_result(path); }).en;
    };
    EXPECT_THAT(refused("not JSON"), HasSubstr(".gpkg: is not a screening"));
    EXPECT_THAT(refused(R"({"schema": "yiquan.screening/1", "run": {}, "rules": [], "candidates": []})"),
                HasSubstr("holds no candidate"));
}

/// One hard rule, one weighted one, one that is switched off; of three candidates the second is the best.
constexpr std::string_view screened =
    R"({"schema": "yiquan.screening/1", "title": "t", "run": {"notice": "n"},
  "rules": [
   {"id": "faults", "name": {"en": "Faults", "zh": "断裂"}, "limit": {"text": "≥ 200 m"}, "enabled": true,
    "failed": 1, "unknown": 0, "excluded_alone": 1},
   {"id": "off", "name": {"en": "Off", "zh": "停用"}, "limit": {"text": ""}, "enabled": false,
    "failed": 0, "unknown": 0, "excluded_alone": 0},
   {"id": "sun", "name": {"en": "Sun", "zh": "日照"}, "weight": 2, "limit": {"text": ""}, "enabled": true,
    "failed": 1, "unknown": 0, "excluded_alone": 0}],
  "candidates": [
   {"id": "a", "name": "", "lon": 101, "lat": 36, "verdict": "fail", "score": 0.9, "evidence": [
     {"rule": "faults", "verdict": "fail", "value": 120, "unit": "m", "nearest": "F1"},
     {"rule": "sun", "verdict": "fail", "value": "no"}]},
   {"id": "b", "name": "乙", "lon": 102, "lat": 36, "verdict": "pass", "score": 0.5, "evidence": [
     {"rule": "faults", "verdict": "pass", "value": 900, "unit": "m", "nearest": "F1"},
     {"rule": "sun", "verdict": "pass", "value": "yes"}]},
   {"id": "c", "name": "丙", "lon": 103, "lat": 36, "verdict": "unknown", "score": null, "evidence": [
     {"rule": "faults", "verdict": "unknown", "value": null, "why": {"en": "No data.", "zh": "无数据。"}},
     {"rule": "sun", "verdict": "pass", "value": "yes"}]}]})";

TEST(ResultDocument, OfAScreeningKeepsTheEvidenceOfEachRule) {
    const auto record = parse_screening(screened, "s.gpkg");
    ASSERT_TRUE(record);
    ASSERT_EQ(record->candidates.size(), 3U);
    const report::ScreenedCandidate& first = record->candidates[0];
    EXPECT_EQ(first.name, "a") << "by its id, for it has no name";
    ASSERT_EQ(first.evidence.size(), 3U);
    EXPECT_EQ(first.evidence[0].value, 120.0);
    EXPECT_EQ(first.evidence[0].nearest, "F1");
    EXPECT_EQ(first.evidence[2].text, "no");
    EXPECT_THAT(first.because, testing::ElementsAre(0U)) << "a weighted rule excludes nobody";
    EXPECT_EQ(record->candidates[2].evidence[0].why.en, "No data.");
    EXPECT_THAT(record->candidates[2].because, testing::ElementsAre(0U));
    EXPECT_EQ(record->count(screening::Verdict::pass), 1U);
}

TEST(ResultDocument, OfAScreeningPutsTheBestFirstForPaper) {
    auto record = parse_screening(screened, "s.gpkg");
    ASSERT_TRUE(record);
    record->put_best_first();
    EXPECT_EQ(record->candidates[0].id, "b");
    EXPECT_EQ(record->candidates[1].id, "c");
    EXPECT_EQ(record->candidates[2].id, "a");
}

TEST(ResultDocument, OfASitingKeepsWhatEachNumberOfSitesOpens) {
    const auto plan = parse_siting(R"({"schema": "yiquan.siting/1", "model": "p-center", "status": "optimal",
        "objective": 3.0, "sites": ["a", "b"], "closed": ["x"], "uncoverable": 7, "uncoverable_places": 2,
        "proposals": [{"id": "a", "order": 1, "first_p": 2, "served": 9.5, "served_only_here": null}],
        "curve": [{"p": 1, "status": "infeasible", "objective": null, "sites": []},
                  {"p": 2, "status": "optimal", "objective": 3.0, "sites": ["a", "b"]}]})",
                                   "p.gpkg");
    ASSERT_TRUE(plan);
    EXPECT_TRUE(plan->known);
    EXPECT_EQ(plan->count, 2);
    EXPECT_THAT(plan->open, testing::ElementsAre("a", "b"));
    EXPECT_THAT(plan->closed, testing::ElementsAre("x"));
    EXPECT_EQ(plan->uncoverable_places, 2);
    ASSERT_EQ(plan->curve.size(), 1U) << "one site cannot serve everybody";
    EXPECT_THAT(plan->curve[0].open, testing::ElementsAre("a", "b"));
    EXPECT_EQ(plan->proposals[0].first_count, 2);
    EXPECT_EQ(plan->proposals[0].served->value(), 9.5);
    EXPECT_FALSE(plan->proposals[0].only_here);
}

}  // namespace
}  // namespace yiquan::io
