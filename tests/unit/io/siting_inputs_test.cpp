// SPDX-License-Identifier: MIT
#include "core/io/locate/inputs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

/// The sites of these lists, and one demand.
siting::Problem sites_of(const ScratchFolder& folder, std::string_view candidates,
                         std::string_view existing) {
    Progress quiet;
    SitingInputs inputs;
    inputs.candidates = folder.write("candidates.csv", candidates);
    inputs.demand = folder.write("demand.csv", "id,lon,lat,weight\nd,101.05,36.05,3\n");
    inputs.existing = folder.write("existing.csv", existing);
    return read_siting_inputs(inputs, quiet).problem;
}

TEST(SitingInputs, AnExistingSiteNearACandidateOfItsIdIsThatSiteAndStandsWhereItsListSays) {
    const ScratchFolder folder;
    // A hundred-thousandth of a degree of latitude is 1.1 m.
    const siting::Problem problem =
        sites_of(folder, "id,lon,lat\na,101.05,36.05\nb,101.15,36.05\n", "id,lon,lat\na,101.05,36.0503\n");
    ASSERT_EQ(problem.sites.size(), 2U);
    EXPECT_EQ(problem.sites[0].id, "a");
    EXPECT_EQ(problem.sites[0].role, siting::Role::stays);
    EXPECT_DOUBLE_EQ(problem.sites[0].place->lat, 36.0503);
    EXPECT_EQ(problem.sites[1].role, siting::Role::candidate);
}

TEST(SitingInputs, AnExistingSiteOfACandidatesIdElsewhereIsToldApartAndFoundAgain) {
    const ScratchFolder folder;
    const siting::Problem problem =
        sites_of(folder, "id,lon,lat\na,101.05,36.05\n", "id,lon,lat\na,101.15,36.05\n");
    ASSERT_EQ(problem.sites.size(), 2U);
    EXPECT_EQ(problem.sites[0].role, siting::Role::candidate);
    EXPECT_EQ(problem.sites[1].id, "a#existing");
    EXPECT_EQ(id_in_list(problem.sites[1].id), "a");
}

TEST(SitingInputs, OtherIdsAreThoseOfTheirList) {
    EXPECT_EQ(id_in_list("a"), "a");
    EXPECT_EQ(id_in_list("a#existing''"), "a");
    EXPECT_EQ(id_in_list("a#existing site"), "a#existing site");
}

}  // namespace
}  // namespace yiquan::io
