// SPDX-License-Identifier: MIT
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "core/io/gdal/gdal_handles.hpp"
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

using testing::HasSubstr;

constexpr int input = 3;

std::string bytes_of_noise(std::size_t size) {
    std::string noise(size, '\0');
    std::uint32_t state = 1;
    for (char& byte : noise) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24U);
    }
    return noise;
}

std::uint64_t found(const Json& audit, const std::string& kind) {
    return audit["findings"]["by_kind"].value(kind, std::uint64_t{0});
}

TEST(BadTable, ThatIsNoTableIsRefusedByNameWhateverItIsNeededFor) {
    SmallCounty county;
    for (const char* name : {"noise.csv", "noise.xlsx", "noise.dat"}) {
        county.write(name, bytes_of_noise(5000));
        for (const char* section : {"facilities", "demand", "zones"}) {
            const std::string right = county.sections[section];
            county.sections[section] = std::string{"path = \""} + name + "\"";
            expect_refused(county, input, {name, "is not a table"}, {name, "不是"});
            county.sections[section] = right;
        }
    }
}

TEST(BadTable, WithoutACoordinateColumnListsTheColumnsItHas) {
    SmallCounty county;
    county.write("stations.csv", "编号,名称\n1,东站\n");
    expect_refused(county, input, {"stations.csv", "no longitude column", "编号, 名称", "lon or 经度"},
                   {"stations.csv", "找不到经度列", "编号、名称"});
    county.write("stations.csv", "编号,经度\n1,101\n");
    expect_refused(county, input, {"no latitude column"}, {"找不到纬度列"});
}

TEST(BadTable, WithAHeadingOnlyIsRefused) {
    SmallCounty county;
    county.write("stations.csv", "id,name,lon,lat\n");
    expect_refused(county, input, {"stations.csv", "no rows"}, {"没有数据行"});
    county.write("stations.csv", SmallCounty::stations);
    county.write("demand.csv", "id,lon,lat,population\n");
    expect_refused(county, input, {"demand.csv", "no rows"}, {"没有数据行"});
    county.write("demand.csv", SmallCounty::demand);
    county.write("zones.geojson", R"({"type": "FeatureCollection", "features": []})");
    expect_refused(county, input, {"zones.geojson"}, {"zones.geojson"});
}

TEST(BadTable, WithoutOneUsableRowIsRefused) {
    SmallCounty county;
    county.write("stations.csv", "id,lon,lat\n1,,\n2,x,y\n3,0,0\n");
    expect_refused(county, input, {"stations.csv", "none of the 3 rows"}, {"3 行中没有一行"});
}

TEST(BadTable, ThatIsEmptyIsRefused) {
    SmallCounty county;
    county.write("demand.csv", "");
    expect_refused(county, input, {"demand.csv", "is empty"}, {"是空文件"});
}

struct Weight {
    std::string what;
    std::string cell;
    std::string word;
    std::string zh;
};

void PrintTo(const Weight& weight, std::ostream* out) {
    *out << weight.cell;
}

class BadWeight : public testing::TestWithParam<Weight> {};

TEST_P(BadWeight, IsRefusedWithFileRowFieldAndValue) {
    SmallCounty county;
    county.write("demand.csv",
                 "id,lon,lat,population\nd1,101.05,36.05,3\nd2,101.05,36.05," + GetParam().cell + "\n");
    expect_refused(county, input, {"demand.csv, row 3: population = ", GetParam().word},
                   {"demand.csv 第 3 行：population = ", GetParam().zh});
}

INSTANTIATE_TEST_SUITE_P(Weight, BadWeight,
                         testing::Values(Weight{"Negative", "-3", "\"-3\" is negative", "“-3”为负数"},
                                         Weight{"Nan", "nan", "\"nan\" is not a number", "不是数字"},
                                         Weight{"Infinite", "inf", "\"inf\" is too large", "过大"},
                                         Weight{"Minus_infinite", "-inf", "\"-inf\" is negative", "为负数"},
                                         Weight{"Huge", "1e400", "is too large", "过大"},
                                         Weight{"Words", "many", "\"many\" is not a number", "不是数字"},
                                         Weight{"Mixed", "5 人", "\"5 人\" is not a number", "不是数字"}),
                         [](const auto& weight) { return weight.param.what; });

TEST(Weights, OfTenBillionTogetherAreTooManyToCountExactly) {
    SmallCounty county;
    county.write("demand.csv",
                 "id,lon,lat,population\nd1,101.05,36.05,5e9\nd2,101.05,36.05,5e9\nd3,101.05,36.05,1\n");
    expect_refused(county, input, {"demand.csv, row 3", "sum to more than 8589934592"},
                   {"第 3 行", "8589934592"});
}

TEST(Weights, ThatAreEmptyCountAsZeroWithAFinding) {
    SmallCounty county;
    county.write("demand.csv", "id,lon,lat,population\nd1,101.05,36.05,\nd2,101.05,36.05,4\n");
    const Json audit = county.audited();
    EXPECT_EQ(audit["totals"]["demand"], 4.0);
    EXPECT_EQ(found(audit, "missing_weight"), 1U);
}

