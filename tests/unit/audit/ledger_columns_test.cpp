// SPDX-License-Identifier: MIT
#include "core/audit/ledger_columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/audit/stored_ledger.hpp"
#include "core/io/audit/csv_writer.hpp"
#include "core/io/audit/workbook.hpp"
#include "core/io/tables/table.hpp"
#include "tests/unit/audit/small_audit.hpp"
#include "tests/unit/base/error_of.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::audit {
namespace {

/// Another value in every figure: demand 100.5, covered 99.5, and so on down the table.
Figures made_up() {
    Figures figures;
    figures.nearest.emplace();
    std::uint32_t next = 100;
    for (const LedgerColumn& column : ledger_columns()) {
        const double value = next + 0.5;
        std::visit(
            [&](auto figure) {
                using Figure = decltype(figure);
                if constexpr (std::is_same_v<Figure, Persons Figures::*>)
                    figures.*figure = Persons::nearest(value);
                if constexpr (std::is_same_v<Figure, SquareKilometres Figures::*>)
                    figures.*figure = SquareKilometres::nearest(value);
                if constexpr (std::is_same_v<Figure, std::uint32_t Figures::*>) figures.*figure = next;
                if constexpr (std::is_same_v<Figure, LedgerColumn::Distance coverage::DistanceSummary::*>)
                    (*figures.nearest).*figure = LedgerColumn::Distance{value};
                if constexpr (std::is_same_v<Figure, std::optional<bool> Figures::*>) figures.*figure = true;
            },
            column.figure);
        --next;
    }
    return figures;
}

/// A small audit whose first zone has the made-up figures.
struct MadeUpAudit : SmallAudit {
    MadeUpAudit() { result.bands.back().zones[0] = made_up(); }
};

TEST(LedgerColumns, AreEveryMemberOfTheFiguresOnce) {
    // A new member stops this from compiling: give it a row of the table, then a name here.
    const auto& [demand, covered, gap, unreachable, single, area, covered_area, gap_area, facilities, nearest,
                 meets_target] = made_up();
    EXPECT_EQ(demand.value(), 100.5);
    EXPECT_EQ(covered.value(), 99.5);
    EXPECT_EQ(single.value(), 95.5) << "after gap, unreachable and covered_share";
    EXPECT_EQ(nearest->mean.value(), 90.5);
    std::set<double> values;
    std::set<std::string_view> keys;
    for (const LedgerColumn& column : ledger_columns()) {
        values.insert(number(column, made_up()).value());
        keys.insert(column.key);
    }
    EXPECT_EQ(values.size(), ledger_columns().size());
    EXPECT_EQ(keys.size(), ledger_columns().size());
    const std::size_t stored = 10 + 4;  // members, `nearest` has four
    const auto computed =
        std::count_if(ledger_columns().begin(), ledger_columns().end(), [](const LedgerColumn& column) {
            return std::holds_alternative<LedgerColumn::Computed>(column.figure);
        });
    EXPECT_EQ(ledger_columns().size(), stored + static_cast<std::size_t>(computed));
}

TEST(LedgerColumns, AddUpWherePeopleLandAndStationsDo) {
    Figures sum = made_up();
    sum += made_up();
    for (const LedgerColumn& column : ledger_columns()) {
        const double once = number(column, made_up()).value();
        EXPECT_EQ(number(column, sum), adds_up(column) ? 2.0 * once : once) << column.key;
    }
    EXPECT_TRUE(adds_up(ledger_column("facilities")));
    EXPECT_TRUE(adds_up(ledger_column("gap_area_km2")));
    EXPECT_FALSE(adds_up(ledger_column("covered_share")));
    EXPECT_FALSE(adds_up(ledger_column("nearest_max")));
}

TEST(LedgerColumns, OfNobodyHaveNoShareNoDistanceAndNoVerdict) {
    for (const char* key : {"covered_share", "nearest_mean", "meets_target"})
        EXPECT_FALSE(number(ledger_column(key), Figures{})) << key;
    EXPECT_EQ(number(ledger_column("demand"), Figures{}), 0.0);
}

TEST(LedgerColumns, ComeInAnotherOrderWithoutLosingOne) {
    const auto order = ledger_columns_after({"facilities", "single"});
    ASSERT_EQ(order.size(), ledger_columns().size());
    EXPECT_EQ(order[0]->key, "facilities");
    EXPECT_EQ(order[1]->key, "single");
    EXPECT_EQ(order[2]->key, "demand");
    const auto error = test::error_of([] { (void)ledger_columns_after({"demand_single"}); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), ErrorKind::internal);
}

TEST(LedgerColumns, NameTheirUnits) {
    const auto title = [](const char* key, CostUnit unit) {
        return title_with_unit(ledger_column(key), unit);
    };
    EXPECT_EQ(title("demand", CostUnit::metres).en, "Demand");
    EXPECT_EQ(title("demand", CostUnit::metres).zh, "需求（人）");
    EXPECT_EQ(title("area_km2", CostUnit::metres).en, "Area (km²)");
    EXPECT_EQ(title("nearest_mean", CostUnit::metres).zh, "平均距离（米）");
    EXPECT_EQ(title("nearest_mean", CostUnit::seconds).en, "Mean time (s)");
    EXPECT_EQ(title("nearest_mean", CostUnit::seconds).zh, "平均时间（秒）");
    EXPECT_EQ(title("meets_target", CostUnit::seconds).en, "Meets the target");
}

TEST(LedgerColumns, ComeBackFromTheDocumentAsTheyWere) {
    const MadeUpAudit audit;
    const std::string text = audit_json(audit.report());
    const nlohmann::json zone = nlohmann::json::parse(text)["zones"][0];
    const Figures read = parse_ledger_json(text, "audit.json").ledger.zones[0];
    for (const LedgerColumn& column : ledger_columns()) {
        const double value = number(column, made_up()).value();
        const std::string key{column.key};
        ASSERT_TRUE(zone.contains(key)) << key;
        if (column.kind == FigureKind::flag) {
            EXPECT_EQ(zone[key], true) << key;
        } else {
            EXPECT_EQ(zone[key].get<double>(), value) << key;
        }
        EXPECT_EQ(number(column, read), value) << key;
    }
}

TEST(LedgerColumns, StandInTheTableOfZones) {
    const auto cells = [](const std::string& line) {
        std::istringstream stream(line);
        std::vector<std::string> out;
        for (std::string cell; std::getline(stream, cell, ',');) out.push_back(cell);
        return out;
    };
    std::istringstream lines(io::zones_csv(MadeUpAudit{}.report()));
    std::string heading, row;
    std::getline(lines, heading, '\r');
    lines.ignore();
    std::getline(lines, row, '\r');
    const std::vector<std::string> names = cells(heading), values = cells(row);
    ASSERT_EQ(names.size(), 3 + ledger_columns().size());
    ASSERT_EQ(values.size(), names.size());
    for (std::size_t i = 0; i < ledger_columns().size(); ++i) {
        const LedgerColumn& column = ledger_columns()[i];
        EXPECT_EQ(names[3 + i], column.key);
        if (column.kind == FigureKind::flag) {
            EXPECT_EQ(values[3 + i], "true");
        } else {
            EXPECT_EQ(std::stod(values[3 + i]), number(column, made_up())) << column.key;
        }
    }
}

TEST(LedgerColumns, StandInTheLayerOfZones) {
    const MadeUpAudit audit;
    test::MemoryLayers layers;
    io::write_layers(audit.facilities, audit.zones, audit.result, layers);
    const test::MemoryLayers::Layer& zones = layers.layer("zones");
    EXPECT_EQ(zones.schema.fields.size(), 4 + ledger_columns().size());
    for (const LedgerColumn& column : ledger_columns())
        EXPECT_EQ(features::to_number(zones.cell(0, column.key)), number(column, made_up())) << column.key;
}

TEST(LedgerColumns, StandInTheWorkbook) {
    const io::ScratchFolder folder;
    io::write_workbook(MadeUpAudit{}.report(), folder.at("audit.xlsx"), folder.at("."));
    const auto sheet = io::open_table(folder.at("audit.xlsx"), {.layer = "台账 Ledger"});
    std::vector<std::vector<features::Value>> rows;
    while (sheet->next()) {
        std::vector<features::Value>& row = rows.emplace_back();
        for (std::size_t i = 0; i < sheet->fields().size(); ++i) row.push_back(sheet->value(i));
    }
    const auto row_of = [&](const std::string& code) {
        return *std::find_if(rows.begin(), rows.end(),
                             [&](const auto& row) { return features::to_text(row[0]) == code; });
    };
    const std::vector<features::Value> headings = row_of("代码\nCode"), zone = row_of("630101");
    ASSERT_EQ(headings.size(), 2 + ledger_columns().size());
    for (const LedgerColumn& column : ledger_columns()) {
        std::size_t at = 2;
        while (at < headings.size() && !(features::to_text(headings[at]).starts_with(column.brief.zh) &&
                                         features::to_text(headings[at]).ends_with("\n" + column.brief.en)))
            ++at;
        ASSERT_LT(at, headings.size()) << column.key;
        if (column.kind == FigureKind::flag) {
            EXPECT_EQ(features::to_text(zone[at]), "是 yes");
        } else {
            EXPECT_EQ(features::to_number(zone[at]), number(column, made_up())) << column.key;
        }
    }
}

TEST(LedgerColumns, AreWhatTheReferenceExplains) {
    std::ifstream file(std::string{YIQUAN_SOURCE_DIR} + "/docs/reference.md");
    std::set<std::string> explained, keys;
    bool here = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("## ")) here = line == "## audit.json";
        if (!here || !line.starts_with("| `")) continue;
        std::istringstream cell(line.substr(0, line.find('|', 1)));
        std::string word;
        std::getline(cell, word, '`');
        while (std::getline(cell, word, '`')) {
            explained.insert(word);
            std::getline(cell, word, '`');
        }
    }
    for (const LedgerColumn& column : ledger_columns()) keys.emplace(column.key);
    EXPECT_EQ(explained, keys);
}

}  // namespace
}  // namespace yiquan::audit
