// SPDX-License-Identifier: MIT
#include "core/audit/stored_ledger.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "core/audit/comparison.hpp"
#include "core/audit/ledger_columns.hpp"
#include "tests/unit/audit/small_audit.hpp"
#include "tests/unit/base/error_of.hpp"

namespace yiquan::audit {
namespace {

void expect_same(const Figures& a, const Figures& b) {
    for (const LedgerColumn& column : ledger_columns())
        EXPECT_EQ(number(column, a), number(column, b)) << column.key;
}

TEST(StoredLedger, ComesBackFigureByFigure) {
    const SmallAudit audit;
    const Ledger& written = audit.result.ledger();
    const StoredLedger read = parse_ledger_json(audit_json(audit.report()), "audit.json");
    EXPECT_EQ(read.title, "small");
    EXPECT_EQ(read.notice, "演示数据");
    EXPECT_EQ(read.target_share, 0.5);
    EXPECT_EQ(read.ledger.limit, written.limit);
    ASSERT_EQ(read.zones.size(), audit.zones.size());
    ASSERT_EQ(read.ledger.zones.size(), written.zones.size());
    for (std::size_t z = 0; z < audit.zones.size(); ++z) {
        EXPECT_EQ(read.zones[z].code, audit.zones[z].code);
        EXPECT_EQ(read.zones[z].parent, audit.zones[z].parent);
        expect_same(read.ledger.zones[z], written.zones[z]);
    }
    ASSERT_EQ(read.ledger.parents.size(), written.parents.size());
    for (std::size_t p = 0; p < written.parents.size(); ++p) {
        EXPECT_EQ(read.ledger.parents[p].name, written.parents[p].name);
        expect_same(read.ledger.parents[p].figures, written.parents[p].figures);
    }
    expect_same(read.ledger.outside, written.outside);
    expect_same(read.ledger.total, written.total);
    EXPECT_EQ(imbalance(read.ledger), "");
    ASSERT_EQ(read.station_shares.size(), audit.result.station_shares.size());
    EXPECT_EQ(read.station_shares.front().share, audit.result.station_shares.front().share);
    EXPECT_EQ(read.station_shares.front().stations, 2U);
}

TEST(StoredLedger, WhatIsNoAuditIsRefused) {
    for (const char* text :
         {"", "{", "[]", "{\"schema\":\"yiquan.audit/1\"}", "{\"schema\":\"yiquan.audit/2\"}"}) {
        const auto error = test::error_of([&] { (void)parse_ledger_json(text, "old.json"); });
        ASSERT_TRUE(error) << text;
        EXPECT_EQ(error->kind(), ErrorKind::input);
        EXPECT_NE(error->message().en.find("old.json"), std::string::npos);
    }
}

/// What is said of the document of a small audit with one figure changed.
std::string refusal(const nlohmann::json::json_pointer& figure, const nlohmann::json& value,
                    void (*read)(const std::string&)) {
    const SmallAudit audit;
    auto document = nlohmann::json::parse(audit_json(audit.report()));
    EXPECT_TRUE(document.contains(figure)) << figure;
    document[figure] = value;
    const auto error = test::error_of([&] { read(document.dump()); });
    if (!error) return "nothing";
    EXPECT_EQ(error->kind(), ErrorKind::input);
    EXPECT_NE(error->message().zh.find("old.json："), std::string::npos) << error->message().zh;
    return error->message().en;
}

void read_ledger(const std::string& text) {
    (void)parse_ledger_json(text, "old.json");
}
void read_summary(const std::string& text) {
    (void)parse_audit_json(text, "old.json");
}

TEST(StoredLedger, OfFiguresThatNobodyCanCountIsRefusedByTheirName) {
    using Pointer = nlohmann::json::json_pointer;
    for (const auto& [figure, field] :
         std::vector<std::pair<const char*, const char*>>{{"/zones/0/demand", "demand"},
                                                          {"/totals/covered", "covered"},
                                                          {"/outside/unreachable", "unreachable"},
                                                          {"/parents/0/gap", "gap"},
                                                          {"/zones/1/single", "single"},
                                                          {"/zones/1/gap_area_km2", "gap_area_km2"}}) {
        for (const double value : {1e300, 9e9, -1.0}) {
            const std::string message = refusal(Pointer{figure}, value, read_ledger);
            EXPECT_TRUE(message.starts_with(std::string{"old.json: "} + field + " = ")) << message;
            EXPECT_NE(message.find("cannot be counted"), std::string::npos) << message;
        }
    }
    for (const nlohmann::json& value :
         {nlohmann::json(-1), nlohmann::json(4294967296), nlohmann::json(2.5)}) {
        const std::string message = refusal(Pointer{"/zones/0/facilities"}, value, read_ledger);
        EXPECT_TRUE(message.starts_with("old.json: facilities = ")) << message;
    }
    for (const char* figure : {"/zones/0/demand", "/zones/1/covered"}) {
        EXPECT_NE(refusal(Pointer{figure}, 1e300, read_summary).find("cannot be counted"), std::string::npos);
    }
}

TEST(StoredLedger, OfFiguresWhoseSumNobodyCanCountIsRefused) {
    // Two thousand zones of eight billion people each: every figure fits, their sum in 64 bits does not.
    const SmallAudit audit;
    auto document = nlohmann::json::parse(audit_json(audit.report()));
    auto zone = document["zones"][0];
    zone["demand"] = 8e9;
    for (int copy = 0; copy < 2000; ++copy) document["zones"].push_back(zone);
    for (void (*read)(const std::string&) : {read_ledger, read_summary}) {
        const auto error = test::error_of([&] { read(document.dump()); });
        ASSERT_TRUE(error);
        EXPECT_NE(error->message().en.find("old.json: demand: the rows sum to more than"), std::string::npos)
            << error->message().en;
    }
}

}  // namespace
}  // namespace yiquan::audit
