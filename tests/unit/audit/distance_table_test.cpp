// SPDX-License-Identifier: MIT
#include "core/audit/distance_table.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>
#include <string_view>

#include "tests/unit/audit/small_audit.hpp"

namespace yiquan::audit {
namespace {

using coverage::Service;

demand::Zones two_zones() {
    demand::Zones zones;
    for (const std::string_view code : {"1", "2"}) {
        demand::Zone& zone = zones.emplace_back();
        zone.code = code;
        zone.parent = std::string_view{"州"};
    }
    return zones;
}

TEST(DistanceTable, PutsEveryPersonIntoOneClass) {
    const demand::Zones zones = two_zones();
    DistanceBook book({Cost::whole(1000)}, zones);
    book.add(0, Persons::whole(1), Service::covered, CostValue{0});
    book.add(0, Persons::whole(2), Service::covered, CostValue{250});  // on the edge: still the nearer class
    book.add(1, Persons::whole(4), Service::covered, CostValue{251});
    book.add(1, Persons::whole(8), Service::gap, CostValue{1500});
    book.add(demand::no_zone, Persons::whole(16), Service::gap, CostValue{1e6});
    const DistanceTable table = book.close(zones).value();
    const std::vector<Persons> first{Persons::whole(3), {}, {}, {}, {}, {}, {}, {}, {}, {}};
    EXPECT_EQ(table.zones[0], first);
    EXPECT_EQ(table.zones[1][1], Persons::whole(4));
    EXPECT_EQ(table.zones[1][4], Persons::whole(8));  // 1,000 to 1,500 m
    EXPECT_EQ(table.outside.back(), Persons::whole(16));
    EXPECT_EQ(table.parents.front()[0], Persons::whole(3));
    EXPECT_EQ(std::accumulate(table.total.begin(), table.total.end(), Persons{}), Persons::whole(31));
}

TEST(DistanceTable, BelievesTheLedgerOnTheRadius) {
    // Within by the exact decision, and outside by the rounded distance, and the other way round.
    const demand::Zones zones = two_zones();
    DistanceBook book({Cost::whole(1000)}, zones);
    book.add(0, Persons::whole(1), Service::covered, CostValue{1000.0004});
    book.add(0, Persons::whole(2), Service::gap, CostValue{999.9996});
    const DistanceTable table = book.close(zones).value();
    EXPECT_EQ(table.edges[4], Cost::whole(1000));
    EXPECT_EQ(table.zones[0][3], Persons::whole(1));
    EXPECT_EQ(table.zones[0][4], Persons::whole(2));
}

TEST(DistanceTable, IsMissingWithoutFacilities) {
    const demand::Zones zones = two_zones();
    DistanceBook book({Cost::whole(1000)}, zones);
    book.add(0, Persons::whole(1), Service::gap, CostValue{std::numeric_limits<double>::infinity()});
    EXPECT_FALSE(book.close(zones).has_value());
}

TEST(DistanceTable, OfAnAuditAddsUpToItsLedger) {
    const SmallAudit audit;
    const DistanceTable& table = audit.result.distances.value();
    const Ledger& ledger = audit.result.ledger();
    const auto split = table.total.begin() + 4;
    EXPECT_EQ(table.edges[4], ledger.limit.amount);
    EXPECT_EQ(std::accumulate(table.total.begin(), split, Persons{}), ledger.total.covered);
    EXPECT_EQ(std::accumulate(split, table.total.end(), Persons{}), ledger.total.gap);
    for (std::size_t z = 0; z < ledger.zones.size(); ++z) {
        EXPECT_EQ(std::accumulate(table.zones[z].begin(), table.zones[z].end(), Persons{}),
                  ledger.zones[z].demand);
    }
}

}  // namespace
}  // namespace yiquan::audit