TEST(Weights, OfZeroEverywhereGiveNoShareAndNoTarget) {
    SmallCounty county;
    county.write("demand.csv", "id,lon,lat,population\nd1,101.05,36.05,0\nd2,101.05,36.05,-0\n");
    county.sections["standard"] += "\ntarget_share = 0.5";
    const Outcome outcome = county.audit("out", {"--check"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json audit = Json::parse(content_of(county.folder() / "out" / "audit.json"));
    EXPECT_EQ(audit["totals"]["demand"], 0.0);
    EXPECT_EQ(audit["totals"]["covered_share"], 0.0);
    EXPECT_TRUE(audit["totals"]["meets_target"].is_null());
}

TEST(BadZones, AsTextWithoutACoordinateReferenceSystemAreRefused) {
    SmallCounty county;
    county.write("zones.csv", "code,WKT\n1,\"POLYGON((101 36,101.1 36,101.1 36.1,101 36.1,101 36))\"\n");
    county.sections["zones"] = "path = \"zones.csv\"";
    expect_refused(county, input, {"zones.csv", "no coordinate reference system", "crs = \"EPSG:4490\""},
                   {"zones.csv", "没有坐标参考系"});
    county.sections["zones"] += "\ncrs = \"EPSG:4490\"";
    EXPECT_EQ(county.audited()["zones"].size(), 1U);
}

TEST(BadZones, AsAShapefileWithoutItsPrjAreRefused) {
    SmallCounty county;
    GDALAllRegister();
    {
        const io::DatasetHandle made{
            GetGDALDriverManager()
                ->GetDriverByName("ESRI Shapefile")
                ->Create(county.at("zones.shp").c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
        OGRLayer* layer = made->CreateLayer("zones", nullptr, wkbPolygon, nullptr);
        OGRFieldDefn code("code", OFTString);
        layer->CreateField(&code);
        const io::FeatureHandle row{OGRFeature::CreateFeature(layer->GetLayerDefn())};
        row->SetField("code", "1");
        OGRLinearRing ring;
        for (const auto& [x, y] :
             {std::pair{101.0, 36.0}, {101.0, 36.1}, {101.1, 36.1}, {101.1, 36.0}, {101.0, 36.0}})
            ring.addPoint(x, y);
        OGRPolygon polygon;
        polygon.addRing(&ring);
        row->SetGeometry(&polygon);
        ASSERT_EQ(layer->CreateFeature(row.get()), OGRERR_NONE);
    }
    ASSERT_FALSE(std::filesystem::exists(county.at("zones.prj")));
    county.sections["zones"] = "path = \"zones.shp\"";
    expect_refused(county, input, {"zones.shp", "no coordinate reference system"}, {"没有坐标参考系"});
}

TEST(BadZones, WithoutPolygonsAreRefused) {
    SmallCounty county;
    county.sections["zones"] = "path = \"demand.csv\"";
    expect_refused(county, input, {"demand.csv", "polygon"}, {"面图"});
}

std::string polygon(const std::string& code, const std::string& ring) {
    return R"({"type": "Feature", "properties": {"code": ")" + code + R"(", "name": "县)" + code +
           R"("}, "geometry": {"type": "Polygon", "coordinates": [[)" + ring + "]]}}";
}

std::string collection(const std::vector<std::string>& features) {
    std::string text = R"({"type": "FeatureCollection", "features": [)";
    for (const std::string& feature : features) {
        if (!text.ends_with('[')) text += ",\n";
        text += feature;
    }
    return text + "]}";
}

/// A point of one person on every 0.004 degrees, away from all borders.
std::string one_person_each() {
    std::string text = "id,lon,lat,people\n";
    for (int i = 0; i < 50; ++i) {
        for (int j = 0; j < 25; ++j) {
            text += std::to_string(i * 25 + j) + "," + std::to_string(101.0021 + 0.004 * i) + "," +
                    std::to_string(36.0021 + 0.004 * j) + ",1\n";
        }
    }
    return text;
}

TEST(BadZones, ThatOverlapShareNobody) {
    SmallCounty county;
    county.write("demand.csv", one_person_each());
    county.write(
        "zones.geojson",
        collection({polygon("1", "[101, 36], [101.12, 36], [101.12, 36.1], [101, 36.1], [101, 36]"),
                    polygon("2", "[101.08, 36], [101.2, 36], [101.2, 36.1], [101.08, 36.1], [101.08, 36]")}));
    const Json audit = county.audited();
    expect_balance(audit);
    EXPECT_EQ(found(audit, "overlapping_zones"), 1U);
    EXPECT_EQ(audit["totals"]["demand"], 1250.0);
    EXPECT_EQ(audit["totals"]["outside_zones"], 0.0);
    EXPECT_EQ(audit["zones"][0]["demand"], 750.0) << "the land stays with the lower code";
    EXPECT_EQ(audit["zones"][1]["demand"], 500.0);
    EXPECT_NEAR(audit["totals"]["area_km2"].get<double>(), 199.96, 0.01);
    EXPECT_THAT(content_of(county.folder() / "out" / "findings.csv"),
                HasSubstr("zones \"\"县1\"\" (1) and \"\"县2\"\" (2) overlap"));
}

