// SPDX-License-Identifier: MIT
// The library reads and writes inside processes of others, such as QGIS, and leaves their GDAL as it was.
#include <cpl_conv.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_srs_api.h>
#include <xlsxwriter.h>

#include <array>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "core/io/files/sha256.hpp"
#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/package/geopackage.hpp"
#include "core/io/tables/raster.hpp"
#include "core/io/tables/table.hpp"
#include "tests/gdal_state.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

using features::FieldType;
using features::GeometryType;
using features::Value;
using testing::HasSubstr;
using testing::StartsWith;

// A handler of GDAL's can reach nothing else.
std::atomic<int> heard{0};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
void CPL_STDCALL handler_of_the_process(CPLErr /*type*/, CPLErrorNum /*number*/, const char* /*words*/) {
    ++heard;
}

struct ProcessState {
    test::GdalState gdal;
    std::string last_error = CPLGetLastErrorMsg();
};

void expect_same(const ProcessState& before, const ProcessState& after) {
    expect_same(before.gdal, after.gdal);
    EXPECT_EQ(before.last_error, after.last_error);
}

features::LayerSchema stations() {
    return {"stations", "Stations", "站点", GeometryType::point, {{"name", FieldType::text, "Name", "名称"}}};
}

void write_package(const std::string& path) {
    GeoPackage package{path, ""};
    package.create_layer(stations()).write(std::array{Value{"西宁"}}, geo::LonLat{101.8, 36.6});
    package.attach("https://example.org/kind", "application/json", "{}");
    package.close();
}

/// A sheet without headings: 11 7, 12 8, 13 9.
std::string write_bare_sheet(const ScratchFolder& folder) {
    const std::string path = folder.at("bare.xlsx");
    lxw_workbook* workbook = workbook_new(path.c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, "Sheet1");
    for (lxw_row_t row = 0; row < 3; ++row) {
        worksheet_write_number(sheet, row, 0, 11.0 + row, nullptr);
        worksheet_write_number(sheet, row, 1, 7.0 + row, nullptr);
    }
    EXPECT_EQ(workbook_close(workbook), LXW_NO_ERROR);
    return path;
}

void write_grid(const std::string& path) {
    DatasetHandle made{
        GetGDALDriverManager()->GetDriverByName("GTiff")->Create(path.c_str(), 4, 4, 1, GDT_Byte, nullptr)};
    std::array<double, 6> corner{100.0, 1.0, 0.0, 40.0, 0.0, -1.0};
    ASSERT_EQ(made->SetGeoTransform(corner.data()), CE_None);
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    ASSERT_EQ(made->SetSpatialRef(&wgs84), CE_None);
}

/// What runs of Yiquan do with files: reading, failing, writing, and writing that is given up.
void work(const ScratchFolder& folder) {
    write_package(folder.at("done.gpkg"));
    {
        GeoPackage given_up{folder.at("given_up.gpkg"), ""};
        given_up.create_layer(stations()).write(std::array{Value{"西宁"}}, geo::LonLat{101.8, 36.6});
    }
    EXPECT_TRUE(open_table(folder.at("done.gpkg|layername=stations"))->next());
    EXPECT_TRUE(open_table(folder.write("list.csv", "name,wkt\na,POINT(1 2)\n"))->next());
    EXPECT_TRUE(open_table(write_bare_sheet(folder))->next());
    EXPECT_EQ(sha256_of(folder.at("list.csv")).size(), 64U);
    EXPECT_TRUE(is_raster(folder.at("grid.tif")));
    std::vector<double> cells(16);
    open_raster(folder.at("grid.tif"))->read_rows(0, 4, cells);
    EXPECT_FALSE(is_raster(folder.write("noise.dat", "nothing")));
    for (const char* name : {"noise.dat", "missing.shp", "bare.xlsx|layername=none"}) {
        EXPECT_THROW((void)open_table(folder.at(name)), Error) << name;
    }
    EXPECT_THROW((void)open_raster(folder.at("noise.dat")), Error);
}

class ProcessLeftAlone : public testing::Test {
protected:
    void SetUp() override {
        GDALAllRegister();
        write_grid(folder_.at("grid.tif"));
        before_ = CPLSetErrorHandler(handler_of_the_process);
        CPLSetConfigOption("OGR_XLSX_HEADERS", nullptr);
        CPLSetThreadLocalConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", "/vsicurl/https://example.org/a.tif");
        CPLError(CE_Warning, CPLE_AppDefined, "said before");
    }
    void TearDown() override {
        CPLSetErrorHandler(before_);
        CPLSetThreadLocalConfigOptions(nullptr);
    }

