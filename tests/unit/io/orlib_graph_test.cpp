// SPDX-License-Identifier: MIT
#include "core/io/locate/orlib_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

using testing::HasSubstr;

GraphProblem read(const std::string& text) {
    const ScratchFolder folder;
    Progress quiet;
    return read_orlib_graph(folder.write("graph.txt", text), quiet);
}

std::string refusal(const std::string& text) {
    return error_of(ErrorKind::input, [&] { return read(text); }).en;
}

TEST(OrlibGraph, IsDemandAndSitesWithShortestWays) {
    const GraphProblem line = read(" 3 2 2\n1 2 5\n2 3 4\n");
    EXPECT_EQ(line.count, 2U);
    EXPECT_EQ(line.problem.demand.ids, (std::vector<std::string>{"1", "2", "3"}));
    Progress quiet;
    const coverage::Links links =
        line.problem.costs->within({{0, 1, 2}, {0, 1, 2}}, coverage::CostSource::no_limit, 1, quiet);
    std::vector<Cost> ways;
    for (const std::int64_t way : {0, 5, 9, 5, 0, 4, 9, 4, 0}) ways.push_back(Cost::whole(way));
    EXPECT_EQ(links.cost, ways);
}

TEST(OrlibGraph, WithAnEdgeCountThatWrapsAroundIsRefused) {
    // 3 + 3 * 6148914691236517206 is 5 in 64 bits: as many numbers as the file holds.
    EXPECT_THAT(refusal("1 6148914691236517206 1 1 1\n"), HasSubstr("promises 6148914691236517206 edges"));
    EXPECT_THAT(refusal("1 6148914691236517205 1\n"), HasSubstr("holds 0 numbers"));
    EXPECT_THAT(refusal("2 1 1 1 2\n"), HasSubstr("holds 2 numbers"));
    EXPECT_THAT(refusal("2 2 1 1 2 3\n"), HasSubstr("promises 2 edges"));
}

TEST(OrlibGraph, WithNodesOrLengthsOutOfRangeIsRefused) {
    EXPECT_THAT(refusal("2 1 1 1 3 4\n"), HasSubstr("joins node 1 to 3, but nodes go from 1 to 2"));
    EXPECT_THAT(refusal("2 1 1 0 1 4\n"), HasSubstr("joins node 0 to 1"));
    EXPECT_THAT(refusal("2 1 1 1 9223372036854775807 4\n"), HasSubstr("9223372036854775807"));
    EXPECT_THAT(refusal("2 1 1 1 2 9223372036854775807\n"), HasSubstr("larger unit"));
    EXPECT_THAT(refusal("20001 0 1\n"), HasSubstr("numbers of nodes"));
    EXPECT_THAT(refusal("1 0 0\n"), HasSubstr("numbers of nodes"));
    EXPECT_THAT(refusal("2 1 1 1 2 99999999999999999999\n"), HasSubstr("is not a whole number"));
}

TEST(OrlibGraph, TooLargeForMemoryIsRefusedWithTheMemoryThatItWouldTake) {
    // 20,000 x 20,000 pairs of 80 bytes are 32 GB.
    const std::string message = refusal("20000 0 5\n");
    EXPECT_THAT(message, HasSubstr("20000 demand points times 20000 sites would take 32 GB"));
    EXPECT_THAT(message, HasSubstr("limit is 4 GB"));
}

/// Stops after the first report.
class Impatient final : public Progress {
public:
    void report(double) override { ++reports; }
    [[nodiscard]] bool cancelled() const override { return reports > 1; }
    int reports = 0;
};

TEST(OrlibGraph, CanBeStoppedWhileItsWaysAreMeasured) {
    const ScratchFolder folder;
    std::string text = "3000 2999 5\n";
    for (int node = 1; node < 3000; ++node)
        text += std::to_string(node) + " " + std::to_string(node + 1) + " 1\n";
    Impatient progress;
    error_of(ErrorKind::cancelled,
             [&] { return read_orlib_graph(folder.write("line.txt", text), progress); });
    EXPECT_EQ(progress.reports, 2);
}

}  // namespace
}  // namespace yiquan::io
