// SPDX-License-Identifier: MIT
#include "core/io/gdal/gdal_drivers.hpp"

#include <algorithm>
#include <mutex>
#include <string_view>

#include "core/io/gdal/gdal_settings.hpp"

namespace yiquan::io {
namespace {

/// Registering anew where drivers are there would bring back those that the user of the process switched off.
GDALDriverManager& drivers() {
    static std::mutex one_at_a_time;
    const std::scoped_lock lock(one_at_a_time);
    GDALDriverManager& manager = *GetGDALDriverManager();
    if (manager.GetDriverCount() == 0) GDALAllRegister();
    return manager;
}

bool stays_offline(std::string_view name) {
    return std::ranges::find(refused_drivers, name) == refused_drivers.end();
}

}  // namespace

CPLStringList offline_drivers() {
    GDALDriverManager& manager = drivers();
    CPLStringList names;
    for (int i = 0; i < manager.GetDriverCount(); ++i) {
        const GDALDriver* driver = manager.GetDriver(i);
        if (driver != nullptr && stays_offline(driver->GetDescription())) {
            names.AddString(driver->GetDescription());
        }
    }
    return names;
}

GDALDriver* driver_named(const char* name) {
    return drivers().GetDriverByName(name);
}

}  // namespace yiquan::io
