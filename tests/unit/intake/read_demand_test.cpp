// SPDX-License-Identifier: MIT
#include "core/intake/read_demand.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "tests/unit/intake/tables.hpp"

namespace yiquan::intake {
namespace {

using features::FindingKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Result {
    demand::DemandPoints points;
    features::FindingList findings;
};

Result read(const std::vector<std::string>& columns, const std::vector<Cells>& rows,
            const DemandOptions& options = {}) {
    auto source = table(columns, rows);
    Result result;
    Progress silent;
    result.points = read_demand(source, options, result.findings, silent);
    return result;
}

std::string error_reading(const features::Value& weight) {
    return error_of([&] { (void)read({"lon", "lat", "人口"}, {{101.0, 36.0, 1.0}, {101.0, 36.0, weight}}); });
}

TEST(ReadDemand, KeepsPlacesWeightsIdsAndNamesInRowOrder) {
    const Result result = read({"编号", "村名", "lon", "lat", "人口"},
                               {{std::string{"b"}, std::string{"乙村"}, 101.5, 36.5, 12.5},
                                {std::string{"a"}, std::string{"甲村"}, 101.0, 36.0, std::int64_t{7}}});
    EXPECT_THAT(result.points.ids, ElementsAre("b", "a"));
    EXPECT_THAT(result.points.names, ElementsAre("乙村", "甲村"));
    EXPECT_THAT(result.points.weights, ElementsAre(Persons::nearest(12.5), Persons::whole(7)));
    EXPECT_EQ(result.points.places[1], (geo::LonLat{101.0, 36.0}));
    EXPECT_THAT(result.findings.list(), IsEmpty());
}

TEST(ReadDemand, CountsEveryPointAsOneWithoutAWeightAndNumbersItWithoutAnId) {
    const Result result = read({"lon", "lat"}, {{101.5, 36.5}, {101.0, 36.0}});
    EXPECT_THAT(result.points.ids, ElementsAre("2", "3"));
    EXPECT_THAT(result.points.weights, ElementsAre(Persons::whole(1), Persons::whole(1)));
}

TEST(ReadDemand, NamesTheWeightThatARowWithoutCoordinatesTakesAway) {
    const Result result = read({"lon", "lat", "人口"}, {{101.5, 36.5, 1.0}, {{}, 36.0, 1234.0}});
    EXPECT_EQ(result.points.size(), 1U);
    ASSERT_THAT(kinds(result.findings), ElementsAre(FindingKind::missing_coordinates));
    EXPECT_THAT(result.findings.list()[0].detail.en, HasSubstr("Its weight of 1234 is not counted."));
    EXPECT_THAT(result.findings.list()[0].detail.zh, HasSubstr("其权重 1234 未计入。"));
}

TEST(ReadDemand, CountsARowWithoutWeightAsZeroAndSaysSo) {
    const Result result = read({"lon", "lat", "人口"}, {{101.5, 36.5, {}}});
    EXPECT_THAT(result.points.weights, ElementsAre(Persons{}));
    ASSERT_THAT(kinds(result.findings), ElementsAre(FindingKind::missing_weight));
    EXPECT_EQ(result.findings.list()[0].field, "人口");
    EXPECT_EQ(result.findings.list()[0].row, 2U);
}

TEST(ReadDemand, KeepsExactDuplicatesAndReportsEachAgainstTheFirst) {
    const Cells row{std::string{"甲村"}, 101.0, 36.0, 5.0};
    const Cells other_weight{std::string{"甲村"}, 101.0, 36.0, 6.0};
    const Cells other_name{std::string{"乙村"}, 101.0, 36.0, 5.0};
    const Result result = read({"name", "lon", "lat", "pop"}, {row, other_weight, other_name, row, row});
    EXPECT_EQ(result.points.size(), 5U);
    ASSERT_THAT(kinds(result.findings), ElementsAre(FindingKind::duplicate, FindingKind::duplicate));
    EXPECT_EQ(result.findings.list()[0].row, 5U);
    EXPECT_EQ(result.findings.list()[1].row, 6U);
    EXPECT_THAT(result.findings.list()[1].detail.en, HasSubstr("list.csv, row 6: the point equals row 2"));
}

TEST(ReadDemand, RefusesWeightsThatAreNoAmount) {
    EXPECT_THAT(error_reading(-1.0), HasSubstr("list.csv, row 3: 人口 = \"-1\" is negative"));
    EXPECT_THAT(error_reading(std::string{"many"}),
                HasSubstr("list.csv, row 3: 人口 = \"many\" is not a number"));
    EXPECT_THAT(error_reading(std::numeric_limits<double>::quiet_NaN()), HasSubstr("is not a number"));
    EXPECT_THAT(error_reading(std::string{"inf"}), HasSubstr("is too large"));
    EXPECT_THAT(error_reading(1e10), HasSubstr("is too large"));
}

TEST(ReadDemand, RefusesATotalThatCannotBeCountedExactly) {
    EXPECT_THAT(error_of([] {
                    (void)read({"lon", "lat", "pop"}, {{101.0, 36.0, 8e9}, {101.5, 36.0, 8e9}});
                }),
                HasSubstr("list.csv, row 3: the weights up to here sum to more than 8589934592"));
}

TEST(ReadDemand, RefusesATableWithoutUsableRows) {
    EXPECT_THAT(error_of([] {
                    (void)read({"lon", "lat"}, {});
                }),
                HasSubstr("list.csv: the table has no rows"));
    EXPECT_THAT(error_of([] {
                    (void)read({"lon", "lat"}, {{{}, {}}});
                }),
                HasSubstr("none of the 1 rows has usable"));
}

TEST(ReadDemand, RefusesAWeightColumnThatDoesNotExist) {
    DemandOptions options;
    options.columns.weight = "populatoin";
    EXPECT_THAT(error_of([&] {
                    (void)read({"lon", "lat", "population"}, {}, options);
                }),
                HasSubstr("Did you mean \"population\"?"));
}

class Impatient final : public Progress {
public:
    [[nodiscard]] bool cancelled() const override { return true; }
};

TEST(ReadDemand, CanBeCancelled) {
    auto source = table({"lon", "lat"}, std::vector<Cells>(70'000, Cells{101.0, 36.0}));
    features::FindingList findings;
    Impatient progress;
    EXPECT_THROW((void)read_demand(source, {}, findings, progress), Error);
}

}  // namespace
}  // namespace yiquan::intake
