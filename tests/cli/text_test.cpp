// SPDX-License-Identifier: MIT
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "core/io/gdal/gdal_handles.hpp"
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Quotes of both kinds, separators, a new line, an emoji and a character of four bytes.
const std::string awkward = "Q\"uo'te,\n第二行;\t😀𠮷|站\\";

std::string csv_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string{"\"\""} : std::string{c};
    return out + "\"";
}

std::vector<std::string> column_of_layer(const std::string& package, const char* layer, const char* column) {
    GDALAllRegister();
    const io::DatasetHandle data{GDALDataset::Open(package.c_str(), GDAL_OF_VECTOR)};
    std::vector<std::string> out;
    for (const auto& row : data->GetLayerByName(layer)) out.emplace_back(row->GetFieldAsString(column));
    return out;
}

TEST(Names, WithQuotesNewLinesAndEmojiComeOutUnharmed) {
    SmallCounty county;
    county.title = "title = \"a \\\"b\\\"\\n😀\"";
    county.write("stations.csv", "id,name,lon,lat\n\"s\"\"1\"," + csv_quoted(awkward) + ",101.05,36.05\n");
    county.write("demand.csv",
                 "id,name,lon,lat,population\nd😀," + csv_quoted(awkward) + ",101.051,36.05,5\n");
    Json zones = Json::parse(SmallCounty::zones);
    zones["features"][0]["properties"]["name"] = awkward;
    zones["features"][0]["properties"]["code"] = "1\",\nb";
    county.write("zones.geojson", zones.dump());

    const Json audit = county.audited();
    EXPECT_EQ(audit["run"]["title"], "a \"b\"\n😀");
    EXPECT_EQ(audit["zones"][0]["name"], awkward);
    EXPECT_EQ(audit["zones"][0]["code"], "1\",\nb");
    EXPECT_EQ(audit["facilities"][0]["name"], awkward);
    EXPECT_EQ(audit["facilities"][0]["id"], "s\"1");
    EXPECT_THAT(content_of(county.folder() / "out" / "zones.csv"),
                HasSubstr("," + csv_quoted(awkward) + ","));
    const std::string package = county.at("out/audit.gpkg");
    EXPECT_THAT(column_of_layer(package, "facilities", "name"), ElementsAre(awkward));
    EXPECT_THAT(column_of_layer(package, "facilities", "id"), ElementsAre("s\"1"));
    EXPECT_THAT(column_of_layer(package, "demand", "name"), ElementsAre(awkward));
    EXPECT_THAT(column_of_layer(package, "zones", "name"), ElementsAre(awkward, "乙县"));
    EXPECT_THAT(column_of_layer(package, "service_areas", "name"), ElementsAre(awkward));
}

TEST(Names, InAMessageStayOnOneLine) {
    SmallCounty county;
    county.write("demand.csv",
                 "id,name,lon,lat,population\nd1,x,101.05,36.05," + csv_quoted("5\n\r\t人") + "\n");
    const Outcome outcome = county.audit();
    EXPECT_EQ(outcome.exit_code, 3);
    expect_one_sentence(outcome);
}

TEST(Names, ThatLookLikeFormulasStayText) {
    SmallCounty county;
    county.write("stations.csv", "id,name,lon,lat\ns1,=1+1,101.05,36.05\n");
    EXPECT_EQ(county.audited()["facilities"][0]["name"], "=1+1");
}

/// The small county's list with Chinese headings and a character that GBK does not have.
constexpr std::string_view chinese_list =
    "编号,名称,经度,纬度\ns1,东㐂站,101.05,36.05\ns2,西站,101.15,36.05\n";

std::string recoded(std::string_view utf8, const char* encoding) {
    char* text = nullptr;
    if (std::string_view{encoding} == "UTF-16LE") {
        std::string out = "\xFF\xFE";
        wchar_t* wide = CPLRecodeToWChar(std::string{utf8}.c_str(), CPL_ENC_UTF8, CPL_ENC_UCS2);
        for (const wchar_t* c = wide; *c != 0; ++c) {
            out += static_cast<char>(*c & 0xFF);
            out += static_cast<char>((*c >> 8) & 0xFF);
        }
        CPLFree(wide);
        return out;
    }
    text = CPLRecode(std::string{utf8}.c_str(), CPL_ENC_UTF8, encoding);
    std::string out = text;
    CPLFree(text);
    return out;
}

void expect_read_as_it_is(const std::string& list) {
    SmallCounty county;
    county.write("stations.csv", list);
    const Json audit = county.audited();
    ASSERT_EQ(audit["facilities"].size(), 2U);
    EXPECT_EQ(audit["facilities"][0]["id"], "s1");
    EXPECT_EQ(audit["facilities"][0]["name"], "东㐂站");
    EXPECT_EQ(audit["totals"]["covered"], 180.0);
}

TEST(Encoding, Utf8IsReadWithAndWithoutItsMark) {
    expect_read_as_it_is(std::string{chinese_list});
    expect_read_as_it_is("\xEF\xBB\xBF" + std::string{chinese_list});
}

TEST(Encoding, Gb18030IsRecognised) {
    expect_read_as_it_is(recoded(chinese_list, "GB18030"));
}

TEST(Encoding, Utf16WithItsMarkIsRecognised) {
    expect_read_as_it_is(recoded(chinese_list, "UTF-16LE"));
}

TEST(Encoding, AListThatIsNeitherIsRefusedOrShownWithReplacements) {
    SmallCounty county;
    county.write("stations.csv", "id,name,lon,lat\ns1,\xFF\xFE\x81,101.05,36.05\n");
    const Outcome outcome = county.audit();
    if (outcome.exit_code == 0) {
        EXPECT_TRUE(Json::accept(content_of(county.folder() / "out" / "audit.json")));
    } else {
        EXPECT_EQ(outcome.exit_code, 3);
        expect_one_sentence(outcome);
    }
}

TEST(AuditPackage, HasTheLayersOfTheDesignInWgs84WithStyles) {
    const SmallCounty county;
    static_cast<void>(county.audited());
    GDALAllRegister();
    const io::DatasetHandle data{GDALDataset::Open(county.at("out/audit.gpkg").c_str(), GDAL_OF_VECTOR)};
    ASSERT_TRUE(data);
    const std::map<std::string, GIntBig> rows{
        {"facilities", 2}, {"service_areas", 2}, {"demand", 5}, {"zones", 2}};
    for (const char* name : {"facilities", "service_areas", "service_gaps", "demand", "zones"}) {
        OGRLayer* layer = data->GetLayerByName(name);
        ASSERT_NE(layer, nullptr) << name;
        ASSERT_NE(layer->GetSpatialRef(), nullptr) << name;
        EXPECT_STREQ(layer->GetSpatialRef()->GetAuthorityCode(nullptr), "4326") << name;
        if (rows.contains(name)) {
            EXPECT_EQ(layer->GetFeatureCount(), rows.at(name)) << name;
        }
    }
    EXPECT_THAT(column_of_layer(county.at("out/audit.gpkg"), "layer_styles", "f_table_name"),
                testing::IsSupersetOf({"facilities", "service_areas", "service_gaps", "demand", "zones"}));
    for (const std::string& style :
         column_of_layer(county.at("out/audit.gpkg"), "layer_styles", "styleQML")) {
        EXPECT_THAT(style, HasSubstr("<alias field=")) << "QGIS takes its Chinese field names from here";
    }
    EXPECT_THAT(column_of_layer(county.at("out/audit.gpkg"), "demand", "class"),
                ElementsAre("covered", "covered", "covered", "gap", "gap"));
}

}  // namespace
}  // namespace yiquan::cli