    ScratchFolder folder_;
    CPLErrorHandler before_ = nullptr;
};

TEST_F(ProcessLeftAlone, KeepsDriversOptionsCacheAndHandlers) {
    const ProcessState before;
    work(folder_);
    expect_same(before, ProcessState{});
    EXPECT_STREQ(CPLGetConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", ""),
                 "/vsicurl/https://example.org/a.tif");
}

TEST_F(ProcessLeftAlone, TellsTheProcessNothingOfOurMistakesAndAllOfItsOwn) {
    heard = 0;
    work(folder_);
    EXPECT_EQ(heard, 0);
    CPLError(CE_Warning, CPLE_AppDefined, "their own");
    EXPECT_EQ(heard, 1);
}

TEST_F(ProcessLeftAlone, KeepsThemInAThreadThatItWasLentAsWell) {
    const ProcessState before;
    std::thread lent([&] {
        const ProcessState there;
        work(folder_);
        expect_same(there, ProcessState{});
    });
    lent.join();
    expect_same(before, ProcessState{});
}

TEST_F(ProcessLeftAlone, ADriverThatTheUserSwitchedOffStaysOff) {
    GDALDriver* dimap = GetGDALDriverManager()->GetDriverByName("DIMAP");
    ASSERT_NE(dimap, nullptr);
    GetGDALDriverManager()->DeregisterDriver(dimap);
    work(folder_);
    EXPECT_EQ(GDALGetDriverByName("DIMAP"), nullptr);
    GetGDALDriverManager()->RegisterDriver(dimap);
}

/// When a package says that its table was changed last.
std::string last_change(const std::string& path) {
    const DatasetHandle package{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
    OGRLayer* result = package->ExecuteSQL("SELECT last_change FROM gpkg_contents", nullptr, nullptr);
    const FeatureHandle row{result->GetNextFeature()};
    std::string date = row->GetFieldAsString(0);
    package->ReleaseResultSet(result);
    return date;
}

TEST_F(ProcessLeftAlone, AGeoPackageOfTheProcessSaysWhenItWasMade) {
    work(folder_);
    const std::string path = folder_.at("theirs.gpkg");
    {
        const DatasetHandle theirs{GetGDALDriverManager()->GetDriverByName("GPKG")->Create(
            path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
        ASSERT_NE(theirs->CreateLayer("a", nullptr, wkbNone, nullptr), nullptr);
    }
    const std::chrono::year_month_day today{
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() - std::chrono::seconds{1})};
    EXPECT_THAT(last_change(path), StartsWith(std::to_string(static_cast<int>(today.year()))));
    EXPECT_THAT(last_change(folder_.at("done.gpkg")), StartsWith("1970"));
}

TEST_F(ProcessLeftAlone, ASheetWithoutHeadingsKeepsItsThreeRowsForTheProcess) {
    const std::string path = write_bare_sheet(folder_);
    EXPECT_EQ(open_table(path)->fields().at(0).name, "11");  // to Yiquan the first row is always the heading
    const DatasetHandle theirs{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
    ASSERT_NE(theirs, nullptr);
    EXPECT_EQ(theirs->GetLayer(0)->GetFeatureCount(), 3);
    EXPECT_STREQ(theirs->GetLayer(0)->GetLayerDefn()->GetFieldDefn(0)->GetNameRef(), "Field1");
}

TEST_F(ProcessLeftAlone, GdalStillFetchesForTheProcess) {
    const auto fetch = [](const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*,
                          void* asked) {
        ++*static_cast<int*>(asked);
        return static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    };
    int asked = 0;
    CPLHTTPSetFetchCallback(fetch, &asked);
    work(folder_);
    CPLHTTPDestroyResult(CPLHTTPFetch("http://127.0.0.1:9/", nullptr));
    CPLHTTPSetFetchCallback(nullptr, nullptr);
    EXPECT_EQ(asked, 1);
}

TEST_F(ProcessLeftAlone, TheSameRowsGiveTheSameBytes) {
    write_package(folder_.at("a.gpkg"));
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", "2001-02-03T04:05:06.000Z");
    write_package(folder_.at("b.gpkg"));
    EXPECT_TRUE(content_of(folder_.at("a.gpkg")) == content_of(folder_.at("b.gpkg")));
}

}  // namespace
}  // namespace yiquan::io
