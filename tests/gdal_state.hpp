// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal.h>
#include <gmock/gmock.h>
#include <ogr_srs_api.h>

#include <string>
#include <vector>

namespace yiquan::test {

/// All of GDAL that belongs to the whole process or to the thread that lends itself, as it is when made.
struct GdalState {
    std::vector<std::string> drivers;
    std::vector<std::string> options = strings(CPLGetConfigOptions());
    std::vector<std::string> thread_options = strings(CPLGetThreadLocalConfigOptions());
    GIntBig cache = GDALGetCacheMax64();
    int proj_network = OSRGetPROJEnableNetwork();
    CPLErrorHandler handler = CPLSetErrorHandler(nullptr);  // there is no other way to ask

    GdalState() {
        CPLSetErrorHandler(handler);
        for (int i = 0; i < GDALGetDriverCount(); ++i) {
            drivers.emplace_back(GDALGetDriverShortName(GDALGetDriver(i)));
        }
    }

private:
    static std::vector<std::string> strings(char** list) {
        const CPLStringList owned{list};
        return {owned.List(), owned.List() + owned.size()};
    }
};

inline void expect_same(const GdalState& before, const GdalState& after) {
    EXPECT_EQ(before.drivers, after.drivers);
    EXPECT_EQ(before.options, after.options);
    EXPECT_EQ(before.thread_options, after.thread_options);
    EXPECT_EQ(before.cache, after.cache);
    EXPECT_EQ(before.proj_network, after.proj_network);
    EXPECT_EQ(before.handler, after.handler);
}

}  // namespace yiquan::test
