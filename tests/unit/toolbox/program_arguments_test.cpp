// SPDX-License-Identifier: MIT
#include "core/toolbox/program_arguments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/toolbox/given_values.hpp"

namespace yiquan::toolbox {
namespace {

using ::testing::ElementsAre;
using Values = test::GivenValues;

TEST(ProgramArguments, StandForTheValuesInTheOrderOfTheTable) {
    const Values values{{"model", "mclp"},  {"count", "1..20"}, {"radius", "15000"}, {"share", "0.9"},
                        {"forced", "-1,2"}, {"greedy", "yes"},  {"time_limit", "60"}};
    EXPECT_THAT(program_arguments(analysis("locate"), values,
                                  {{"candidates", "/a b/c.gpkg|layername=towns"}, {"demand", "people.csv"}}),
                ElementsAre("locate", "--model=mclp", "--candidates=/a b/c.gpkg|layername=towns",
                            "--demand=people.csv", "-p", "1..20", "--radius=15000 m", "--share=0.9",
                            "--forced=-1,2", "--greedy", "--time-limit=60 s"));
}

TEST(ProgramArguments, WhatWasNotGivenIsLeftOut) {
    EXPECT_THAT(program_arguments(analysis("locate"), Values{}, {}), ElementsAre("locate"));
    EXPECT_THAT(program_arguments(analysis("screen"), Values{{"rules", "rules.toml"}}, {}),
                ElementsAre("screen", "rules.toml"));
}

TEST(ProgramAnalyses, EveryParameterButAFileThatStandsAloneHasAnOption) {
    for (const Analysis& row : analyses()) {
        if (row.verb.empty()) continue;
        for (const Parameter& parameter : row.parameters) {
            EXPECT_TRUE(parameter.option.starts_with('-') || parameter.kind == ParameterKind::file)
                << row.id << " " << parameter.id;
        }
        for (const AnalysisNumber& number : row.numbers) {
            EXPECT_TRUE(number.at.starts_with('/')) << number.id;
            // in a model, a figure and a parameter of one name would be confused
            EXPECT_TRUE(std::none_of(row.parameters.begin(), row.parameters.end(),
                                     [&](const Parameter& parameter) { return parameter.id == number.id; }))
                << number.id;
        }
    }
}

TEST(ProgramAnalyses, OfferEveryModelOfTheTableOfModels) {
    const std::vector<Parameter>& parameters = analysis("locate").parameters;
    const auto model = std::find_if(parameters.begin(), parameters.end(),
                                    [](const Parameter& parameter) { return parameter.id == "model"; });
    ASSERT_NE(model, parameters.end());
    std::vector<std::string> ids;
    for (const Choice& choice : model->choices) ids.push_back(choice.id);
    EXPECT_THAT(ids, ElementsAre("mclp", "lscp", "partial", "p-median", "p-center", "backup",
                                 "capacitated-mclp", "capacitated-p-median", "equity"));
}

}  // namespace
}  // namespace yiquan::toolbox