TEST(BadZones, ThatLieTwiceOnOnePlaceAreRefused) {
    SmallCounty county;
    const std::string square = "[101, 36], [101.2, 36], [101.2, 36.1], [101, 36.1], [101, 36]";
    county.write("zones.geojson", collection({polygon("1", square), polygon("2", square)}));
    expect_refused(county, input, {"zones.geojson, row 1", "count twice"}, {"人口会重复计算"});
}

TEST(BadZones, ThatCrossThemselvesAreRepairedAndCountEachPersonOnce) {
    SmallCounty county;
    county.write("demand.csv", one_person_each());
    // An hourglass: two triangles that meet in the middle; half of the land of its box.
    county.write("zones.geojson",
                 collection({polygon("1", "[101, 36], [101.2, 36.1], [101.2, 36], [101, 36.1], [101, 36]")}));
    const Json audit = county.audited();
    expect_balance(audit);
    EXPECT_EQ(found(audit, "repaired_zone"), 1U);
    EXPECT_EQ(audit["totals"]["demand"], 1250.0);
    EXPECT_NEAR(audit["zones"][0]["demand"].get<double>(), 625.0, 30.0);
    EXPECT_NEAR(audit["zones"][0]["area_km2"].get<double>(), 99.98, 0.01);
    EXPECT_THAT(content_of(county.folder() / "out" / "findings.csv"), HasSubstr("was not a valid polygon"));
}

TEST(BadList, OfTenThousandEqualRowsLeavesOneStationAndCountsTheRest) {
    SmallCounty county;
    std::string list = "id,name,lon,lat\n";
    for (int i = 0; i < 10'000; ++i) list += "s1,东站,101.05,36.05\n";
    county.write("stations.csv", list);
    const Outcome outcome = county.audit();
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_LT(outcome.took, std::chrono::seconds(10));
    const Json audit = Json::parse(content_of(county.folder() / "out" / "audit.json"));
    EXPECT_EQ(audit["facilities"].size(), 1U);
    EXPECT_EQ(found(audit, "duplicate"), 9'999U);
    const std::string findings = content_of(county.folder() / "out" / "findings.csv");
    EXPECT_EQ(std::count(findings.begin(), findings.end(), '\n'), 1 + 9'999 + 1);
}

/// Two hundred megabytes that repeat a pattern behind a heading.
void write_garbage(const SmallCounty& county, const std::string& heading, const std::string& pattern) {
    constexpr std::size_t size = 200'000'000;
    std::string block;
    while (block.size() < 1'000'000) block += pattern;
    std::ofstream file{county.folder() / "stations.csv", std::ios::binary};
    file << heading;
    for (std::size_t written = 0; written < size; written += block.size()) file << block;
}

void expect_garbage_refused(const SmallCounty& county, const std::string& word) {
    constexpr long bounded_kib = 400 * 1024;  // the address sanitizer keeps freed memory for a while
    const Outcome outcome = county.audit();
    EXPECT_EQ(outcome.exit_code, input);
    expect_one_sentence(outcome);
    EXPECT_THAT(outcome.err, HasSubstr("stations.csv"));
    EXPECT_THAT(outcome.err, HasSubstr(word));
    EXPECT_LT(outcome.peak_kib, bounded_kib);
    EXPECT_LT(outcome.took, std::chrono::seconds(60));
    EXPECT_FALSE(std::filesystem::exists(county.folder() / "out"));
}

TEST(Garbage, OfTwoHundredMegabytesOfNoiseIsRefusedAtOnce) {
    const SmallCounty county;
    write_garbage(county, "id,name,lon,lat\n", bytes_of_noise(100'000));
    expect_garbage_refused(county, "binary data");
}

TEST(Garbage, OfTwoHundredMegabytesWithoutALineEndIsRefusedAtOnce) {
    const SmallCounty county;
    write_garbage(county, "", "xxxxxxxxxxxxxxxx");
    expect_garbage_refused(county, "row 1 is longer than");
}

TEST(Garbage, OfTwoHundredMegabytesBehindAnOpenQuotationMarkIsRefusedAtOnce) {
    const SmallCounty county;
    write_garbage(county, "id,name,lon,lat\n\"", "never closed\n");
    expect_garbage_refused(county, "quotation mark");
}

TEST(Garbage, OfTwoHundredMegabytesOfLongSenselessRowsTakesBoundedMemory) {
    const SmallCounty county;
    write_garbage(county, "id,name,lon,lat\n", "1," + std::string(2'000, 'x') + ",nowhere,never\n");
    expect_garbage_refused(county, "usable coordinates");
}

}  // namespace
}  // namespace yiquan::cli
