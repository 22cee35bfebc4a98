// SPDX-License-Identifier: MIT
// Nothing that an input names makes the library ask the network, whatever the process around it may do.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <stdlib.h>  // NOLINT: unsetenv is POSIX
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <string>
#include <thread>

#include "core/io/gdal/gdal_drivers.hpp"
#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/gdal/gdal_program.hpp"
#include "core/io/tables/raster.hpp"
#include "core/io/tables/table.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

/// A server on this machine that counts who comes and says nothing.
class Listener {
public:
    Listener() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        address_.sin_family = AF_INET;
        address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address_;
        auto* general = reinterpret_cast<sockaddr*>(&address_);  // NOLINT: the C interface says so
        EXPECT_EQ(::bind(socket_, general, size), 0);
        EXPECT_EQ(::listen(socket_, 16), 0);
        EXPECT_EQ(::getsockname(socket_, general, &size), 0);
        thread_ = std::thread([this] {
            for (int guest = 0; (guest = ::accept(socket_, nullptr, nullptr)) >= 0; ::close(guest)) ++guests_;
        });
    }
    ~Listener() {
        ::shutdown(socket_, SHUT_RDWR);
        thread_.join();
        ::close(socket_);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] std::string url() const {
        return fmt::format("http://127.0.0.1:{}", ntohs(address_.sin_port));
    }
    [[nodiscard]] int guests() const { return guests_; }

private:
    int socket_;
    sockaddr_in address_{};
    std::atomic<int> guests_{0};
    std::thread thread_;
};

std::string tiles_of(const std::string& url) {
    return fmt::format(
        "<GDAL_WMS><Service "
        "name=\"TMS\"><ServerUrl>{}/${{z}}/${{x}}/${{y}}.png</ServerUrl></Service><DataWindow>"
        "<UpperLeftX>-180</UpperLeftX><UpperLeftY>90</UpperLeftY><LowerRightX>180</LowerRightX>"
        "<LowerRightY>-90</LowerRightY><TileLevel>3</TileLevel><TileCountX>2</TileCountX>"
        "<TileCountY>1</TileCountY></DataWindow><Projection>EPSG:4326</Projection><BandsCount>1</BandsCount>"
        "</GDAL_WMS>",
        url);
}

std::string mosaic_of(const std::string& source) {
    return fmt::format(
        "<VRTDataset rasterXSize=\"4\" rasterYSize=\"4\"><SRS>EPSG:4326</SRS><GeoTransform>100,1,0,40,0,-1"
        "</GeoTransform><VRTRasterBand dataType=\"Byte\" band=\"1\"><SimpleSource><SourceFilename>{}"
        "</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>",
        source);
}

std::string layer_of(const std::string& source) {
    return fmt::format(
        "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>{}</SrcDataSource><SrcLayer>a</SrcLayer>"
        "</OGRVRTLayer></OGRVRTDataSource>",
        source);
}

void read_raster(const std::string& path) {
    std::array<double, 16> cells{};
    open_raster(path)->read_rows(0, 4, cells);
}

void read_table(const std::string& path) {
    while (open_table(path)->next()) {
    }
}

TEST(Offline, NoFileMakesTheLibraryAskTheNetwork) {
    GDALAllRegister();
    ::unsetenv("no_proxy");  // NOLINT(concurrency-mt-unsafe)
    ::unsetenv("NO_PROXY");  // NOLINT(concurrency-mt-unsafe)
    const ScratchFolder folder;
    const Listener server;
    const std::string tiles = folder.write("tiles.xml", tiles_of(server.url()));
    EXPECT_THROW(read_raster(tiles), Error);
    EXPECT_THROW(read_raster(folder.write("tiles.vrt", mosaic_of(tiles))), Error);
    EXPECT_THROW(read_raster(folder.write("far.vrt", mosaic_of("/vsicurl/" + server.url() + "/a.tif"))),
                 Error);
    EXPECT_THROW(read_table(folder.write("wfs.vrt", layer_of("WFS:" + server.url() + "/wfs"))), Error);
    EXPECT_THROW(
        read_table(folder.write("far_table.vrt", layer_of("/vsicurl/" + server.url() + "/a.geojson"))),
        Error);
    EXPECT_EQ(server.guests(), 0);

    EXPECT_EQ(FileHandle{VSIFOpenL(("/vsicurl/" + server.url() + "/a.csv").c_str(), "rb")}, nullptr);
    EXPECT_GT(server.guests(), 0) << "the process itself may go on asking";
}

/// Ends the process, for a test that runs in one of its own.
[[noreturn]] void tell_what_a_program_has() {
    const Listener server;
    prepare_gdal_for_a_program();
    const bool drivers = driver_named("GPKG") != nullptr && driver_named("WFS") == nullptr &&
                         driver_named("HTTP") == nullptr && driver_named("PGeo") == nullptr;
    bool fetched = false;
    std::thread([&] {  // not the thread that prepared
        fetched = FileHandle{VSIFOpenL(("/vsicurl/" + server.url() + "/a.csv").c_str(), "rb")} != nullptr;
    })
        .join();
    ::_exit(drivers && !fetched && server.guests() == 0 ? 0 : 1);
}

TEST(OfflineDeathTest, AProgramOfOursHasNoDriverForTheNetworkAtAll) {
    testing::FLAGS_gtest_death_test_style = "threadsafe";
    EXPECT_EXIT(tell_what_a_program_has(), testing::ExitedWithCode(0), "");
}

[[noreturn]] void tell_what_a_program_has_later() {
    GDALAllRegister();
    prepare_gdal_for_a_program();
    ::_exit(driver_named("WFS") == nullptr && driver_named("GPKG") != nullptr ? 0 : 1);
}

TEST(OfflineDeathTest, DriversThatAreThereAlreadyGoAsWell) {
    testing::FLAGS_gtest_death_test_style = "threadsafe";
    EXPECT_EXIT(tell_what_a_program_has_later(), testing::ExitedWithCode(0), "");
}

TEST(Offline, NoDriverOfTheProcessIsTakenAwayButThoseForTheNetworkAreNotAsked) {
    GDALAllRegister();
    const CPLStringList asked = offline_drivers();
    EXPECT_NE(asked.FindString("GPKG"), -1);
    EXPECT_NE(asked.FindString("PostgreSQL"), -1);
    EXPECT_EQ(asked.FindString("WFS"), -1);
    EXPECT_NE(GDALGetDriverByName("WFS"), nullptr);
}

}  // namespace
}  // namespace yiquan::io
