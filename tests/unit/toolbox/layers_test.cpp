// SPDX-License-Identifier: MIT
#include "core/toolbox/layer_schemas.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "core/io/audit/layers.hpp"
#include "core/io/import/layers.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/toolbox/analysis.hpp"
#include "core/toolbox/map_layer.hpp"
#include "tests/unit/audit/small_audit.hpp"
#include "tests/unit/base/error_of.hpp"

namespace yiquan::toolbox {
namespace {

using audit::Figures;
using audit::SmallAudit;
using io::audit_layers;
using io::write_findings;
using io::write_stations;

namespace fs = std::filesystem;
using test::MemoryLayers;
using ::testing::HasSubstr;
using ::testing::Not;

bool fits(const features::Value& value, features::FieldType type) {
    switch (type) {
        case features::FieldType::text:
            return std::holds_alternative<std::monostate>(value) ||
                   std::holds_alternative<std::string>(value);
        case features::FieldType::integer:
            return std::holds_alternative<std::monostate>(value) ||
                   std::holds_alternative<std::int64_t>(value);
        case features::FieldType::real:
            return std::holds_alternative<std::monostate>(value) || std::holds_alternative<double>(value);
    }
    return false;
}
bool fits(const features::Geometry& geometry, features::GeometryType type) {
    if (std::holds_alternative<std::monostate>(geometry)) return true;
    switch (type) {
        case features::GeometryType::none:
            return false;
        case features::GeometryType::point:
            return std::holds_alternative<geo::LonLat>(geometry);
        case features::GeometryType::lines:
            return std::holds_alternative<geo::LineString>(geometry);
        case features::GeometryType::polygons:
            return std::holds_alternative<geo::MultiPolygon>(geometry);
    }
    return false;
}
/// Rows must fit their schema, cell by cell.
void expect_sound(const MemoryLayers::Layer& layer) {
    SCOPED_TRACE(std::string{layer.schema.id});
    std::set<std::string_view> names;
    for (const features::LayerField& field : layer.schema.fields) {
        EXPECT_TRUE(names.insert(field.name).second) << field.name << " twice";
        EXPECT_FALSE(field.alias_en.empty());
        EXPECT_FALSE(field.alias_zh.empty());
    }
    EXPECT_FALSE(layer.schema.title_en.empty());
    EXPECT_FALSE(layer.schema.title_zh.empty());
    EXPECT_FALSE(layer.rows.empty()) << "nothing to look at";
    for (const MemoryLayers::Row& row : layer.rows) {
        ASSERT_EQ(row.values.size(), layer.schema.fields.size());
        EXPECT_TRUE(fits(row.geometry, layer.schema.geometry));
        for (std::size_t i = 0; i < row.values.size(); ++i)
            EXPECT_TRUE(fits(row.values[i], layer.schema.fields[i].type)) << layer.schema.fields[i].name;
    }
}

TEST(Layers, HaveIdsOfTheirOwn) {
    std::set<std::string_view> ids;
    for (const features::LayerSchema& layer : audit_layers()) {
        EXPECT_TRUE(ids.insert(layer.id).second) << layer.id;
        EXPECT_EQ(&layer_schema(layer.id), &layer);
    }
    for (const std::string_view id : {"facilities", "service_areas", "service_gaps", "demand", "zones"})
        EXPECT_TRUE(ids.contains(id)) << id << " is promised by the design";
    const auto error = test::error_of([] { (void)layer_schema("roads"); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), ErrorKind::internal);
}

TEST(Layers, OfAnAuditAreAllWrittenAndFitTheirSchemas) {
    const SmallAudit audit;
    EXPECT_EQ(audit.layers.all().size(), audit_layers().size());
    for (const features::LayerSchema& schema : audit_layers()) {
        ASSERT_TRUE(audit.layers.all().contains(std::string{schema.id})) << schema.id;
        expect_sound(audit.layers.layer(std::string{schema.id}));
    }
}

TEST(Layers, OfStationsAndFindingsFitTheirSchemasToo) {
    SmallAudit audit;
    features::Finding nowhere;
    nowhere.kind = features::FindingKind::missing_coordinates;
    nowhere.row = 7;
    nowhere.detail = {"no place", "没有坐标"};
    audit.findings.add(nowhere);
    MemoryLayers store;
    write_stations(audit.facilities, store);
    write_findings(audit.findings, store);
    expect_sound(store.layer("stations"));
    expect_sound(store.layer("findings"));
    const MemoryLayers::Layer& findings = store.layer("findings");
    ASSERT_EQ(findings.rows.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<geo::LonLat>(findings.rows[0].geometry));
    EXPECT_TRUE(std::holds_alternative<std::monostate>(findings.rows[1].geometry));
    EXPECT_EQ(findings.text(1, "kind"), "missing_coordinates");
    EXPECT_EQ(findings.text(1, "row"), "7");
    EXPECT_EQ(findings.text(1, "detail_zh"), "没有坐标");
    EXPECT_EQ(store.layer("stations").text(0, "amenities"), "饮水、WiFi");
    EXPECT_EQ(store.layer("stations").text(2, "open_24h"), "") << "unknown is neither yes nor no";
}

TEST(Layers, SayWhatTheLedgerSays) {
    const SmallAudit audit;
    const MemoryLayers::Layer& zones = audit.layers.layer("zones");
    for (std::size_t z = 0; z < audit.zones.size(); ++z) {
        const Figures& figures = audit.result.ledger().zones[z];
        EXPECT_EQ(zones.cell(z, "demand"), features::Value{figures.demand.value()});
        EXPECT_EQ(zones.cell(z, "covered"), features::Value{figures.covered.value()});
        EXPECT_EQ(zones.cell(z, "gap"), features::Value{figures.gap.value()});
        EXPECT_EQ(zones.cell(z, "single"), features::Value{figures.single.value()});
        EXPECT_EQ(zones.cell(z, "covered_share"), features::Value{figures.covered_share()});
        EXPECT_EQ(zones.cell(z, "area_km2"), features::Value{figures.area.value()});
        EXPECT_EQ(zones.cell(z, "facilities"), features::Value{std::int64_t{figures.facilities}});
        EXPECT_EQ(zones.cell(z, "meets_target"),
                  features::Value{std::int64_t{*figures.meets_target ? 1 : 0}});
    }
    const MemoryLayers::Layer& facilities = audit.layers.layer("facilities");
    EXPECT_EQ(facilities.text(0, "active"), "1");
    EXPECT_EQ(facilities.text(2, "active"), "0");
    EXPECT_EQ(facilities.text(1, "honoured"), "1");
    EXPECT_EQ(facilities.cell(0, "demand_served"),
              features::Value{audit.result.facilities[0].served.value()});
    EXPECT_EQ(facilities.text(2, "zone_code"), "630102");
}

TEST(Layers, OfDemandTellHowEachPlaceIsServed) {
    // Stations s1 at 101.0 and s2 at 101.2 E; a degree is 89.6 km here; bands of 10 and 20 km.
    const SmallAudit audit;
    const MemoryLayers::Layer& demand = audit.layers.layer("demand");
    ASSERT_EQ(demand.rows.size(), 5U);
    EXPECT_EQ(demand.text(0, "class"), "gap");  // 100.0 E: nowhere near, and in no zone
    EXPECT_EQ(demand.text(0, "zone_code"), "");
    EXPECT_EQ(demand.text(0, "band_m"), "");
    EXPECT_EQ(demand.text(0, "nearest_id"), "s1");
    EXPECT_EQ(demand.text(1, "class"), "covered");  // at s1, and 17.9 km from s2
    EXPECT_EQ(demand.text(1, "covering"), "2");
    EXPECT_EQ(demand.text(1, "band_m"), "10000");
    EXPECT_EQ(demand.text(1, "only_id"), "");
    EXPECT_EQ(demand.text(1, "nearest_m"), "0");
    EXPECT_EQ(demand.text(2, "covering"), "2");     // 101.1 E: 8.96 km from both
    EXPECT_EQ(demand.text(3, "class"), "covered");  // 101.4 E: s3 takes no part; 17.9 km from s2
    EXPECT_EQ(demand.text(3, "band_m"), "20000");
    EXPECT_EQ(demand.text(3, "only_id"), "s2");
    EXPECT_EQ(demand.text(3, "zone_code"), "630102");
    EXPECT_EQ(demand.text(4, "class"), "gap");
    EXPECT_EQ(demand.text(4, "nearest_id"), "s2");
}

TEST(Layers, OfCoveredLandAndServiceAreasHaveARowPerBand) {
    const SmallAudit audit;
    EXPECT_EQ(audit.layers.layer("service_areas").rows.size(), 2U * 2U);  // two bands, two stations
    EXPECT_EQ(audit.layers.layer("service_areas").text(0, "radius_m"), "10000");
    EXPECT_EQ(audit.layers.layer("service_areas").text(3, "radius_m"), "20000");
    EXPECT_EQ(audit.layers.layer("service_areas").text(3, "facility_id"), "s2");
    const MemoryLayers::Layer& land = audit.layers.layer("covered_areas");
    ASSERT_EQ(land.rows.size(), 2U * 2U);
    EXPECT_EQ(land.cell(3, "area_km2"), features::Value{audit.result.ledger().zones[1].covered_area.value()});
}

// What styles say of layers
// ----------------------------------------------------------------------------------

fs::path styles_folder() {
    return fs::path{YIQUAN_SOURCE_DIR} / "styles";
}
std::string read(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}
/// Everything that stands between two marks.
std::set<std::string> between(const std::string& text, const std::string& open, const std::string& close) {
    std::set<std::string> out;
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
        at += open.size();
        const std::size_t end = text.find(close, at);
        if (end == std::string::npos) break;
        out.insert(text.substr(at, end - at));
        at = end + close.size();
    }
    return out;
}

/// Schema of the table that each style is made for; none where its columns depend on the run.
std::map<std::string, const features::LayerSchema*> styled_tables() {
    std::map<std::string, const features::LayerSchema*> tables;
    for (const MapLayer& row : map_layers()) {
        tables[std::string{row.style}] = find_layer_schema(row.table);
        if (!row.style_of_polygons.empty()) tables[std::string{row.style_of_polygons}] = nullptr;
    }
    return tables;
}

TEST(Styles, EveryLayerHasOneAndEveryStyleHasALayer) {
    std::set<std::string> styles;
    for (const fs::directory_entry& entry : fs::directory_iterator(styles_folder())) {
        if (entry.path().extension() == ".qml") styles.insert(entry.path().stem().string());
    }
    std::set<std::string> wanted{"what_if", "what_if_circles"};  // scratch layers of the plugin, tested there
    for (const auto& [style, table] : styled_tables()) {
        const bool drawn = table == nullptr || table->geometry != features::GeometryType::none;
        if (drawn) wanted.insert(style);
    }
    EXPECT_EQ(styles, wanted);
}

TEST(Styles, NameOnlyFieldsThatTheirLayersHave) {
    for (const auto& [id, table] : styled_tables()) {
        if (table == nullptr || table->geometry == features::GeometryType::none) continue;
        const std::string style = read(styles_folder() / (id + ".qml"));
        ASSERT_THAT(style, HasSubstr("<qgis"));
        std::set<std::string> named = between(style, "&quot;", "&quot;");  // in expressions
        named.merge(between(style, " field=\"", "\""));                    // aliases, defaults, widgets
        named.merge(between(style, "[% \"", "\" %]"));                     // map tips
        for (const std::string& column : between(style, "<column ", "/>")) {
            if (column.find("type=\"field\"") != std::string::npos)
                named.merge(between(column, " name=\"", "\""));
        }
        EXPECT_FALSE(named.empty());
        std::set<std::string> fields;
        for (const features::LayerField& field : table->fields) fields.insert(std::string{field.name});
        for (const std::string& name : named)
            EXPECT_TRUE(fields.contains(name)) << id << ".qml names " << name;
    }
}

TEST(Styles, GiveEveryFieldAChineseName) {
    for (const auto& [id, table] : styled_tables()) {
        if (table == nullptr || table->geometry == features::GeometryType::none) continue;
        const std::set<std::string> aliased =
            between(read(styles_folder() / (id + ".qml")), " field=\"", "\"");
        for (const features::LayerField& field : table->fields)
            EXPECT_TRUE(aliased.contains(std::string{field.name})) << id << "." << field.name;
    }
}

}  // namespace
}  // namespace yiquan::toolbox
