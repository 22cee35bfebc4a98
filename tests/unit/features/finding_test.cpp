// SPDX-License-Identifier: MIT
#include "core/features/finding.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/features/feature_source.hpp"

namespace yiquan::features {
namespace {

TEST(FindingKinds, HaveOneRowEachInTheirOrder) {
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < finding_kinds.size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(finding_kinds[i].kind), i) << finding_kinds[i].id;
        EXPECT_EQ(info(finding_kinds[i].kind).id, finding_kinds[i].id);
        EXPECT_FALSE(finding_kinds[i].en.empty());
        EXPECT_FALSE(finding_kinds[i].zh.empty());
        ids.insert(finding_kinds[i].id);
    }
    EXPECT_EQ(ids.size(), finding_kinds.size());
}

TEST(FindingList, CountsAllAndListsTheFirstOfEachKind) {
    FindingList list;
    constexpr std::uint64_t too_many = FindingList::most_listed + 5;
    Finding duplicate;
    duplicate.kind = FindingKind::duplicate;
    for (std::uint64_t i = 0; i < too_many; ++i) list.add(duplicate);
    Finding swapped;
    swapped.kind = FindingKind::swapped_coordinates;
    list.add(swapped);

    EXPECT_EQ(list.count(FindingKind::duplicate), too_many);
    EXPECT_EQ(list.count(FindingKind::swapped_coordinates), 1U);
    EXPECT_EQ(list.count(FindingKind::missing_name), 0U);
    EXPECT_EQ(list.count(), too_many + 1);
    EXPECT_EQ(list.list().size(), FindingList::most_listed + 1);
    EXPECT_EQ(list.list().back().kind, FindingKind::swapped_coordinates);
}

TEST(MemorySource, HandsOutRowsOnceAndCountsThemAsASheetDoes) {
    MemorySource source("stations", {{"name", FieldType::text}, {"seats", FieldType::integer}},
                        {{{Value{std::string{"A"}}, Value{std::int64_t{3}}}, geo::RawPosition{101.0, 36.0}},
                         {{Value{std::string{"B"}}}, {}}});
    EXPECT_TRUE(source.has_geometry());
    EXPECT_EQ(source.size(), 2U);
    ASSERT_TRUE(source.next());
    EXPECT_EQ(source.row(), 2U);
    EXPECT_EQ(to_text(source.value(0)), "A");
    EXPECT_EQ(std::get<geo::RawPosition>(source.geometry()).x, 101.0);
    ASSERT_TRUE(source.next());
    EXPECT_EQ(source.row(), 3U);
    EXPECT_TRUE(is_blank(source.value(1)));  // a row shorter than the heading ends in empty cells
    EXPECT_FALSE(source.next());
}

}  // namespace
}  // namespace yiquan::features
