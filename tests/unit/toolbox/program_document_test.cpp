// SPDX-License-Identifier: MIT
#include "core/toolbox/program_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/error.hpp"

namespace yiquan::toolbox {
namespace {

using ::testing::ElementsAre;

const std::string document = R"({
  "objective": 12.5,
  "proposals": [{"id": "a"}, {"id": "b"}],
  "served": {"after": null},
  "inputs": [
    {"role": "candidates", "path": "/tmp/x/candidates.gpkg", "sha256": "00", "rows": 2},
    {"role": "demand", "path": "people.csv", "sha256": "11", "rows": 3}
  ]
}
)";

TEST(ProgramDocument, FiguresAreReadWhereTheTableSays) {
    const std::vector<AnalysisNumber> numbers{{"objective", {}, "/objective"},
                                              {"new_sites", {}, "/proposals"},
                                              {"after", {}, "/served/after"},
                                              {"before", {}, "/served/before"}};
    EXPECT_THAT(numbers_in(document, numbers),
                ElementsAre(std::optional{12.5}, std::optional{2.0}, std::nullopt, std::nullopt));
    EXPECT_THROW((void)numbers_in("done", numbers), Error);
}

TEST(ProgramDocument, WithoutCopiesNoByteChanges) {
    EXPECT_EQ(with_sources(document, {}), document);
}

TEST(ProgramDocument, ACopyIsCalledByWhatItIsACopyOf) {
    const std::vector<CopiedInput> copies{{"/tmp/x/candidates.gpkg", "towns.gpkg (5 of its features)"}};
    const auto inputs = nlohmann::json::parse(with_sources(document, copies)).at("inputs");
    EXPECT_EQ(inputs[0].at("path"), "towns.gpkg (5 of its features)");
    EXPECT_EQ(inputs[0].at("sha256"), "");
    EXPECT_EQ(inputs[0].at("rows"), 2);
    EXPECT_EQ(inputs[1].at("path"), "people.csv");
    EXPECT_EQ(inputs[1].at("sha256"), "11");
}

}  // namespace
}  // namespace yiquan::toolbox
