// SPDX-License-Identifier: MIT
#include "core/toolbox/analysis.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "core/io/audit/layers.hpp"
#include "core/toolbox/layer_schemas.hpp"
#include "core/toolbox/parameters.hpp"
#include "tests/unit/base/error_of.hpp"
#include "tests/unit/features/memory_layers.hpp"
#include "tests/unit/toolbox/given_values.hpp"

namespace yiquan::toolbox {
namespace {

using ::testing::HasSubstr;

using Values = test::GivenValues;

/// Two stations 20 km apart on the parallel of 36.5, one zone around both, people beside each and far away.
class SmallInputs final : public io::AuditInputs {
public:
    std::unique_ptr<features::FeatureSource> table(std::string_view role) override {
        using features::FieldType;
        using Rows = std::vector<features::MemorySource::Row>;
        if (role == "zones") {
            const features::RawRing ring{{100, 36}, {102, 36}, {102, 37}, {100, 37}, {100, 36}};
            return std::make_unique<features::MemorySource>(
                "zones", std::vector<features::Field>{{"code", FieldType::text}, {"name", FieldType::text}},
                Rows{{{std::string{"630101"}, std::string{"城"}}, features::RawPolygons{{ring}}}},
                "EPSG:4326");
        }
        if (role == "facilities") {
            return std::make_unique<features::MemorySource>(
                "stations", std::vector<features::Field>{{"name", FieldType::text}},
                Rows{{{std::string{"东"}}, geo::RawPosition{101.0, 36.5}},
                     {{std::string{"西"}}, geo::RawPosition{100.8, 36.5}},
                     {{std::string{"西"}}, geo::RawPosition{100.8, 36.5}}},
                "EPSG:4326");
        }
        return std::make_unique<features::MemorySource>(
            "people", std::vector<features::Field>{{"population", FieldType::integer}},
            Rows{{{std::int64_t{30}}, geo::RawPosition{101.0, 36.5}},
                 {{std::int64_t{20}}, geo::RawPosition{100.8, 36.5}},
                 {{std::int64_t{50}}, geo::RawPosition{101.8, 36.5}}},
            "EPSG:4326");
    }
    features::InputRecord record(std::string_view role) override {
        return {.role = {}, .path = std::string{role}, .sha256 = {}, .rows = 0};
    }
    audit::StoredAudit stored_audit(std::string_view role) override {
        audit::StoredAudit audit;
        audit.summary.zones = {
            {"630101", "城", "", Persons::whole(100), Persons::whole(role == "before" ? 30 : 50)},
            {"", "", "", {}, {}}};
        audit.demand =
            std::vector<audit::DemandState>{{{101.0, 36.5}, "630101", Persons::whole(30), true},
                                            {{100.8, 36.5}, "630101", Persons::whole(20), role == "after"},
                                            {{101.8, 36.5}, "630101", Persons::whole(50), false}};
        return audit;
    }
};

class Outputs final : public io::AuditOutputs {
public:
    features::FeatureSink& create_layer(const features::LayerSchema& schema) override {
        return layers.create_layer(schema);
    }
    test::MemoryLayers layers;
};

struct Ran {
    AnalysisFigures figures;
    features::FindingList findings;
    std::set<std::string> layers;
};

Ran ran(const Analysis& row, const ParameterValues& values) {
    Ran out;
    SmallInputs inputs;
    Outputs outputs;
    Progress quiet;
    AnalysisRun run{values, inputs, outputs, out.findings, quiet, 1, "1.2.3"};
    out.figures = row.run(run);
    for (const auto& [id, layer] : outputs.layers.all()) out.layers.insert(id);
    return out;
}

TEST(Analyses, EachRunsAndMakesWhatItsRowSays) {
    for (const Analysis& row : analyses()) {
        if (!row.verb.empty()) continue;  // run by the program
        const Ran result = ran(row, Values{{"radius", "1000"}});
        EXPECT_EQ(result.figures.numbers.size(), row.numbers.size()) << row.id;
        EXPECT_TRUE(nlohmann::json::accept(result.figures.json)) << row.id;
        for (const MapLayer& layer : row.layers)
            EXPECT_TRUE(result.layers.contains(std::string{layer.table})) << row.id << " " << layer.table;
    }
}

TEST(Analyses, CoverageFiguresAreThoseOfTheTown) {
    for (const char* id : {"audit", "gaps", "k_coverage", "nearest_facility"}) {
        const Ran result = ran(analysis(id), Values{{"radius", "1000"}});
        // 30 + 20 beside the stations, 50 far away; one finding, the station listed twice.
        EXPECT_EQ(result.figures.numbers, (std::vector<double>{100, 50, 50, 0.5, 1})) << id;
    }
    const Ran compared = ran(analysis("compare"), Values{});
    EXPECT_EQ(compared.figures.numbers, (std::vector<double>{20, 0, 20}));
    const Ran imported = ran(analysis("import"), Values{});
    EXPECT_EQ(imported.figures.numbers, (std::vector<double>{2, 1}));
}

TEST(Analyses, HaveNamesAndHelpInBothLanguagesAndIdsOfTheirOwn) {
    std::set<std::string_view> ids;
    for (const Analysis& row : analyses()) {
        EXPECT_TRUE(ids.insert(row.id).second) << row.id;
        for (const Message& message : {row.name, row.summary}) {
            EXPECT_FALSE(message.en.empty()) << row.id;
            EXPECT_FALSE(message.zh.empty()) << row.id;
        }
        std::set<std::string_view> parameters;
        for (const Parameter& parameter : row.parameters) {
            EXPECT_TRUE(parameters.insert(parameter.id).second) << row.id << " " << parameter.id;
            EXPECT_FALSE(parameter.name.en.empty() || parameter.name.zh.empty()) << parameter.id;
            EXPECT_EQ(parameter.help.en.empty(), parameter.help.zh.empty()) << parameter.id;
            EXPECT_EQ(parameter.kind == ParameterKind::choice, !parameter.choices.empty()) << parameter.id;
            if (parameter.kind == ParameterKind::column) {
                EXPECT_TRUE(parameters.contains(parameter.of)) << parameter.id;
            }
        }
        for (const MapLayer& layer : row.layers) {
            EXPECT_FALSE(layer.en.empty() || layer.zh.empty()) << row.id << " " << layer.table;
            EXPECT_TRUE(find_layer_schema(layer.table) != nullptr || !row.verb.empty())
                << row.id << " " << layer.table;
        }
        EXPECT_EQ(row.verb.empty(), row.run != nullptr) << row.id;
    }
    EXPECT_THROW((void)analysis("nothing"), Error);
}

TEST(RunOf, WhatContradictsItselfIsRefusedInWords) {
    const auto words = [](const Values& values) {
        const auto error = test::error_of([&] { (void)run_of(values); });
        return error ? error->message().en : std::string{};
    };
    EXPECT_THAT(words(Values{}), HasSubstr("no radius"));
    EXPECT_THAT(words(Values{{"radius", "-3"}}), HasSubstr("above zero"));
    EXPECT_THAT(words(Values{{"standard", "own"}, {"bands", "500"}}), HasSubstr("unit"));
    EXPECT_THAT(words(Values{{"standard", "county-center"}}), HasSubstr("county-centre"));
    EXPECT_THAT(words(Values{{"standard", "walk-15min"}}), HasSubstr("street network"));
    EXPECT_THAT(words(Values{{"radius", "1000"}, {"target_share", "85"}}), HasSubstr("at most 1"));
    EXPECT_THAT(words(Values{{"radius", "1000"}, {"open_at", "25:00"}}), HasSubstr("25:00"));
    EXPECT_THAT(words(Values{{"radius", "1000"}, {"facilities_datum", "gcj2"}}), HasSubstr("gcj02"));
    EXPECT_EQ(words(Values{{"radius", "1000"}}), "");
}

TEST(RunOf, TakesRadiiFiltersAndStandards) {
    const audit::RunFile run = run_of(Values{{"radius", "1000"},
                                             {"bands", "500 m，2 公里; 3km"},
                                             {"amenities", "饮水、WiFi"},
                                             {"open_24h", "yes"},
                                             {"kinds", "工会驿站"}});
    const std::vector<Cost> bands{Cost::whole(500), Cost::whole(1000), Cost::whole(2000), Cost::whole(3000)};
    EXPECT_EQ(run.params.standard.bands, bands);
    EXPECT_EQ(run.params.filter.amenities, (std::vector<std::string>{"饮水", "WiFi"}));
    EXPECT_TRUE(run.params.filter.open_24h);
    EXPECT_EQ(run_of(Values{{"standard", "union-new-double15"}, {"radius", "800"}}).params.standard.bands,
              std::vector<Cost>{Cost::whole(800)});
    EXPECT_EQ(run_of(Values{{"standard", "county-centre-15km"}, {"radius", "800"}}).params.standard.bands,
              std::vector<Cost>{Cost::whole(15'000)});
}

}  // namespace
}  // namespace yiquan::toolbox
