// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "core/io/audit/file_job.hpp"
#include "core/io/tables/table.hpp"

namespace yiquan::io {
namespace {

TEST(ShippedPlaces, AreTheSameForManyRunsAtOnce) {
    const auto table = open_table(YIQUAN_SOURCE_DIR "/data/qinghai/service_centres.csv");
    std::size_t listed = 0;
    while (table->next()) ++listed;
    ASSERT_GT(listed, 0U);

    std::atomic<int> wrong{0};
    std::vector<std::thread> runs;
    for (int run = 0; run < 8; ++run) {
        runs.emplace_back([&] {
            for (int turn = 0; turn < 25; ++turn) {
                try {
                    if (shipped_places().size() != listed) ++wrong;
                } catch (const Error&) {
                    ++wrong;
                }
            }
        });
    }
    for (std::thread& run : runs) run.join();
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace yiquan::io
